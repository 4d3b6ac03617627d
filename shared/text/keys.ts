import { LETTER_OF_KEY } from './alphabet-keys.ts'

const LATIN = /[a-z]/i

/** The words as they were meant where Latin keys were hit for Cyrillic letters; in lower case. A word without any stays. */
export function asMeantKeys(text: string): string {
  const words = text.split(' ').map(word => (LATIN.test(word) ? replaceKeys(word.toLowerCase()) : word.toLowerCase()))
  return words.join(' ')
}

function replaceKeys(word: string): string {
  return [...word].map(key => LETTER_OF_KEY.get(key) ?? key).join('')
}
