import type { Bilingual } from '../official/model.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { CalendarDay, CalendarYear } from './model.ts'

/** A row that came, went or was changed. */
export interface RowChange {
  readonly date: PlainDate
  readonly before: CalendarDay | null
  readonly after: CalendarDay | null
}

/** What differs between two tables of a year, by date; null: there is no such table. */
export function rowChanges(before: CalendarYear | null, after: CalendarYear | null): RowChange[] {
  const old = byDate(before)
  const next = byDate(after)
  const dates = [...new Set([...old.keys(), ...next.keys()])].sort()
  return dates
    .map(date => ({ date, before: old.get(date) ?? null, after: next.get(date) ?? null }))
    .filter(one => !isSameDay(one.before, one.after))
}

/** Whether two tables of a year say the same, in whatever order. */
export function isSameYear(a: CalendarYear | null, b: CalendarYear | null): boolean {
  return a?.status === b?.status && rowChanges(a, b).length === 0
}

/** The table with a row in place of that of its date and, where it was moved, of the date it had. Rows by date. */
export function withDay(year: CalendarYear, day: CalendarDay, had: PlainDate | null = null): CalendarYear {
  const others = year.days.filter(({ date }) => date !== day.date && date !== had)
  return { ...year, days: [...others, day].sort((a, b) => (a.date < b.date ? -1 : 1)) }
}

/** The table without the row of a date. */
export function withoutDay(year: CalendarYear, date: PlainDate): CalendarYear {
  return { ...year, days: year.days.filter(day => day.date !== date) }
}

/** The table with the act of the year on the rows that rest on none. */
export function restingOn(year: CalendarYear, act: Bilingual): CalendarYear {
  const isBare = (day: CalendarDay) => day.act.kk.trim() === '' && day.act.ru.trim() === ''
  return { ...year, days: year.days.map(day => (isBare(day) ? { ...day, act } : day)) }
}

function byDate(year: CalendarYear | null): Map<PlainDate, CalendarDay> {
  return new Map((year?.days ?? []).map(day => [day.date, day]))
}

function isSameDay(a: CalendarDay | null, b: CalendarDay | null): boolean {
  if (a === null || b === null) return a === b
  const texts = ({ mark, key, name, act }: CalendarDay) => [mark, key, name.kk, name.ru, act.kk, act.ru].join('\n')
  return texts(a) === texts(b)
}
