import { compareKazakh } from '#shared/text/collate.ts'
import type { NameKey } from './query-types.ts'

interface Named {
  readonly id: string
  readonly day: number
  readonly name: NameKey
}

/** Compares two applications for a list by name: each name by the Kazakh alphabet, case aside, then the newest first. */
export function compareNames(a: Named, b: Named): number {
  for (const [place, name] of a.name.entries()) {
    const order = compareKazakh(name.toLowerCase(), (b.name[place] ?? '').toLowerCase())
    if (order !== 0) return order
  }
  return b.day - a.day || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

/** The place of the first that stands after the end of a page, in a list by name: by halving. */
export function firstAfter(
  sorted: { readonly length: number; readonly at: (place: number) => Named | undefined },
  key: Named,
): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const one = sorted.at(middle)
    if (one && compareNames(one, key) <= 0) low = middle + 1
    else high = middle
  }
  return low
}
