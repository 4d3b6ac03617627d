import { compareKazakh } from '#shared/text/collate.ts'
import type { ColumnKey, JournalColumn, Value } from './column.ts'
import type { Line } from './use-journal.ts'

/** In which order the lines stand: by a column, or as the journal is kept. */
export interface Order {
  readonly column: ColumnKey
  readonly isDescending: boolean
}

/** What the lines are narrowed by and put in order by. */
export interface Narrowing {
  readonly text: string
  /** Values of columns with few of them. */
  readonly chosen: Readonly<Partial<Record<ColumnKey, string>>>
  readonly order: Order | null
}

/** Whether a line passes: each chosen value is its own, and the text stands in what is seen of it. */
export function passes(
  { values }: Pick<Line, 'values'>,
  columns: readonly JournalColumn[],
  shown: readonly JournalColumn[],
  { text, chosen }: Pick<Narrowing, 'text' | 'chosen'>,
): boolean {
  const valueIn = (column: JournalColumn) => values[columns.indexOf(column)] ?? null
  const isChosen = columns.every(column => {
    const wanted = chosen[column.key]
    return wanted === undefined || valueIn(column) === wanted
  })
  const sought = text.trim().toLocaleLowerCase('kk')
  if (!isChosen || sought === '') return isChosen
  return shown.some(column =>
    String(valueIn(column) ?? '')
      .toLocaleLowerCase('kk')
      .includes(sought),
  )
}

/** The lines in an order: texts by the Kazakh alphabet, dates and numbers by value, what is empty last; else as they came. */
export function inOrder(
  lines: readonly Line[],
  columns: readonly JournalColumn[],
  order: Order | null,
): readonly Line[] {
  const at = columns.findIndex(({ key }) => key === order?.column)
  if (order === null || at < 0) return lines
  const sign = order.isDescending ? -1 : 1
  return lines.toSorted((a, b) => {
    const [one, other] = [a.values[at] ?? null, b.values[at] ?? null]
    if (isEmpty(one) || isEmpty(other)) return Number(isEmpty(one)) - Number(isEmpty(other))
    return sign * compare(one, other)
  })
}

function isEmpty(value: Value): boolean {
  return value === null || value === ''
}

function compare(a: Value, b: Value): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareKazakh(String(a), String(b))
}
