import { type DateWords, daysOfMonth } from '../time/official-date.ts'
import { addDays, type PlainDate, partsOf } from '../time/plain-date.ts'
import type { SkippedDay } from './terms.ts'

/** Days off of one reason: those of one row's name, or all plain weekend days together. In the order of the calendar. */
export interface DayGroup {
  readonly day: SkippedDay
  readonly dates: readonly PlainDate[]
}

/** Days passed over, gathered by reason: what is a plain Saturday or Sunday first, then each holiday and moved day by its name. */
export function groupedByReason(skipped: readonly SkippedDay[]): DayGroup[] {
  const groups = new Map<string, { day: SkippedDay; dates: PlainDate[] }>()
  for (const day of skipped.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const key = day.name === null ? day.reason : `${day.reason} ${day.name.kk} ${day.name.ru} ${partsOf(day.date).year}`
    const group = groups.get(key) ?? { day, dates: [] }
    group.dates.push(day.date)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => Number(a.day.name !== null) - Number(b.day.name !== null))
}

/**
 * Days in words, runs drawn together: "21-22, 28-29 november, 5-6 december", with a dash. A month stands once for all of its
 * days; the year is said where it is not `year`.
 */
export function runsText(dates: readonly PlainDate[], year: number, words: DateWords): string {
  const runs = runsOf(dates)
  const months: { first: PlainDate; days: string[] }[] = []
  for (const [first, last] of runs) {
    const days = first === last ? String(partsOf(first).day) : `${partsOf(first).day}\u2013${partsOf(last).day}`
    const open = months.at(-1)
    if (open?.first.slice(0, 7) === first.slice(0, 7)) open.days.push(days)
    else months.push({ first, days: [days] })
  }
  return months
    .map(({ first, days }) => daysOfMonth(days.join(', '), first, words, partsOf(first).year !== year))
    .join(', ')
}

/** First and last days of runs without a gap. A run ends with its month: its name stands once. */
function runsOf(dates: readonly PlainDate[]): [PlainDate, PlainDate][] {
  const runs: [PlainDate, PlainDate][] = []
  for (const date of dates) {
    const run = runs.at(-1)
    if (run !== undefined && addDays(run[1], 1) === date && run[1].slice(0, 7) === date.slice(0, 7)) run[1] = date
    else runs.push([date, date])
  }
  return runs
}
