import { foldApplication } from '#shared/application/transitions.ts'
import type { ActionId, EntityId, Intent } from '#shared/change/action.ts'
import { PROMISE, RECALL } from '#shared/office/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type PlainDate, toDayNumber } from '#shared/time/plain-date.ts'
import { mayAdmit } from '#shared/visit/identity.ts'
import type { Admission, Call, CheckIn } from '#shared/visit/model.ts'
import { ticketText } from '#shared/visit/number.ts'
import { reasonOf } from '#shared/visit/queue.ts'
import { mayRecall, type RecallRule } from '#shared/visit/recall.ts'
import { foldVisit, toOverrule, type VisitState } from '#shared/visit/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'
import type { Actor } from './act.ts'
import { findOffice, type OpenDesk } from './open-desk.ts'

/** A visit as it stands in the journal. */
export async function visitOf(journal: Journal, entity: EntityId): Promise<VisitState> {
  return foldVisit(await readableActionsOf(journal, entity))
}

/**
 * A call out of the line (clauses 10, 11): the first is called by the right he stands by, any other by hand, with a note; who
 * was called or missed is called again, after the office's seconds and so often. Throws `visit.order_changed` where the page saw another
 * line, `visit.recall_early` (seconds), `visit.recall_most` (count).
 */
export async function demandOrder(
  desk: OpenDesk,
  { entity, basedOn }: Intent,
  { reason }: Call,
  actor: Actor,
): Promise<void> {
  const { journal } = desk
  // Decided on what has moved since: that is a conflict, and `decide` says so.
  if (basedOn !== journal.headOf(entity)) return
  const state = await visitOf(journal, entity)
  if (!['waiting', 'called', 'missed'].includes(state.status)) return
  const office = await findOffice(desk)
  const line = state.status === 'waiting' ? await lineOfDay(journal, state, actor.date) : []
  const promise = office?.promise ?? PROMISE
  const lawful = reasonOf({ id: entity, state }, line, { now: actor.time, promise })
  if (reason !== lawful) throw new ExpectedError('visit.order_changed')
  if (state.status !== 'waiting') demandRecall(state, actor.now, office ?? RECALL)
}

function demandRecall(state: VisitState, now: number, rule: RecallRule): void {
  const { answer, seconds, of } = mayRecall(state, now, rule)
  if (answer === 'early') throw new ExpectedError('visit.recall_early', { seconds })
  if (answer === 'most') throw new ExpectedError('visit.recall_most', { count: of })
}

/** What of a day that is over is still entered from its papers: the check of the register sheet, and the lead's written admission. */
const FROM_PAPER: readonly string[] = ['visit.identity_checked', 'visit.admitted', 'visit.served_on_paper']

/**
 * The line of a day is acted on that day; later a visit can only be ended, and one that came on paper be entered as it was.
 * Throws `visit.other_day`.
 */
export async function demandDay(
  { journal }: OpenDesk,
  { entity, type }: Pick<Intent, 'entity' | 'type'>,
  { date }: Actor,
): Promise<void> {
  const { checkIn } = await visitOf(journal, entity)
  if (checkIn === null || checkIn.day === date) return
  if (checkIn.paper === null || !FROM_PAPER.includes(type)) throw new ExpectedError('visit.other_day')
}

/** The day a document is looked at on: of who came on paper that of the paper, whenever its check is entered. */
export async function dayOfCheck(journal: Journal, { entity, type }: Intent, { date }: Actor): Promise<PlainDate> {
  if (type !== 'visit.identity_checked') return date
  const { checkIn } = await visitOf(journal, entity)
  return checkIn?.paper == null ? date : checkIn.day
}

/**
 * The lead's decision (clause 9) is the lead's, and says just what stands recorded. Throws `visit.lead_decides`,
 * `change.not_lawful`.
 */
