import { keyOf } from '#shared/change/action.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import type { StateOf } from '#shared/change/project-view.ts'
import { type Official, OfficialCategory } from '#shared/official/model.ts'
import { type Counts, sumCounts } from '#shared/report/counts.ts'
import { Quarter, rangeOfQuarter, toDayNumber } from '#shared/time/plain-date.ts'
import { NO_DAY_LIMIT, openOne, openPage, openSearch, readPage } from './application-queries.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, EntityState, ParamsOf, QueryName } from './query-types.ts'
import { findState, openRecords } from './rows.ts'
import type { Sealer } from './seal.ts'
import { getState, type StoreDatabase, type StoredDay, type StoredEntity } from './store.ts'

/**
 * A named query in two steps. `read` uses nothing but Dexie: a live query watches what it touches. `open` unseals and
 * shapes outside of it; it runs again only when something that was read has changed.
 */
export interface QueryDefinition<Q extends QueryName, Raw> {
  readonly read: (db: StoreDatabase, params: ParamsOf<Q>) => Promise<Raw>
  readonly open: (context: QueryContext, raw: Raw, params: ParamsOf<Q>) => Promise<AnswerOf<Q>>
}

// biome-ignore lint/suspicious/noExplicitAny: what is read is a matter between the two steps of one query
type Definitions = { readonly [Q in QueryName]: QueryDefinition<Q, any> }

/** All queries by name. */
export const QUERIES: Definitions = {
  'applications.page': { read: readPage, open: openPage },
  'applications.one': { read: (db, { id }) => db.applications.get(id), open: openOne },
  'applications.search': { read: getState, open: openSearch },
  'counts.quarter': {
    read: (db, { quarter }) => {
      const { from, to } = rangeOfQuarter(quarter)
      return db.days.where('day').between(toDayNumber(from), toDayNumber(to), true, true).toArray()
    },
    open: async ({ sealer }, rows: StoredDay[]) =>
      sumCounts(await Promise.all(rows.map(row => sealer.open<Counts>('days', row.day, row.sealed)))),
  },
  'counts.quarters': {
    read: db => db.days.where('day').between(0, NO_DAY_LIMIT).primaryKeys(),
    open: async (_, days: number[]) => ({
      quarters: [...new Set(days.filter(day => day > 0).map(quarterOf))].sort().reverse(),
      undated: days.includes(0),
    }),
  },
  'officials.all': { ...ofNoun('official'), open: openOfficials },
  'schedule.month': {
    read: (db, { month }) => db.entities.get(`schedule:${month}`),
    open: async ({ sealer }, row: StoredEntity | undefined) =>
      (await openStates(sealer, 'schedule', row ? [row] : []))[0] ?? null,
  },
  'imports.all': {
    ...ofNoun('import'),
    open: async ({ sealer }, rows: StoredEntity[]) =>
      (await openStates(sealer, 'import', rows)).sort((a, b) => (startOf(a) < startOf(b) ? 1 : -1)),
  },
  'office.current': {
    ...ofNoun('office'),
    open: async ({ sealer }, rows: StoredEntity[]) => (await openStates(sealer, 'office', rows))[0] ?? null,
  },
  'users.all': ofNoun('user'),
  'desks.all': ofNoun('desk'),
  'attentions.all': { read: db => db.attentions.toArray(), open: async (_, rows) => rows },
  totals: {
    read: async db => ({ state: await getState(db), attentions: await db.attentions.count() }),
    open: async (_, { state, attentions }) => ({
      applications: state.applications,
      marked: state.marked,
      attentions,
    }),
  },
}

function ofNoun<N extends keyof StateOf>(noun: N) {
  return {
    read: (db: StoreDatabase) => db.entities.where('noun').equals(noun).toArray(),
    open: ({ sealer }: QueryContext, rows: StoredEntity[]) => openStates(sealer, noun, rows),
  }
}

/** Officials who stand, in the order of clause 2, then as they were first entered: a change moves nobody. */
async function openOfficials({ sealer }: QueryContext, rows: readonly StoredEntity[]): Promise<Official[]> {
  const standing = (await openRecords(sealer, rows)).flatMap(record => {
    const state = findState('official', record)
    const since = record.actions[0]?.stamp ?? ''
    return state?.status === 'active' && state.official ? [{ official: state.official, since }] : []
  })
  const placeOf = ({ category }: Official) => OfficialCategory.options.indexOf(category)
  return standing
    .sort((a, b) => placeOf(a.official) - placeOf(b.official) || (a.since < b.since ? -1 : 1))
    .map(({ official }) => official)
}

async function openStates<N extends keyof StateOf>(
  sealer: Sealer,
  noun: N,
  rows: readonly StoredEntity[],
): Promise<EntityState<N>[]> {
  const records = await openRecords(sealer, rows)
  return records.flatMap(record => {
    const state = findState(noun, record)
    return state === null ? [] : [{ ...state, ...aboutOf(record) }]
  })
}

function aboutOf(record: EntityRecord) {
  return {
    id: record.id,
    key: keyOf(record.id),
    head: record.actions.at(-1)?.id ?? null,
    needsUpdate: record.unread,
  }
}

function startOf(one: EntityState<'import'>): string {
  return one.startedAt ?? ''
}

function quarterOf(day: number): Quarter {
  const month = Math.floor(day / 100) % 100
  return Quarter.parse(`${Math.floor(day / 10000)}-Q${Math.ceil(month / 3)}`)
}
