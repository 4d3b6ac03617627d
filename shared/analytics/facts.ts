import type { Outcome, ReceptionResult } from '../application/model.ts'
import type { InstructionState } from '../instruction/transitions.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { VisitState } from '../visit/transitions.ts'
import type { KeptDay } from './kept.ts'

/** What of an application is analysed: codes and dates. The person is an id that never leaves the store. */
export interface AnalysedApplication {
  readonly id: string
  /** The number it is named by: the desk's own, else that of e-Otinish; null: it has neither. */
  readonly number: string | null
  readonly person: string
  readonly registered: PlainDate
  readonly received: PlainDate | null
  readonly topic: string | null
  readonly district: string | null
  readonly officialId: string | null
  readonly outcome: Outcome
  readonly result: ReceptionResult | null
  /** People of the delegation, the applicant included. */
  readonly people: number
  readonly imported: boolean
  /** Refused because the matter was decided before. */
  readonly refusedRepeat: boolean
  /** Earlier applications a person has compared it with, and what they found (the last word on each). */
  readonly compared: readonly { readonly earlier: string; readonly same: boolean }[]
  /** Earlier applications of the person that are likely the same by their texts (`shared/repeat`). */
  readonly alike: readonly string[]
  /** Times that were given and stood on their day. */
  readonly booked: readonly PlainDate[]
  /** The day the first letter on it was signed off; null: none. */
  readonly lettered: PlainDate | null
}

/** A visit and the application it was about. */
export interface AnalysedVisit {
  readonly id: string
  readonly state: VisitState
}

/** An instruction, and the topic of its application. */
export interface AnalysedInstruction {
  readonly state: InstructionState
  readonly topic: string | null
  /** Who received the applicant and gave it, as the protocol says; null: not said. */
  readonly givenBy: string | null
}

/**
 * All that is analysed. What sums can tell is told by the kept figures; records are opened only where one has to be laid beside
 * another: who came again, who did not come, and what is named by its number.
 */
export interface AnalysedFacts {
  /** The figures of the days of the period and of `PAST_MONTHS` before it. */
  readonly kept: readonly KeptDay[]
  /** What was registered, booked or received in the period, and the earlier ones of the same persons. */
  readonly applications: readonly AnalysedApplication[]
  /** Of the days of the period on which somebody who had a time was not received. */
  readonly visits: readonly AnalysedVisit[]
  /** What was given in the period. */
  readonly instructions: readonly AnalysedInstruction[]
  /** Minutes of the office's promise. */
  readonly promise: number
  readonly today: PlainDate
}
