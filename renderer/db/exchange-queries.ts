import { officeCalendar } from '#shared/calendar/office-calendar.ts'
import { callCentreFigures } from '#shared/callcentre/figures.ts'
import { feedbackFigures } from '#shared/feedback/figures.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { DemandRow, ExchangeFigures } from './exchange-query-types.ts'
import type { Moved } from './moved.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, ApplicationListRow, EntityState, ParamsOf } from './query-types.ts'
import { DEMAND_OPEN, demandOf, FEEDBACK_TO_FOLLOW, feedbackOf } from './rows.ts'
import { openStates } from './states.ts'
import type { StoredEntity } from './store.ts'

/** By what of the telephone a call of the log is told from other contacts: the code of its channel. */
const CALL_CHANNEL = 'call_centre'

/** Demands about an application or for a reception, by due days. */
export async function openDemandsOf(
  context: QueryContext,
  { about }: ParamsOf<'demands.of'>,
): Promise<EntityState<'demand'>[]> {
  return (await openStates(context.sealer, 'demand', await tagged(context, demandOf(about)))).sort(dueFirst)
}

/** A demand, or null where there is none. */
export async function openDemand(
  { db, sealer }: QueryContext,
  { id }: ParamsOf<'demands.one'>,
): Promise<EntityState<'demand'> | null> {
  const row = await db.entities.get(id)
  return (await openStates(sealer, 'demand', row ? [row] : []))[0] ?? null
}

/** Demands that are not answered in full, by due days, each with its application as lists show it. */
export async function openDemands(context: QueryContext): Promise<DemandRow[]> {
  return withApplications(context, await tagged(context, DEMAND_OPEN))
}

/** The register of demands: those entered in some days, and all that are open. */
export async function openDemandRegister(
  context: QueryContext,
  { from, to }: ParamsOf<'demands.register'>,
): Promise<DemandRow[]> {
  const [entered, open] = await Promise.all([since(context, 'demand', from, to), tagged(context, DEMAND_OPEN)])
  return withApplications(context, [...new Map([...entered, ...open].map(row => [row.id, row])).values()])
}

/** Whether a demand changed, or an application one of whose demands is shown. */
export function movedDemands({ changes }: Moved, _: unknown, told: readonly DemandRow[] | undefined): boolean {
  const shown = new Set<string | undefined>(told?.map(({ application }) => application?.id))
  return told === undefined || changes.some(({ after: { id } }) => id.startsWith('demand:') || shown.has(id))
}

/** The exchanges with an applicant, newest first. */
export async function openFeedbackOf(
  context: QueryContext,
  { application }: ParamsOf<'feedback.of'>,
): Promise<EntityState<'feedback'>[]> {
  const states = await openStates(context.sealer, 'feedback', await tagged(context, feedbackOf(application)))
  const momentOf = ({ feedback }: EntityState<'feedback'>) => `${feedback?.on ?? ''} ${feedback?.at ?? ''}`
  return states.sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1))
}

/** Exchanges to be gone on with, by the day it is due, each with its application as lists show it. */
export async function openToFollow(context: QueryContext): Promise<AnswerOf<'feedback.to_follow'>> {
  const states = await openStates(context.sealer, 'feedback', await tagged(context, FEEDBACK_TO_FOLLOW))
  const known = await linesOf(
    context,
    states.flatMap(({ feedback }) => feedback?.application ?? []),
  )
  return states
    .sort((a, b) => ((a.feedback?.followUp ?? '') < (b.feedback?.followUp ?? '') ? -1 : 1))
    .map(state => ({ state, application: known.get(state.feedback?.application ?? '') ?? null }))
}

/** Whether an exchange changed, or an application one of whose exchanges is shown. */
export function movedToFollow(
  { changes }: Moved,
  _: unknown,
  told: AnswerOf<'feedback.to_follow'> | undefined,
): boolean {
  const shown = new Set<string | undefined>(told?.map(({ application }) => application?.id))
  return told === undefined || changes.some(({ after: { id } }) => id.startsWith('feedback:') || shown.has(id))
}

/** What the call centre and the exchanges come to in some days. */
export async function answerExchangeFigures(
  context: QueryContext,
  { from, to, now }: ParamsOf<'exchange.figures'>,
): Promise<ExchangeFigures> {
  const { db, sealer } = context
  const ofNoun = (noun: string) => db.entities.where('noun').equals(noun).toArray()
  const [offices, calendars, modes, contacts, exchanges] = await Promise.all([
    ofNoun('office'),
    ofNoun('calendar'),
    ofNoun('callcentre'),
    since(context, 'contact', from, to),
    ofNoun('feedback'),
  ])
  const [office] = await openStates(sealer, 'office', offices)
  if (!office?.office) throw new ExpectedError('desk.not_ready')
  const calls = (await openStates(sealer, 'contact', contacts)).flatMap(({ status, contact, on }) =>
    status === 'logged' && contact?.channel === CALL_CHANNEL && on !== null ? [{ on }] : [],
  )
  const work = {
    hours: office.office.hours,
    calendar: officeCalendar(await openStates(sealer, 'calendar', calendars)),
  }
  const states = await openStates(sealer, 'callcentre', modes)
  return {
    callCentre: callCentreFigures({ states, calls, work, now }, { from, to }),
    feedback: feedbackFigures(await openStates(sealer, 'feedback', exchanges), { from, to }, now.on),
  }
}

async function withApplications(context: QueryContext, rows: readonly StoredEntity[]): Promise<DemandRow[]> {
  const states = (await openStates(context.sealer, 'demand', rows)).sort(dueFirst)
  const known = await linesOf(
    context,
    states.flatMap(({ demand }) => demand?.application ?? []),
  )
  return states.map(state => ({ state, application: known.get(state.demand?.application ?? '') ?? null }))
}

async function linesOf(context: QueryContext, ids: readonly string[]): Promise<Map<string, ApplicationListRow | null>> {
  const lines = await context.lines.linesOf(context, [...new Set(ids)])
  return new Map<string, ApplicationListRow | null>(lines.map(({ id, row }) => [id, row]))
}

function dueFirst(a: EntityState<'demand'>, b: EntityState<'demand'>): number {
  return `${a.dueOn ?? ''} ${a.id}` < `${b.dueOn ?? ''} ${b.id}` ? -1 : 1
}

async function tagged({ db, sealer }: QueryContext, text: string): Promise<StoredEntity[]> {
  return db.entities
    .where('tags')
    .equals(await sealer.tag(text))
    .toArray()
}

/** Entities of a noun that were begun in some days, both included. */
async function since({ db }: QueryContext, noun: string, from: string, to: string): Promise<StoredEntity[]> {
  return db.entities.where('[noun+since]').between([noun, from], [noun, to], true, true).toArray()
}
