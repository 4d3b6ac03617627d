import { profileOn } from '../regulation/profile.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { lacksPowers } from '../visit/identity.ts'
import { isOutOfTurn } from '../visit/out-of-turn.ts'
import { findUnchecked, toOverrule, type VisitState, type VisitStatus } from '../visit/transitions.ts'
import type { Asked, Check, ComplianceFacts, VisitFact } from './facts.ts'
import type { CheckedRecord, CheckState, Duty, Why } from './model.ts'
import { recordOf, recordOfApplication } from './record.ts'
import { ofAct } from './term-checks.ts'

const CALLED: readonly VisitStatus[] = ['called', 'served', 'missed', 'finished']
const BEFORE_CHECK: readonly VisitStatus[] = ['arrived', 'stopped', 'barred']

/** Nobody was called whose document, and powers, were not seen, or whom the lead did not let in (clause 9, point 22). */
export const identities: Check = (facts, asked) => [
  ...visitsOf(facts, asked).flatMap(visit => {
    const { state, day } = visit
    if (BEFORE_CHECK.includes(state.status) && day === asked.today) return [recordOfVisit(visit, 'identity', 'due')]
    if (!CALLED.includes(state.status) && state.call === null) return []
    const why = unlawfulCall(state)
    return [recordOfVisit(visit, 'identity', why === null ? 'kept' : 'broken', why)]
  }),
  ...ofAct(facts, asked).flatMap(one => {
    const { received, registered } = one
    if (received === null || registered.visit !== null) return []
    return [
      recordOfApplication(one, { duty: 'identity', state: 'broken', day: received, on: received, why: 'no_visit' }),
    ]
  }),
]

function unlawfulCall(state: VisitState): Why | null {
  if (findUnchecked(state) !== undefined) return 'not_checked'
  if (state.checks.some(lacksPowers)) return 'powers'
  return toOverrule(state).length > 0 && state.admission === null ? 'not_admitted' : null
}

/** Each call past the order says why (clause 11, point 33). */
export const callOrder: Check = (facts, asked) =>
  visitsOf(facts, asked).flatMap(visit => {
    const { call } = visit.state
    if (call === null || isErased(visit)) return []
    const isSilent = call.reason === 'by_hand' && call.note === null
    return [recordOfVisit(visit, 'call_order', isSilent ? 'broken' : 'kept', isSilent ? 'no_reason' : null)]
  })

/** Who goes out of turn has a ground that was seen, and nobody of the line was called before (clause 11, point 23). */
export const outOfTurn: Check = (facts, asked) => {
  const visits = visitsOf(facts, asked)
  const lines = new Map<string, DatedVisit[]>()
  for (const visit of visits) {
    const line = `${visit.day} ${visit.state.checkIn?.officialId ?? ''}`
    lines.set(line, [...(lines.get(line) ?? []), visit])
  }
  return [...lines.values()].flatMap(line =>
    line.flatMap(visit => {
      const { state } = visit
      if (!state.checkIn?.outOfTurn || isErased(visit)) return []
      const hasGround = state.outOfTurnNote !== null || isOutOfTurn(visit.registered)
      const why = hasGround ? (isPassedOver(state, line) ? 'passed_over' : null) : 'no_ground'
      if (why !== null) return [recordOfVisit(visit, 'out_of_turn', 'broken', why)]
      if (state.call !== null) return [recordOfVisit(visit, 'out_of_turn', 'kept')]
      const isWaiting = state.status === 'waiting' || BEFORE_CHECK.includes(state.status)
      return isWaiting && visit.day === asked.today ? [recordOfVisit(visit, 'out_of_turn', 'due')] : []
    }),
  )
}

/**
 * Whether one of the line was called in the turn of others while this one waited. Of several calls of a person only the last
 * moment is known, so that such are not judged by.
 */
function isPassedOver(state: VisitState, line: readonly DatedVisit[]): boolean {
  const ready = readyAt(state)
  if (ready === null || state.calls > 1 || (state.call === null && state.status !== 'waiting')) return false
  const until = state.call?.at ?? null
  return line.some(({ state: other }) => {
    const { call, calls, checkIn } = other
    if (call === null || calls !== 1 || checkIn?.outOfTurn || !['booked', 'arrival'].includes(call.reason)) return false
    return call.at > ready && (until === null || call.at < until)
  })
}

/** The moment from which a visitor could be called: instant, UTC, ISO; null where that is not so yet. */
function readyAt({ checks, admission, status }: VisitState): string | null {
  if (BEFORE_CHECK.includes(status)) return null
  return [...checks.map(({ at }) => at), ...(admission ? [admission.at] : [])].sort().at(-1) ?? null
}

/** A visit with the day it was of. */
export interface DatedVisit extends VisitFact {
  readonly day: PlainDate
}

/** The visits an act looks at. */
export function visitsOf({ visits, office }: ComplianceFacts, { profile }: Asked): DatedVisit[] {
  return visits.flatMap(visit => {
    const day = visit.state.checkIn?.day
    if (day === undefined) return []
    return (visit.registered?.profile ?? profileOn(office, day)) === profile ? [{ ...visit, day }] : []
  })
}

function isErased({ registered }: VisitFact): boolean {
  return registered !== null && registered.personal === null
}

function recordOfVisit(visit: DatedVisit, duty: Duty, state: CheckState, why: Why | null = null): CheckedRecord {
  const { id, day, registered } = visit
  return recordOf({
    duty,
    state,
    entity: id,
    number: registered?.number ?? null,
    day,
    on: state === 'due' ? null : day,
    why,
  })
}
