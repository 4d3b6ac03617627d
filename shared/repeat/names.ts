import { numbersAt } from './numbers.ts'
import { NAME_SIGNS } from './seed-name-signs.ts'
import { foldedSet } from './tables.ts'
import type { Token } from './tokens.ts'

const SIGNS = Object.entries(NAME_SIGNS).map(([kind, { before, after }]) => ({
  kind,
  before: foldedSet(before),
  after: foldedSet(after),
}))

/** What an unknown word names, by the signs beside it, a capital letter or quotes: a kind of name, or a mere word. */
export function kindOfName(tokens: readonly Token[], at: number): string {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (token === undefined) return 'word'
  const sign =
    SIGNS.find(one => one.after.has(after?.folded ?? '')) ?? SIGNS.find(one => one.before.has(before?.folded ?? ''))
  if (sign) return sign.kind
  if (token.quoted) return 'name'
  const isAddress = numbersAt(tokens, at + 1)[0]?.kind === 'number' && /^\p{Lu}\p{Ll}/u.test(token.text)
  if (isAddress) return 'street'
  return token.large ? 'name' : 'word'
}

/** Whether a word is but the sign of a name beside it. */
export function isNameSign(token: Token): boolean {
  return SIGNS.some(({ before, after }) => before.has(token.folded) || after.has(token.folded))
}
