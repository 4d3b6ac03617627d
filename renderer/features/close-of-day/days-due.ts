import { isSameOpen } from '#shared/day/left-open.ts'
import type { ClosedDay } from '#shared/day/transitions.ts'
import { officeTime } from '#shared/time/office-time.ts'
import type { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import type { OpenOfDay } from '../../db/query-types.ts'

/** A day that Today speaks of. */
export interface DayDue {
  readonly day: PlainDate
  readonly isToday: boolean
  /** How many things stood open when it was closed; null: it was not. */
  readonly closedWith: number | null
  readonly open: number
}

/** A day as it stands: what it leaves open now, and how it was closed last. */
export interface DayStanding {
  readonly day: PlainDate
  readonly left: OpenOfDay
  readonly closed: ClosedDay | null
}

/**
 * Today once its hours are over, until it is closed; a close from before their end does as long as nothing else is open since.
 * Pure. Null: nothing is told, as of a day on which nobody came and nothing was registered.
 */
export function todayDue({ day, left, closed }: DayStanding, isOver: boolean, end: PlainTime): DayDue | null {
  if (!isOver || !isOfUse(left)) return null
  const isClosed = closed !== null && (officeTime(Date.parse(closed.at)) >= end || isSameOpen(closed.open, left.open))
  return isClosed ? null : { day, isToday: true, closedWith: null, open: left.open.length }
}

/** The day before, where nobody closed it, or what stood open then is open still. Pure. */
export function dayBeforeDue({ day, left, closed }: DayStanding): DayDue | null {
  const open = left.open.length
  if (closed === null) return isOfUse(left) ? { day, isToday: false, closedWith: null, open } : null
  return closed.open.length > 0 && open > 0 ? { day, isToday: false, closedWith: closed.open.length, open } : null
}

/** So many days are looked back on beside the last working day. */
export const LOOKED_BACK_DAYS = 60

/** Days before the last working day on which the desk was at work and that nobody closed, the oldest first. Pure. */
export function olderDue(
  used: readonly PlainDate[],
  days: readonly { readonly day: PlainDate; readonly closed: readonly ClosedDay[] }[],
  before: PlainDate,
): PlainDate[] {
  const closed = new Set(days.filter(one => one.closed.length > 0).map(({ day }) => day))
  return used.filter(day => day < before && !closed.has(day))
}

function isOfUse({ came, registered }: OpenOfDay): boolean {
  return came > 0 || registered > 0
}
