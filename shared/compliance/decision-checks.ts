import { answerTerm, extensionLimit, forwardingTerm } from '../application/decision-terms.ts'
import { type DecisionType, type Made, namesEarlier } from '../application/decisions.ts'
import { isUndecided } from '../application/statuses.ts'
import { findTerm } from '../regulation/terms.ts'
import type { ApplicationFact, Check, ComplianceFacts } from './facts.ts'
import type { CheckedRecord, CheckState, Why } from './model.ts'
import { recordOfApplication, termRecord } from './record.ts'
import { ofAct } from './term-checks.ts'

/** Each extension was decided while the term ran, and not beyond its limit (clause 30, point 14). */
export const extensions: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one =>
    made(one, 'application.extended').map((decision, at, all) => extensionOf(one, decision, all.slice(0, at), facts)),
  )

function extensionOf(
  one: ApplicationFact,
  { body: { decidedOn, until } }: Made<'application.extended'>,
  before: readonly Made<'application.extended'>[],
  { calendar }: ComplianceFacts,
): CheckedRecord {
  const term = answerTerm(one.registered, calendar)
  const by = before.at(-1)?.body.until ?? term.by
  const limit = extensionLimit({ ...one.registered, decisions: before }, decidedOn, calendar)
  const why: Why | null = decidedOn > by ? 'after_term' : until > limit.by ? 'beyond_limit' : null
  return recordOfApplication(one, {
    duty: 'extension',
    state: why === null ? 'kept' : 'broken',
    day: by,
    by,
    on: decidedOn,
    term: before.length === 0 ? term : null,
    why,
  })
}

/** Refusals and returns of what was looked at before name the earlier case (clause 14, point 12). */
export const namedRepeats: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => [
    ...refusalOf(one, true, 'repeat_named'),
    ...made(one, 'application.returned')
      .filter(({ body }) => namesEarlier(body.ground))
      .map(({ on }) => recordOfApplication(one, { duty: 'repeat_named', state: 'kept', day: on, on })),
  ])

/** Refusals on the other grounds of the act (clause 14, point 17). */
export const groundedRefusals: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => refusalOf(one, false, 'refusal_ground'))

function refusalOf(one: ApplicationFact, isRepeat: boolean, duty: 'repeat_named' | 'refusal_ground'): CheckedRecord[] {
  const { refusal } = one.registered
  if (one.status !== 'refused' || refusal === null || namesEarlier(refusal.body.ground) !== isRepeat) return []
  return [recordOfApplication(one, { duty, state: 'kept', day: refusal.on, on: refusal.body.decidedOn })]
}

/** Who was found to have been received, or answered, on the same matter is not booked again (clause 14). */
export const repeatsNotReceived: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => {
    const last = made(one, 'application.repeat_decided').at(-1)
    if (last === undefined || !last.body.same || one.status === 'withdrawn') return []
    const isAnyway = one.received !== null || (one.status === 'open' && one.registered.booking !== null)
    const state: CheckState = isAnyway ? 'broken' : isUndecided(one.status) ? 'due' : 'kept'
    const why = isAnyway ? 'received_anyway' : null
    return [recordOfApplication(one, { duty: 'repeat_received', state, day: last.on, on: one.received, why })]
  })

/** What belongs to others is passed on in 3 working days (Code art. 65, point 6). */
export const forwardings: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => {
    const last = made(one, 'application.competence_decided').findLast(({ body }) => body.outcome === 'forwarded')
    if (last === undefined || one.status !== 'forwarded') return []
    const term = forwardingTerm(one.registered, facts.calendar)
    return [termRecord(one, 'forwarded', asked.today, { by: term.by, on: last.on, term })]
  })

/** What was not put right in its time is returned (point 6; Code art. 64(7)). */
export const returns: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(one => {
    const { correctBy, profile } = one.registered
    if (correctBy === null) return []
    const returned = made(one, 'application.returned').findLast(({ body }) => body.ground === 'not_corrected')
    const on = one.status === 'returned' ? (returned?.on ?? null) : null
    if (on === null && one.status !== 'incomplete') return []
    const term = findTerm('return', profile, correctBy, facts.calendar)
    return term === null ? [] : [termRecord(one, 'returned', asked.today, { by: term.by, on, term })]
  })

function made<T extends DecisionType>({ registered }: ApplicationFact, type: T): Made<T>[] {
  return registered.decisions.filter((one): one is typeof one & Made<T> => one.type === type) as Made<T>[]
}
