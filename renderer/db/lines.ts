import { type EntityRecord, sinceOf } from '#shared/change/project.ts'
import { dayOf } from '#shared/change/project-view.ts'
import { DayVisits } from './day-visits.ts'
import { listRow } from './list-rows.ts'
import { PlannedPeople } from './planned-people.ts'
import type { ApplicationListRow, PageKey } from './query-types.ts'
import { openRecords } from './rows.ts'
import type { Sealer } from './seal.ts'
import type { StoreDatabase, StoredApplication } from './store.ts'
import { WaitingLists } from './waiting-lists.ts'

/** So many applications are kept ready: those of some months of a busy reception room. About 1 KB each. */
export const MOST_LINES = 8_192

/** So many older ones are kept that were looked at last: what still waits from long ago. */
const MOST_OTHERS = 2_048

/** Rows read at once while the window is filled: as long as a fold may have to wait. */
const CHUNK = 200

/** Above every id in the order of IndexedDB. */
export const LAST_ID = '\uffff'

/** Newer than every application. */
const NEWEST: PageKey = { day: Number.MAX_SAFE_INTEGER, id: '' }

/** A live application and the line by which lists show it; null where there is nothing to show. */
export interface Line {
  readonly id: string
  readonly day: number
  /** Legal date of its first action. */
  readonly since: string
  readonly row: ApplicationListRow | null
}

/** Where lines are read that are not held. */
interface Source {
  readonly db: StoreDatabase
  readonly sealer: Sealer
}

/** What of an order by day is asked for: days (both ends included), beyond what was shown, at most so many. */
interface Asked {
  readonly from: number
  readonly to: number
  readonly after: PageKey | null
  readonly limit: number
}

/**
 * The lines of the newest live applications, ready in the worker's memory in the order of lists. Nothing is missing above
 * `edge`, so that a page within is answered without the database. It follows every fold at once, as the search index does:
 * who was erased has no name here either. It ends with the worker, as the keys do.
 */
export class Lines {
  private readonly most: number
  private readonly held = new Map<string, Line>()
  /** Newest first. */
  private readonly order: Line[] = []
  /** All that is newer is held; null: all there is. */
  private edge: PageKey | null
  /** Older ones, the one not looked at for the longest first. */
  private readonly others = new Map<string, Line>()
  /** Grows with every change: what was read before it is not kept. */
  changes = 0
  readonly waiting = new WaitingLists()
  readonly planned = new PlannedPeople()
  readonly visits = new DayVisits()

  /** Of an empty store nothing is missing. */
  constructor(isEmpty: boolean, most = MOST_LINES) {
    this.edge = isEmpty ? null : NEWEST
    this.most = most
  }

  /** How many there are. */
  get size(): number {
    return this.order.length
  }

  /** Brings an application up to date; one taken back leaves, and where there are too many, the oldest does. */
  put(record: EntityRecord): void {
    this.changes += 1
    this.waiting.put(record)
    this.planned.put(record)
    this.drop(record.id)
    const isLooked = this.others.delete(record.id)
    const line = lineOf(record)
    if (line === null) return
    if (this.edge === null || isNewer(line, this.edge)) this.keep(line)
    else if (isLooked) this.others.set(line.id, line)
    while (this.order.length > this.most) {
      const oldest = this.order.pop()
      if (oldest) this.held.delete(oldest.id)
      this.edge = oldest ?? null
    }
  }

  /** The line of an application, where it is held. */
  find(id: string): Line | undefined {
    const line = this.held.get(id)
    if (line) return line
    const other = this.others.get(id)
    if (other) this.look(other)
    return other
  }

