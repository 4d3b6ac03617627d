import type { Stamp } from '../time/stamp.ts'
import type { CalendarYear, WorkCalendar } from './model.ts'
import { SEED_CALENDAR } from './seed.ts'
import type { CalendarState, YearVersion } from './transitions.ts'

type Versions = Pick<CalendarState, 'versions'>

/** The working calendar of an office: the years the product brings, and over them those the office has set. By year. */
export function officeCalendar(states: readonly Versions[]): WorkCalendar {
  return merged(states.flatMap(({ versions }) => versions.slice(-1)))
}

/** The calendar as it stood right after an instant of the journal; null: before anything was set. */
export function calendarAt(states: readonly Versions[], stamp: Stamp | null): WorkCalendar {
  return merged(
    states.flatMap(({ versions }) => versions.filter(one => stamp !== null && one.stamp <= stamp).slice(-1)),
  )
}

/** The newest change of the calendar, or null where the office has set nothing. */
export function lastChange(states: readonly Versions[]): YearVersion | null {
  const newest = states.flatMap(({ versions }) => versions.slice(-1))
  return newest.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1)).at(-1) ?? null
}

function merged(set: readonly YearVersion[]): WorkCalendar {
  const years = new Map<number, CalendarYear>()
  for (const year of [...SEED_CALENDAR.years, ...set.map(one => one.year)]) years.set(year.year, year)
  return { years: [...years.values()].sort((a, b) => a.year - b.year) }
}
