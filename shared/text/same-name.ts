import { asMeantKeys } from './keys.ts'
import { typedWords } from './name-words.ts'
import { isOneSlipApart } from './near.ts'
import { soundsOf } from './sounds.ts'

/** Whether two written names are of one person: surely, perhaps (too little is written), or not. */
export type NameLikeness = 'same' | 'perhaps' | 'other'

/** Letters by which a patronymic is known: the father's name begins so in both languages, and the endings differ. */
const FATHER = 4

/** In a shorter word another letter is another name. */
const SLIP = 5

const CYRILLIC = /\p{Script=Cyrillic}/u

/** Whole names and initials of a written name, by their sounds. */
interface Written {
  readonly whole: readonly string[]
  readonly initials: readonly string[]
}

/**
 * Compares two names as they are written on papers: whole or with initials, in any order, spelling and alphabet, with one slip.
 * `same`: two whole names agree to the letter, or one and two initials, and nothing speaks against it; `perhaps`: less agrees. Symmetric.
 */
export function nameLikeness(a: string, b: string): NameLikeness {
  const likeness = compare(written(a), written(b))
  if (likeness !== 'other' || !(isLatin(a) || isLatin(b))) return likeness
  return compare(written(asMeantKeys(a)), written(asMeantKeys(b)))
}

function isLatin(text: string): boolean {
  return /[a-z]/i.test(text)
}

function written(name: string): Written {
  const words = typedWords(name).map(({ spelled, folded }) => ({
    // Folded, a Latin word has the Cyrillic letters it looks like, and they sound otherwise.
    sound: soundsOf(CYRILLIC.test(spelled) ? folded : spelled),
    isWhole: folded.length > 1,
  }))
  const sounds = (isWhole: boolean) => words.filter(word => word.isWhole === isWhole).map(({ sound }) => sound)
  return { whole: sounds(true), initials: sounds(false) }
}

function compare(a: Written, b: Written): NameLikeness {
  const { pairs, exact, restA, restB } = paired(a.whole, b.whole)
  const isWhole = pairs === 2 && a.whole.length > 2 && b.whole.length > 2
  const last = isWhole ? lastLikeness(restA[0] ?? '', restB[0] ?? '') : 'same'
  if (last !== 'same') return last
  if (!isWhole && restA.length > 0 && restB.length > 0) return 'other'
  const agreed = initialsAgreed(a, b, { restA, restB })
  if (pairs === 0 || agreed === null) return 'other'
  return exact >= 2 || (exact >= 1 && agreed >= 2) ? 'same' : 'perhaps'
}

/** Of whole names that agree but in one word: a patronymic of the other language; or a short name with a slip, which may be another's. */
function lastLikeness(a: string, b: string): NameLikeness {
  if (a.slice(0, FATHER) === b.slice(0, FATHER)) return 'same'
  return isOneSlipApart(a, b) ? 'perhaps' : 'other'
}

/** Pairs words that are the same, then those one slip apart. */
function paired(a: readonly string[], b: readonly string[]) {
  const restB = [...b]
  let restA = [...a]
  const match = (isAlike: (one: string, other: string) => boolean) => {
    restA = restA.filter(word => {
      const at = restB.findIndex(other => isAlike(word, other))
      if (at >= 0) restB.splice(at, 1)
      return at < 0
    })
  }
  match(isEqual)
  const exact = a.length - restA.length
  match(isNear)
  return { pairs: a.length - restA.length, exact, restA, restB }
}

function isEqual(a: string, b: string): boolean {
  return a === b
}

/** One slip apart; a letter more at the end makes the surname of a woman, not a slip. */
function isNear(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SLIP || a.startsWith(b) || b.startsWith(a)) return false
  return isOneSlipApart(a, b)
}

/** How many initials agree with the other name; null where one speaks against it. */
function initialsAgreed(a: Written, b: Written, { restA, restB }: { restA: string[]; restB: string[] }): number | null {
  if (a.initials.length > 0 && b.initials.length > 0) {
    const length = Math.min(a.initials.length, b.initials.length)
    return a.initials.slice(0, length).join() === b.initials.slice(0, length).join() ? length : null
  }
  return a.initials.length > 0 ? fitting(a.initials, restB) : fitting(b.initials, restA)
}

/** How many initials stand for words of the other name that are left; null where one stands for none of them. */
function fitting(initials: readonly string[], rest: readonly string[]): number | null {
  const left = [...rest]
  for (const initial of initials) {
    const at = left.findIndex(word => word.startsWith(initial))
    if (at < 0 && left.length > 0) return null
    if (at >= 0) left.splice(at, 1)
  }
  return Math.min(initials.length, rest.length)
}
