import type { Random } from './seal.ts'

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz'

/** Random text of base 36. Bytes above 251 are dropped, so that every letter is equally likely. */
export function randomText(length: number, random: Random): string {
  let text = ''
  while (text.length < length) {
    for (const byte of random(length)) {
      if (byte < 252 && text.length < length) text += LETTERS[byte % 36]
    }
  }
  return text
}
