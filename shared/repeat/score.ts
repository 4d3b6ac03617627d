import type { Prepared } from './model.ts'

/** Weights of what two matters both name, of what they name otherwise, and the lesser of what either alone names. */
export interface Sums {
  readonly same: number
  readonly other: number
  readonly known: number
  readonly spelled: number
}

/** What each counts against what both name; and so much must be named by both to begin with. */
const COUNTS = { other: 1.3, known: 0.6, spelled: 0.1 }
const GROUND = 1

/** How alike, 0 to 1: more with what both name, less with all else. */
export function scoreOf({ same, other, known, spelled }: Sums): number {
  return same / (same + COUNTS.other * other + COUNTS.known * known + COUNTS.spelled * spelled + GROUND)
}

/** The score of two texts that are the same word by word, or of which one is empty; else null. */
export function scoreOfWords(a: Prepared, b: Prepared): number | null {
  if (a.words === '' || b.words === '') return 0
  return a.words === b.words ? 1 : null
}
