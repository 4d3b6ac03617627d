/** A column of a list: its title, and whether it stands under the one before. */
export interface ListColumn {
  readonly title: string
  readonly under: boolean
}

/** A place of a printed line: the numbers of the one or more columns that share it, from above. */
export type Place = readonly number[]

/** The places of a line. Unless the list is to be whole, a place empty in every row takes no room and falls out. */
export function placesOf(
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
  isWhole = false,
): Place[] {
  const places: number[][] = []
  for (const [index, column] of columns.entries()) {
    const last = places.at(-1)
    if (column.under && last !== undefined) last.push(index)
    else places.push([index])
  }
  if (isWhole) return places
  const filled = columns.map((_, index) => rows.some(row => (row[index] ?? '') !== ''))
  return places.filter(place => place.some(index => filled[index]))
}
