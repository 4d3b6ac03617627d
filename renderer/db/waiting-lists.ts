import { type EntityRecord, sinceOf } from '#shared/change/project.ts'
import { type Mark, marksOf } from '#shared/change/project-view.ts'

/** So many are held of a mark at most, and so many marks. Each costs a place in a list. */
const MOST_HELD = 4_096
const MOST_MARKS = 16

/** The place of an application in a list of those that wait: the oldest first. */
interface Place {
  readonly since: string
  readonly id: string
}

interface List {
  readonly places: Place[]
  /** Ids of the places: most of what is folded stands in none. */
  readonly ids: Set<string>
  /** All that is older is held; null: all there is. */
  edge: Place | null
}

/**
 * The oldest applications of each mark that was asked for: the database takes longest for a list of a thousand keys. Like
 * the lines it follows every fold.
 */
export class WaitingLists {
  private readonly lists = new Map<Mark, List>()

  /** The ids of the oldest; null: they are to be read. */
  first(mark: Mark, limit: number): string[] | null {
    const list = this.lists.get(mark)
    if (!list || (list.edge !== null && list.places.length < limit)) return null
    this.lists.delete(mark)
    this.lists.set(mark, list)
    return list.places.slice(0, limit).map(({ id }) => id)
  }

  /** Keeps the oldest as they were read, in their order. Nothing may have been folded since. */
  keep(mark: Mark, places: readonly Place[], isAll: boolean): void {
    const kept = places.map(({ since, id }) => ({ since, id }))
    this.lists.delete(mark)
    const ids = new Set(kept.map(({ id }) => id))
    this.lists.set(mark, { places: kept, ids, edge: isAll ? null : (kept.at(-1) ?? null) })
    if (this.lists.size > MOST_MARKS) for (const [oldest] of [...this.lists].slice(0, 1)) this.lists.delete(oldest)
  }

  /** Forgets them: they are read when asked for again. */
  clear(): void {
    this.lists.clear()
  }

  /** Brings an application up to date in every list. */
  put(record: EntityRecord): void {
    if (this.lists.size === 0) return
    const place: Place = { since: sinceOf(record), id: record.id }
    const marks = marksOf(record.view)
    for (const [mark, list] of this.lists) {
      remove(list, record.id)
      if (marks.includes(mark) && (list.edge === null || isBefore(place, list.edge))) insert(list, place)
    }
  }
}

function remove({ places, ids }: List, id: string): void {
  if (!ids.delete(id)) return
  places.splice(
    places.findLastIndex(place => place.id === id),
    1,
  )
}

function insert(list: List, place: Place): void {
  const { places, ids } = list
  ids.add(place.id)
  places.splice(places.findLastIndex(one => isBefore(one, place)) + 1, 0, place)
  const last = places.length > MOST_HELD ? places.pop() : undefined
  if (last === undefined) return
  ids.delete(last.id)
  list.edge = last
}

function isBefore(a: Place, b: Place): boolean {
  return a.since < b.since || (a.since === b.since && a.id < b.id)
}
