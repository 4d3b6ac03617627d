import { ExpectedError } from '#shared/result/result.ts'
import type { TableLimits } from './limits.ts'
import { checkLength } from './xlsx-strings.ts'

/** What a text is split by. */
export interface Splitting {
  readonly delimiter: string
  /** Whether a quote at the beginning of a cell opens one in which delimiters and lines are plain. */
  readonly quoted: boolean
  /** Rows that are wanted; the rest is not looked at. */
  readonly wanted: number
}

/**
 * The rows of a text, cut as they come: whatever there is too much of ends it where it is met, before the rest is read. Null:
 * quotes do not pair. Throws `table.too_many_rows|columns` (limit), `.too_many_cells`, `.cell_too_long` (limit).
 */
export function splitRows(text: string, splitting: Splitting, limits: TableLimits): string[][] | null {
  const { delimiter, quoted, wanted } = splitting
  const ending = text.includes('\n') ? '\n' : '\r'
  const rows: string[][] = []
  let row: string[] = []
  let cells = 0
  for (let at = 0; rows.length < wanted; ) {
    const opened = quoted && text[at] === '"'
    const cell = opened ? quotedCell(text, at, delimiter, limits) : plainCell(text, at, delimiter, ending)
    if (cell === null) return null
    row.push(opened ? cell.value : checkLength(cell.value, limits))
    cells += 1
    if (row.length > limits.columns) throw new ExpectedError('table.too_many_columns', { limit: limits.columns })
    if (cells > limits.cells) throw new ExpectedError('table.too_many_cells')
    at = cell.end + 1
    if (text[cell.end] === delimiter) continue
    rows.push(row)
    if (rows.length > limits.rows) throw new ExpectedError('table.too_many_rows', { limit: limits.rows })
    row = []
    if (cell.end >= text.length) return rows
    // Of two signs that end a line together the second one.
    if (text[cell.end] === '\r' && ending === '\n') at += 1
  }
  return rows
}

interface Found {
  readonly value: string
  /** Place of the sign that ends the cell, or the length of the text. */
  readonly end: number
}

function plainCell(text: string, from: number, delimiter: string, ending: string): Found {
  let end = from
  while (end < text.length && text[end] !== delimiter && text[end] !== ending) end += 1
  const isPair = ending === '\n' && text[end] === '\n' && end > from && text[end - 1] === '\r'
  return isPair ? { value: text.slice(from, end - 1), end } : { value: text.slice(from, end), end }
}

/** A cell in quotes, two of which stand for one; null where nothing, or something else than its end, follows. */
function quotedCell(text: string, from: number, delimiter: string, limits: TableLimits): Found | null {
  let value = ''
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at)
    if (quote < 0 || value.length + quote - at > limits.cellCharacters) return null
    value += text.slice(at, quote)
    if (text[quote + 1] === '"') {
      value += '"'
      at = quote + 2
      continue
    }
    let end = quote + 1
    while (text[end] === ' ' && delimiter !== ' ') end += 1
    return end >= text.length || [delimiter, '\n', '\r'].includes(text[end] ?? '') ? { value, end } : null
  }
}
