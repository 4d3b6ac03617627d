import type { Change } from '#shared/change/project.ts'
import type { Sums } from '#shared/change/project-sums.ts'
import { marksOf } from '#shared/change/project-view.ts'
import type { StoredTotals } from './store.ts'

/** The totals after a fold; the same object where none of them moves. A mark that none has any more is dropped. */
export function movedTotals(totals: StoredTotals, changes: readonly Change[], sums: Sums): StoredTotals {
  const moves = new Map<string, number>()
  const move = (view: Change['after']['view'], by: number) => {
    for (const mark of marksOf(view)) moves.set(mark, (moves.get(mark) ?? 0) + by)
  }
  for (const { before, after } of changes) {
    move(before?.view ?? null, -1)
    move(after.view, 1)
  }
  const moved = [...moves].filter(([, by]) => by !== 0)
  if (moved.length === 0 && sums.applications === 0 && sums.marked === 0) return totals
  const marks: Record<string, number> = { ...totals.marks }
  for (const [mark, by] of moved) {
    const count = (marks[mark] ?? 0) + by
    if (count === 0) delete marks[mark]
    else marks[mark] = count
  }
  return {
    ...totals,
    applications: totals.applications + sums.applications,
    marked: totals.marked + sums.marked,
    marks,
  }
}
