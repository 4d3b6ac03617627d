import { boundOf } from './bound.ts'
import { likenessOfPrepared } from './likeness.ts'
import type { Likeness, Prepared } from './model.ts'

/** From this score on two matters are shown as perhaps the same. Chosen on the pairs to develop on (test/fixtures/repeat). */
export const LIKELY = 0.6

/** An earlier matter that may be the same, and why. */
export interface Repeat<T extends Prepared> extends Likeness {
  readonly earlier: T
}

/**
 * The earlier matters that may be the same as one (clause 14; No. 663, points 12 and 17), the likeliest first, no more than
 * `limit`. It only finds: whether the matter is the same and was decided, a person says.
 */
export function findRepeats<T extends Prepared>(matter: Prepared, earlier: readonly T[], limit: number): Repeat<T>[] {
  const bound = boundOf(matter)
  return earlier
    .filter(one => bound(one) >= LIKELY)
    .map(one => ({ earlier: one, ...likenessOfPrepared(matter, one) }))
    .filter(({ score }) => score >= LIKELY)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
}
