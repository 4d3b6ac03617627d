import { foldWords } from '../text/fold.ts'
import { remembering } from '../text/remembering.ts'
import { readDate } from './date-cell.ts'
import { TOTALS_WORDS } from './headers-journal.ts'
import type { SkipReason } from './problems.ts'
import { type Cell, isBlank, textOfCell } from './table.ts'
import { type ColumnMapping, type HeaderWords, indexesOf, isHeaderRow } from './understand-columns.ts'

/** Why a row below or above the header is not a record, or null where it is one. Doubtful rows are records. */
export function whySkipped<Field extends string>(
  cells: readonly Cell[],
  sheetRow: number,
  mapping: ColumnMapping<Field>,
  words: HeaderWords<Field>,
): SkipReason | null {
  if (sheetRow < mapping.headerRow) return 'title'
  if (sheetRow === mapping.headerRow) return 'header'
  const filled = [...cells.entries()].filter(([, cell]) => !isBlank(cell))
  if (filled.length === 0) return 'blank'
  if (isHeaderRow(cells, words)) return 'repeated_header'
  const values = filled.map(([, cell]) => cell)
  if (isColumnNumbers(values)) return 'column_numbers'
  if (isTotals(values, cells, mapping)) return 'totals'
  return filled.length === 1 ? whyLonely(filled[0], mapping) : null
}

/** A row 1, 2, 3 ... under the header that numbers the columns. */
function isColumnNumbers(values: readonly Cell[]): boolean {
  if (values.length < 4) return false
  const numbers = values.map(cell => Number(textOfCell(cell)))
  const first = numbers[0]
  return first !== undefined && first >= 0 && first <= 2 && numbers.every((value, index) => value === first + index)
}

/** A sum word first (after the number at most), and neither a date of registration nor an IIN in the row. */
function isTotals<Field extends string>(
  values: readonly Cell[],
  cells: readonly Cell[],
  mapping: ColumnMapping<Field>,
): boolean {
  const sum = values.slice(0, 3).some(cell => typeof cell === 'string' && beginsWithSum(cell))
  if (!sum) return false
  const indexes: ReadonlyMap<string, number> = indexesOf(mapping)
  const registered = readDate(cells[indexes.get('registered') ?? -1] ?? null)
  const iin = textOfCell(cells[indexes.get('iin') ?? -1]).replace(/\D/g, '')
  return registered.kind !== 'date' && iin.length < 9
}

function whyLonely<Field extends string>(
  lonely: readonly [number, Cell] | undefined,
  mapping: ColumnMapping<Field>,
): SkipReason | null {
  if (lonely === undefined) return 'blank'
  const [index, cell] = lonely
  const field: string | null = mapping.columns[index]?.field ?? null
  if (field !== null && field !== 'number') return null
  const isNumber = /^\s*\d{1,9}\.?\s*$/.test(textOfCell(cell))
  return field === 'number' && isNumber ? 'number_only' : 'note'
}

const beginsWithSum = remembering((text: string) => TOTALS_WORDS.includes(foldWords(text).split(' ')[0] ?? ''))
