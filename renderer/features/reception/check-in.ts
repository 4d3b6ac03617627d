import type { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import type { ApplicationListRow, VisitRow } from '../../db/query-types.ts'

/** Before whom the visitor came: whom the booking of the day names, else whom the applicant wished to see. */
export function officialOf({ booking, facts }: ApplicationListRow): string | null {
  return booking?.officialId ?? facts.officialId
}

/** The time that was given for this day. */
export function timeOn({ booking }: ApplicationListRow, today: PlainDate): PlainTime | null {
  return booking !== null && booking.date === today ? booking.time : null
}

/**
 * Who may be checked in, of the rows offered and without doubles: open applications whose person is not in the house.
 * Those booked for today first, by their time, the others as they were offered.
 */
export function candidatesOf(
  rows: readonly ApplicationListRow[],
  visits: readonly VisitRow[],
  today: PlainDate,
): ApplicationListRow[] {
  const here = new Set(visits.filter(isHere).map(({ state }) => state.checkIn?.application))
  const known = new Map(rows.map(row => [row.id, row]))
  const open = [...known.values()].filter(row => row.status === 'open' && !here.has(row.id))
  const isBooked = (row: ApplicationListRow) => row.booking?.date === today
  const byTime = (row: ApplicationListRow) => timeOn(row, today) ?? '24:00'
  const booked = open.filter(isBooked).sort((a, b) => (byTime(a) < byTime(b) ? -1 : 1))
  return [...booked, ...open.filter(row => !isBooked(row))]
}

/** Whether a visitor is in the house: came and neither left nor was received. */
function isHere({ state }: VisitRow): boolean {
  return state.status !== 'left' && state.status !== 'finished'
}
