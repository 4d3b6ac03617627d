import { clean } from '../text/clean.ts'
import { foldWords } from '../text/fold.ts'
import { remembering } from '../text/remembering.ts'

/** A word or a number of a text in its place. */
export interface Token {
  readonly text: string
  readonly folded: string
  /** Written large though no sentence begins with it. */
  readonly large: boolean
  readonly quoted: boolean
}

const PARTS = /\d{1,2}\.\d{1,2}\.\d{4}|\d+(?:-\d+){2,}|\d+(?:[.,]\d+)?|[\p{L}\p{M}]+/gu
const QUOTED = /["«„“][^"»“”]*["»“”]?/gu
const LARGE = /^\p{Lu}\p{Ll}/u
const SENTENCE_ENDS = new Set(['', '.', '!', '?', ':', ';'])

const foldedOf = remembering(foldWords)

/** Letters of a matter that are read: ten times what people write. */
const READ = 4000

/** The words and numbers of a text, one after another; a date and a code of three numbers are one each. */
export function tokensOf(text: string): Token[] {
  const cleaned = clean(text.slice(0, READ))
  const quotes = [...cleaned.matchAll(QUOTED)].map(({ 0: part, index }) => [index, index + part.length] as const)
  return [...cleaned.matchAll(PARTS)].map(({ 0: part, index }) => ({
    text: part,
    folded: /^\d/.test(part) ? part : foldedOf(part),
    large: LARGE.test(part) && !beginsSentence(cleaned, index),
    quoted: quotes.some(([from, to]) => index > from && index < to),
  }))
}

/** Whether a token is a number, a date or a code. */
export function isNumber(token: Token): boolean {
  return /^\d/.test(token.folded)
}

function beginsSentence(text: string, index: number): boolean {
  const last = text[index - 1] === ' ' ? index - 2 : index - 1
  return SENTENCE_ENDS.has(text[last] ?? '')
}
