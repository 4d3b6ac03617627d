import type { EntryFilter } from './search-filter.ts'
import type { Found } from './search-index.ts'

/** Lists that are kept, and entries of all of them: what stands open on some screens, in a few megabytes. */
const MOST_LISTS = 6
const MOST_ENTRIES = 150_000

/**
 * What filters found last, in the order of lists. They follow each change of the index, so that a list on a screen is not looked for
 * among all entries again with every act. An array that was given away is never changed.
 */
export class KeptLists {
  /** By the filter's text, the one asked for the longest ago first. */
  private readonly lists = new Map<string, { readonly filter: EntryFilter; readonly found: readonly Found[] }>()

  /** What a filter found, or undefined where that is not kept. */
  find(filter: EntryFilter): readonly Found[] | undefined {
    const key = JSON.stringify(filter)
    const kept = this.lists.get(key)
    if (kept === undefined) return undefined
    this.lists.delete(key)
    this.lists.set(key, kept)
    return kept.found
  }

  keep(filter: EntryFilter, found: readonly Found[]): void {
    if (found.length > MOST_ENTRIES) return
    this.lists.set(JSON.stringify(filter), { filter, found })
    let entries = [...this.lists.values()].reduce((sum, kept) => sum + kept.found.length, 0)
    for (const [oldest, kept] of this.lists) {
      if (this.lists.size <= MOST_LISTS && entries <= MOST_ENTRIES) break
      this.lists.delete(oldest)
      entries -= kept.found.length
    }
  }

  /** An entry left the place it had (`before`) and stands anew (`after`) in the lists it passes; null: in none. */
  move(before: Found | null, after: Found | null, passes: (filter: EntryFilter) => boolean): void {
    for (const [key, { filter, found }] of this.lists) {
      const place = before === null ? -1 : placeOf(found, before)
      const isThere = before !== null && found[place]?.id === before.id
      const rest = isThere ? found.toSpliced(place, 1) : found
      const isWanted = after !== null && passes(filter)
      if (!isThere && !isWanted) continue
      this.lists.set(key, { filter, found: isWanted ? rest.toSpliced(placeOf(rest, after), 0, after) : rest })
    }
  }

  clear(): void {
    this.lists.clear()
  }
}

/** The order of lists: the newest first. */
export function newestFirst(a: Found, b: Found): number {
  return b.day - a.day || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

/** The first place whose entry is not before this one in the order of lists: by halving. */
export function placeOf(found: readonly Found[], one: Found): number {
  let [low, high] = [0, found.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const other = found[middle]
    if (other !== undefined && newestFirst(other, one) < 0) low = middle + 1
    else high = middle
  }
  return low
}
