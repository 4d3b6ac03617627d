import { sha256 } from '../posting/sha-256.ts'
import type { Mark, Seed } from './model.ts'

/** Someone of a frame, as the draw sees them. */
export interface InFrame {
  readonly mark: Mark
  readonly stratum: string
}

/** What was drawn: the strata by their codes with their quotas, and all of the frame in the order of the draw. */
export interface Draw {
  readonly strata: readonly { readonly code: string; readonly quota: number; readonly marks: readonly Mark[] }[]
  readonly order: readonly InFrame[]
}

/** The mark of an entity: the first 16 hexadecimal digits of SHA-256 of its id. */
export function markOf(entity: string): Mark {
  return sha256(entity).slice(0, 16)
}

/**
 * Draws by a seed: the frame in the order of SHA-256 of `<seed>|<mark>`, and how many of each stratum are asked. Same seed,
 * same frame: same draw, whatever the machine, zone, language or order of rows. Source: docs/survey.md.
 */
export function draw(seed: Seed, frame: readonly InFrame[], size: number): Draw {
  const keyed = frame.map(one => ({ one, key: sha256(`${seed}|${one.mark}`) }))
  const order = keyed.sort((a, b) => compare(a.key, b.key) || compare(a.one.mark, b.one.mark)).map(({ one }) => one)
  const codes = [...new Set(frame.map(({ stratum }) => stratum))].sort(compare)
  const marks = codes.map(code => frame.flatMap(({ mark, stratum }) => (stratum === code ? [mark] : [])).sort(compare))
  const shares = quotas(
    marks.map(({ length }) => length),
    Math.min(size, frame.length),
  )
  return {
    strata: codes.map((code, place) => ({ code, quota: shares[place] ?? 0, marks: marks[place] ?? [] })),
    order,
  }
}

/**
 * Divides `size` among strata in proportion, by largest remainders; of equal remainders the earlier stratum is given first.
 * In whole numbers only. Never more than a stratum holds.
 */
export function quotas(counts: readonly number[], size: number): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all === 0) return counts.map(() => 0)
  const shares = counts.map(count => Math.floor((count * size) / all))
  const rests = counts.map((count, place) => ({ place, rest: (count * size) % all }))
  let left = size - shares.reduce((sum, share) => sum + share, 0)
  for (const { place } of rests.sort((a, b) => b.rest - a.rest || a.place - b.place)) {
    if (left === 0) break
    shares[place] = (shares[place] ?? 0) + 1
    left -= 1
  }
  return shares
}

/** By code units: the order of no language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
