import { type PlainDate, weekdayOf } from '../time/plain-date.ts'
import { type CalendarYear, WorkCalendar } from './model.ts'
import { addWorkingDays } from './rules.ts'

/** Holidays whose day off is never moved: 7 January and the first day of Kurban Ait. */
const NEVER_MOVED: ReadonlySet<string> = new Set(['orthodox_christmas', 'kurban_ait'])

/** A day off that a holiday on a weekend day gives. */
export interface GivenDayOff {
  readonly holiday: PlainDate
  readonly date: PlainDate
  readonly key: string
}

/**
 * Days off that holidays falling on Saturday or Sunday give: each the next working day after the holiday, two holidays in
 * a row take two days. Looks at the holidays of the year alone, so it can check or propose the moved rows.
 * Source: law on holidays of 13.12.2001 art. 5.
 */
export function daysOffByCoincidence(year: CalendarYear): GivenDayOff[] {
  const holidays = year.days.filter(day => day.mark === 'holiday')
  const given: GivenDayOff[] = []
  for (const holiday of [...holidays].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    if (weekdayOf(holiday.date) <= 5 || NEVER_MOVED.has(holiday.key)) continue
    const taken = given.map(off => ({ ...holiday, date: off.date, mark: 'day_off_moved' as const }))
    const calendar = WorkCalendar.parse({ years: [{ ...year, days: [...holidays, ...taken] }] })
    given.push({ holiday: holiday.date, date: addWorkingDays(holiday.date, 1, calendar).date, key: holiday.key })
  }
  return given
}
