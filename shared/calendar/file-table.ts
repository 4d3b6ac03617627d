import { readDate } from '../import/date-cell.ts'
import { type Cell, isBlank, textOfCell } from '../import/table.ts'
import { fail, ok, type Result } from '../result/result.ts'
import { partsOf } from '../time/plain-date.ts'
import { dayOf, type FileProblem, type FileReading, type ReadRow, yearWith } from './file.ts'
import type { CalendarYear, DayMark } from './model.ts'
import { keyOfRow } from './seed-holidays.ts'

/** What a column of a calendar's table holds. */
export const CALENDAR_COLUMNS = ['date', 'kind', 'name_kk', 'name_ru', 'act_kk', 'act_ru', 'status'] as const
export type CalendarColumn = (typeof CALENDAR_COLUMNS)[number]

/** What the words of a table mean, lower case, in all languages it may be written in. */
export interface CalendarWords {
  readonly columns: ReadonlyMap<string, CalendarColumn>
  readonly marks: ReadonlyMap<string, DayMark>
  readonly statuses: ReadonlyMap<string, CalendarYear['status']>
}

/** Reads the rows of a table, `rows[0]` being row 1 of the sheet. Error: `calendar.not_calendar` where no heads are found. */
export function readCalendarTable(rows: readonly (readonly Cell[])[], words: CalendarWords): Result<FileReading> {
  const headAt = rows.findIndex(row => placesOf(row, words).size >= 4)
  const places = placesOf(rows[headAt] ?? [], words)
  if (headAt === -1 || !places.has('date') || !places.has('kind')) return fail('calendar.not_calendar')
  const problems: FileProblem[] = []
  const found: ReadRow[] = []
  const statuses = new Map<number, CalendarYear['status']>()
  for (const [index, row] of rows.entries()) {
    if (index <= headAt || row.every(isBlank)) continue
    const at = (column: CalendarColumn) => row[places.get(column) ?? -1]
    const read = rowOf(at, index + 1, words)
    found.push(read)
    if (read.day === null) continue
    const { year } = partsOf(read.day.date)
    const said = lower(textOfCell(at('status')))
    const status = said === '' ? 'provisional' : words.statuses.get(said)
    if (status === undefined) problems.push({ row: index + 1, year, code: 'status_unknown' })
    // One row that is not approved makes the year provisional: it is the careful reading.
    else statuses.set(year, statuses.get(year) === 'provisional' ? 'provisional' : status)
  }
  const numbers = new Set(found.flatMap(({ day }) => (day === null ? [] : [partsOf(day.date).year])))
  for (const { row, code } of found) if (code !== null) problems.push({ row, year: null, code })
  const years = [...numbers].sort().map(number => {
    const own = found.filter(({ day }) => day !== null && partsOf(day.date).year === number)
    return { year: yearWith(number, statuses.get(number) ?? 'provisional', own, problems), act: { kk: '', ru: '' } }
  })
  if (found.length === 0) return fail('calendar.not_calendar')
  return ok({ years, problems: problems.sort((a, b) => a.row - b.row) })
}

function rowOf(at: (column: CalendarColumn) => Cell | undefined, row: number, words: CalendarWords): ReadRow {
  const date = readDate(at('date'))
  if (date.kind !== 'date') return { row, day: null, code: 'date_unreadable' }
  const mark = words.marks.get(lower(textOfCell(at('kind'))))
  if (mark === undefined) return { row, day: null, code: 'kind_unknown' }
  const text = (column: CalendarColumn) => textOfCell(at(column)).trim()
  const name = { kk: text('name_kk'), ru: text('name_ru') }
  const key = keyOfRow(mark, name)
  return dayOf({ date: date.date, mark, key, name, act: { kk: text('act_kk'), ru: text('act_ru') } }, row)
}

function placesOf(row: readonly Cell[], { columns }: CalendarWords): Map<CalendarColumn, number> {
  const places = new Map<CalendarColumn, number>()
  for (const [place, cell] of row.entries()) {
    const column = columns.get(lower(textOfCell(cell)))
    if (column !== undefined && !places.has(column)) places.set(column, place)
  }
  return places
}

function lower(text: string): string {
  return text.trim().toLocaleLowerCase()
}
