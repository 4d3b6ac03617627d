import type { OfficialCategory } from '../official/model.ts'
import type { ReceptionKind } from './model.ts'

/**
 * Kinds of reception an official of a category may hold: by the schedule all of them, outside it by instruction deputies of
 * the akim alone (clause 8), after a meeting with the population the akim and deputies (clause 6), on the day of the visit
 * heads of units and authorised staff (clause 3).
 */
export function kindsOf(category: OfficialCategory): readonly ReceptionKind[] {
  switch (category) {
    case 'akim':
      return ['scheduled', 'after_meeting']
    case 'deputy_akim':
      return ['scheduled', 'off_schedule', 'after_meeting']
    case 'unit_head':
    case 'authorized_staff':
      return ['scheduled', 'same_day']
    default:
      return ['scheduled']
  }
}
