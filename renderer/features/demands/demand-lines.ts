import type { WorkCalendar } from '#shared/calendar/model.ts'
import { type Lateness, latenessOf } from '#shared/instruction/ladder.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { EntityState } from '../../db/query-types.ts'

/** Working days before the due day from which it is told as near. */
const SOON = 3

/** How late a demand is on a day; null: it waits for nothing. */
export function latenessOfDemand(
  { status, dueOn }: Pick<EntityState<'demand'>, 'status' | 'dueOn'>,
  today: PlainDate,
  calendar: WorkCalendar,
): Lateness | null {
  return status === 'open' && dueOn !== null ? latenessOf(dueOn, today, calendar) : null
}

/** Whether the day materials were due is over, and not all of them came. */
export function isOverdue(lateness: Lateness | null): boolean {
  return lateness !== null && lateness.days > 0
}

/** Whether the day is near: within three working days, it included. */
export function isSoon(lateness: Lateness | null): boolean {
  return lateness !== null && lateness.days <= 0 && lateness.days >= -SOON
}
