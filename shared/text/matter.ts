import { STOP_WORDS } from './alphabet-stop-words.ts'
import { foldWords } from './fold.ts'

const STOPPED = new Set(STOP_WORDS.map(foldWords))

/** Share of the shorter matter's words that must be in the longer, and of both. Chosen on the examples of the test. */
const LEAST_OF_SHORTER = 0.6
const LEAST_OF_BOTH = 0.4

/** Of a word its beginning counts: both languages put what changes at the end. */
const STEM_SHARE = 0.75
const STEM = { least: 3, most: 6 }

/** Whether two matters read alike: enough of their words are the same up to endings. A person decides (clause 14). */
export function isSameMatter(a: string, b: string): boolean {
  const [shorter, longer] = [wordsOf(a), wordsOf(b)].sort((one, other) => one.length - other.length)
  if (!shorter || !longer || shorter.length === 0) return false
  const rest = [...longer]
  for (const word of shorter) {
    const at = rest.findIndex(other => isSameStem(word, other))
    if (at >= 0) rest.splice(at, 1)
  }
  const same = longer.length - rest.length
  return same / shorter.length >= LEAST_OF_SHORTER && (2 * same) / (shorter.length + longer.length) >= LEAST_OF_BOTH
}

function wordsOf(text: string): string[] {
  const words = foldWords(text).split(' ')
  return [...new Set(words.filter(word => !STOPPED.has(word) && (word.length >= STEM.least || /\d/.test(word))))]
}

function isSameStem(a: string, b: string): boolean {
  if (/\d/.test(a + b)) return a === b
  const shorter = Math.min(a.length, b.length)
  const needed = Math.max(STEM.least, Math.min(STEM.most, Math.ceil(shorter * STEM_SHARE)))
  return a.slice(0, needed) === b.slice(0, needed)
}
