import type { EntityRecord, GatherKeys } from '#shared/change/project.ts'
import type { GatheredSums, Holder, SumKeys } from '#shared/change/project-sums.ts'
import type { Counts } from '#shared/report/counts.ts'
import { openRecords, tableOf } from './rows.ts'
import type { Sealer } from './seal.ts'
import type { SearchIndex } from './search-index.ts'
import type { StoreDatabase, StoredDay, StoredRecord } from './store.ts'

/**
 * The records a fold needs, opened: those of its entities, and all that hold the batches or subjects. Of its entities `known` ones
 * are not read.
 */
export async function gatherRecords(
  { applications, entities }: StoreDatabase,
  sealer: Sealer,
  keys: GatherKeys,
  known: ReadonlyMap<string, EntityRecord>,
): Promise<Map<string, EntityRecord>> {
  const held = keys.entities.flatMap(id => entryOf(known, id as string))
  const read = async (table: typeof applications | typeof entities): Promise<(StoredRecord | undefined)[]> => {
    const own = keys.entities.filter(id => tableOf(id) === table.name && !known.has(id))
    const found = await Promise.all([
      own.length > 0 ? table.bulkGet(own) : [],
      keys.batches.length > 0 ? table.where('batches').anyOf(keys.batches).toArray() : [],
      keys.subjects.length > 0 ? table.where('subjects').anyOf(keys.subjects).toArray() : [],
    ])
    return found.flat()
  }
  const stored = await Promise.all([read(applications), read(entities)])
  const distinct = new Map(stored.flat().flatMap(row => (row ? [[row.id, row] as const] : [])))
  const records = await openRecords(sealer, [...distinct.values()])
  return new Map([...held, ...records.map(record => [record.id, record] as const)])
}

/** Claims of what is not an application. */
const OF_ENTITIES = ['desk-letter:', 'in_house:']

/** What the store holds under the days and claims of a fold; `known` days are not read. One transaction. */
export async function gatherSums(
  db: StoreDatabase,
  sealer: Sealer,
  index: SearchIndex,
  keys: SumKeys,
  known: ReadonlyMap<number, Counts>,
): Promise<GatheredSums> {
  const held = keys.days.flatMap(day => entryOf(known, day))
  const unknown = keys.days.filter(day => !known.has(day))
  if (unknown.length === 0 && keys.claims.length === 0) return { days: new Map(held), holders: new Map() }
  const tags = await Promise.all(keys.claims.map(claim => sealer.tag(claim)))
  const holdersOf = async (tag: string, claim: string): Promise<Holder[]> => {
    // The index knows the numbers: those of an import come by the hundred thousand.
    if (claim.startsWith('eotinish:') && !index.mayHold(tag)) return []
    const rows = await (OF_ENTITIES.some(beginning => claim.startsWith(beginning)) ? db.entities : db.applications)
      .where('tags')
      .equals(tag)
      .toArray()
    return rows.map(row => ({ entity: row.id as EntityRecord['id'], since: row.since }))
  }
  const [rows, found] = await db.transaction('r', db.days, db.applications, db.entities, () =>
    Promise.all([db.days.bulkGet(unknown), Promise.all(tags.map((tag, at) => holdersOf(tag, keys.claims[at] ?? '')))]),
  )
  const read = rows.filter((row): row is StoredDay => row !== undefined)
  const counts = await Promise.all(
    read.map(async row => [row.day, await sealer.open<Counts>('days', row.day, row.sealed)] as const),
  )
  return {
    days: new Map([...held, ...counts]),
    holders: new Map(keys.claims.map((claim, at) => [claim, found[at] ?? []])),
  }
}

function entryOf<K, V>(map: ReadonlyMap<K, V>, key: K): [K, V][] {
  const value = map.get(key)
  return value === undefined ? [] : [[key, value]]
}
