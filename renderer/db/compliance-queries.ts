import { officeCalendar } from '#shared/calendar/office-calendar.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import { isLive } from '#shared/change/project-view.ts'
import { complianceOf } from '#shared/compliance/compliance.ts'
import type { ApplicationFact, ComplianceFacts, ImportedFact, LetterFact, VisitFact } from '#shared/compliance/facts.ts'
import type { Period } from '#shared/compliance/model.ts'
import { termsOf } from '#shared/report/terms.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { addDays, addMonths, PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import { instructed, openInstructionFacts, openMatters, openProtocols } from './compliance-control.ts'
import { openOfficials } from './directory-queries.ts'
import { LAST_ID } from './lines.ts'
import { monthsBetween } from './months-between.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, EntityState, ParamsOf } from './query-types.ts'
import { openStanding } from './report-queries.ts'
import { findState, letterMonth, openRecords, startOfMark } from './rows.ts'
import { openStates } from './states.ts'

/** The longest an answered application may still owe something: its term, the extension, the letter of it. */
const BEFORE_DAYS = 100
/** Records opened at once: what is opened is let go before the next. */
const SLICE = 500
/** Months beyond a period whose schedules fall due in it: a quarter is approved before it begins. */
const MONTHS_AHEAD = 3

/** How the clauses were kept in a period. What was registered long before and still waits is looked at too. */
export async function answerCompliance(
  context: QueryContext,
  { from, to, today }: ParamsOf<'compliance.checks'>,
): Promise<AnswerOf<'compliance.checks'>> {
  const [desk, visited] = await Promise.all([openDesk(context, { from, to }), openVisits(context, { from, to })])
  const visitors = visited.flatMap(({ state }) => state.checkIn?.application ?? [])
  const instructions = await openInstructionFacts(context)
  const opened = await openApplications(context, { from, to }, [...visitors, ...instructed(instructions, { from, to })])
  const registered = new Map(opened.applications.map(one => [one.id as string, one.registered]))
  const visits = visited.map(
    (visit): VisitFact => ({ ...visit, registered: registered.get(visit.state.checkIn?.application ?? '') ?? null }),
  )
  const letters = await openLetters(context, { from, to }, opened.applications)
  const exchanged = await openExchanged(context)
  const matters = await openMatters(context, instructions, { from, to })
  const protocols = await openProtocols(context, { from, to })
  const { reports } = await openStanding(context)
  return {
    acts: complianceOf(
      { ...desk, ...exchanged, ...opened, visits, letters, instructions, matters, protocols, reports },
      { from, to },
      today,
    ),
  }
}

/** The sums of the same by clause: no record crosses to the page. */
export async function answerTerms(
  context: QueryContext,
  asked: ParamsOf<'compliance.counts'>,
): Promise<AnswerOf<'compliance.counts'>> {
  return termsOf((await answerCompliance(context, asked)).acts)
}

type Desk = Pick<
  ComplianceFacts,
  | 'office'
  | 'since'
  | 'calendar'
  | 'officials'
  | 'months'
  | 'prepared'
  | 'surveys'
  | 'absences'
  | 'restrictions'
  | 'helpers'
>

async function openDesk(context: QueryContext, { from, to }: Period): Promise<Desk> {
  const { db, sealer } = context
  const months = monthsBetween(from, addMonths(to, MONTHS_AHEAD))
  const ofNoun = (noun: string) => db.entities.where('noun').equals(noun).toArray()
  const [absences, restrictions, helpers] = await Promise.all(['absence', 'restriction', 'helper'].map(ofNoun))
  const [offices, calendars, officials, opened, schedules] = await Promise.all([
    ofNoun('office'),
    ofNoun('calendar'),
    ofNoun('official'),
    ofNoun('survey'),
    db.entities.bulkGet(months.map(month => `schedule:${month}`)),
  ])
  const [office] = await openStates(sealer, 'office', offices)
  if (!office?.office) throw new ExpectedError('desk.not_ready')
  const states = new Map((await openStates(sealer, 'schedule', found(schedules))).map(state => [state.key, state]))
  return {
    office: office.office,
    since: PlainDate.parse(offices[0]?.since),
    calendar: officeCalendar(await openStates(sealer, 'calendar', calendars)),
    officials: await openOfficials(context, officials),
    months: months.map(month => ({ month, state: states.get(month) ?? null })),
    surveys: await openStates(sealer, 'survey', opened),
    prepared: await openPrepared(context, [...states.values()]),
    absences: (await openStates(sealer, 'absence', absences ?? [])).flatMap(one => standing(one, one.absence)),
    restrictions: (await openStates(sealer, 'restriction', restrictions ?? [])).flatMap(one =>
      standing(one, one.restriction),
    ),
    helpers: (await openStates(sealer, 'helper', helpers ?? [])).flatMap(({ helper }) => helper ?? []),
  }
}

