import { addDays, type PlainDate, partsOf, weekdayOf } from '../time/plain-date.ts'
import type { CalendarDay, WorkCalendar } from './model.ts'

/** Why a date is a working day or is not. The names of holidays stand in the calendar row, under `key`. */
export type DayReason = 'workday' | 'weekend' | 'holiday' | 'day_off_moved' | 'working_moved' | 'short'

/** A date as the calendar sees it. `key` is the row's key, or empty for a plain day of the week. */
export interface DayKind {
  readonly date: PlainDate
  readonly working: boolean
  readonly reason: DayReason
  readonly key: string
}

/** How far a year can be relied on; `missing` has no table at all and counts by the five-day week alone. */
export type YearStatus = 'approved' | 'provisional' | 'missing'

/** The row of a date, or null. */
export function findCalendarDay(date: PlainDate, calendar: WorkCalendar): CalendarDay | null {
  const { year } = partsOf(date)
  const table = calendar.years.find(candidate => candidate.year === year)
  return table?.days.find(day => day.date === date) ?? null
}

/** How far the table of a year can be relied on. */
export function statusOfYear(year: number, calendar: WorkCalendar): YearStatus {
  return calendar.years.find(candidate => candidate.year === year)?.status ?? 'missing'
}

/**
 * Working or not, and why: the calendar's row first, else Monday to Friday.
 * Source: law on holidays of 13.12.2001 art. 5; Labour Code art. 84 and 85; orders that move days off.
 */
export function dayKind(date: PlainDate, calendar: WorkCalendar): DayKind {
  const row = findCalendarDay(date, calendar)
  const weekend = weekdayOf(date) > 5
  if (row === null) return { date, working: !weekend, reason: weekend ? 'weekend' : 'workday', key: '' }
  switch (row.mark) {
    case 'holiday':
    case 'day_off_moved':
      return { date, working: false, reason: row.mark, key: row.key }
    case 'working_moved':
      return { date, working: true, reason: row.mark, key: row.key }
    case 'short':
      // Shorter hours do not make a weekend day a working one: that takes a moved day.
      return { date, working: !weekend, reason: weekend ? 'weekend' : 'short', key: row.key }
  }
}

/** Whether the office works on this date. */
export function isWorkingDay(date: PlainDate, calendar: WorkCalendar): boolean {
  return dayKind(date, calendar).working
}

/** A computed date with what an explanation needs. */
export interface CountedDate {
  readonly date: PlainDate
  /** Non-working days passed over on the way, in the order they were met. */
  readonly skipped: readonly DayKind[]
  /** Years on the way whose table is provisional or missing: the date is to be shown with a warning. */
  readonly unsureYears: readonly number[]
}

/**
 * `count` working days after the event (before it when negative). The day of the event is never counted, whether it
 * works or not (АППК/ӘРПК 76(2) for "after"; the regulation is silent for "before", counted alike). 0 gives the date itself.
 */
export function addWorkingDays(event: PlainDate, count: number, calendar: WorkCalendar): CountedDate {
  const step = count < 0 ? -1 : 1
  const skipped: DayKind[] = []
  let date = event
  for (let left = Math.abs(count); left > 0; ) {
    date = addDays(date, step)
    const kind = dayKind(date, calendar)
    if (kind.working) left -= 1
    else skipped.push(kind)
  }
  return { date, skipped, unsureYears: unsureYearsBetween(event, date, calendar) }
}

/** The first working day after a date. */
export function nextWorkingDay(date: PlainDate, calendar: WorkCalendar): PlainDate {
  return addWorkingDays(date, 1, calendar).date
}

/** The last working day before a date. */
export function previousWorkingDay(date: PlainDate, calendar: WorkCalendar): PlainDate {
  return addWorkingDays(date, -1, calendar).date
}

/** The date itself where it works, else the next working day: the last permitted day of a term (АППК/ӘРПК 76(5)). */
export function rollForward(date: PlainDate, calendar: WorkCalendar): CountedDate {
  const kind = dayKind(date, calendar)
  if (kind.working) return { date, skipped: [], unsureYears: unsureYearsBetween(date, date, calendar) }
  const rolled = addWorkingDays(date, 1, calendar)
  return { ...rolled, skipped: [kind, ...rolled.skipped] }
}

/** Years from one date to another, either way round, whose table is provisional or missing. */
export function unsureYearsBetween(a: PlainDate, b: PlainDate, calendar: WorkCalendar): number[] {
  const first = Math.min(partsOf(a).year, partsOf(b).year)
  const last = Math.max(partsOf(a).year, partsOf(b).year)
  const unsure: number[] = []
  for (let year = first; year <= last; year += 1) {
    if (statusOfYear(year, calendar) !== 'approved') unsure.push(year)
  }
  return unsure
}
