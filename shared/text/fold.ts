import { CYRILLIC_TO_LATIN, FOLDED, KAZAKH_LOOKALIKES, LATIN_TO_CYRILLIC } from './alphabet.ts'
import { clean } from './clean.ts'

const CYRILLIC = /\p{Script=Cyrillic}/u
const LATIN = /\p{Script=Latin}/u
const WORD = /[\p{L}\p{M}]+/gu

/**
 * A text for search and comparison: lower case, Kazakh letters as typed without a Kazakh keyboard, Latin look-alikes as
 * Cyrillic, no accents. The same for every spelling of one word; idempotent; never shown.
 */
export function fold(text: string): string {
  const upright = clean(text).replace(WORD, word => (CYRILLIC.test(word) ? word.replaceAll('H', '\u041d') : word))
  const bare = upright.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return clean(replaceLetters(bare, FOLDED))
}

/** The folded words of a text, letters and digits only, one space between: for comparing headers and directory texts. */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Puts letters of the wrong alphabet right inside each word: Latin look-alikes in a Cyrillic word, Cyrillic ones in a
 * Latin word. A word that holds letters only one alphabet has, of both, is left as it is. Idempotent.
 */
export function repairLookalikes(text: string): string {
  return text.normalize('NFC').replace(WORD, repairWord)
}

function repairWord(word: string): string {
  if (!CYRILLIC.test(word) || !LATIN.test(word)) return word
  const upright = replaceLetters(word, KAZAKH_LOOKALIKES)
  const letters = [...upright]
  const onlyLatin = letters.some(letter => LATIN.test(letter) && !LATIN_TO_CYRILLIC.has(letter))
  const onlyCyrillic = letters.some(letter => CYRILLIC.test(letter) && !CYRILLIC_TO_LATIN.has(letter))
  if (onlyLatin && onlyCyrillic) return word
  return replaceLetters(upright, onlyLatin ? CYRILLIC_TO_LATIN : LATIN_TO_CYRILLIC).normalize('NFC')
}

function replaceLetters(text: string, map: ReadonlyMap<string, string>): string {
  let result = ''
  for (const letter of text) result += map.get(letter) ?? letter
  return result
}
