import { dayOf } from '#shared/change/project-view.ts'
import { settledIn } from '#shared/clash/in-force.ts'
import { type Counts, sumCounts } from '#shared/report/counts.ts'
import { newestFirst, placeOf } from './kept-lists.ts'
import { LAST_ID, type Line } from './lines.ts'
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
import { findState, openRecord } from './rows.ts'
import type { EntryFilter } from './search-filter.ts'
import { type Found, type FoundName, type FoundNames, LETTER } from './search-index.ts'

/** A page of a list. By keyset: any page costs what the first does. */
export function answerPage(
  context: QueryContext,
  params: ParamsOf<'applications.page'>,
): Promise<AnswerOf<'applications.page'>> {
  if (params.sort === 'name') return answerNamePage(context, params)
  return isByDayOnly(params.filter) ? answerDayPage(context, params) : answerFilteredPage(context, params)
}

/** The days alone choose: from the lines in memory, and beyond them from the index of days. */
async function answerDayPage(
  context: QueryContext,
  { filter, after, limit }: ParamsOf<'applications.page'>,
): Promise<AnswerOf<'applications.page'>> {
  const asked = { ...rangeOf(filter), after, limit: limit + 1 }
  const total = after === null ? totalOf(context, filter) : null
  const lines = context.lines.part(asked) ?? (await readLines(context, asked))
  return pageOf(lines, limit, await total)
}

async function readLines(
  context: QueryContext,
  { from, to, after, limit }: { from: number; to: number; after: PageKey | null; limit: number },
): Promise<readonly Line[]> {
  const upper = after ? [after.day, after.id] : [to, LAST_ID]
  const range = context.db.applications.where('[day+id]').between([from, ''], upper, true, false)
  return context.lines.linesOfRows(context, () => range.reverse().limit(limit).toArray())
}

/** Filters other than the day are answered by the index in memory. */
async function answerFilteredPage(
  context: QueryContext,
  { filter, after, limit }: ParamsOf<'applications.page'>,
): Promise<AnswerOf<'applications.page'>> {
  const found = await findFiltered(context, filter)
  const start = after === null ? 0 : placeBehind(found, after)
  const lines = await getLines(context, found.slice(start, start + limit + 1))
  return pageOf(lines, limit, after === null ? found.length : null)
}

/** A page in the order of names. The whole order is kept in memory, so any page costs the same. */
async function answerNamePage(
  context: QueryContext,
  { filter, after, limit }: ParamsOf<'applications.page'>,
): Promise<AnswerOf<'applications.page'>> {
  const index = await context.whenIndexed()
  const text = filter.text?.trim() ?? ''
  const wanted = entryFilterOf(filter)
  const named = index.filterByName(wanted, text)
  const found = text === '' ? named : await withNumbered(context, text, partOf(named, 0, named.length), wanted)
  const start = after?.name ? firstAfter(found, { ...after, name: after.name }) : 0
  const part = partOf(found, start, start + limit + 1)
  const page = pageOf(await getLines(context, part), limit, after === null ? found.length : null)
  const last = part[limit - 1]
  return { ...page, next: part.length > limit && last ? last : null }
}

/** What was found by name, and who else has the number that was typed. */
async function withNumbered(
  context: QueryContext,
  text: string,
  named: readonly FoundName[],
  wanted: EntryFilter,
): Promise<readonly FoundName[]> {
  const index = await context.whenIndexed()
  const known = new Set(named.map(one => one.id))
  const numbered = await findByNumber(context, text)
  const more = numbered.filter(({ id }) => index.passes(id, wanted) && !known.has(id)).map(foundName)
  return more.length === 0 ? named : [...named, ...more].sort(compareNames)
}

function partOf(found: FoundNames, from: number, to: number): FoundName[] {
  const end = Math.min(to, found.length)
  return Array.from({ length: Math.max(0, end - from) }, (_, n) => found.at(from + n)).filter(one => one !== undefined)
}

/** The best matches of a typed text: a full number first, then names by rank. Of a number that was found no names are looked for. */
export async function answerSearch(
  context: QueryContext,
  { text, limit }: ParamsOf<'applications.search'>,
): Promise<readonly ApplicationListRow[]> {
  if (text.trim() === '') return []
  const numbered = findByNumber(context, text)
  if (!LETTER.test(text)) {
    const exact = await numbered
    if (exact.length > 0) return exact.slice(0, limit).flatMap(line => line.row ?? [])
  }
  const named = context.whenIndexed().then(index => index.search(text, limit))
  // Names are compared while the database looks for the number.
  const [exact, found] = await Promise.all([numbered, named])
  const known = new Set(exact.map(line => line.id))
  const more = found.filter(one => !known.has(one.id)).slice(0, Math.max(0, limit - known.size))
  return [...exact, ...(await getLines(context, more))].slice(0, limit).flatMap(line => line.row ?? [])
}

/** An application in full. */
export async function answerOne(
  { db, sealer }: QueryContext,
  { id }: ParamsOf<'applications.one'>,
): Promise<ApplicationCard | null> {
  const stored = await db.applications.get(id)
  if (!stored) return null
  const record = await openRecord(sealer, stored)
  const state = findState('application', record)
  if (state === null) return null
  const { verdicts } = settledIn(record.actions)
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
      ...(verdicts.get(id) === 'aside' ? { aside: true } : {}),
    })),
    head: record.actions.at(-1)?.id ?? null,
  }
}

function pageOf(lines: readonly Line[], limit: number, total: number | null): AnswerOf<'applications.page'> {
  const shown = lines.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.flatMap(line => line.row ?? []),
    next: lines.length > limit && last ? { day: last.day, id: last.id } : null,
    total,
  }
}

async function totalOf({ db, sealer, totals }: QueryContext, filter: ApplicationFilter): Promise<number> {
  if (!hasRange(filter)) return (await totals()).applications
  const { from, to } = rangeOf(filter)
  const days = await db.days.where('day').between(from, to, true, true).toArray()
  return sumCounts(await Promise.all(days.map(row => sealer.open<Counts>('days', row.day, row.sealed)))).rows
}

async function findFiltered(context: QueryContext, filter: ApplicationFilter): Promise<readonly Found[]> {
  const index = await context.whenIndexed()
  const wanted = entryFilterOf(filter)
  const text = filter.text?.trim() ?? ''
  const found = index.filter(wanted, text)
  if (text === '') return found
  const known = new Set(found.map(one => one.id))
  const numbered = (await findByNumber(context, text)).filter(({ id }) => index.passes(id, wanted) && !known.has(id))
  return [...numbered.map(({ id, day }) => ({ id, day })), ...found].sort(newestFirst)
}

function getLines(context: QueryContext, found: readonly Found[]): Promise<Line[]> {
  return context.lines.linesOf(
    context,
    found.map(one => one.id),
  )
}

function foundName({ id, day, row }: Line): FoundName {
  return { id, day, name: [row?.surname ?? '', row?.given ?? '', row?.patronymic ?? ''] }
}

/** The first place behind a key; what the key is of may be gone. */
function placeBehind(found: readonly Found[], key: PageKey): number {
  const place = placeOf(found, key)
  return found[place]?.id === key.id ? place + 1 : place
}
