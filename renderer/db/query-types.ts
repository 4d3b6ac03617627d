import type { ApplicantKind, Booking, Need, RegistrationNumber } from '#shared/application/registration.ts'
import type {
  ApplicationFacts,
  ApplicationPersonal,
  ApplicationStatus,
  Registered,
} from '#shared/application/transitions.ts'
import type { Action, ActionId, EntityId } from '#shared/change/action.ts'
import type { Mark, StateOf } from '#shared/change/project-view.ts'
import type { ActChecks, Period } from '#shared/compliance/model.ts'
import type { LeftOpen } from '#shared/day/model.ts'
import type { Directories } from '#shared/directory/model.ts'
import type { KnownRow } from '#shared/eotinish/match.ts'
import type { NumberRow } from '#shared/eotinish/number-table.ts'
import type { LetterDuty } from '#shared/letter/duties.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { Official } from '#shared/official/model.ts'
import type { PlannedPerson } from '#shared/plan/model.ts'
import type { RequestLetter } from '#shared/plan/notices.ts'
import type { FigureRecord, Within } from '#shared/report/behind.ts'
import type { Counts, Facet } from '#shared/report/counts.ts'
import type { Figures } from '#shared/report/day-figures.ts'
import type { EventDrill } from '#shared/report/quarterly-model.ts'
import type { ClauseTerms } from '#shared/report/terms.ts'
import type { Reception } from '#shared/schedule/model.ts'
import type { PlainDate, PlainMonth, Quarter } from '#shared/time/plain-date.ts'
import type { VisitState } from '#shared/visit/transitions.ts'
import type { AnalyticsQueries } from './analytics-query-types.ts'
import type { ClashQueries } from './clash-query-types.ts'
import type { ControlQueries } from './control-query-types.ts'
import type { ExchangeQueries } from './exchange-query-types.ts'
import type { JournalAsked, JournalId, JournalPage } from './journals/model.ts'
import type { StandingReport } from './report-rows.ts'
import type { SubjectQueries } from './subject-query-types.ts'
import type { SurveyQueries } from './survey-query-types.ts'

export type { Mark } from '#shared/change/project-view.ts'

/** What a list of applications is narrowed by. All given must hold. Without a range the undated are in the list too. */
export interface ApplicationFilter {
  /** Quarter of registration. */
  readonly quarter?: Quarter
  /** First and last day of registration, both included. */
  readonly from?: PlainDate
  readonly to?: PlainDate
  /** Only those without a date of registration. */
  readonly undated?: boolean
  /** Of each facet any of the codes; an empty code stands for applications without one. */
  readonly facets?: readonly { readonly facet: Facet; readonly codes: readonly string[] }[]
  /** Only rows with (true) or without (false) problems. */
  readonly marked?: boolean
  /** Only those that stand by this import. */
  readonly batch?: string
  /** Only those that wait for this. */
  readonly waiting?: Mark
  readonly statuses?: readonly ApplicationStatus[]
  /** Part of a name or organisation in any spelling, or a full IIN, BIN, phone or e-Otinish number. */
  readonly text?: string
}

/** Where a page ended: give it back to get the next. With the name where the list is in the order of names. */
export interface PageKey {
  readonly day: number
  readonly id: string
  readonly name?: NameKey
}

/** A name as lists are ordered by: surname, given name, patronymic. */
export type NameKey = readonly [string, string, string]

/** An application as a list shows it. The IIN is masked; the phone, the essence and the cells are in the card only. */
export interface ApplicationListRow {
  readonly id: EntityId
  /** Day of registration `yyyymmdd`, 0 without a date. */
  readonly day: number
  readonly surname: string
  readonly given: string
  readonly patronymic: string
  readonly organisation: string
  readonly maskedIin: string
  readonly category: string | null
  readonly eotinish: string
  readonly officialText: string
  readonly erased: boolean
  readonly marked: boolean
  readonly needsUpdate: boolean
  readonly batch: string | null
  readonly facts: ApplicationFacts
  readonly status: ApplicationStatus
  /** Null for an imported record. */
  readonly number: RegistrationNumber | null
  readonly booking: Booking | null
  /** The day its terms are counted from where that is not the day it was entered (clause 4); else null. */
  readonly cameOn: PlainDate | null
  /** The regulation it is handled by; null for an imported record. */
  readonly profile: ProfileId | null
  /** The visit during whose reception it was handed in (clause 25), or null. */
  readonly atReception: EntityId | null
  /** What the visitor needs at the reception. */
  readonly needs: readonly Need[]
  /** By when what it lacks is to be put right; null where nothing is waited for. */
  readonly correctBy: PlainDate | null
  /** What the term of the answer was extended to; null where it was not. */
  readonly extendedTo: PlainDate | null
  readonly subject: string | null
}

