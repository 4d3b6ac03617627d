import type { WorkCalendar } from '../calendar/model.ts'
import type { TermId } from '../regulation/model.ts'
import { type ExplainedTerm, findTerm } from '../regulation/terms.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Decision } from './decisions.ts'
import type { Registered } from './transitions.ts'
import { countedFrom } from './working-time.ts'

/**
 * How a term stands: done in time, done after it, still running, late; or over, where nothing here records whether it was
 * kept.
 */
export type TermState = 'kept' | 'kept_late' | 'running' | 'late' | 'over'

/** A term of an application, how it stands, and the day it was kept on where that is known. */
export interface RunningTerm {
  readonly term: ExplainedTerm
  readonly state: TermState
  readonly doneOn: PlainDate | null
  /** The decision by which it was extended last; null where it was not. */
  readonly extended: Extended | null
}

type Extended = Extract<Decision, { type: 'application.extended' }>

/** What was done with an application, as far as terms ask: the type and the legal date of each action, oldest first. */
export type Done = readonly { readonly type: string; readonly date: PlainDate }[]

/** What terms are looked at with. */
export interface TermsAsked {
  readonly registered: Registered
  readonly isOpen: boolean
  readonly history: Done
  readonly calendar: WorkCalendar
  readonly today: PlainDate
}

/** Every term that runs, or ran, for a registered application, in the order in which they come. */
export function runningTerms(asked: TermsAsked): RunningTerm[] {
  return [...ofRegistration(asked), ...ofAnswer(asked), ...ofDecisions(asked), ...ofReception(asked)]
}

/** Registered in e-Otinish the same day (clause 25, point 5). Of an erased person it is not known any more. */
function ofRegistration({ registered, history, ...asked }: TermsAsked): RunningTerm[] {
  const { registration, on, personal, profile } = registered
  const noted = history.find(({ type }) => type === 'application.eotinish_noted')?.date ?? null
  if (personal === null && noted === null) return []
  // A number that was never noted by itself stood in the form.
  const doneOn = noted ?? (personal?.eotinish ? on : null)
  return counted('registration', profile, registration.asOf ?? on, doneOn, asked)
}

/** The answer with day and time, or a decision (clause 29, point 13). */
function ofAnswer({ registered, isOpen, history, ...asked }: TermsAsked): RunningTerm[] {
  const { registration, on, booking, profile } = registered
  const doneOn = booking === null && isOpen ? null : answeredOn(history, registered)
  const extended = registered.decisions.findLast(one => one.type === 'application.extended') ?? null
  const terms = counted('answer', profile, countedFrom(registration, on), doneOn, asked).map(one =>
    extended === null ? one : { ...one, extended, state: stateOf(extended.body.until, doneOn, asked.today) },
  )
  return isOpen || doneOn !== null ? terms : terms.map(one => ({ ...one, state: 'over' }))
}

/** The first booking that was not dropped again, else what ended the application. */
function answeredOn(history: Done, { decisions }: Pick<Registered, 'decisions'>): PlainDate | null {
  let booked: PlainDate | null = null
  for (const { type, date } of history) {
    if (type === 'application.booked') booked ??= date
    else if (type === 'application.booking_dropped') booked = null
  }
  const ended = history.findLast(({ type }) => ENDS.has(type))?.date ?? null
  if (booked !== null) return booked
  // That the matter was passed on is said by the decision's body, not by its type.
  const forwarded = decisions.findLast(isForwarding)?.on ?? null
  return ended === null || (forwarded !== null && forwarded > ended) ? forwarded : ended
}

function isForwarding(decision: Decision): boolean {
  return decision.type === 'application.competence_decided' && decision.body.outcome === 'forwarded'
}

const ENDS: ReadonlySet<string> = new Set([
  'application.received',
  'application.withdrawn',
  'application.refused',
  'application.refusal_approved',
  'application.returned',
  'application.left',
])

/** The applicant is told of an extension, and puts right what is lacking. Nothing here records yet that it was. */
function ofDecisions({ registered, calendar, today }: TermsAsked): RunningTerm[] {
  const { decisions, profile, correctBy } = registered
  const waited = (id: TermId, from: PlainDate, over: TermState): RunningTerm[] => {
    const term = findTerm(id, profile, from, calendar)
    return term === null ? [] : [{ term, doneOn: null, extended: null, state: today <= term.by ? 'running' : over }]
  }
  const extended = decisions.findLast(one => one.type === 'application.extended')
  const checked = decisions.findLast(one => one.type === 'application.completeness_checked')
  return [
    ...(extended === undefined ? [] : waited('extension_notice', extended.body.decidedOn, 'over')),
    ...(checked === undefined || correctBy === null ? [] : waited('correction', checked.on, 'late')),
  ]
}

/** What is done before the reception the application is booked for. Nothing here records yet that it was. */
function ofReception({ registered, isOpen, ...asked }: TermsAsked): RunningTerm[] {
  const { booking, profile } = registered
  if (booking === null || !isOpen) return []
  return (['briefing', 'list_handed', 'official_tells'] as const).flatMap(id => {
    const term = findTerm(id, profile, booking.date, asked.calendar)
    if (term === null) return []
    const state: TermState = asked.today <= term.by ? 'running' : 'over'
    return [{ term, doneOn: null, extended: null, state }]
  })
}

function counted(
  id: TermId,
  profile: Registered['profile'],
  from: PlainDate,
  doneOn: PlainDate | null,
  { calendar, today }: Pick<TermsAsked, 'calendar' | 'today'>,
): RunningTerm[] {
  const term = findTerm(id, profile, from, calendar)
  return term === null ? [] : [{ term, doneOn, extended: null, state: stateOf(term.by, doneOn, today) }]
}

function stateOf(by: PlainDate, doneOn: PlainDate | null, today: PlainDate): TermState {
  if (doneOn !== null) return doneOn <= by ? 'kept' : 'kept_late'
  return today <= by ? 'running' : 'late'
}