/** What was done around the receptions that approved schedules name. */
async function openPrepared(
  { db, sealer }: QueryContext,
  schedules: readonly EntityState<'schedule'>[],
): Promise<ComplianceFacts['prepared']> {
  const receptions = schedules.flatMap(({ approved }) => approved?.schedule.receptions ?? [])
  const rows = await db.entities.bulkGet(receptions.map(({ id }) => `reception:${id}`))
  return new Map((await openStates(sealer, 'reception', found(rows))).map(state => [state.key, state]))
}

/** Demands, exchanges with applicants, and the work of the call centre. */
async function openExchanged({
  db,
  sealer,
}: QueryContext): Promise<Pick<ComplianceFacts, 'demands' | 'exchanges' | 'callCentre'>> {
  const [demands, exchanges, callCentre] = await Promise.all(
    ['demand', 'feedback', 'callcentre'].map(noun => db.entities.where('noun').equals(noun).toArray()),
  )
  return {
    demands: await openStates(sealer, 'demand', demands ?? []),
    exchanges: await openStates(sealer, 'feedback', exchanges ?? []),
    callCentre: await openStates(sealer, 'callcentre', callCentre ?? []),
  }
}

async function openVisits(
  { db, sealer }: QueryContext,
  { from, to }: Period,
): Promise<Omit<VisitFact, 'registered'>[]> {
  const [first, last] = [`visit:${toDayNumber(from)}-`, `visit:${toDayNumber(to)}-${LAST_ID}`]
  const rows = await db.entities.where('id').between(first, last, true, true).toArray()
  return (await openStates(sealer, 'visit', rows)).map(state => ({ id: state.id, state }))
}

interface Opened {
  readonly applications: ApplicationFact[]
  readonly imported: ImportedFact[]
}

async function openApplications(
  context: QueryContext,
  { from, to }: Period,
  visitors: readonly string[],
): Promise<Opened> {
  const { db, sealer } = context
  const days = [[toDayNumber(addDays(from, -BEFORE_DAYS)), ''] as const, [toDayNumber(to), LAST_ID] as const] as const
  const [ofDays, open] = await Promise.all([
    db.applications.where('[day+id]').between(days[0], days[1], true, true).primaryKeys(),
    db.applications.where('marks').startsWith(startOfMark('open')).primaryKeys(),
  ])
  const ids = [...new Set([...ofDays, ...open, ...visitors])]
  const opened: Opened = { applications: [], imported: [] }
  for (let start = 0; start < ids.length; start += SLICE) {
    const stored = await db.applications.bulkGet(ids.slice(start, start + SLICE))
    for (const record of await openRecords(sealer, found(stored))) take(record, opened)
  }
  return opened
}

function take(record: EntityRecord, { applications, imported }: Opened): void {
  const state = findState('application', record)
  if (state === null || !isLive(record.view)) return
  const { status, registered, facts } = state
  if (registered !== null) {
    const history = record.actions.map(({ type, date }) => ({ type, date }))
    const { received = null, officialId = null, result = null } = facts ?? {}
    applications.push({ id: record.id, status, registered, received, officialId, result, history })
  } else if (facts?.registered != null) {
    imported.push({ id: record.id, registered: facts.registered, received: facts.received })
  }
}

/** The letters of the applications, and those signed off in the period, also for no application. */
async function openLetters(
  { db, sealer }: QueryContext,
  { from, to }: Period,
  applications: readonly ApplicationFact[],
): Promise<Map<string, LetterFact>> {
  const noted = [...new Set(applications.flatMap(({ registered }) => registered.letters.map(({ letter }) => letter)))]
  const tags = await Promise.all(monthsBetween(from, to).map(month => sealer.tag(letterMonth(month))))
  const [ofApplications, ofMonths] = await Promise.all([
    db.entities.bulkGet(noted),
    Promise.all(tags.map(tag => db.entities.where('tags').equals(tag).toArray())),
  ])
  const rows = new Map([...found(ofApplications), ...ofMonths.flat()].map(row => [row.id, row]))
  const states: EntityState<'letter'>[] = await openStates(sealer, 'letter', [...rows.values()])
  return new Map(states.map(state => [state.id as string, { id: state.id, state }]))
}

/** What was not taken back. */
function standing<T>({ status }: { readonly status: string }, fact: T | null): T[] {
  return status === 'standing' && fact !== null ? [fact] : []
}

function found<T>(rows: readonly (T | undefined)[]): T[] {
  return rows.flatMap(row => row ?? [])
}