/** A case of the same person, or of one who may be the same. */
export interface EarlierCase {
  readonly row: ApplicationListRow
  readonly essence: string
  /** By what it was found: the same number, or a name that is spelled alike. */
  readonly by: 'iin' | 'bin' | 'phone' | 'name'
  /** The matter reads like the one being typed (clause 14: a person decides). */
  readonly sameMatter: boolean
}

/** What the refusal of an application says of facts and evidence. */
export interface RefusalText {
  readonly id: EntityId
  readonly facts: string
  readonly evidence: string
}

/** What is known of a person while the form is typed. Empty texts are not looked for. */
export interface PersonTyped {
  readonly iin: string
  readonly bin: string
  readonly phone: string
  readonly surname: string
  readonly given: string
  readonly patronymic: string
  readonly essence: string
}

/** A visitor of a day, with the name from the application. */
export interface VisitRow {
  readonly id: EntityId
  readonly head: ActionId | null
  readonly needsUpdate: boolean
  readonly state: VisitState
  /** The application as lists show it; null where it is not in the store. */
  readonly application: ApplicationListRow | null
}

/** What a desk's day leaves open, each with its ticket or its number, and how much there was of the day. */
export interface OpenOfDay {
  readonly open: readonly (LeftOpen & { readonly number: string })[]
  /** Visitors who came, and applications that were registered, at this desk. */
  readonly came: number
  readonly registered: number
}

/** A letter in a list, with its application as lists show it. */
export interface LetterRow {
  readonly id: EntityId
  readonly head: ActionId | null
  readonly needsUpdate: boolean
  readonly state: StateOf['letter']
  readonly application: ApplicationListRow | null
  /** What the term of the letter hangs on; of letters begun or to be sent only. */
  readonly registered: Registered | null
}

/** An application that obliges to letters nobody has signed off. */
export interface OwedRow {
  readonly id: EntityId
  readonly registered: Registered
  readonly owed: readonly LetterDuty[]
}

/** Someone who waits for a time, as planning sees them and as lists show them. */
export interface PlannedRow {
  readonly person: PlannedPerson
  readonly row: ApplicationListRow
  /** Empty where none is known, or the person was erased. */
  readonly phone: string
  /** Who applies: a foreigner needs what a citizen does not (clause 10). */
  readonly applicant: ApplicantKind
  /** What an intent on the application is based on. */
  readonly head: ActionId | null
}

export interface ApplicationPage {
  /** In the order asked for. */
  readonly rows: readonly ApplicationListRow[]
  /** Null: this was the last page. */
  readonly next: PageKey | null
  /** How many there are in all; given with the first page only. */
  readonly total: number | null
}

/** One line of an application's history. */
export type HistoryLine = Pick<Action, 'id' | 'type' | 'at' | 'date' | 'user' | 'role' | 'body'> & { aside?: boolean }

/** An application in full, with what is personal: for its card. */
export interface ApplicationCard {
  readonly id: EntityId
  readonly status: ApplicationStatus
  readonly day: number | null
  readonly batch: string | null
  readonly subject: string | null
  readonly erased: boolean
  readonly needsUpdate: boolean
  readonly facts: ApplicationFacts | null
  readonly personal: ApplicationPersonal | null
  /** The row as it stood in the file; empty where there was none. */
  readonly cells: Readonly<Record<string, string>>
  /** What only an application registered at a desk has. */
  readonly registered: Registered | null
  /** Oldest first. */
  readonly history: readonly HistoryLine[]
  /** The newest action: what an intent is based on. */
  readonly head: ActionId | null
}

/** State of any other entity, with its id and the head an intent is based on. */
export type EntityState<N extends keyof StateOf> = StateOf[N] & {
  readonly id: EntityId
  /** The id without its noun: the batch of an import, the installation of a desk. */
  readonly key: string
  readonly head: ActionId | null
  readonly needsUpdate: boolean
}

