import type { EntityId } from '#shared/change/action.ts'
import type { BodyOf } from '#shared/change/action-types.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { OpenDesk } from './open-desk.ts'
import { scheduleOf } from './plan-standing.ts'

/**
 * A month is approved on the version that stands: a draft begun on an older one would take back what was changed since. Throws
 * `schedule.draft_outdated` (month).
 */
export async function demandStandingBase(
  desk: OpenDesk,
  entity: EntityId,
  { base, schedule: { month } }: BodyOf<'schedule.approved'>,
): Promise<void> {
  const { approved } = await scheduleOf(desk, entity)
  if ((approved?.action ?? null) !== base) throw new ExpectedError('schedule.draft_outdated', { month })
}
