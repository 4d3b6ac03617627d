import type { ProfileId } from '../office/model.ts'
import type { OfficialCategory } from '../official/model.ts'
import { planClause } from '../plan/clauses.ts'
import type { ScheduleFindingKind } from './finding-kinds.ts'
import type { Reception } from './model.ts'

/**
 * What a reception lacks to be of its kind: outside the schedule a deputy alone receives, by the akim's instruction (clause 8;
 * the rules of 2026 do not know it, which is told); after a meeting there was one; on the day of the visit the heads of units
 * and authorised staff receive (clause 3). Of an official the directory does not have (`category` null) only what he is not
 * needed for.
 */
export function kindFaultsOf(
  { kind, mode, link, instruction, meeting }: Reception,
  category: OfficialCategory | null,
  profile: ProfileId,
): ScheduleFindingKind[] {
  const noLink: ScheduleFindingKind[] = mode === 'video' && link === '' ? ['no_link'] : []
  switch (kind) {
    case 'scheduled':
      return noLink
    case 'off_schedule': {
      if (planClause('off_schedule', profile) === null) return ['off_schedule_unknown', ...noLink]
      const notDeputy: ScheduleFindingKind[] = category === null || category === 'deputy_akim' ? [] : ['not_deputy']
      return [...notDeputy, ...(instruction === null ? (['no_instruction'] as const) : []), ...noLink]
    }
    case 'after_meeting':
      return [...(meeting === null ? (['no_meeting'] as const) : []), ...noLink]
    case 'same_day': {
      const isStaff = category === null || category === 'unit_head' || category === 'authorized_staff'
      return [...(isStaff ? [] : (['not_staff'] as const)), ...noLink]
    }
  }
}
