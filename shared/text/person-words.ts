import { typedWords } from './name-words.ts'
import { isOneSlipApart } from './near.ts'

/** The three names of a person, each as typed; empty where unknown. */
export interface TypedName {
  readonly surname: string
  readonly given: string
  readonly patronymic: string
}

/** Letters by which a patronymic is known: the father's name begins so in both languages, and the endings differ. */
const FATHER = 4

/** In a shorter name another letter is another name. */
const SLIP = 3

/**
 * Whether two names may be one person's: surname and given name the same in any spelling or one slip apart, and so the
 * patronymic where both have one; its endings of the two languages and an initial are forgiven.
 */
export function isSamePerson(a: TypedName, b: TypedName): boolean {
  if (!isAlike(a.surname, b.surname) || !isAlike(a.given, b.given)) return false
  return isSameFather(joined(a.patronymic), joined(b.patronymic))
}

function isAlike(a: string, b: string): boolean {
  const [one, other] = [joined(a), joined(b)]
  return one === other ? one !== '' : Math.min(one.length, other.length) >= SLIP && isOneSlipApart(one, other)
}

function isSameFather(a: string, b: string): boolean {
  if (a === '' || b === '' || isOneSlipApart(a, b)) return true
  const length = Math.min(FATHER, a.length, b.length)
  return a.slice(0, length) === b.slice(0, length)
}

function joined(name: string): string {
  return typedWords(name)
    .map(word => word.folded)
    .join('')
}
