import type { EntityRecord } from '#shared/change/project.ts'
import { dayOf } from '#shared/change/project-view.ts'
import { type Counts, sumCounts } from '#shared/report/counts.ts'
import { listRow } from './list-rows.ts'
import { compareNames, firstAfter } from './name-order.ts'
import { findByNumber } from './number-search.ts'
import { entryFilterOf, hasRange, isByDayOnly, rangeOf } from './page-filter.ts'
import type { QueryContext } from './query-context.ts'
import type {
  AnswerOf,
  ApplicationCard,
  ApplicationFilter,
  ApplicationListRow,
  PageKey,
  ParamsOf,
} from './query-types.ts'
import { findState, openRecord, openRecords } from './rows.ts'
import type { Found, FoundName } from './search-index.ts'
import {
  getState,
  getTotals,
  type StoreDatabase,
  type StoredApplication,
  type StoredDay,
  type StoredTotals,
} from './store.ts'

/** Above every id in the order of IndexedDB. */
const LAST_ID = '\uffff'

/** What a page reads: its rows where the days alone choose them (and what is summed of them), else only that the store moved. */
type PageRead = { rows: StoredApplication[] | null; totals: StoredTotals | null; days: StoredDay[] | null }

/** Reads a page by keyset: any page costs what the first does. */
export async function readPage(db: StoreDatabase, params: ParamsOf<'applications.page'>): Promise<PageRead> {
  const { filter, after, limit } = params
  if (params.sort === 'name' || !isByDayOnly(filter)) {
    await getState(db)
    return { rows: null, totals: null, days: null }
  }
  const { from, to } = rangeOf(filter)
  const upper = after ? [after.day, after.id] : [to, LAST_ID]
  const readRows = () =>
    db.applications
      .where('[day+id]')
      .between([from, ''], upper, true, false)
      .reverse()
      .limit(limit + 1)
      .toArray()
  if (after !== null) return { rows: await readRows(), totals: null, days: null }
  const summed = hasRange(filter)
  return db.transaction('r', db.applications, db.meta, db.days, async () => {
    const [rows, totals, days] = await Promise.all([
      readRows(),
      summed ? null : getTotals(db),
      summed ? db.days.where('day').between(from, to, true, true).toArray() : null,
    ])
    return { rows, totals, days }
  })
}

/** Opens a page; filters other than the day are answered by the index in memory. */
export async function openPage(
  context: QueryContext,
  read: PageRead,
  params: ParamsOf<'applications.page'>,
): Promise<AnswerOf<'applications.page'>> {
  const { filter, after, limit } = params
  if (params.sort === 'name') return openNamePage(context, params)
  if (read.rows !== null) {
    return pageOf(context, read.rows, limit, await totalOf(context, read))
  }
  const found = await findFiltered(context, filter)
  const rest = after === null ? found : found.filter(one => isAfter(one, after))
  const rows = await getRows(context, rest.slice(0, limit + 1))
  return pageOf(context, rows, limit, after === null ? found.length : null)
}

/** A page in the order of names. The whole order is kept in memory, so any page costs the same. */
async function openNamePage(
  context: QueryContext,
  { filter, after, limit }: ParamsOf<'applications.page'>,
): Promise<AnswerOf<'applications.page'>> {
  const index = await context.whenIndexed()
  const text = filter.text?.trim() ?? ''
  const wanted = entryFilterOf(filter)
  const named = index.filterByName(wanted, text)
  const known = new Set(text === '' ? [] : named.map(one => one.id))
  const numbered = text === '' ? [] : await findByNumber(context, text)
  const more = numbered.filter(({ id }) => index.passes(id, wanted) && !known.has(id)).map(foundName)
  const found = more.length === 0 ? named : [...named, ...more].sort(compareNames)
  const start = after?.name ? firstAfter(found, { ...after, name: after.name }) : 0
  const part = found.slice(start, start + limit + 1)
  const rows = await getRows(context, part)
  const page = await pageOf(context, rows, limit, after === null ? found.length : null)
  const last = part[limit - 1]
  return { ...page, next: part.length > limit && last ? last : null }
}

/** The best matches of a typed text: a full number first, then names by rank. */
export async function openSearch(
  context: QueryContext,
  _: unknown,
  { text, limit }: ParamsOf<'applications.search'>,
): Promise<readonly ApplicationListRow[]> {
  const index = await context.whenIndexed()
  const exact = await findByNumber(context, text)
  const known = new Set(exact.map(record => record.id as string))
  const named = index.search(text, limit).filter(one => !known.has(one.id))
  const records = await openRecords(
    context.sealer,
    await getRows(context, named.slice(0, Math.max(0, limit - known.size))),
  )
  return [...exact, ...records].slice(0, limit).flatMap(listRow)
}

/** An application in full. */
export async function openOne(
  context: QueryContext,
  stored: StoredApplication | undefined,
): Promise<ApplicationCard | null> {
  if (!stored) return null
  const record = await openRecord(context.sealer, stored)
  const state = findState('application', record)
  if (state === null) return null
  return {
    ...state,
    id: record.id,
    day: dayOf(record.view),
    needsUpdate: record.unread,
    history: record.actions.map(({ id, type, at, date, user, role, body }) => ({
      id,
      type,
      at,
      date,
      user,
      role,
      body,
    })),
    head: record.actions.at(-1)?.id ?? null,
  }
}

async function pageOf(
  context: QueryContext,
  rows: readonly StoredApplication[],
  limit: number,
  total: number | null,
): Promise<AnswerOf<'applications.page'>> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: (await openRecords(context.sealer, shown)).flatMap(listRow),
    next: rows.length > limit && last ? { day: last.day, id: last.id } : null,
    total,
  }
}

async function totalOf({ sealer }: QueryContext, { totals, days }: PageRead): Promise<number | null> {
  if (days === null) return totals?.applications ?? null
  return sumCounts(await Promise.all(days.map(row => sealer.open<Counts>('days', row.day, row.sealed)))).rows
}

async function findFiltered(context: QueryContext, filter: ApplicationFilter): Promise<Found[]> {
  const index = await context.whenIndexed()
  const wanted = entryFilterOf(filter)
  const text = filter.text?.trim() ?? ''
  const found = index.filter(wanted, text)
  if (text === '') return found
  const known = new Set(found.map(one => one.id))
  const numbered = (await findByNumber(context, text)).filter(({ id }) => index.passes(id, wanted) && !known.has(id))
  return [...numbered.map(one => ({ id: one.id as string, day: dayOf(one.view) ?? 0 })), ...found].sort(
    (a, b) => b.day - a.day || (a.id < b.id ? 1 : -1),
  )
}

async function getRows({ db }: QueryContext, found: readonly Found[]): Promise<StoredApplication[]> {
  if (found.length === 0) return []
  const rows = await db.applications.bulkGet(found.map(one => one.id))
  return rows.filter(row => row !== undefined && row.day >= 0) as StoredApplication[]
}

function foundName(record: EntityRecord): FoundName {
  const { surname = '', given = '', patronymic = '' } = findState('application', record)?.personal ?? {}
  return { id: record.id, day: dayOf(record.view) ?? 0, name: [surname, given, patronymic] }
}

function isAfter(found: Found, key: PageKey): boolean {
  return found.day < key.day || (found.day === key.day && found.id < key.id)
}
