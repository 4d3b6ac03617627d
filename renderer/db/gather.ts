import type { Table } from 'dexie'
import type { EntityRecord, GatherKeys } from '#shared/change/project.ts'
import type { GatheredSums, Holder, SumKeys } from '#shared/change/project-sums.ts'
import type { Counts } from '#shared/report/counts.ts'
import { openRecords, tableOf } from './rows.ts'
import type { Sealer } from './seal.ts'
import type { SearchIndex } from './search-index.ts'
import type { StoreDatabase, StoredDay, StoredRecord } from './store.ts'

/** The database once it holds all that was folded before: called only by what has something to read there. */
export type Reading = () => Promise<StoreDatabase>

/** What need not be read: records in memory, and entities of which the store holds nothing. */
export interface Known {
  readonly records: ReadonlyMap<string, EntityRecord>
  readonly begun: ReadonlySet<string>
}

/** The records a fold needs, opened: those of its entities, and all that hold the batches or subjects. */
export async function gatherRecords(
  read: Reading,
  sealer: Sealer,
  keys: GatherKeys,
  { records: known, begun }: Known,
): Promise<Map<string, EntityRecord>> {
  const held = keys.entities.flatMap(id => entryOf(known, id as string))
  const unknown = keys.entities.filter(id => !known.has(id) && !begun.has(id))
  if (unknown.length + keys.batches.length + keys.subjects.length === 0) return new Map(held)
  const { applications, entities } = await read()
  const rowsOf = async (table: typeof applications | typeof entities): Promise<(StoredRecord | undefined)[]> => {
    const own = unknown.filter(id => tableOf(id) === table.name)
    const found = await Promise.all([
      own.length > 0 ? table.bulkGet(own) : [],
      keys.batches.length > 0 ? table.where('batches').anyOf(keys.batches).toArray() : [],
      keys.subjects.length > 0 ? table.where('subjects').anyOf(keys.subjects).toArray() : [],
    ])
    return found.flat()
  }
  const stored = await Promise.all([rowsOf(applications), rowsOf(entities)])
  const distinct = new Map(stored.flat().flatMap(row => (row ? [[row.id, row] as const] : [])))
  const records = await openRecords(sealer, [...distinct.values()])
  return new Map([...held, ...records.map(record => [record.id, record] as const)])
}

/** Claims of what is not an application. */
const OF_ENTITIES = ['desk-letter:', 'in_house:']

/** What the store holds under the days and claims of a fold; `known` days are not read, nor claims that surely nobody holds. */
export async function gatherSums(
  read: Reading,
  sealer: Sealer,
  index: SearchIndex,
  keys: SumKeys,
  known: ReadonlyMap<number, Counts>,
): Promise<GatheredSums> {
  const held = keys.days.flatMap(day => entryOf(known, day))
  const unknown = keys.days.filter(day => !known.has(day))
  const tagged = await Promise.all(keys.claims.map(async claim => ({ claim, tag: await sealer.tag(claim) })))
  const claimed = tagged.filter(({ claim, tag }) => isOfEntities(claim) || index.mayHold(tag))
  if (unknown.length + claimed.length === 0) return { days: new Map(held), holders: new Map() }
  const db = await read()
  const [rows, holders] = await db.transaction('r', db.days, db.applications, db.entities, () =>
    Promise.all([db.days.bulkGet(unknown), Promise.all(claimed.map(({ claim, tag }) => holdersOf(db, claim, tag)))]),
  )
  const counts = await Promise.all(
    rows
      .filter((row): row is StoredDay => row !== undefined)
      .map(async row => [row.day, await sealer.open<Counts>('days', row.day, row.sealed)] as const),
  )
  return {
    days: new Map([...held, ...counts]),
    holders: new Map(claimed.map(({ claim }, at) => [claim, holders[at] ?? []])),
  }
}

function isOfEntities(claim: string): boolean {
  return OF_ENTITIES.some(beginning => claim.startsWith(beginning))
}

async function holdersOf(db: StoreDatabase, claim: string, tag: string): Promise<Holder[]> {
  const table: Table<StoredRecord, string> = isOfEntities(claim) ? db.entities : db.applications
  const rows = await table.where('tags').equals(tag).toArray()
  return rows.map(row => ({ entity: row.id as EntityRecord['id'], since: row.since }))
}

function entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): [K, V][] {
  const value = map.get(key)
  return value === undefined ? [] : [[key, value]]
}
