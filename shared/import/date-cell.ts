import { foldWords } from '../text/fold.ts'
import { remembering } from '../text/remembering.ts'
import { findPlainDate, fromEpochDay, type PlainDate } from '../time/plain-date.ts'
import { MONTH_STEMS, YEAR_WORDS } from './headers-dates.ts'
import { type Cell, findEpochDayOfSerial } from './table.ts'

/** What a date cell says: nothing, a date, or something that could not be read as one. */
export type DateReading = { kind: 'empty' } | { kind: 'date'; date: PlainDate } | { kind: 'unreadable' }

const UNREADABLE: DateReading = { kind: 'unreadable' }
/** Serials taken for dates where the cell is a bare number: 1954-10-03 to 2064-04-08. A smaller number is not a date. */
const BARE_SERIAL = { from: 20000, to: 60000 }

/**
 * The date of a cell in any style an office writes: a spreadsheet day, day-month-year with dots, slashes, hyphens or a
 * month's name in Kazakh or Russian, ISO; two-digit years are 1970-2069; a time of day is dropped. Never guesses: 07/13/2026
 * is unreadable, not 13 July.
 */
export function readDate(cell: Cell | undefined): DateReading {
  if (cell === null || cell === undefined) return { kind: 'empty' }
  if (typeof cell === 'object') return 'serial' in cell ? ofSerial(cell.serial) : UNREADABLE
  if (typeof cell === 'number') return ofBareSerial(cell)
  if (typeof cell === 'boolean') return UNREADABLE
  return readTextOnce(cell)
}

function readText(text: string): DateReading {
  const words = foldWords(
    text.replace(/(\d)T(?=\d{2}:)/, '$1 ').replace(/\s\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*Z?\s*$/, ''),
  )
  if (words === '') return text.trim() === '' ? { kind: 'empty' } : UNREADABLE
  const parts = words
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .split(' ')
    .filter(word => !YEAR_WORDS.includes(word))
  if (parts.length === 1 && /^\d{5}([.,]\d+)?$/.test(text.trim())) return ofBareSerial(Number(text.replace(',', '.')))
  if (parts.length !== 3) return UNREADABLE
  const [first, second, third] = parts as [string, string, string]
  const yearFirst = /^\d{4}$/.test(first)
  const reading = yearFirst ? yearFirstOrder(first, second, third) : dayFirstOrder(first, second, third)
  return reading ? { kind: 'date', date: reading } : UNREADABLE
}

/** Days repeat down a column. */
const readTextOnce = remembering(readText)

function dayFirstOrder(day: string, month: string, year: string): PlainDate | null {
  return ofParts(year, findMonth(month), day)
}

/** `2026-07-01`, but also Kazakh `2026 жылғы 1 шілде`, where the day stands before the month's name. */
function yearFirstOrder(year: string, second: string, third: string): PlainDate | null {
  const named = findMonth(third)
  return named !== null && !/^\d/.test(third) ? ofParts(year, named, second) : ofParts(year, findMonth(second), third)
}

function ofParts(year: string, month: number | null, day: string): PlainDate | null {
  if (month === null || !/^\d{1,2}$/.test(day) || !/^(\d{2}|\d{4})$/.test(year)) return null
  const short = Number(year)
  const full = year.length === 4 ? short : short + (short < 70 ? 2000 : 1900)
  return findPlainDate(full, month, Number(day))
}

function findMonth(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const index = MONTH_STEMS.findIndex(stems => stems.some(stem => text.startsWith(stem)))
  return index === -1 ? null : index + 1
}

function ofBareSerial(value: number): DateReading {
  return value >= BARE_SERIAL.from && value < BARE_SERIAL.to ? ofSerial(value) : UNREADABLE
}

function ofSerial(serial: number): DateReading {
  const day = findEpochDayOfSerial(serial)
  return day === null ? UNREADABLE : { kind: 'date', date: fromEpochDay(day) }
}
