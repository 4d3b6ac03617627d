import { foldWords } from '../text/fold.ts'
import { remembering } from '../text/remembering.ts'
import type { Entry } from './model.ts'

/** The code a text stands for, or null where no entry, or more than one, has it. */
export type FindCode = (text: string) => string | null

/**
 * A finder of codes by any text of an entry in either language: the text, a synonym, the code, or both languages with a
 * slash between. Case, accents, look-alike letters and punctuation do not count. Ended entries are found too: files are old.
 */
export function makeFinder(entries: readonly Entry[]): FindCode {
  const byText = new Map<string, Set<string>>()
  for (const one of entries) {
    for (const text of [one.code, one.kk, one.ru, ...one.synonyms]) {
      const key = foldWords(text)
      byText.set(key, (byText.get(key) ?? new Set()).add(one.code))
    }
  }
  return remembering(text => {
    const whole = only(byText.get(foldWords(text)))
    if (whole !== null || !text.includes('/')) return whole
    const parts = text.split('/').map(part => only(byText.get(foldWords(part))))
    return parts.every(part => part !== null) ? only(new Set(parts)) : null
  })
}

/** The code a text stands for among `entries`, or null. For one look-up; `makeFinder` for many. */
export function findCode(entries: readonly Entry[], text: string): string | null {
  return makeFinder(entries)(text)
}

/** The entry of a code, or null. */
export function findEntry(entries: readonly Entry[], code: string): Entry | null {
  return entries.find(one => one.code === code) ?? null
}

function only<T>(set: ReadonlySet<T> | undefined): T | null {
  if (set?.size !== 1) return null
  const [one] = set
  return one ?? null
}
