import { type Analytics, analyticsOf } from '#shared/analytics/analytics.ts'
import type { AnalysedApplication, AnalysedFacts, AnalysedInstruction, AnalysedVisit } from '#shared/analytics/facts.ts'
import { type Coming, type OfficialPage, officialPage } from '#shared/analytics/one-official.ts'
import { type Days, daysOfPeriod, PAST_MONTHS } from '#shared/analytics/period.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { addMonths, type PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import { analysedOf, type Essences, withAlike } from './analysed-applications.ts'
import { LAST_ID } from './lines.ts'
import type { QueryContext } from './query-context.ts'
import type { ParamsOf } from './query-types.ts'
import { findState, openRecords, startOfMark } from './rows.ts'
import { openStates } from './states.ts'

/** Records opened at once: what is opened is let go before the next. */
const SLICE = 500

/** What the records of a period come to. Only sums, codes and numbers leave the worker. */
export async function answerAnalytics(
  context: QueryContext,
  { period, today }: ParamsOf<'analytics.period'>,
): Promise<Analytics> {
  return analyticsOf(await gatherFacts(context, daysOfPeriod(period), today), period)
}

/** The page of an official for some days. */
export async function answerOfficialPage(
  context: QueryContext,
  { officialId, from, to, today }: ParamsOf<'analytics.official'>,
): Promise<OfficialPage> {
  const [facts, coming] = await Promise.all([
    gatherFacts(context, { from, to }, today),
    openComing(context, officialId, today),
  ])
  return officialPage(facts, officialId, { from, to }, coming)
}

async function gatherFacts(context: QueryContext, days: Days, today: PlainDate): Promise<AnalysedFacts> {
  const [promise, applications, visits] = await Promise.all([
    openPromise(context),
    openApplications(context, days),
    openVisits(context, days),
  ])
  const instructions = await openInstructions(context, applications)
  return { applications, visits, instructions, promise, today }
}

async function openPromise({ db, sealer }: QueryContext): Promise<number> {
  const [office] = await openStates(sealer, 'office', await db.entities.where('noun').equals('office').toArray())
  if (!office?.office) throw new ExpectedError('desk.not_ready')
  return office.office.promise
}

/** Applications of the days and of the past they are compared with, and those that still wait. */
async function openApplications(context: QueryContext, { from, to }: Days): Promise<AnalysedApplication[]> {
  const { db, sealer } = context
  const first = toDayNumber(addMonths(from, -PAST_MONTHS))
  const [ofDays, open] = await Promise.all([
    db.applications
      .where('[day+id]')
      .between([first, ''], [toDayNumber(to), LAST_ID], true, true)
      .primaryKeys(),
    db.applications.where('marks').startsWith(startOfMark('open')).primaryKeys(),
  ])
  const ids = [...new Set([...ofDays, ...open])]
  const essences: Essences = new Map()
  const applications: AnalysedApplication[] = []
  for (let start = 0; start < ids.length; start += SLICE) {
    const stored = await db.applications.bulkGet(ids.slice(start, start + SLICE))
    const records = await openRecords(
      sealer,
      stored.flatMap(row => row ?? []),
    )
    for (const record of records) applications.push(...[analysedOf(record, essences) ?? []].flat())
  }
  return withAlike(applications, from, essences)
}

async function openVisits({ db, sealer }: QueryContext, { from, to }: Days): Promise<AnalysedVisit[]> {
  const [first, last] = [`visit:${toDayNumber(from)}-`, `visit:${toDayNumber(to)}-${LAST_ID}`]
  const rows = await db.entities.where('id').between(first, last, true, true).toArray()
  return (await openStates(sealer, 'visit', rows)).map(state => ({ id: state.id, state }))
}

async function openInstructions(
  { db, sealer }: QueryContext,
  applications: readonly AnalysedApplication[],
): Promise<AnalysedInstruction[]> {
  const rows = await db.entities.where('noun').equals('instruction').toArray()
  const states = await openStates(sealer, 'instruction', rows)
  const protocols = [...new Set(states.flatMap(({ instruction }) => instruction?.protocol ?? []))]
  const stored = await db.entities.bulkGet(protocols)
  const opened = await openStates(
    sealer,
    'protocol',
    stored.flatMap(row => row ?? []),
  )
  const givers = new Map<string, string | null>(opened.map(({ id, protocol }) => [id, protocol?.officialId ?? null]))
  const topics = new Map(applications.map(({ id, topic }) => [id, topic]))
  return states.map(state => ({
    state,
    topic: topics.get(state.instruction?.application ?? '') ?? null,
    givenBy: givers.get(state.instruction?.protocol ?? '') ?? null,
  }))
}

/** Times with an official that are still to come. */
async function openComing({ db, sealer }: QueryContext, officialId: string, today: PlainDate): Promise<Coming[]> {
  const rows = await db.applications.where('marks').startsWith('booked:').toArray()
  return (await openRecords(sealer, rows)).flatMap(record => {
    const booking = findState('application', record)?.registered?.booking ?? null
    if (booking === null || booking.officialId !== officialId || booking.date < today) return []
    return [{ id: record.id, on: booking.date }]
  })
}
