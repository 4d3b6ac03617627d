import { JOINED_PATRONYMICS, SEPARATE_PATRONYMICS } from '../text/alphabet-names.ts'
import { clean } from '../text/clean.ts'
import { fold, repairLookalikes } from '../text/fold.ts'

/** Surname, given name, patronymic; each may be empty. */
export interface PersonName {
  readonly surname: string
  readonly given: string
  readonly patronymic: string
}

/** What makes a split doubtful: nothing there, one word only, more words than three names have, digits among the letters. */
export type NameFault = 'missing' | 'incomplete' | 'parts' | 'characters'

/**
 * Splits "Surname Given Patronymic" of one cell (clause 7 order). Spaces, case and look-alike letters are put right;
 * a patronymic ending written apart is joined; what is left over beyond three names stays in the patronymic.
 */
export function splitPersonName(typed: string): { name: PersonName; fault: NameFault | null } {
  const words = joinPatronymic(wordsOf(typed))
  const [surname = '', given = '', ...rest] = words
  const name = { surname, given, patronymic: rest.join(' ') }
  return { name, fault: faultOf(typed, words) }
}

/** One name (a surname, a given name) in base spelling: spaces, case and look-alike letters put right. */
export function baseName(typed: string): string {
  return wordsOf(typed).join(' ')
}

function wordsOf(typed: string): string[] {
  return repairLookalikes(clean(typed))
    .replace(/ ?[-\u2010-\u2015] ?/g, '-')
    .replace(/[,;]/g, ' ')
    .replace(/\.(?=\p{L})/gu, '. ')
    .split(' ')
    .filter(word => word !== '')
    .map(baseCase)
}

/** Case is put right only where a word is all capitals or all small: a mixed spelling is the person's own. */
function baseCase(word: string): string {
  const shouted = word === word.toUpperCase()
  const whispered = word === word.toLowerCase()
  if (!shouted && !whispered) return word
  return word
    .toLowerCase()
    .replace(/(^|[-'\u2019])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

function joinPatronymic(words: string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const father = joined.length === 3 ? joined[2] : undefined
    if (father === undefined) joined.push(word)
    else if (joinedEnding(word) !== null) joined[2] = father + joinedEnding(word)
    else if (SEPARATE_PATRONYMICS.includes(fold(word))) joined[2] = `${father} ${word.toLowerCase()}`
    else joined.push(word)
  }
  return joined
}

/** The ending as it is joined, or null. In Russian letters the daughter's ending is Azerbaijani and stays apart. */
function joinedEnding(word: string): string | null {
  const [son, daughter] = JOINED_PATRONYMICS
  const folded = fold(word)
  const kazakhDaughter = folded === daughter && /[\u049b\u049a]/.test(word)
  return folded === son || kazakhDaughter ? word.toLowerCase() : null
}

function faultOf(typed: string, words: string[]): NameFault | null {
  if (words.length === 0) return 'missing'
  if (/\d/.test(typed)) return 'characters'
  if (words.length === 1) return 'incomplete'
  return words.length > 3 ? 'parts' : null
}
