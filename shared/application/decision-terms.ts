import type { WorkCalendar } from '../calendar/model.ts'
import type { ProfileId } from '../office/model.ts'
import { type ExplainedTerm, findTerm, findTermRule, getTerm } from '../regulation/terms.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Decided } from './decision-fold.ts'
import type { Registration } from './registration.ts'
import { countedFrom } from './working-time.ts'

/** What of a registered application its terms hang on. */
export interface Termed extends Pick<Decided, 'decisions' | 'correctBy' | 'extendedTo'> {
  readonly profile: ProfileId
  readonly registration: Pick<Registration, 'asOf' | 'catchUp'>
  /** Legal date of its registration. */
  readonly on: PlainDate
}

/** The last day of the answer: of the term, or what it was extended to (clauses 29, 30; points 13, 14). */
export function answerBy(application: Termed, calendar: WorkCalendar): PlainDate {
  return application.extendedTo ?? answerTerm(application, calendar).by
}

/** The term of the answer as it was before any extension. */
export function answerTerm({ profile, registration, on }: Termed, calendar: WorkCalendar): ExplainedTerm {
  return getTerm('answer', profile, countedFrom(registration, on), calendar)
}

/**
 * The longest a term may be extended: from registration (clause 30), or from the decision (point 14), and then from the first
 * one, so that one extension after another does not make it longer.
 */
export function extensionLimit(application: Termed, decidedOn: PlainDate, calendar: WorkCalendar): ExplainedTerm {
  const { profile, registration, on, decisions } = application
  const first = decisions.find(one => one.type === 'application.extended')?.body.decidedOn ?? decidedOn
  const fromDecision = findTermRule('extension', profile)?.event === 'extension'
  return getTerm('extension', profile, fromDecision ? first : countedFrom(registration, on), calendar)
}

/** The time to put right what is lacking, counted from the day the applicant is told; null where none is given. */
export function correctionTerm(profile: ProfileId, told: PlainDate, calendar: WorkCalendar): ExplainedTerm | null {
  return findTerm('correction', profile, told, calendar)
}

/**
 * The term to pass a matter on to whom it belongs, from the day it came, also where it is registered as of a later one
 * (АППК/ӘРПК 65; point 6 of the Rules of 2026, whose Kazakh text says the registration: the earlier day counts).
 */
export function forwardingTerm({ profile, registration, on }: Termed, calendar: WorkCalendar): ExplainedTerm {
  return getTerm('forwarding', profile, registration.catchUp?.on ?? on, calendar)
}
