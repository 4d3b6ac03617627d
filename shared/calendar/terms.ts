import { addDays, daysInMonth, type PlainDate, partsOf, plainDate } from '../time/plain-date.ts'
import type { WorkCalendar } from './model.ts'
import { type CountedDate, rollForward, unsureYearsBetween } from './rules.ts'

/** A term counted in calendar days or months: where it ends by count, and the last permitted day. */
export interface RolledTerm extends CountedDate {
  /** The last day by count, before rolling; equal to `date` where that day works. */
  readonly nominal: PlainDate
}

/** The same day `months` later (earlier when negative), or the month's last day where that day does not exist. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return plainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** `days` calendar days from the event (not counted), rolled to a working day (clause 29; АППК/ӘРПК 76(2), 76(5)). */
export function addCalendarDaysRolled(event: PlainDate, days: number, calendar: WorkCalendar): RolledTerm {
  return rolled(event, addDays(event, days), calendar)
}

/** `months` months from the event, rolled to a working day (clause 30; АППК/ӘРПК 76(3), 76(5)). */
export function addMonthsRolled(event: PlainDate, months: number, calendar: WorkCalendar): RolledTerm {
  return rolled(event, addMonths(event, months), calendar)
}

function rolled(event: PlainDate, nominal: PlainDate, calendar: WorkCalendar): RolledTerm {
  const end = rollForward(nominal, calendar)
  return { ...end, nominal, unsureYears: unsureYearsBetween(event, end.date, calendar) }
}
