import { foldWords } from '../text/fold.ts'

/** From this share of common pairs of words on two texts read nearly the same. */
const NEARLY = 0.8

/** Shorter texts are compared whole only: a few words are alike by chance. */
const LEAST_PAIRS = 6

/** Whether two texts say the same in nearly the same words: spelling, signs and capitals do not count. Dice of pairs of words. */
export function readsAlike(one: string, other: string): boolean {
  const [a, b] = [foldWords(one).trim(), foldWords(other).trim()]
  if (a === '' || b === '') return false
  if (a === b) return true
  const [pairs, others] = [pairsOf(a), pairsOf(b)]
  if (Math.min(pairs.size, others.size) < LEAST_PAIRS) return false
  const common = [...pairs].filter(pair => others.has(pair)).length
  return (2 * common) / (pairs.size + others.size) >= NEARLY
}

function pairsOf(text: string): Set<string> {
  const words = text.split(/\s+/)
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`))
}
