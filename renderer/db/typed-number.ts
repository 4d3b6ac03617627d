import { LATIN_TO_CYRILLIC } from '#shared/text/alphabet.ts'
import { LETTER_OF_KEY } from '#shared/text/alphabet-keys.ts'
import { fold } from '#shared/text/fold.ts'

/** A registration number as far as it was typed. */
export interface TypedNumber {
  readonly letter: string | null
  readonly year: number | null
  readonly serial: number
  readonly suffix: number | null
}

const NUMBER = /^(?:(\p{L})[\s-]*)?(?:(20\d\d)[\s/.-]+)?(\d{1,6})(?:\s*\/\s*(\d\d))?$/u
/** Year and six digits without anything between. */
const PACKED = /^(?:(\p{L})[\s-]*)?(20\d\d)(\d{6})(?:\s*\/\s*(\d\d))?$/u
const TICKET = /^(\p{L})[\s-]*(\d{1,4})$/u

/** The registration number in a typed text, also without its letter or its year; null where it is no such number. */
export function readTypedNumber(typed: string): TypedNumber | null {
  const text = trimmed(typed)
  const match = NUMBER.exec(text) ?? PACKED.exec(text)
  if (!match) return null
  const [, letter = null, year, serial, suffix] = match
  return { letter, year: numberOrNull(year), serial: Number(serial), suffix: numberOrNull(suffix) }
}

/** The ticket of a visitor in a typed text, or null. */
export function readTypedTicket(typed: string): { letter: string; serial: number } | null {
  const match = TICKET.exec(trimmed(typed))
  return match ? { letter: match[1] ?? '', serial: Number(match[2]) } : null
}

/**
 * How well a typed letter is that of a desk: 0 the very letter or its Latin twin, 1 its likes or the key it is on in the
 * other layout; null another letter.
 */
export function likenessOfLetter(typed: string, letter: string): 0 | 1 | null {
  const upper = typed.toUpperCase()
  if ((LATIN_TO_CYRILLIC.get(upper) ?? upper) === letter) return 0
  const lower = typed.toLowerCase()
  return fold(lower) === fold(letter) || LETTER_OF_KEY.get(lower) === letter.toLowerCase() ? 1 : null
}

function trimmed(typed: string): string {
  return typed.trim().replace(/[\u2010-\u2015\u2116#]/g, '-')
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}
