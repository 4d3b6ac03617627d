import { type Analytics, analyticsOf } from '#shared/analytics/analytics.ts'
import type { AnalysedApplication, AnalysedFacts, AnalysedInstruction, AnalysedVisit } from '#shared/analytics/facts.ts'
import { daysOfAbsence } from '#shared/analytics/hall.ts'
import type { KeptDay } from '#shared/analytics/kept.ts'
import { type Coming, type OfficialPage, officialPage } from '#shared/analytics/one-official.ts'
import { type Days, daysOfPeriod, isWithin, PAST_MONTHS } from '#shared/analytics/period.ts'
import { LOOK_BACK_DAYS } from '#shared/analytics/repeats.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { addDays, addMonths, fromDayNumber, type PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import { analysedOf, type Essences, withAlike } from './analysed-applications.ts'
import { openFigures } from './kept-figures.ts'
import { LAST_ID } from './lines.ts'
import type { QueryContext } from './query-context.ts'
import type { ParamsOf } from './query-types.ts'
import { findState, openRecords } from './rows.ts'
import { openStates } from './states.ts'
import { applicationsOf } from './store.ts'

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
  const coming = await openComing(context, officialId, today)
  const ids = coming.map(({ id }) => id)
  return officialPage(await gatherFacts(context, { from, to }, today, ids), officialId, { from, to }, coming)
}

/** The kept figures, and the records that have to be laid beside others: of the days, and `also` those. */
async function gatherFacts(
  context: QueryContext,
  days: Days,
  today: PlainDate,
  also: readonly string[] = [],
): Promise<AnalysedFacts> {
  const [promise, kept, opened] = await Promise.all([
    openPromise(context),
    openKept(context, { from: addMonths(days.from, -PAST_MONTHS), to: days.to }),
    openApplications(context, days, also),
  ])
  const [visits, instructions] = await Promise.all([
    openVisits(context, daysOfAbsence(opened, days, today)),
    openInstructions(context, days, opened),
  ])
  return { kept, applications: opened, visits, instructions, promise, today }
}

async function openKept({ db, sealer }: QueryContext, { from, to }: Days): Promise<KeptDay[]> {
  const rows = await db.figures.where('day').between(toDayNumber(from), toDayNumber(to), true, true).toArray()
  return Promise.all(rows.map(async row => ({ day: fromDayNumber(row.day), figures: await openFigures(sealer, row) })))
}

async function openPromise({ db, sealer }: QueryContext): Promise<number> {
  const [office] = await openStates(sealer, 'office', await db.entities.where('noun').equals('office').toArray())
  if (!office?.office) throw new ExpectedError('desk.not_ready')
  return office.office.promise
}

/** Applications that count on the days, those `also`, and others of the same persons as far back as repeats are looked for. */
async function openApplications(
  context: QueryContext,
  days: Days,
  also: readonly string[],
): Promise<AnalysedApplication[]> {
  const { db } = context
  const [first, last] = [toDayNumber(days.from), toDayNumber(days.to)]
  const ofDays = (await db.applications.where('days').between(first, last, true, true).primaryKeys()).map(String)
  const [own, essences]: [Set<string>, Essences] = [new Set([...ofDays, ...also]), new Map()]
  const opened = await openAnalysed(context, [...own], essences)
  const least = opened.reduce((day, { registered }) => (registered < day ? registered : day), days.from)
  const since = toDayNumber(addDays(least, -LOOK_BACK_DAYS))
  const persons = new Set(opened.filter(({ person, id }) => person !== id).map(({ person }) => person))
  const others = (await applicationsOf(db, [...persons])).filter(id => !own.has(id))
  return withAlike([...opened, ...(await openAnalysed(context, others, essences, since))], days.from, essences)
}

async function openAnalysed(
  { db, sealer }: QueryContext,
  ids: readonly string[],
  essences: Essences,
  since = 0,
): Promise<AnalysedApplication[]> {
  const applications: AnalysedApplication[] = []
  for (let start = 0; start < ids.length; start += SLICE) {
    const stored = await db.applications.bulkGet(ids.slice(start, start + SLICE))
    const records = await openRecords(
      sealer,
      stored.flatMap(row => (row !== undefined && row.day >= since ? [row] : [])),
    )
    for (const record of records) applications.push(...[analysedOf(record, essences) ?? []].flat())
  }
  return applications
}

async function openVisits({ db, sealer }: QueryContext, days: ReadonlySet<PlainDate>): Promise<AnalysedVisit[]> {
  const rows = await Promise.all(
    [...days].map(day => {
      const [first, last] = [`visit:${toDayNumber(day)}-`, `visit:${toDayNumber(day)}-${LAST_ID}`]
      return db.entities.where('id').between(first, last, true, true).toArray()
    }),
  )
  return (await openStates(sealer, 'visit', rows.flat())).map(state => ({ id: state.id, state }))
}

/** Instructions that were given on the days, by whom, and on what topic. */
async function openInstructions(
  context: QueryContext,
  days: Days,
  applications: readonly AnalysedApplication[],
): Promise<AnalysedInstruction[]> {
  const { db, sealer } = context
  const [first, last] = [toDayNumber(days.from), toDayNumber(days.to)]
  const ofDays = await db.entities.where('days').between(first, last, true, true).primaryKeys()
  const ids = [...new Set(ofDays.map(String))].filter(id => id.startsWith('instruction:'))
  const rows = await db.entities.bulkGet(ids)
  const found = await openStates(
    sealer,
    'instruction',
    rows.flatMap(row => row ?? []),
  )
  const states = found.filter(({ given }) => isWithin(given?.on ?? null, days))
  const protocols = [...new Set(states.flatMap(({ instruction }) => instruction?.protocol ?? []))]
  const stored = await db.entities.bulkGet(protocols)
  const opened = await openStates(
    sealer,
    'protocol',
    stored.flatMap(row => row ?? []),
  )
  const givers = new Map<string, string | null>(opened.map(({ id, protocol }) => [id, protocol?.officialId ?? null]))
  const topics = new Map(applications.map(({ id, topic }) => [id, topic]))
  const unknown = states.flatMap(({ instruction }) =>
    instruction === null || topics.has(instruction.application) ? [] : [instruction.application],
  )
  for (const { id, topic } of await openAnalysed(context, [...new Set(unknown)], new Map())) topics.set(id, topic)
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
