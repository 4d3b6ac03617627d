import type { Absence } from '../absence/model.ts'
import type { Language } from '../application/model.ts'
import type { Booking } from '../application/registration.ts'
import type { WorkCalendar } from '../calendar/model.ts'
import type { EntityId } from '../change/action.ts'
import type { ActionType } from '../change/action-types.ts'
import type { ProfileId } from '../office/model.ts'
import type { Official } from '../official/model.ts'
import type { Restriction } from '../restriction/model.ts'
import type { Reception } from '../schedule/model.ts'
import type { PlainDate, PlainTime } from '../time/plain-date.ts'

/** An open application as planning sees it. */
export interface PlannedPerson {
  readonly application: EntityId
  /** Sorts by application (clause 28): the legal day, then the stamp of the registration. */
  readonly order: string
  /** The day its terms are counted from (clauses 4 and 29). */
  readonly counted: PlainDate
  /** The last day of the answer, as extended. */
  readonly answerBy: PlainDate
  readonly profile: ProfileId
  readonly language: Language
  /** Of a category that is received out of turn, its document seen (clause 11). */
  readonly outOfTurn: boolean
  readonly appointed: { readonly officialId: string; readonly video: boolean } | null
  readonly booking: Booking | null
  /** The day its briefing was last written (clause 26); null: none is. */
  readonly briefedOn: PlainDate | null
  /** A letter about the present time was signed off. */
  readonly told: boolean
  /** How many come: one, or a delegation. */
  readonly people: number
}

/** An entity as a screen knows it: its state, and its key by which others name it. */
export interface Keyed {
  readonly key: string
}

/** All that planning looks at, as one value. */
export interface Plan {
  readonly officials: readonly Official[]
  /** Receptions of the schedules that stand. */
  readonly receptions: readonly Reception[]
  readonly people: readonly PlannedPerson[]
  readonly absences: readonly (Absence & Keyed)[]
  readonly restrictions: readonly (Restriction & Keyed)[]
  readonly calendar: WorkCalendar
  readonly today: PlainDate
  /** The act the office works by today: what receptions rest on. An application carries its own. */
  readonly profile: ProfileId
  /** Nobody is given a time in it; null: receptions go on through it. */
  readonly lunch: Lunch | null
}

/** The break of the office's working hours (clause 4). */
export interface Lunch {
  readonly from: PlainTime
  readonly to: PlainTime
}

/** An act planning proposes. The head it is based on, the screen adds. */
export interface PlanAct {
  readonly entity: EntityId
  readonly type: ActionType
  readonly body: Record<string, unknown>
}
