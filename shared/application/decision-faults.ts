import type { WorkCalendar } from '../calendar/model.ts'
import type { ClauseRef, Decider, ExtensionGround, Lack } from '../regulation/model.ts'
import { profileOf } from '../regulation/profile.ts'
import { findTerm } from '../regulation/terms.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { ACT_CLAUSES } from './decision-clauses.ts'
import { answerBy, correctionTerm, extensionLimit, forwardingTerm, type Termed } from './decision-terms.ts'
import { type Competence, namesEarlier, type ReopenGround, type ReturnGround } from './decisions.ts'
import type { Outcome, ReceptionResult } from './model.ts'
import type { ApplicationStatus } from './statuses.ts'

/** What keeps a decision from being recorded. Its sentence is `error.decision.<code>`. */
export const STOP_CODES = [
  'outcome_missing',
  'lacks_missing',
  'lacks_unlawful',
  'correct_by',
  'body_missing',
  'ground_missing',
  'ground_unlawful',
  'not_due',
  'earlier_missing',
  'earlier_unknown',
  'earlier_not_same',
  'earlier_not_decided',
  'text_missing',
  'decider_missing',
  'decider_unlawful',
  'date_missing',
  'date_future',
  'date_before',
  'until_missing',
  'until_early',
  'until_late',
] as const
export type StopCode = (typeof STOP_CODES)[number]

/** What is worth knowing of a decision before it is made. Its sentence is `decision.warn.<code>`. */
export const WARN_CODES = ['late', 'return_late', 'forwarding_late', 'text_alike'] as const
export type WarnCode = (typeof WARN_CODES)[number]

/** Something about a decision: the field it concerns, and the clause it rests on (null: the program's own care). */
export type DecisionFault = { readonly field: string; readonly clause: ClauseRef | null } & (
  | { readonly level: 'stop'; readonly code: StopCode }
  | { readonly level: 'warn'; readonly code: WarnCode }
)

/** What is known of the earlier case a decision names. */
export interface EarlierKnown {
  readonly outcome: Outcome
  readonly result: ReceptionResult | null
}

/** With what a decision is looked at. */
export interface DecisionLooked {
  readonly application: Termed
  readonly status: ApplicationStatus
  readonly today: PlainDate
  readonly calendar: WorkCalendar
  /** The earlier case that is named; null where none is, or there is no such case. */
  readonly earlier: EarlierKnown | null
  /** The refusal of another case reads nearly the same. */
  readonly alike: boolean
}

export function stop(field: string, code: StopCode, clause: ClauseRef | null = null): DecisionFault {
  return { field, code, clause, level: 'stop' }
}

export function warn(field: string, code: WarnCode, clause: ClauseRef | null = null): DecisionFault {
  return { field, code, clause, level: 'warn' }
}

/** A text that has to be there. */
export function textFaults(field: string, text: string, clause: ClauseRef | null = null): DecisionFault[] {
  return text.trim() === '' ? [stop(field, 'text_missing', clause)] : []
}

/** The day of a decision: not in days to come, not before the application came; late is told, since what happened is recorded. */
export function dayFaults(decidedOn: PlainDate | null, looked: DecisionLooked): DecisionFault[] {
  const { application, today, calendar } = looked
  if (decidedOn === null) return [stop('decidedOn', 'date_missing')]
  if (decidedOn > today) return [stop('decidedOn', 'date_future')]
  const { catchUp } = application.registration
  if (decidedOn < (catchUp?.on ?? application.on)) return [stop('decidedOn', 'date_before')]
  const late = decidedOn > answerBy(application, calendar)
  return late ? [warn('decidedOn', 'late', ACT_CLAUSES[application.profile]['application.booked'])] : []
}

/** Whether and how the named earlier case is there. */
export function earlierFaults(earlier: string | null, looked: DecisionLooked): DecisionFault[] {
  if (earlier === null) return [stop('earlier', 'earlier_missing')]
  return looked.earlier === null ? [stop('earlier', 'earlier_unknown')] : []
}

/** What stands against a check of completeness (clause 5; point 6). */
export function completenessFaults(
  {
    outcome,
    lacks,
    correctBy,
  }: {
    readonly outcome: 'complete' | 'incomplete' | null
    readonly lacks: readonly Lack[]
    readonly correctBy: PlainDate | null
  },
  { application: { profile }, today, calendar }: DecisionLooked,
): DecisionFault[] {
  if (outcome === null) return [stop('outcome', 'outcome_missing')]
  if (outcome === 'complete') return []
  const { lacks: lawful, clause } = profileOf(profile).incomplete
  if (lacks.length === 0) return [stop('lacks', 'lacks_missing', clause)]
  if (!lacks.some(lack => lawful.includes(lack))) return [stop('lacks', 'lacks_unlawful', clause)]
  const by = correctionTerm(profile, today, calendar)?.by ?? null
  return correctBy === by ? [] : [stop('correctBy', 'correct_by', clause)]
}

