/** Counts below this (but not zero) are not given out of the office: so few may be known to each other. */
export const SMALLEST_TOLD = 5

/**
 * Which counts of a table are held back from what leaves the office: those from 1 to 4, and as many more as keep a sum of a row or
 * a column from telling a single one that is held back (the least of the others with it; never a zero). True: held back.
 */
export function heldBack(counts: readonly (readonly number[])[]): boolean[][] {
  const held = counts.map(row => row.map(count => count > 0 && count < SMALLEST_TOLD))
  for (let isSettled = false; !isSettled; ) {
    isSettled = true
    for (const line of linesOf(counts)) {
      const alone = line.filter(([row, column]) => held[row]?.[column])
      const sum = alone.reduce((total, [row, column]) => total + (counts[row]?.[column] ?? 0), 0)
      if (alone.length === 0 || (alone.length > 1 && sum >= SMALLEST_TOLD)) continue
      const next = line
        .filter(([row, column]) => !held[row]?.[column] && (counts[row]?.[column] ?? 0) > 0)
        .sort((a, b) => (counts[a[0]]?.[a[1]] ?? 0) - (counts[b[0]]?.[b[1]] ?? 0))[0]
      if (next === undefined) continue
      ;(held[next[0]] as boolean[])[next[1]] = true
      isSettled = false
    }
  }
  return held
}

/** Every row and every column, as places. */
function linesOf(counts: readonly (readonly number[])[]): [number, number][][] {
  const rows = counts.map((row, at) => row.map((_, column): [number, number] => [at, column]))
  const columns = (counts[0] ?? []).map((_, column) => counts.map((__, at): [number, number] => [at, column]))
  return [...rows, ...columns]
}
