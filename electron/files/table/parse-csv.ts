import Papa from 'papaparse'
import type { Cell, Table } from '#shared/import/table.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { decodeText } from './decode-text.ts'
import type { TableLimits } from './limits.ts'
import { checkLength } from './xlsx-strings.ts'

const DELIMITERS = [';', ',', '\t', '|']

/** Reads a CSV file as a table of one nameless sheet; every cell stays text. Throws `ExpectedError` (`table.*`). */
export function parseCsv(bytes: Buffer, limits: TableLimits): Table {
  const { text, delimiter } = takeHint(decodeText(bytes))
  const rows = splitRows(text, delimiter, limits)
  if (rows.length > limits.rows) throw new ExpectedError('table.too_many_rows', { limit: limits.rows })
  let cells = 0
  const table = rows.map(row => {
    cells += row.length
    if (row.length > limits.columns) throw new ExpectedError('table.too_many_columns', { limit: limits.columns })
    if (cells > limits.cells) throw new ExpectedError('table.too_many_cells')
    return row.map((cell): Cell => (cell === '' ? null : checkLength(cell, limits)))
  })
  while (table.at(-1)?.every(cell => cell === null)) table.pop()
  return { sheets: [{ name: '', hidden: false, rows: table }] }
}

/**
 * A stray quote would swallow all rows up to the next one. Where the quotes do not pair, they are taken for plain
 * characters: an organisation's name keeps its quotes and no row is lost.
 */
function splitRows(text: string, delimiter: string, limits: TableLimits): string[][] {
  const options = { delimiter: delimiter === '' ? guessDelimiter(text) : delimiter, preview: limits.rows + 1 }
  const quoted = Papa.parse<string[]>(text, options)
  if (!quoted.errors.some(error => error.type === 'Quotes')) return quoted.data
  return Papa.parse<string[]>(text, { ...options, quoteChar: '\u0000' }).data
}

/** The delimiter by which most of the first rows have the same number of cells, and the most cells. */
function guessDelimiter(text: string): string {
  let best = { delimiter: ';', score: 0 }
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: 40, skipEmptyLines: true })
    const widths = new Map<number, number>()
    for (const row of data) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
    const score = Math.max(0, ...[...widths].map(([width, rows]) => (width - 1) * rows))
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

/** Takes off the first line `sep=;`, by which spreadsheets mark the delimiter. */
function takeHint(text: string): { text: string; delimiter: string } {
  const hint = /^\ufeff?sep=([;,\t|])\r?\n/i.exec(text)
  return hint ? { text: text.slice(hint[0].length), delimiter: hint[1] ?? '' } : { text, delimiter: '' }
}
