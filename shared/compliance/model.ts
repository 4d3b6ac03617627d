import type { RegistrationNumber } from '../application/registration.ts'
import type { EntityId } from '../change/action.ts'
import type { ProfileId } from '../office/model.ts'
import type { ClauseHow } from '../regulation/clauses.ts'
import type { ExplainedTerm } from '../regulation/terms.ts'
import type { PlainDate, PlainMonth } from '../time/plain-date.ts'

/** How a duty stands: done as the clause wants; not done, and there is time; late, or done otherwise than the clause wants. */
export const CHECK_STATES = ['broken', 'due', 'kept'] as const
export type CheckState = (typeof CHECK_STATES)[number]

/** What is looked at. The words are `compliance.duty.<duty>` in locales/. */
export const DUTIES = [
  'receiver',
  'same_day',
  'working_time',
  'monthly',
  'posted',
  'posted_room',
  'posted_site',
  'posted_center',
  'quarter_approved',
  'identity',
  'interpreter',
  'out_of_turn',
  'call_order',
  'eotinish',
  'talon',
  'answer',
  'extension',
  'repeat_named',
  'refusal_ground',
  'repeat_received',
  'forwarded',
  'returned',
  'letter_left',
  'letter_correction',
  'letter_returned',
  'letter_forwarding',
  'letter_forwarded_notice',
  'letter_central_request',
  'letter_request_notice',
  'letter_body_refused',
  'letter_appointment',
  'letter_refusal',
  'letter_extension',
  'letter_language',
  'coverage',
  'off_schedule',
  'absence_told',
  'helpers',
  'bodies_asked',
  'body_there',
  'body_connected',
  'called_in',
  'list',
  'video_consent',
  'video_alone',
  'acting_consent',
  'briefing',
  'order',
  'written_down',
  'powers',
  'materials',
  'feedback',
  'call_centre',
  'instruction',
  'executor',
  'final_answer',
  'minuted',
  'recorded',
  'protocol_sent',
  'survey',
  'report_akim',
  'report_president_control',
  'report_government_office',
] as const
export type Duty = (typeof DUTIES)[number]

/** Why a duty is broken where it is not that its day went by: `compliance.why.<code>` in locales/. */
export const WHYS = [
  'unknown_official',
  'outside_hours',
  'name_missing',
  'not_checked',
  'powers',
  'not_admitted',
  'no_visit',
  'no_language',
  'no_ground',
  'passed_over',
  'no_reason',
  'after_term',
  'beyond_limit',
  'received_anyway',
  'other_language',
  'not_posted',
  'old_posted',
  'no_way',
  'no_protocol',
  'no_recording',
  'barred',
  'no_consent',
  'in_person',
  'not_deputy',
  'no_order',
  'told_late',
  'no_helpers',
  'not_asked',
  'did_not_attend',
  'not_noted',
  'out_of_order',
] as const
export type Why = (typeof WHYS)[number]

/** One duty and what became of it: codes, numbers and dates, nothing of a person. */
export interface CheckedRecord {
  readonly duty: Duty
  readonly state: CheckState
  /** The application, visit or letter that settles it; of a schedule or an official the month is told. */
  readonly entity: EntityId | null
  readonly number: RegistrationNumber | null
  readonly officialId: string | null
  readonly month: PlainMonth | null
  /** The last permitted day; null: the clause sets none. */
  readonly by: PlainDate | null
  /** The day it was done; null: not done. */
  readonly on: PlainDate | null
  /** Its place in time: the last permitted day, else the day of the fact. */
  readonly day: PlainDate
  /** Why by that day; null: it was set by a decision, or by no term. */
  readonly term: ExplainedTerm | null
  readonly why: Why | null
}

/** What the monitor does with a clause: it checks records, or says what else becomes of the clause. */
export type Standing = 'watched' | ClauseHow

/** A clause and the records behind it: what went wrong first. */
export interface ClauseCheck {
  readonly clause: string
  readonly standing: Standing
  readonly records: readonly CheckedRecord[]
}

/** An act and how its clauses were kept in a period. */
export interface ActChecks {
  readonly profile: ProfileId
  readonly clauses: readonly ClauseCheck[]
  /** Applications brought in from Excel of which the table does not say what a check would need. */
  readonly notJudged: number
}

/** First and last day of what is looked at, both included. */
export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** How many records there are in each state. */
export function countStates(records: readonly CheckedRecord[]): Record<CheckState, number> {
  const counts = { broken: 0, due: 0, kept: 0 }
  for (const { state } of records) counts[state] += 1
  return counts
}
