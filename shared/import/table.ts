import { z } from 'zod'
import { fromEpochDay } from '../time/plain-date.ts'

/**
 * A cell as a spreadsheet holds it: empty, text, number, truth value, a day of the 1900 date system (with the time of day
 * as its fraction), or an error such as `#REF!`.
 */
export const Cell = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ serial: z.number() }),
  z.strictObject({ error: z.string().max(40) }),
])
export type Cell = z.infer<typeof Cell>

/** A sheet: its rows from row 1 of the file on, each as long as its last filled cell. `rows[0]` is sheet row 1. */
export const Sheet = z.strictObject({ name: z.string(), hidden: z.boolean(), rows: z.array(z.array(Cell)) })
export type Sheet = z.infer<typeof Sheet>

/** A table file after reading: nothing understood yet. A CSV file is one sheet with an empty name. */
export const Table = z.strictObject({ sheets: z.array(Sheet) })
export type Table = z.infer<typeof Table>

/** Days from serial 0 of the 1900 system to 1970-01-01, for serials after its invented 29 February 1900 (serial 60). */
const SERIAL_OF_EPOCH = 25569

/** Epoch day of a serial of the 1900 date system, or null outside 1900-2199 and for the day that never was. */
export function findEpochDayOfSerial(serial: number): number | null {
  const day = Math.floor(serial)
  if (!(day >= 1 && day < 109575) || day === 60) return null
  return day - SERIAL_OF_EPOCH + (day < 60 ? 1 : 0)
}

/** The text of a cell as a person would copy it; a date as `YYYY-MM-DD`, a time of day as `HH:MM`, an error as it stands. */
export function textOfCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return textOfNumber(cell)
  if (typeof cell === 'boolean') return cell ? '1' : '0'
  return 'error' in cell ? cell.error : textOfSerial(cell.serial)
}

/** Whether a cell holds nothing a person would see. */
export function isBlank(cell: Cell | undefined): boolean {
  return (
    cell === null || cell === undefined || (typeof cell === 'string' && !/[^\s\u200b-\u200f\ufeff\u00ad]/.test(cell))
  )
}

function textOfNumber(value: number): string {
  // Identification numbers are whole and below 1e15, so no exponent appears in them.
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(0) : String(value)
}

function textOfSerial(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const day = findEpochDayOfSerial(serial)
  if (day === null) return serial >= 0 && serial < 1 ? time : String(serial)
  return minutes === 0 ? fromEpochDay(day) : `${fromEpochDay(day)} ${time}`
}