export async function demandLead(
  { journal }: OpenDesk,
  { entity, basedOn, type }: Intent,
  { overruled }: Admission,
  { role }: Actor,
): Promise<void> {
  if (!mayAdmit(role)) throw new ExpectedError('visit.lead_decides')
  if (basedOn !== journal.headOf(entity)) return
  const stopping = toOverrule(await visitOf(journal, entity))
  if (JSON.stringify(overruled) !== JSON.stringify(stopping)) throw new ExpectedError('change.not_lawful', { type })
}

/**
 * Who comes back comes to an application that is still open, and is not in the house by another visit of
 * it. Throws `change.not_lawful`, `visit.already_here` (ticket).
 */
export async function demandReturn(
  { journal, gate }: OpenDesk,
  { entity, basedOn }: Intent,
  actor: Actor,
): Promise<void> {
  if (basedOn !== journal.headOf(entity)) return
  const { checkIn } = await visitOf(journal, entity)
  if (checkIn === null) return
  const { status } = foldApplication(await readableActionsOf(journal, checkIn.application), gate.related())
  if (status !== 'open') throw new ExpectedError('change.not_lawful', { type: 'visit.returned' })
  await demandNoOther(journal, entity, checkIn, actor)
}

/** Throws `visit.already_here` (ticket) where the person is in the house by another visit of the same application. */
export async function demandNoOther(
  journal: Journal,
  entity: EntityId,
  { application }: Pick<CheckIn, 'application'>,
  { date }: Actor,
): Promise<void> {
  for (const { id, state } of await visitsOn(journal, date)) {
    if (id !== entity && state.checkIn?.application === application) demandGone(state)
  }
}

/** Throws `visit.already_here` (ticket) where the visitor has neither left nor been received. */
export function demandGone({ status, checkIn }: Pick<VisitState, 'status' | 'checkIn'>): void {
  if (checkIn === null || status === 'finished' || status === 'left') return
  throw new ExpectedError('visit.already_here', { ticket: ticketText(checkIn.ticket) })
}

/** The visits of a day in the line of a visit, at every desk. */
async function lineOfDay(journal: Journal, { checkIn }: VisitState, day: PlainDate): Promise<OfDay[]> {
  return (await visitsOn(journal, day)).filter(one => one.state.checkIn?.officialId === checkIn?.officialId)
}

/** Of a visit what whose turn it is hangs on; nothing personal. */
export interface OfDay {
  readonly id: EntityId
  readonly state: Pick<VisitState, 'status' | 'checkIn' | 'arrivedAt' | 'call' | 'startedAt' | 'finishedAt'>
}

/** What is known of the visits of one day: a visit that has moved since is read anew. */
interface DayKnown {
  readonly day: PlainDate
  readonly visits: Map<EntityId, { readonly head: ActionId | null; readonly state: OfDay['state'] }>
}

const known = new WeakMap<Journal, DayKnown>()

/** The visits of a day at every desk: their keys begin with it. */
export async function visitsOn(journal: Journal, day: PlainDate): Promise<OfDay[]> {
  const before = known.get(journal)
  const { visits } = before?.day === day ? before : { visits: new Map() as DayKnown['visits'] }
  known.set(journal, { day, visits })
  const ids = journal.entitiesOfDay('visit', toDayNumber(day))
  const moved = ids.filter(id => visits.get(id)?.head !== journal.headOf(id))
  await Promise.all(
    moved.map(async id => {
      const head = journal.headOf(id)
      visits.set(id, { head, state: standingOf(await visitOf(journal, id)) })
    }),
  )
  return ids.flatMap(id => {
    const state = visits.get(id)?.state
    return state === undefined ? [] : [{ id, state }]
  })
}

function standingOf({ status, checkIn, arrivedAt, call, startedAt, finishedAt }: VisitState): OfDay['state'] {
  const bare = call === null ? null : { ...call, note: null }
  return { status, checkIn, arrivedAt, call: bare, startedAt, finishedAt }
}
