import type { Cell, Table } from '#shared/import/table.ts'
import { decodeText } from './decode-text.ts'
import type { TableLimits } from './limits.ts'
import { splitRows } from './split-rows.ts'

const DELIMITERS = [';', ',', '\t', '|']

/** Reads a CSV file as a table of one nameless sheet; every cell stays text. Throws `ExpectedError` (`table.*`). */
export function parseCsv(bytes: Buffer, limits: TableLimits): Table {
  const { text, delimiter } = takeHint(decodeText(bytes))
  const by = delimiter === '' ? guessDelimiter(text, limits) : delimiter
  const table = rowsOf(text, by, Number.POSITIVE_INFINITY, limits).map(row =>
    row.map((cell): Cell => (cell === '' ? null : cell)),
  )
  while (table.at(-1)?.every(cell => cell === null)) table.pop()
  return { sheets: [{ name: '', hidden: false, rows: table }] }
}

/**
 * A stray quote would swallow all rows up to the next one. Where the quotes do not pair, they are taken for plain
 * characters: an organisation's name keeps its quotes and no row is lost.
 */
function rowsOf(text: string, delimiter: string, wanted: number, limits: TableLimits): string[][] {
  const paired = splitRows(text, { delimiter, quoted: true, wanted }, limits)
  return paired ?? splitRows(text, { delimiter, quoted: false, wanted }, limits) ?? []
}

/** The delimiter by which most of the first rows have the same number of cells, and the most cells. */
function guessDelimiter(text: string, limits: TableLimits): string {
  let best = { delimiter: ';', score: 0 }
  for (const delimiter of DELIMITERS) {
    const rows = rowsOf(text, delimiter, 40, limits).filter(row => row.length > 1 || row[0] !== '')
    const widths = new Map<number, number>()
    for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
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
