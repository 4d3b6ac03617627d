import { Dexie, type DexieOptions, type Table } from 'dexie'
import type { Cursor } from '#shared/change/action.ts'
import type { AttentionKind } from '#shared/change/project-sums.ts'

/**
 * Shape of the store. Raised with any change of tables or of what is sealed in them: a new shape is a new database,
 * filled from the journal; there are no migrations.
 */
export const SHAPE = 11

const PREFIX = 'qabyldau-'

/** An entity as stored. In clear only what is looked up by: ids, days, HMACs. All else, the category too, is sealed. */
export interface StoredRecord {
  readonly id: string
  readonly batches: readonly string[]
  readonly subjects: readonly string[]
  /** HMACs of claims and of what a person is searched by (IIN, BIN, phone, number); of live entities only. */
  readonly tags: readonly string[]
  /** Legal date of the first action. */
  readonly since: string
  /** The days it counts on in the figures, `yyyymmdd`: a figure finds its records by them. */
  readonly days: readonly number[]
  /** Sealed `{actions, view, unread}`. */
  readonly sealed: Uint8Array
}

/** An application: `day` is its day of registration (`yyyymmdd`, 0 without a date, -1 when taken back). */
export interface StoredApplication extends StoredRecord {
  readonly day: number
  /** What it waits for, each with the day it was begun: `open 2026-11-22`. None for what was imported. */
  readonly marks: readonly string[]
}

/** Any other entity. */
export interface StoredEntity extends StoredRecord {
  readonly noun: string
}

/** Counts of one day of registration, sealed: on a quiet day a count by category would tell on a person. */
export interface StoredDay {
  readonly day: number
  readonly sealed: Uint8Array
}

/** Figures by event of one day, sealed; under `STOCK_DAY` the sums by month of what goes on from quarter to quarter. */
export interface StoredFigures {
  readonly day: number
  readonly sealed: Uint8Array
}

/** Something a person has to settle. `id` is an HMAC. */
export interface StoredAttention {
  readonly id: string
  readonly kind: AttentionKind
  readonly entities: readonly string[]
  readonly since: string
}

/** How far the store is. Written in the same transaction as what it speaks of. */
export interface StoredState {
  readonly key: 'state'
  readonly storeId: string
  readonly cursor: Cursor
  /** The furthest action folded of each chain: beyond `cursor` where some were brought before their turn. */
  readonly seen?: Cursor
  /** Number of the last fold. */
  readonly fold: number
  /** Entities of all kinds: compared with what is really there. */
  readonly rows: number
  /** The store id, sealed: shows at start whether the key is still the same. */
  readonly check: Uint8Array
}

/**
 * How many live applications there are, how many of them marked, and how many have each mark they wait by. A row of its
 * own, written when it changes: what only visits move wakes no list of applications.
 */
export interface StoredTotals {
  readonly key: 'totals'
  readonly applications: number
  readonly marked: number
  readonly marks: Readonly<Record<string, number>>
}

/** A block of the search index, sealed, as of the last snapshot. */
export interface StoredBlock {
  readonly number: number
  readonly sealed: Uint8Array
}

/** Applications folded since the last snapshot of the search index. */
export interface StoredUnindexed {
  readonly fold: number
  readonly ids: readonly string[]
}

/** The working store: sealed rows derived from the journal, and nothing that is not in the journal. */
export class StoreDatabase extends Dexie {
  declare readonly meta: Table<StoredState | StoredTotals, 'state' | 'totals'>
  declare readonly applications: Table<StoredApplication, string>
  declare readonly entities: Table<StoredEntity, string>
  declare readonly days: Table<StoredDay, number>
  declare readonly figures: Table<StoredFigures, number>
  declare readonly attentions: Table<StoredAttention, string>
  declare readonly blocks: Table<StoredBlock, number>
  declare readonly unindexed: Table<StoredUnindexed, number>

  constructor(name: string, options: DexieOptions) {
    // Relaxed: what must not be lost is flushed by the journal. No cache: what is held in memory is ours to hold.
    super(name, { ...options, chromeTransactionDurability: 'relaxed', cache: 'disabled' })
    this.version(1).stores({
      meta: 'key',
      // Each index costs a fold about a tenth; measured.
      applications: 'id, [day+id], *batches, *subjects, *tags, *marks, *days',
      entities: 'id, [noun+since], *batches, *subjects, *tags, *days',
      days: 'day',
      figures: 'day',
      attentions: 'id',
      blocks: 'number',
      unindexed: 'fold',
    })
  }
}

/** Name of the database of a store. Another shape or another store is another database. */
export function databaseName(storeId: string, shape = SHAPE): string {
  return `${PREFIX}${shape}-${storeId}`
}

/** Whether a database is a store of this program, of whatever shape. */
export function isStoreName(name: string): boolean {
  return name.startsWith(PREFIX)
}

/** How far the store is. Throws where it holds no state (it was never opened by `openStore`). */
export async function getState(db: StoreDatabase): Promise<StoredState> {
  const state = await db.meta.get('state')
  if (state?.key !== 'state') throw new Error('store without state')
  return state
}

/** How many applications there are. Throws where the store holds no totals. */
export async function getTotals(db: StoreDatabase): Promise<StoredTotals> {
  const totals = await db.meta.get('totals')
  if (totals?.key !== 'totals') throw new Error('store without totals')
  return totals
}

/**
 * The applications of each of these tags. Side by side in one transaction of the platform's own: `anyOf` would walk them
 * with a cursor, a way to and fro for each, and a transaction of Dexie's costs as much again as what it reads here.
 */
export function applicationsTagged(db: StoreDatabase, tags: readonly string[]): Promise<StoredApplication[][]> {
  const { name } = db.applications
  const index = db.backendDB().transaction(name, 'readonly').objectStore(name).index('tags')
  return Promise.all(tags.map(tag => settled<StoredApplication[]>(index.getAll(tag))))
}

/** Ids of the applications that carry data of any of these persons, each once; side by side as above. */
export async function applicationsOf(db: StoreDatabase, subjects: readonly string[]): Promise<string[]> {
  const { name } = db.applications
  const index = db.backendDB().transaction(name, 'readonly').objectStore(name).index('subjects')
  const keys = await Promise.all(subjects.map(subject => settled(index.getAllKeys(subject))))
  return [...new Set(keys.flat().map(String))]
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
