import { answerBy, answerTerm, forwardingTerm } from '../application/decision-terms.ts'
import type { Registered } from '../application/transitions.ts'
import type { WorkCalendar } from '../calendar/model.ts'
import type { ProfileId } from '../office/model.ts'
import type { ClauseRef } from '../regulation/model.ts'
import { clause, code } from '../regulation/profiles/rule.ts'
import { type ExplainedTerm, findTerm } from '../regulation/terms.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { decisionAbout } from './duties.ts'
import type { Letter, LetterKind } from './model.ts'
import { requestOf } from './request-key.ts'

/** The clause each letter rests on, by the act its application is handled by. */
export const LETTER_CLAUSES: Readonly<Record<ProfileId, Readonly<Record<LetterKind, ClauseRef>>>> = {
  'WKO-2020/2023': {
    left: clause('5'),
    correction: code('64(6)'),
    returned: code('64(7)'),
    forwarding: code('65'),
    forwarded_notice: code('65'),
    central_request: clause('18'),
    request_notice: clause('19'),
    body_refused: clause('20'),
    appointment: clause('29'),
    refusal: clause('29'),
    extension: clause('30'),
    moved: clause('15'),
    protocol_sent: code('80'),
    final_answer: clause('33'),
    interim_answer: clause('32'),
    reminder: clause('32'),
    materials_demand: clause('31'),
    report_cover: clause('38'),
  },
  'KZ-2026': {
    left: code('64'),
    correction: clause('6'),
    returned: clause('6'),
    forwarding: clause('6'),
    forwarded_notice: clause('6'),
    central_request: clause('29'),
    request_notice: clause('30'),
    body_refused: clause('31'),
    appointment: clause('13'),
    refusal: clause('17'),
    extension: clause('14'),
    moved: clause('26'),
    protocol_sent: clause('37'),
    final_answer: code('80'),
    interim_answer: clause('35'),
    reminder: clause('35'),
    materials_demand: clause('19'),
    report_cover: clause('40'),
  },
}

/** The last day a letter may leave. `term` answers why; null where the day was set by a decision. */
export interface LetterTerm {
  readonly by: PlainDate
  readonly term: ExplainedTerm | null
}

/** By when a letter of an application has to leave; null where no act sets a term for it, or its event is not recorded. */
export function letterTerm(
  { kind, about }: Pick<Letter, 'kind' | 'about'>,
  registered: Registered,
  calendar: WorkCalendar,
): LetterTerm | null {
  const of = (term: ExplainedTerm | null) => term && { by: term.by, term }
  const { profile } = registered
  switch (kind) {
    case 'left':
    case 'refusal':
    case 'appointment': {
      const term = registered.extendedTo === null ? answerTerm(registered, calendar) : null
      return { by: answerBy(registered, calendar), term }
    }
    case 'forwarding':
    case 'forwarded_notice':
      return of(forwardingTerm(registered, calendar))
    case 'correction': {
      // The time to put it right was counted from the day of the check: the applicant is told that day.
      const decision = decisionAbout(registered, about, 'application.completeness_checked')
      return decision && { by: decision.on, term: null }
    }
    case 'returned': {
      const isOver = decisionAbout(registered, about, 'application.returned')?.body.ground === 'not_corrected'
      return isOver && registered.correctBy !== null
        ? of(findTerm('return', profile, registered.correctBy, calendar))
        : null
    }
    case 'extension': {
      const decision = decisionAbout(registered, about, 'application.extended')
      return decision && of(findTerm('extension_notice', profile, decision.body.decidedOn, calendar))
    }
    case 'request_notice': {
      const sent = requestOf(about)
      if (sent !== null) return of(findTerm('request_notice', profile, sent.on, calendar))
      const request = registered.letters.find(one => one.kind === 'central_request' && one.about === about)
      // Counted from its signing, not its sending: never later than the act allows.
      return request === undefined ? null : of(findTerm('request_notice', profile, request.on, calendar))
    }
    default:
      return null
  }
}