  /** The lines of these, in their order; what is not held is read together. Those taken back are left out. */
  async linesOf({ db, sealer }: Source, ids: readonly string[]): Promise<Line[]> {
    const { changes } = this
    const missing = ids.filter(id => this.find(id) === undefined)
    if (missing.length === 0) return ids.flatMap(id => this.find(id) ?? [])
    const found = new Map(ids.map(id => [id, this.find(id)]))
    const stored = (await db.applications.bulkGet(missing)).filter(row => row !== undefined)
    for (const line of await this.openLines(sealer, stored, changes)) found.set(line.id, line)
    return ids.flatMap(id => found.get(id) ?? [])
  }

  /** The lines of the rows that `read` gives, in their order: those held are not opened. Those taken back are left out. */
  async linesOfRows({ sealer }: Source, read: () => Promise<readonly StoredApplication[]>): Promise<Line[]> {
    const { changes } = this
    const stored = await read()
    const found = new Map(stored.map(({ id }) => [id, this.find(id)]))
    const missing = stored.filter(({ id }) => !found.get(id))
    for (const line of await this.openLines(sealer, missing, changes)) found.set(line.id, line)
    return stored.flatMap(({ id }) => found.get(id) ?? [])
  }

  /** Lines by day, newest first; null where some of them may not be held. */
  part({ from, to, after, limit }: Asked): readonly Line[] | null {
    const start = this.placeAfter(after ?? { day: to, id: LAST_ID })
    const end = Math.min(start + limit, from > 0 ? this.placeAfter({ day: from, id: '' }) : this.order.length)
    const isWhole = this.edge === null || end - start === limit || from > this.edge.day
    return isWhole ? this.order.slice(start, Math.max(start, end)) : null
  }

  /** Reads the next older ones; false: nothing is left to be read. No fold may run beside it. */
  async fill({ db, sealer }: Source): Promise<boolean> {
    const { edge } = this
    if (edge === null || this.order.length >= this.most) return false
    const upper = edge === NEWEST ? [edge.day, LAST_ID] : [edge.day, edge.id]
    const stored = await db.applications
      .where('[day+id]')
      .between([0, ''], upper, true, true)
      .reverse()
      .limit(CHUNK)
      .toArray()
    const records = await openRecords(sealer, stored)
    const last = stored.at(-1)
    // For as long as they come in nothing lies beyond the edge; what it was put at by overflow stays.
    this.edge = null
    for (const record of records) this.put(record)
    if (stored.length === CHUNK && last && this.edge === null) this.edge = { day: last.day, id: last.id }
    return this.edge !== null && this.order.length < this.most
  }

  /** Opens rows. Where nothing was folded since they were read, they are kept as looked at. */
  private async openLines(sealer: Sealer, stored: readonly StoredApplication[], changes: number): Promise<Line[]> {
    const lines = (await openRecords(sealer, stored)).flatMap(record => lineOf(record) ?? [])
    if (this.changes === changes) for (const line of lines) this.look(line)
    return lines
  }

  private look(line: Line): void {
    this.others.delete(line.id)
    this.others.set(line.id, line)
    if (this.others.size > MOST_OTHERS) this.others.delete(this.others.keys().next().value ?? '')
  }

  private keep(line: Line): void {
    this.held.set(line.id, line)
    this.order.splice(this.placeAfter(line), 0, line)
  }

  private drop(id: string): void {
    const known = this.held.get(id)
    if (!known) return
    this.held.delete(id)
    this.order.splice(this.placeAfter(known) - 1, 1)
  }

  /** The first place whose line is older than the key: by halving. */
  private placeAfter(key: PageKey): number {
    let low = 0
    let high = this.order.length
    while (low < high) {
      const middle = (low + high) >> 1
      const line = this.order[middle]
      if (line && isNewer(key, line)) high = middle
      else low = middle + 1
    }
    return low
  }
}

function lineOf(record: EntityRecord): Line | null {
  const day = dayOf(record.view)
  return day === null ? null : { id: record.id, day, since: sinceOf(record), row: listRow(record)[0] ?? null }
}

function isNewer(a: PageKey, b: PageKey): boolean {
  return a.day > b.day || (a.day === b.day && a.id > b.id)
}
