import type { Absence } from '../absence/model.ts'
import type { ReceptionResult } from '../application/model.ts'
import type { Done } from '../application/running-terms.ts'
import type { ApplicationStatus, Registered } from '../application/transitions.ts'
import type { WorkCalendar } from '../calendar/model.ts'
import type { CallCentreState } from '../callcentre/transitions.ts'
import type { EntityId } from '../change/action.ts'
import type { DemandState } from '../demand/transitions.ts'
import type { FeedbackState } from '../feedback/transitions.ts'
import type { KnownCase } from '../instruction/handled.ts'
import type { InstructionState } from '../instruction/transitions.ts'
import type { LetterState } from '../letter/transitions.ts'
import type { Office, ProfileId } from '../office/model.ts'
import type { Official } from '../official/model.ts'
import type { ProtocolState } from '../protocol/transitions.ts'
import type { ReceptionState } from '../reception/transitions.ts'
import type { Helper } from '../reception-helper/model.ts'
import type { ReportAddressee } from '../regulation/model.ts'
import type { Restriction } from '../restriction/model.ts'
import type { ScheduleState } from '../schedule/transitions.ts'
import type { SurveyState } from '../survey/transitions.ts'
import type { PlainDate, PlainMonth, Quarter } from '../time/plain-date.ts'
import type { VisitState } from '../visit/transitions.ts'
import type { CheckedRecord, Period } from './model.ts'

/** An application registered at a desk, with the type and legal date of each of its actions, oldest first. */
export interface ApplicationFact {
  readonly id: EntityId
  readonly status: ApplicationStatus
  readonly registered: Registered
  readonly received: PlainDate | null
  readonly officialId: string | null
  /** How the reception ended; null: not said. */
  readonly result: ReceptionResult | null
  readonly history: Done
}

/** An application brought in from Excel. */
export interface ImportedFact {
  readonly id: EntityId
  readonly registered: PlainDate
  readonly received: PlainDate | null
}

/** A visit with its application; null where that is not registered here. */
export interface VisitFact {
  readonly id: EntityId
  readonly state: VisitState
  readonly registered: Registered | null
}

/** A letter that was begun. */
export interface LetterFact {
  readonly id: EntityId
  readonly state: LetterState
}

/** An instruction that a protocol gave. */
export interface InstructionFact {
  readonly id: EntityId
  readonly state: InstructionState
}

/** A protocol that was begun. */
export interface ProtocolFact {
  readonly id: EntityId
  readonly state: ProtocolState
}

/** The report of a quarter, and when it went to each of its addressees. */
export interface SentReport {
  readonly quarter: Quarter
  readonly covers: readonly {
    readonly to: ReportAddressee
    readonly letter: EntityId | null
    readonly sentOn: PlainDate | null
  }[]
}

/** All that is recorded of a period, and what it is looked at with. */
export interface ComplianceFacts {
  readonly applications: readonly ApplicationFact[]
  readonly imported: readonly ImportedFact[]
  readonly visits: readonly VisitFact[]
  readonly letters: ReadonlyMap<string, LetterFact>
  /** The instructions on the applications. */
  readonly instructions: readonly InstructionFact[]
  /** The applications of these instructions and the cases they follow on, with every instruction on each. */
  readonly matters: ReadonlyMap<string, KnownCase>
  /** The protocols of these visits, and those that wait to be sent. */
  readonly protocols: readonly ProtocolFact[]
  /** Each month that is asked about; null: nothing was done with it. */
  readonly months: readonly { readonly month: PlainMonth; readonly state: ScheduleState | null }[]
  /** What was done around receptions of these months, by their ids. */
  readonly prepared: ReadonlyMap<string, ReceptionState>
  /** Absences and restrictions that stand, and the helpers of the reception room. */
  readonly absences: readonly Absence[]
  readonly restrictions: readonly Restriction[]
  readonly helpers: readonly Pick<Helper, 'kind' | 'days' | 'since' | 'until'>[]
  /** All that were opened. */
  readonly surveys: readonly (SurveyState & { readonly id: EntityId })[]
  /** Demands of materials, exchanges with applicants, modes and interruptions of the call centre. */
  readonly demands: readonly (DemandState & { readonly id: EntityId })[]
  readonly exchanges: readonly (FeedbackState & { readonly id: EntityId })[]
  readonly callCentre: readonly (CallCentreState & { readonly id: EntityId })[]
  /** Reports of quarters that stand, and how far they were sent. */
  readonly reports: readonly SentReport[]
  readonly officials: readonly Official[]
  readonly office: Office
  /** The first day of which the office has records here: of what was before nothing is known. */
  readonly since: PlainDate
  readonly calendar: WorkCalendar
}

/** What a check is asked: the act it looks by, the day of work, and the days that are looked at. */
export interface Asked {
  readonly profile: ProfileId
  readonly today: PlainDate
  readonly period: Period
}

/** A check of a duty: its records, also those of days beyond the period. Only what is recorded is judged. */
export type Check = (facts: ComplianceFacts, asked: Asked) => CheckedRecord[]
