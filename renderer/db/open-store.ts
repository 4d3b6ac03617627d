import { Dexie, type DexieOptions } from 'dexie'
import type { Cursor } from '#shared/change/action.ts'
import { FIRST_RUN_ACTIONS } from '#shared/desk/first-run.ts'
import type { Sentinel } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { furthest, lengthOf, reaches } from './cursors.ts'
import type { Sealer } from './seal.ts'
import { databaseName, getState, isStoreName, SHAPE, StoreDatabase, type StoredState } from './store.ts'

/**
 * Why the store is built anew from the journal. `missing`: Chromium has none, or an empty one; `other`: not the one main
 * knows; `behind_sentinel`: it lost its newest rows; `ahead_of_journal`: the journal is an older copy; `damaged`: it does
 * not open or rows are gone; `shape`: written by another version; `key_changed`: a person was erased.
 */
export type RebuildReason =
  | 'missing'
  | 'other'
  | 'behind_sentinel'
  | 'ahead_of_journal'
  | 'damaged'
  | 'shape'
  | 'key_changed'

/** What the store is opened with: the database maker of the platform, and a source of new ids. */
export interface StoreHost {
  readonly indexedDB: IDBFactory
  readonly IDBKeyRange: typeof IDBKeyRange
  /** A new random id of at most 40 letters and digits. */
  readonly newId: () => string
}

/** What main and the journal say of the store. */
export interface StoreKnown {
  readonly sentinel: Sentinel | null
  readonly head: Cursor
}

/** A store that may be folded into, and why it is empty when it is. */
export interface OpenedStore {
  readonly db: StoreDatabase
  readonly state: StoredState
  readonly rebuilt: RebuildReason | null
}

const TRIES = 3
/** Up to this many rows are counted before the store is shown; a larger one is counted behind. */
const COUNTED_AT_START = 20_000

/**
 * Opens the store that main remembers, or a new empty one where that cannot be trusted. An empty database is never taken
 * for a first start: only a journal that holds no more than the first run is one, and only where main has never heard of
 * a store. Throws ExpectedError `store.cannot_open`.
 */
export async function openStore(host: StoreHost, sealer: Sealer, known: StoreKnown): Promise<OpenedStore> {
  const found = await findStore(host, sealer, known)
  if (typeof found === 'object') return { ...found, rebuilt: null }
  const isFirst = known.sentinel === null && lengthOf(known.head) <= FIRST_RUN_ACTIONS
  return createStore(host, sealer, isFirst ? null : found)
}

/** A new empty store. Throws ExpectedError `store.cannot_open`. */
export async function createStore(
  host: StoreHost,
  sealer: Sealer,
  rebuilt: RebuildReason | null,
): Promise<OpenedStore> {
  const storeId = host.newId()
  const check = await sealer.seal('meta', 'check', storeId)
  const db = new StoreDatabase(databaseName(storeId), optionsOf(host))
  const state: StoredState = {
    key: 'state',
    storeId,
    cursor: {},
    fold: 0,
    rows: 0,
    check,
  }
  try {
    await db.open()
    await db.meta.bulkPut([state, { key: 'totals', applications: 0, marked: 0, marks: {} }])
  } catch {
    db.close()
    throw new ExpectedError('store.cannot_open')
  }
  return { db, state, rebuilt }
}

/**
 * Whether the rows are all there, and each stands in the index that lists go by: one that lost some would leave them out without a
 * word. Costs a count of the tables: about a second for ten years.
 */
export async function hasAllRows(db: StoreDatabase): Promise<boolean> {
  const [state, ...counts] = await db.transaction('r', [db.meta, db.applications, db.entities], () =>
    Promise.all([
      ...([getState(db), db.applications.count(), db.entities.count()] as const),
      db.applications.orderBy('[day+id]').count(),
      db.entities.orderBy('[noun+since]').count(),
    ]),
  )
  const [applications, entities, listed, named] = counts
  return state.rows === applications + entities && applications === listed && entities === named
}

/** Whether the store is large enough for its rows to be counted only once it is shown. */
export function isCountedLater(state: StoredState): boolean {
  return state.rows > COUNTED_AT_START
}

/** Deletes every store but the one named. To be called once that one has caught up; a failure is left for next time. */
export async function deleteOtherStores(host: StoreHost, keep: string): Promise<void> {
  const names = (await host.indexedDB.databases()).map(database => database.name ?? '')
  for (const name of names.filter(candidate => isStoreName(candidate) && candidate !== keep)) {
    await new Dexie(name, optionsOf(host)).delete().catch(() => undefined)
  }
}

/** What main is to remember of a store. */
export function sentinelOf(state: StoredState): Sentinel {
  return { storeId: state.storeId, shape: SHAPE, cursor: state.cursor, rows: state.rows }
}

function optionsOf(host: StoreHost): DexieOptions {
  return { indexedDB: host.indexedDB, IDBKeyRange: host.IDBKeyRange }
}

async function findStore(
  host: StoreHost,
  sealer: Sealer,
  known: StoreKnown,
): Promise<Omit<OpenedStore, 'rebuilt'> | RebuildReason> {
  const { sentinel } = known
  if (sentinel === null) return 'missing'
  if (sentinel.shape !== SHAPE) return 'shape'
  const name = databaseName(sentinel.storeId)
  const names = (await host.indexedDB.databases()).map(database => database.name ?? '')
  if (!names.includes(name)) return names.some(isStoreName) ? 'other' : 'missing'
  const db = new StoreDatabase(name, optionsOf(host))
  const found = await inspect(db, sealer, known, sentinel)
  if (typeof found === 'string') {
    db.close()
    return found
  }
  return { db, state: found }
}

/** Opens and compares. A database that cannot be read at all after three tries counts as damaged. */
async function inspect(
  db: StoreDatabase,
  sealer: Sealer,
  known: StoreKnown,
  sentinel: Sentinel,
): Promise<StoredState | RebuildReason> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      await db.open()
      const state = await db.meta.get('state')
      if (state?.key !== 'state') return 'missing'
      if (state.storeId !== sentinel.storeId) return 'other'
      if (!(await opens(sealer, state))) return 'key_changed'
      if (!reaches(state.cursor, sentinel.cursor)) return 'behind_sentinel'
      if (!reaches(known.head, furthest(state.cursor, state.seen ?? {}))) return 'ahead_of_journal'
      // More of them is none: rows brought before their turn come without the cursor. Rows never become fewer.
      if (state.rows < sentinel.rows) return 'damaged'
      if (!isCountedLater(state) && !(await hasAllRows(db))) return 'damaged'
      return state
    } catch {
      db.close({ disableAutoOpen: false })
    }
  }
  return 'damaged'
}

async function opens(sealer: Sealer, state: StoredState): Promise<boolean> {
  try {
    return (await sealer.open('meta', 'check', state.check)) === state.storeId
  } catch {
    return false
  }
}
