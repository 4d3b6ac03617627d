import { z } from 'zod'
import type { View } from '../change/project-view.ts'
import { type Quarter, rangeOfQuarter } from '../time/plain-date.ts'
import { figureKey, type Measure, type Part, partsOfKey } from './contribution.ts'
import { contributionsOf } from './contributions.ts'

/**
 * Figures of a day, or the sum over a period: by `measure` the whole, and by `measure|part|code` what of it stands under a
 * code. A key with zero is absent.
 */
export const Figures = z.record(z.string().max(300), z.int())
export type Figures = z.infer<typeof Figures>

/** The figures by event of the quarter of a report, and of the same quarter a year before (null: the store has nothing of it). */
export const QuarterlyFigures = z.strictObject({ current: Figures, previous: Figures.nullable() })
export type QuarterlyFigures = z.infer<typeof QuarterlyFigures>

/** How the figures of days move: day -> key -> by how much. Keys that do not move are absent. */
export type FigureMoves = ReadonlyMap<number, ReadonlyMap<string, number>>

/** What becomes of the figures when entities become others: the new ones' contributions less the old ones'. */
export function figureMoves(
  changes: Iterable<{ readonly before: View | null; readonly after: View | null }>,
): FigureMoves {
  const moves = new Map<number, Map<string, number>>()
  const add = (view: View | null, sign: 1 | -1) => {
    for (const one of contributionsOf(view)) {
      const day = moves.get(one.day) ?? new Map<string, number>()
      moves.set(one.day, day)
      const key = figureKey(one)
      const by = (day.get(key) ?? 0) + sign * one.amount
      if (by === 0) day.delete(key)
      else day.set(key, by)
    }
  }
  for (const { before, after } of changes) {
    add(before, -1)
    add(after, 1)
  }
  for (const [day, by] of moves) if (by.size === 0) moves.delete(day)
  return moves
}

/** The figures of a day after they moved. */
export function movedFigures(figures: Figures, by: ReadonlyMap<string, number>): Figures {
  const next = new Map(Object.entries(figures))
  for (const [key, amount] of by) {
    const now = (next.get(key) ?? 0) + amount
    if (now === 0) next.delete(key)
    else next.set(key, now)
  }
  return Object.fromEntries(next)
}

/** The figures of days as one; `held` is reckoned day by day, what goes on from quarter to quarter up to its last month. */
export function sumFigures(days: Iterable<Figures>, stock: Figures, quarter: Quarter): Figures {
  const sum = new Map<string, number>()
  const add = (key: string, amount: number) => sum.set(key, (sum.get(key) ?? 0) + amount)
  for (const figures of days) {
    for (const key in figures) add(key, figures[key] ?? 0)
    for (const [official, amount] of heldOf(figures)) {
      add('held', amount)
      add(`held|official|${official}`, amount)
    }
  }
  const last = rangeOfQuarter(quarter).to.slice(0, 7)
  for (const [key, amount] of Object.entries(stock)) {
    const { measure, code } = partsOfKey(key)
    if (code !== null && code <= last) add(measure, amount)
  }
  return Object.fromEntries([...sum].filter(([, amount]) => amount !== 0))
}

/** Of the receptions planned on a day those at which their official received somebody: official -> how many. */
export function heldOf(figures: Figures): [string, number][] {
  return partOf(figures, 'planned', 'official').filter(
    ([official]) => figureOf(figures, 'received', 'official', official) > 0,
  )
}

/** A figure: the whole of a measure, or what of it stands under a code; zero where nothing does. */
export function figureOf(
  figures: Figures,
  measure: Measure,
  part: Part | null = null,
  code: string | null = null,
): number {
  const key = figureKey({ measure, part, code })
  return Object.hasOwn(figures, key) ? (figures[key] ?? 0) : 0
}

/** The codes of a part of a measure, each with its figure. */
export function partOf(figures: Figures, measure: Measure, part: Part): [string, number][] {
  const start = `${measure}|${part}|`
  const parts: [string, number][] = []
  // Hundreds of keys a day, and all days of a quarter: a list of pairs of them all would cost more than the sum.
  for (const key in figures) if (key.startsWith(start)) parts.push([key.slice(start.length), figures[key] ?? 0])
  return parts
}
