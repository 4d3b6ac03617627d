import { minutesOf, PlainDate, PlainTime, toEpochDay } from './plain-date.ts'

/** Zone of the office. One zone for the country since 2024-03-01; the west had it before. */
export const OFFICE_ZONE = 'Asia/Oral'

const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: OFFICE_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The legal local date of an instant (milliseconds since 1970), whatever zone the machine is set to. */
export function officeDate(milliseconds: number): PlainDate {
  const parts = Object.fromEntries(PARTS.formatToParts(milliseconds).map(({ type, value }) => [type, value]))
  return PlainDate.parse(`${parts.year}-${parts.month}-${parts.day}`)
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: OFFICE_ZONE, hour: '2-digit', minute: '2-digit' })

/** The wall time of the office at an instant (milliseconds since 1970). */
export function officeTime(milliseconds: number): PlainTime {
  return PlainTime.parse(CLOCK.format(milliseconds))
}

/** The instant (UTC, ISO) of a wall time of the office on a day, which the clock of the machine has no part in. */
export function officeInstant(date: PlainDate, time: PlainTime): string {
  const wall = (toEpochDay(date) * 1440 + minutesOf(time)) * 60_000
  const shown = (toEpochDay(officeDate(wall)) * 1440 + minutesOf(officeTime(wall))) * 60_000
  return new Date(2 * wall - shown).toISOString()
}
