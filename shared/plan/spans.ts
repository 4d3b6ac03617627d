import type { Booking } from '../application/registration.ts'
import { minutesOf } from '../time/plain-date.ts'
import type { LookedOver } from './looked-over.ts'

/** Minutes of a day that a visitor takes, `end` not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The minutes of a booking: as long as its reception gives a visitor, else as its official does. Null: it has no time. */
export function spanOf(
  { time, reception, officialId }: Booking,
  { receptions, officials }: Pick<LookedOver, 'receptions' | 'officials'>,
): Span | null {
  if (time === null) return null
  const known = reception === null ? undefined : receptions.get(reception)
  const { slot } = known ?? officials.get(officialId) ?? { slot: 1 }
  const start = minutesOf(time)
  return { start, end: start + slot }
}

/** Whether two visitors of one official and day would be received at once. */
export function meet(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
