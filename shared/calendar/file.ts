import { z } from 'zod'
import { Bilingual } from '../official/model.ts'
import { fail, ok, type Result } from '../result/result.ts'
import { type PlainDate, partsOf } from '../time/plain-date.ts'
import { CalendarDay, CalendarYear } from './model.ts'

/** How a file of calendar years says what it is. */
const FORMAT = 'qabyldau-calendar'
/** The version of the file this program writes. A released version stays readable. */
const VERSION = 1

/** A year as a file carries it. `act` may be empty: then a person says what the year rests on. */
export const FileYear = z.strictObject({ year: CalendarYear, act: Bilingual })
export type FileYear = z.infer<typeof FileYear>

/** What is wrong in a row, and by it what to do: `calendar.problem.<code>` in locales/. */
export const FILE_PROBLEMS = [
  'date_unreadable',
  'day_twice',
  'kind_unknown',
  'name_missing',
  'status_unknown',
  'year_unreadable',
  'row_unreadable',
] as const

/** A row that cannot be taken. `row`: of the sheet, or the place of the day in its year, from 1; 0: the year itself. */
export const FileProblem = z.strictObject({
  row: z.int().nonnegative(),
  year: z.int().nullable(),
  code: z.enum(FILE_PROBLEMS),
})
export type FileProblem = z.infer<typeof FileProblem>

/** A file that was understood. With problems in it nothing of it is to be kept: a missing day would move terms unseen. */
export const FileReading = z.strictObject({
  years: z.array(FileYear).max(211),
  problems: z.array(FileProblem).max(2000),
})
export type FileReading = z.infer<typeof FileReading>

/** The text of a file with these years. */
export function calendarFileText(years: readonly FileYear[]): string {
  const flat = years.map(({ year, act }) => ({ year: year.year, status: year.status, act, days: year.days }))
  return `${JSON.stringify({ format: FORMAT, version: VERSION, years: flat }, null, 2)}\n`
}

/** The head alone: what the file says of itself. */
const Head = z.object({ format: z.literal(FORMAT), version: z.int().positive(), years: z.array(z.unknown()).max(211) })
const LooseYear = z.object({
  year: CalendarYear.shape.year,
  status: CalendarYear.shape.status,
  act: Bilingual,
  days: z.array(z.unknown()).max(1000),
})

/** Reads the text of a file. Errors: `calendar.not_calendar`, `calendar.newer_file`. */
export function readCalendarText(text: string): Result<FileReading> {
  const head = Head.safeParse(parsedJson(text))
  if (!head.success) return fail('calendar.not_calendar')
  if (head.data.version > VERSION) return fail('calendar.newer_file')
  const problems: FileProblem[] = []
  const years = head.data.years.flatMap((one): FileYear[] => {
    const loose = LooseYear.safeParse(one)
    if (!loose.success) {
      problems.push({ row: 0, year: yearOf(one), code: 'year_unreadable' })
      return []
    }
    const { year, status, act } = loose.data
    const rows = loose.data.days.map((value, place) => dayOf(value, place + 1))
    return [{ year: yearWith(year, status, rows, problems), act }]
  })
  return ok({ years: onceEach(years, problems), problems })
}

/** A row as it was read: a day, or what is wrong with it. */
export interface ReadRow {
  readonly row: number
  readonly day: CalendarDay | null
  readonly code: FileProblem['code'] | null
}

/** The day of a row as it came; a name is needed in both languages. */
export function dayOf(value: unknown, row: number): ReadRow {
  const day = CalendarDay.safeParse(value)
  if (!day.success) {
    const field = day.error.issues[0]?.path[0]
    return {
      row,
      day: null,
      code: field === 'date' ? 'date_unreadable' : field === 'mark' ? 'kind_unknown' : 'row_unreadable',
    }
  }
  const { kk, ru } = day.data.name
  return kk.trim() === '' || ru.trim() === ''
    ? { row, day: null, code: 'name_missing' }
    : { row, day: day.data, code: null }
}

/** The year with the rows that are sound; what is wrong with the others is added to the problems. */
export function yearWith(
  number: number,
  status: CalendarYear['status'],
  rows: readonly ReadRow[],
  problems: FileProblem[],
): CalendarYear {
  const days = new Map<PlainDate, CalendarDay>()
  for (const { row, day, code } of rows) {
    const problem = code ?? problemOf(day, number, days)
    if (problem !== null) problems.push({ row, year: number, code: problem })
    else if (day !== null) days.set(day.date, day)
  }
  const sorted = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
  return CalendarYear.parse({ year: number, status, days: sorted })
}

function problemOf(day: CalendarDay | null, year: number, days: ReadonlyMap<PlainDate, CalendarDay>) {
  if (day === null) return null
  if (partsOf(day.date).year !== year) return 'date_unreadable' as const
  return days.has(day.date) ? ('day_twice' as const) : null
}

function onceEach(years: readonly FileYear[], problems: FileProblem[]): FileYear[] {
  return years.filter(({ year }, place) => {
    const isFirst = years.findIndex(other => other.year.year === year.year) === place
    if (!isFirst) problems.push({ row: 0, year: year.year, code: 'year_unreadable' })
    return isFirst
  })
}

function yearOf(value: unknown): number | null {
  const year = z.object({ year: z.int() }).safeParse(value)
  return year.success ? year.data.year : null
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}
