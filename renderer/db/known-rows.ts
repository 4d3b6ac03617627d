/**
 * A live answer as it goes to the page: where it holds rows the page has from the answer before, their places there stand
 * in `rows` instead of them. A list of a thousand in which one has moved costs that one, on both threads.
 */
export interface SentAnswer {
  readonly value: unknown
  /** For each row its place in the answer before, or the row itself; absent: all is in `value`. */
  readonly rows?: readonly unknown[]
}

/** What is sent of an answer, after the one told before. Rows are the same where they are the very same objects. */
export function changesOfRows(told: unknown, value: unknown): SentAnswer {
  const before = rowsOf(told)
  const after = rowsOf(value)
  if (before === null || after === null || before.length === 0) return { value }
  const places = new Map(before.map((row, place) => [row, place]))
  const rows = after.map(row => places.get(row) ?? row)
  if (rows.every(row => typeof row === 'object')) return { value }
  return { value: Array.isArray(value) ? [] : { ...(value as object), rows: [] }, rows }
}

/** The answer in full again, from what was sent and the answer before: rows that stayed are the same objects. */
export function wholeAnswer(before: unknown, { value, rows }: SentAnswer): unknown {
  if (rows === undefined) return value
  const known = rowsOf(before) ?? []
  const whole = rows.map(row => (typeof row === 'number' ? known[row] : row))
  return Array.isArray(value) ? whole : { ...(value as object), rows: whole }
}

function rowsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value.every(row => typeof row === 'object') ? value : null
  const rows = typeof value === 'object' && value !== null && 'rows' in value ? value.rows : null
  return Array.isArray(rows) ? rows : null
}
