import type { RepeatCell, Repeats } from '#shared/analytics/repeats.ts'
import { heldBack, SMALLEST_TOLD } from '#shared/analytics/suppressed.ts'

/** The matrix of topics and districts that have repeats: rows and columns with the most persons first. */
export interface RepeatTable {
  readonly topics: readonly (string | null)[]
  readonly districts: readonly (string | null)[]
  readonly at: (topic: string | null, district: string | null) => RepeatCell | undefined
}

/** Orders the cells as a table. */
export function repeatTable({ cells }: Repeats): RepeatTable {
  const told = cells.filter(({ persons }) => persons > 0)
  const known = new Map(cells.map(cell => [`${cell.topic ?? ''} ${cell.district ?? ''}`, cell]))
  const ordered = (of: (cell: RepeatCell) => string | null) => {
    const sums = new Map<string | null, number>()
    for (const cell of told) sums.set(of(cell), (sums.get(of(cell)) ?? 0) + cell.persons)
    return [...sums].sort((a, b) => b[1] - a[1]).map(([code]) => code)
  }
  return {
    topics: ordered(({ topic }) => topic),
    districts: ordered(({ district }) => district),
    at: (topic, district) => known.get(`${topic ?? ''} ${district ?? ''}`),
  }
}

/** The table with its sums as texts that may leave the office: what is too small, or tells of it, is held back. */
export function tableForOutside({ topics, districts, at }: RepeatTable): string[][] {
  const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0)
  const inner = topics.map(topic => districts.map(district => at(topic, district)?.persons ?? 0))
  const rows = inner.map(row => [...row, sum(row)])
  const last = rows[0]?.map((_, column) => sum(rows.map(row => row[column] ?? 0))) ?? []
  const counts = [...rows, last]
  const held = heldBack(counts)
  return counts.map((row, at) =>
    row.map((count, column) => {
      if (!held[at]?.[column]) return String(count)
      return count < SMALLEST_TOLD ? `< ${SMALLEST_TOLD}` : '·'
    }),
  )
}
