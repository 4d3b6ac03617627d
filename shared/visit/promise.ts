import { officeTime } from '../time/office-time.ts'
import { minutesOf } from '../time/plain-date.ts'
import type { VisitState } from './transitions.ts'

/** Minutes after the given time up to which a booked visitor still stands by it: one rule for all. */
export const LATE_AFTER = 15

/** Whether a visitor came so long after the given time that it counts no more. Both are minutes of the day. */
export function isLate(given: number, came: number): boolean {
  return came - given > LATE_AFTER
}

/**
 * How many of those whose promise ends first are to be called before anybody else (the one that ends last of those who could not
 * wait for one more, and all before it). `waiting` stands by the end of the promise; `now` and `due` are minutes of the day, `pace` the
 * minutes between two calls. By this rule no promise is broken that earliest-due-first would keep (Jackson, 1955).
 */
export function pressedOf(waiting: readonly { readonly due: number }[], now: number, pace: number): number {
  return waiting.findLastIndex(({ due }, before) => now + pace * (before + 1) > due) + 1
}

/** Minute of the day at the office of an instant of arrival (UTC, ISO) of visits of one day: the zone is asked once. */
export function arrivalClock(
  visits: readonly { readonly state: Pick<VisitState, 'arrivedAt'> }[],
): (at: string | null) => number {
  const known = visits.find(({ state }) => state.arrivedAt)?.state.arrivedAt
  if (known == null) return () => 0
  const ahead = minutesOf(officeTime(Date.parse(known))) - utcMinutes(known)
  return at => (at === null ? 0 : (utcMinutes(at) + ahead + 2 * DAY) % DAY)
}

const DAY = 24 * 60

function utcMinutes(at: string): number {
  return Math.floor(Date.parse(at) / 60_000) % DAY
}