/** What stands against a return (АППК/ӘРПК 64(7)). */
export function returnFaults(
  {
    ground,
    earlier,
    reason,
  }: { readonly ground: ReturnGround | null; readonly earlier: string | null; readonly reason: string },
  looked: DecisionLooked,
): DecisionFault[] {
  const { status, today, calendar } = looked
  const { profile, correctBy } = looked.application
  const clause = ACT_CLAUSES[profile]['application.returned']
  const found = textFaults('reason', reason, clause)
  if (ground === null) return [stop('ground', 'ground_missing', clause), ...found]
  if (namesEarlier(ground)) found.unshift(...earlierFaults(earlier, looked))
  if (ground !== 'not_corrected') return found
  if (status !== 'incomplete') return [stop('ground', 'ground_unlawful', clause), ...found]
  if (correctBy === null || today <= correctBy) return [stop('ground', 'not_due', clause), ...found]
  const by = findTerm('return', profile, correctBy, calendar)?.by
  return by !== undefined && today > by ? [warn('ground', 'return_late', clause), ...found] : found
}

/** What stands against a decision on competence (clauses 14, 18; point 6). */
export function competenceFaults(
  { outcome, body }: { readonly outcome: Competence | null; readonly body: string | null },
  { application, today, calendar }: DecisionLooked,
): DecisionFault[] {
  if (outcome === null) return [stop('outcome', 'outcome_missing')]
  if (outcome !== 'forwarded') return []
  const { by, clause } = forwardingTerm(application, calendar)
  return [
    ...(body === null ? [stop('body', 'body_missing', clause)] : []),
    ...(today > by ? [warn('outcome', 'forwarding_late', clause)] : []),
  ]
}

/** What stands against a decision on an earlier case (clause 14; point 12). */
export function repeatFaults(
  {
    earlier,
    same,
    because,
  }: { readonly earlier: string | null; readonly same: boolean | null; readonly because: string },
  looked: DecisionLooked,
): DecisionFault[] {
  const clause = ACT_CLAUSES[looked.application.profile]['application.repeat_decided']
  return [
    ...earlierFaults(earlier, looked),
    ...(same === null ? [stop('same', 'outcome_missing')] : []),
    ...textFaults('because', because, clause),
  ]
}

/** What stands against an extension (clause 30; point 14). */
export function extensionFaults(
  draft: {
    readonly until: PlainDate | null
    readonly decidedOn: PlainDate | null
    readonly decider: Decider | null
    readonly ground: ExtensionGround
    readonly reason: string
    readonly decidedBy: string
  },
  looked: DecisionLooked,
): DecisionFault[] {
  const { application, calendar, today } = looked
  const { deciders, ground } = profileOf(application.profile).extension
  const clause = ACT_CLAUSES[application.profile]['application.extended']
  const { until, decider } = draft
  const found = dayFaults(draft.decidedOn, looked)
  if (draft.ground !== ground) found.push(stop('ground', 'ground_unlawful', clause))
  if (decider === null) found.push(stop('decider', 'decider_missing', clause))
  else if (!deciders.includes(decider)) found.push(stop('decider', 'decider_unlawful', clause))
  found.push(...textFaults('decidedBy', draft.decidedBy, clause), ...textFaults('reason', draft.reason, clause))
  if (until === null) return [...found, stop('until', 'until_missing', clause)]
  if (until <= answerBy(application, calendar)) return [...found, stop('until', 'until_early', clause)]
  const { by } = extensionLimit(application, draft.decidedOn ?? today, calendar)
  return until > by ? [...found, stop('until', 'until_late', clause)] : found
}

const REOPENED: Partial<Record<ApplicationStatus, readonly ReopenGround[]>> = {
  withdrawn: ['mistake', 'applicant_asked'],
  refused: ['mistake', 'court', 'higher_body', 'new_facts'],
  left: ['mistake', 'corrected', 'court', 'higher_body'],
  returned: ['mistake', 'corrected', 'court', 'higher_body'],
  forwarded: ['mistake', 'court', 'higher_body'],
}

/** The grounds on which a closed application may be opened again. */
export function reopenGrounds(status: ApplicationStatus): readonly ReopenGround[] {
  return REOPENED[status] ?? []
}