/** Every question a screen may ask of the store: parameters and answer. */
export interface Queries
  extends AnalyticsQueries,
    ClashQueries,
    ControlQueries,
    ExchangeQueries,
    SubjectQueries,
    SurveyQueries {
  'applications.page': {
    readonly params: {
      readonly filter: ApplicationFilter
      readonly after: PageKey | null
      readonly limit: number
      /** Newest day of registration first where not said. */
      readonly sort?: 'newest' | 'name'
    }
    readonly result: ApplicationPage
  }
  'applications.one': { readonly params: { readonly id: string }; readonly result: ApplicationCard | null }
  'applications.search': {
    readonly params: { readonly text: string; readonly limit: number }
    readonly result: readonly ApplicationListRow[]
  }
  /** Cases of the same person, the surest first, then the newest. At most `limit`. */
  'applications.earlier': {
    readonly params: { readonly person: PersonTyped; readonly limit: number }
    readonly result: readonly EarlierCase[]
  }
  /** What refusals say, the newest first; of a person who was erased nothing is known. */
  'applications.refusals': { readonly params: { readonly limit: number }; readonly result: readonly RefusalText[] }
  /** How the store knows the rows of a list of numbers: in their order, found by ours, and who else holds that of e-Otinish. */
  'applications.numbered': {
    readonly params: { readonly rows: readonly Pick<NumberRow, 'number' | 'eotinish'>[] }
    readonly result: readonly KnownRow[]
  }
  /** What was handed in during the reception of a visit (clause 25), in the order of registration. */
  'applications.handed_in': {
    readonly params: { readonly visit: EntityId }
    readonly result: readonly ApplicationListRow[]
  }
  /** Applications that wait for something, oldest first, and how many there are. */
  'applications.waiting': {
    readonly params: { readonly mark: Mark; readonly limit: number }
    readonly result: { readonly rows: readonly ApplicationListRow[]; readonly total: number }
  }
  /** Visitors of a day in the order of their tickets. */
  'visits.day': { readonly params: { readonly day: PlainDate }; readonly result: readonly VisitRow[] }
  /** The lines of a day that were called from, of an office with several desks. */
  'lines.day': { readonly params: { readonly day: PlainDate }; readonly result: readonly EntityState<'line'>[] }
  /** Visitors of days before one who neither left nor were received, the oldest day first. */
  'visits.left_over': { readonly params: { readonly before: PlainDate }; readonly result: readonly VisitRow[] }
  /** Days on which somebody called for help that has not come. */
  'help.called': { readonly params: Record<string, never>; readonly result: readonly EntityState<'day'>[] }
  /** What a desk's day leaves open now, in the order of `leftOpenOf`. */
  'day.open': {
    readonly params: { readonly day: PlainDate; readonly installation: string }
    readonly result: OpenOfDay
  }
  /** Every day of every desk of which anything is told: closed, or help was called. */
  'days.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'day'>[] }
  /** The emergency packs of every desk. */
  'packs.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'pack'>[] }
  /** The letters of an application, as they were begun. */
  'letters.of': { readonly params: { readonly application: string }; readonly result: readonly EntityState<'letter'>[] }
  'letters.one': { readonly params: { readonly id: string }; readonly result: EntityState<'letter'> | null }
  /** Requests to bodies and notices of them of some applications, those annulled left out. */
  'letters.requests': {
    readonly params: { readonly applications: readonly EntityId[] }
    readonly result: readonly RequestLetter[]
  }
  /** Letters that were begun and not signed off. */
  'letters.begun': { readonly params: Record<string, never>; readonly result: readonly LetterRow[] }
  /** Applications that oblige to a letter, the oldest first, and how many there are. */
  'letters.owed': {
    readonly params: { readonly limit: number }
    readonly result: { readonly rows: readonly OwedRow[]; readonly total: number }
  }
  /** Letters that were signed off and have not gone out. */
  'letters.unsent': { readonly params: Record<string, never>; readonly result: readonly LetterRow[] }
  /** The journal of outgoing letters of some days, both included, in the order of numbers. */
  'letters.signed': {
    readonly params: { readonly from: PlainDate; readonly to: PlainDate }
    readonly result: readonly LetterRow[]
  }
  /** The protocols of an application or of a visit, as they were begun. */
  /** The report of a quarter as it was frozen, every version. */
  'reports.one': { readonly params: { readonly quarter: Quarter }; readonly result: EntityState<'report'> | null }
  /** `since`: the first day of which the office has records here; null before it is set. */
  'reports.standing': {
    readonly params: Record<string, never>
    readonly result: { readonly since: PlainDate | null; readonly reports: readonly StandingReport[] }
  }
  'protocols.of': { readonly params: { readonly about: string }; readonly result: readonly EntityState<'protocol'>[] }
  /** Protocols that were signed and have not gone out, the oldest signature first. */
  'protocols.unsent': { readonly params: Record<string, never>; readonly result: readonly EntityState<'protocol'>[] }
  /** Visitors received on a day whose protocol nobody has signed (clause 23), in the order of tickets. */
  'protocols.lacking': { readonly params: { readonly day: PlainDate }; readonly result: readonly EntityId[] }
  /** The office's own texts of letters, with heads to base a change on. */
  'templates.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'template'>[] }
  /** Contacts of a day that were not taken back, newest first. */
  'contacts.day': { readonly params: { readonly day: PlainDate }; readonly result: readonly EntityState<'contact'>[] }
  /** The directories as the office keeps them: seeds and what was set. */
  'directories.all': { readonly params: Record<string, never>; readonly result: Directories }
  /** What was set by hand, with heads to base a change on. */
  'entries.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'entry'>[] }
  /** All officials with heads, also those whose import was taken back. */
  'officials.entities': { readonly params: Record<string, never>; readonly result: readonly EntityState<'official'>[] }
  'counts.quarter': { readonly params: { readonly quarter: Quarter }; readonly result: Counts }
  /** Figures by event of a quarter. */
  'figures.quarter': { readonly params: { readonly quarter: Quarter }; readonly result: Figures }
  /** The records behind a figure by event, in the order of their days: of the quarter, or of some days of it. */
  'report.records': {
    readonly params: EventDrill & { readonly within?: Within }
    readonly result: readonly FigureRecord[]
  }
  /** Quarters that have applications, newest first, and whether there are undated ones. */
  'counts.quarters': {
    readonly params: Record<string, never>
    readonly result: { readonly quarters: readonly Quarter[]; readonly undated: boolean }
  }
  /** Those who stand, in the order of clause 2, then as they were first entered. */
  'officials.all': { readonly params: Record<string, never>; readonly result: readonly Official[] }
  /** Those who are open and may be given a time, in the order of application (clause 28). */
  'plan.people': {
    readonly params: Record<string, never>
    readonly result: { readonly rows: readonly PlannedRow[] }
  }
  /** Schedules of some months, both included, in their order, as far as anything was done with them. */
  'plan.schedules': {
    readonly params: { readonly from: PlainMonth; readonly to: PlainMonth }
    readonly result: readonly EntityState<'schedule'>[]
  }
  /** All that were ever told, also those undone or lifted, with heads. */
  'absences.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'absence'>[] }
  'restrictions.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'restriction'>[] }
  'helpers.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'helper'>[] }
  /** What was done to prepare receptions, by their ids in the schedule. */
  'receptions.of': {
    readonly params: { readonly ids: readonly string[] }
    readonly result: readonly EntityState<'reception'>[]
  }
  /** Preparations of which something is owed whatever the day (clause 20), with the reception as a schedule named it last. */
  'receptions.owing': {
    readonly params: Record<string, never>
    readonly result: readonly { readonly state: EntityState<'reception'>; readonly reception: Reception | null }[]
  }
  'schedule.month': { readonly params: { readonly month: PlainMonth }; readonly result: EntityState<'schedule'> | null }
  /** The years of the working calendar that the office has set, with heads to base a change on. */
  /** How the clauses of each act were kept from one day to another, both included, as it stands on a day. */
  'compliance.checks': {
    readonly params: Period & { readonly today: PlainDate }
    readonly result: { readonly acts: readonly ActChecks[] }
  }
  /** The sums of the same: how many duties of each clause were kept, broken, or are due. */
  'compliance.counts': { readonly params: Period & { readonly today: PlainDate }; readonly result: ClauseTerms[] }
  /** Whole days of a journal, in their order. */
  'journals.page': { readonly params: JournalAsked & { readonly journal: JournalId }; readonly result: JournalPage }
  'calendar.years': { readonly params: Record<string, never>; readonly result: readonly EntityState<'calendar'>[] }
  /** Newest first. */
  'imports.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'import'>[] }
  'office.current': { readonly params: Record<string, never>; readonly result: EntityState<'office'> | null }
  'users.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'user'>[] }
  'desks.all': { readonly params: Record<string, never>; readonly result: readonly EntityState<'desk'>[] }
  totals: {
    readonly params: Record<string, never>
    readonly result: { readonly applications: number; readonly marked: number; readonly attentions: number }
  }
}

export type QueryName = keyof Queries
export type ParamsOf<Q extends QueryName> = Queries[Q]['params']
export type AnswerOf<Q extends QueryName> = Queries[Q]['result']
