import type { Official } from '../official/model.ts'
import { fold, repairLookalikes } from '../text/fold.ts'
import { remembering } from '../text/remembering.ts'

/** The officials a cell may mean: none, one, or several (then nobody is chosen). */
export type FindOfficials = (text: string) => readonly Official[]

/**
 * A finder of officials by "Surname I.O." (or a fuller name, or the surname alone) in Kazakh or Russian spelling, initials
 * before or after. Initials and names that stand there must fit; case, look-alikes and Kazakh letters do not count.
 */
export function makeOfficialFinder(officials: readonly Official[]): FindOfficials {
  const known = officials.map(official => ({
    official,
    surnames: spellings(official.name.surname),
    given: spellings(official.name.given),
    patronymic: spellings(official.name.patronymic),
  }))
  return remembering(text => {
    const words = wordsOf(text)
    return known.filter(one => fits(words, one)).map(one => one.official)
  })
}

interface Known {
  readonly surnames: readonly string[]
  readonly given: readonly string[]
  readonly patronymic: readonly string[]
}

function fits(words: readonly string[], known: Known): boolean {
  const at = words.findIndex(word => known.surnames.includes(word))
  if (at === -1) return false
  const rest = words.toSpliced(at, 1)
  if (rest.length === 0) return true
  const letters = rest.filter(word => word.length === 1)
  const [first, second] = letters.length > 0 ? letters : fullNames(rest, known)
  if (first === undefined || !known.given.some(name => name.startsWith(first))) return false
  return second === undefined || known.patronymic.some(name => name.startsWith(second))
}

/** Given name and what follows it, where the cell writes names in full: "Калиев Бахыт Сакенович", "Бахыт Калиев". */
function fullNames(rest: readonly string[], known: Known): readonly string[] {
  const at = rest.findIndex(word => known.given.includes(word))
  return at === -1 ? [] : rest.slice(at, at + 2)
}

function spellings(text: { kk: string; ru: string }): string[] {
  return [text.kk, text.ru].map(one => wordsOf(one).join('')).filter(one => one !== '')
}

function wordsOf(text: string): string[] {
  return fold(repairLookalikes(text))
    .split(/[^\p{L}\p{N}-]+/u)
    .filter(word => word !== '' && word !== '-')
}
