import type { Cell } from '#shared/import/table.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { TableLimits } from './limits.ts'
import { parseXml, type XmlHandler } from './parse-xml.ts'
import { checkLength, unescapeText } from './xlsx-strings.ts'

/** What a sheet is read with: texts and styles of the workbook, and what is left of the limits, counted over all sheets. */
export interface SheetContext {
  readonly strings: readonly string[]
  readonly dateStyles: readonly boolean[]
  readonly date1904: boolean
  readonly limits: TableLimits
  readonly used: { cells: number; characters: number }
}

/** Days between the two date systems of spreadsheets. */
const DAYS_1904 = 1462

/**
 * The filled rows of a worksheet part, dense from row 1. Errors: `table.broken`, `table.too_many_rows`, `.too_many_columns`,
 * `.too_many_cells`, `.cell_too_long`.
 */
export async function readSheet(chunks: AsyncIterable<string>, context: SheetContext): Promise<Cell[][]> {
  const rows: Cell[][] = []
  await parseXml(chunks, sheetHandler(rows, context))
  for (let row = 0; row < rows.length; row += 1) rows[row] ??= []
  return rows
}

interface OpenCell {
  column: number
  type: string
  isDate: boolean
  value: string
}

function sheetHandler(rows: Cell[][], context: SheetContext): XmlHandler {
  let row = -1
  let column = -1
  let cell: OpenCell | null = null
  let inValue = false
  let inPhonetic = false
  return {
    open(name, attributes) {
      if (name === 'row') {
        row = nextRow(attributes.r, row)
        column = -1
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        const isDate = context.dateStyles[Number(attributes.s ?? 0)] ?? false
        cell = { column, type: attributes.t ?? 'n', isDate, value: '' }
      } else if (name === 'rPh') inPhonetic = true
      else if (name === 'v' || (name === 't' && !inPhonetic)) inValue = cell !== null
    },
    text(piece) {
      if (inValue && cell !== null) cell.value += piece
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false
      if (name === 'rPh') inPhonetic = false
      if (name !== 'c' || cell === null) return
      put(rows, row, cell, context)
      cell = null
    },
  }
}

function put(rows: Cell[][], row: number, open: OpenCell, context: SheetContext): void {
  const cell = cellOf(open, context)
  if (cell === null) return
  const { limits, used } = context
  if (row < 0 || open.column < 0) throw new ExpectedError('table.broken')
  if (row >= limits.rows) throw new ExpectedError('table.too_many_rows', { limit: limits.rows })
  if (open.column >= limits.columns) throw new ExpectedError('table.too_many_columns', { limit: limits.columns })
  used.cells += 1
  // One shared string may stand in a million cells: what counts is the text as it would be copied out.
  used.characters += typeof cell === 'string' ? cell.length : 0
  if (used.cells > limits.cells || used.characters > limits.totalCharacters)
    throw new ExpectedError('table.too_many_cells')
  const cells = rows[row] ?? []
  while (cells.length < open.column) cells.push(null)
  cells[open.column] = cell
  rows[row] = cells
}

function cellOf({ type, value, isDate }: OpenCell, context: SheetContext): Cell {
  if (value === '') return null
  switch (type) {
    case 's':
      return sharedString(value, context.strings)
    case 'b':
      return value === '1' || value === 'true'
    case 'e':
      return { error: value.slice(0, 40) }
    case 'n':
      return numberOf(value, isDate, context.date1904)
    default:
      return checkLength(unescapeText(value), context.limits)
  }
}

function sharedString(value: string, strings: readonly string[]): string | null {
  const text = strings[Number(value)]
  if (text === undefined) throw new ExpectedError('table.broken')
  return text === '' ? null : text
}

function numberOf(value: string, isDate: boolean, date1904: boolean): Cell {
  const number = Number(value)
  if (!Number.isFinite(number)) return value.slice(0, 100)
  return isDate ? { serial: date1904 ? number + DAYS_1904 : number } : number
}

function nextRow(reference: string | undefined, last: number): number {
  const row = reference === undefined ? last + 1 : Number(reference) - 1
  if (!Number.isInteger(row) || row <= last) throw new ExpectedError('table.broken')
  return row
}

/** Index from 0 of the column of a reference such as `AB12`. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0]
  if (letters === undefined) throw new ExpectedError('table.broken')
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
