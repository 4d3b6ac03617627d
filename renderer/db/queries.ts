import { type Counts, sumCounts } from '#shared/report/counts.ts'
import { Quarter, rangeOfQuarter, toDayNumber } from '#shared/time/plain-date.ts'
import { openOne, openPage, openSearch, readPage } from './application-queries.ts'
import { openDirectories, openOfficials } from './directory-queries.ts'
import { NO_DAY_LIMIT } from './page-filter.ts'
import { openEarlier } from './person-queries.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, EntityState, ParamsOf, QueryName } from './query-types.ts'
import { ofNoun, openStates } from './states.ts'
import { getTotals, type StoreDatabase, type StoredDay, type StoredEntity, type StoredTotals } from './store.ts'
import { openContacts, openLeftOver, openVisits, readContacts, readVisits } from './visit-queries.ts'
import { openWaiting, readWaiting } from './waiting-queries.ts'

/**
 * A named query in two steps. `read` uses nothing but Dexie: a live query watches what it touches. `open` unseals and
 * shapes outside of it; it runs again only when something that was read has changed. Null: it is answered from the index
 * in memory, and a live one watches every fold.
 */
export interface QueryDefinition<Q extends QueryName, Raw> {
  readonly read: ((db: StoreDatabase, params: ParamsOf<Q>) => Promise<Raw>) | null
  readonly open: (context: QueryContext, raw: Raw, params: ParamsOf<Q>) => Promise<AnswerOf<Q>>
}

// biome-ignore lint/suspicious/noExplicitAny: what is read is a matter between the two steps of one query
type Definitions = { readonly [Q in QueryName]: QueryDefinition<Q, any> }

/** All queries by name. */
export const QUERIES: Definitions = {
  'applications.page': { read: readPage, open: openPage },
  'applications.one': { read: (db, { id }) => db.applications.get(id), open: openOne },
  'applications.search': { read: null, open: openSearch },
  'applications.earlier': { read: null, open: openEarlier },
  'applications.waiting': { read: readWaiting, open: openWaiting },
  'visits.day': { read: readVisits, open: openVisits },
  'visits.left_over': { read: null, open: openLeftOver },
  'contacts.day': { read: readContacts, open: openContacts },
  'directories.all': { ...ofNoun('entry'), open: openDirectories },
  'entries.all': ofNoun('entry'),
  'officials.entities': ofNoun('official'),
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
  'calendar.years': ofNoun('calendar'),
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
    read: db => db.transaction('r', db.meta, db.attentions, () => Promise.all([getTotals(db), db.attentions.count()])),
    open: async (_, [{ applications, marked }, attentions]: [StoredTotals, number]) => ({
      applications,
      marked,
      attentions,
    }),
  },
}

function startOf(one: EntityState<'import'>): string {
  return one.startedAt ?? ''
}

function quarterOf(day: number): Quarter {
  const month = Math.floor(day / 100) % 100
  return Quarter.parse(`${Math.floor(day / 10000)}-Q${Math.ceil(month / 3)}`)
}
