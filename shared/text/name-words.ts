import { JOINED_PATRONYMICS, SEPARATE_PATRONYMICS } from './alphabet-names.ts'
import { clean } from './clean.ts'
import { foldWords } from './fold.ts'

/** A word of a name: in lower case as spelled, and folded. */
export interface NameWord {
  readonly spelled: string
  readonly folded: string
}

const ENDINGS = new Set([...JOINED_PATRONYMICS, ...SEPARATE_PATRONYMICS])
const BREAKS = /[^\p{L}\p{M}\p{N}]+/u

/**
 * The words of a name for search: parted at all but letters and digits, an ending of a patronymic that stands apart joined
 * to its father's name. A double name has also its parts written together as a word.
 */
export function nameWords(text: string): NameWord[] {
  const words = typedWords(text)
  const parts = clean(text)
    .split(' ')
    .filter(part => part.includes('-'))
    .map(part => part.replaceAll('-', ''))
  return [...words, ...parts.flatMap(typedWords)]
}

/** The words of a typed name, in their order; the same without the double names. */
export function typedWords(text: string): NameWord[] {
  const words: NameWord[] = []
  for (const part of clean(text).split(BREAKS)) {
    const folded = foldWords(part)
    if (folded === '') continue
    const word = { spelled: part.toLowerCase(), folded }
    const father = words.at(-1)
    if (father && father.folded.length > 1 && ENDINGS.has(folded)) words[words.length - 1] = join(father, word)
    else words.push(word)
  }
  return words
}

function join(a: NameWord, b: NameWord): NameWord {
  return { spelled: a.spelled + b.spelled, folded: a.folded + b.folded }
}
