import type { ProfileId } from '../office/model.ts'
import type { Bilingual, OfficialCategory } from '../official/model.ts'
import type { PostingPlace } from '../schedule/model.ts'
import type { PlainDate } from '../time/plain-date.ts'

/** Acts that rules rest on: the regulation or the rules of a profile itself, the Code (АППК/ӘРПК). */
export type ActId = 'regulation' | 'code'

/** A place in an act: `29`, `76(3)`. Shown as "clause 29", "Code, art. 76(3)". */
export interface ClauseRef {
  readonly act: ActId
  readonly clause: string
}

/** Terms of the office's own acts. Not every profile sets every one. */
export const TERM_IDS = [
  'registration',
  'answer',
  'extension',
  'extension_notice',
  'correction',
  'return',
  'forwarding',
  'request_notice',
  'body_refusal_report',
  'official_tells',
  'briefing',
  'list_handed',
  'protocol_sent',
  'schedule_approved',
  'report',
  'appeal',
] as const
export type TermId = (typeof TERM_IDS)[number]

/** The day a term is counted from. */
export type TermEvent =
  | 'receipt'
  | 'registration'
  | 'extension'
  | 'told_to_correct'
  | 'correction_over'
  | 'request_sent'
  | 'body_refused'
  | 'reception'
  | 'signing'
  | 'quarter_begin'
  | 'quarter_end'
  | 'notice'

/** In what a term is counted. Months: the same day of the month, or its last day. */
export type TermUnit = 'calendar_days' | 'working_days' | 'months'

/** How a term is counted. The day of the event is never counted. */
export interface TermRule {
  readonly clause: ClauseRef
  readonly event: TermEvent
  readonly amount: number
  readonly unit: TermUnit
  readonly direction: 'after' | 'before'
  /** The two texts of the clause name different days to count from: the earlier, the receipt, is counted from. */
  readonly textsDiffer?: 'receipt_or_registration'
}

/** Who decides on a refusal or an extension. */
export const DECIDERS = ['head', 'deputy', 'apparatus_head'] as const
export type Decider = (typeof DECIDERS)[number]

/** Why a term is extended: the matter is complex (clause 30), or facts have to be established (point 14). */
export const EXTENSION_GROUNDS = ['complex', 'facts'] as const
export type ExtensionGround = (typeof EXTENSION_GROUNDS)[number]

/** What an application may lack (АППК/ӘРПК 63(2), 68; Rules of 2026, point 7). */
export const LACKS = [
  'name',
  'iin',
  'bin',
  'address',
  'addressee',
  'essence',
  'date',
  'signature',
  'powers',
  'translation',
] as const
export type Lack = (typeof LACKS)[number]

/** On what a reception may be refused, or the booking ended. */
export const REFUSAL_GROUNDS = ['competence', 'repeat', 'same_decision', 'court_act', 'returned', 'withdrawal'] as const
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]

/** Whom the quarterly report goes to. */
export const REPORT_ADDRESSEES = ['akim', 'president_control', 'government_office'] as const
export type ReportAddressee = (typeof REPORT_ADDRESSEES)[number]

/** An edition of the act: the days it was in force, and how far its wording is held here. */
export interface Edition {
  readonly from: PlainDate
  /** The last day; null: in force. */
  readonly to: PlainDate | null
  /** Clauses whose wording of that edition is not held. */
  readonly notHeld: readonly string[]
  readonly source: Bilingual
}

/**
 * A regulation of reception as data: what differs between acts stands here and nowhere else. Another akimat's regulation of
 * the same model is one more file in `profiles/`.
 */
export interface Profile {
  readonly id: ProfileId
  readonly editions: readonly Edition[]
  readonly terms: Readonly<Partial<Record<TermId, TermRule>>>
  /** Channels that need no signature and so give no registration of their own. */
  readonly unsignedChannels: readonly string[]
  /** Codes of the directory `category` received out of turn, and the clause that names them. */
  readonly outOfTurn: { readonly clause: ClauseRef; readonly categories: readonly string[] }
  /** What an application may not be without (any of `lacks`), and what becomes of one that is. */
  readonly incomplete: {
    readonly clause: ClauseRef
    readonly decision: 'left' | 'returned'
    readonly lacks: readonly Lack[]
  }
  readonly refusal: {
    readonly clauses: Readonly<Partial<Record<RefusalGround, ClauseRef>>>
    /** Whether a repeat is refused as such, or only where the matter was decided. */
    readonly repeat: 'refused' | 'only_decided'
  }
  readonly extension: { readonly deciders: readonly Decider[]; readonly ground: ExtensionGround }
  /** How schedules of receptions are approved: for how long at once, and by whom. */
  readonly schedule: {
    readonly clause: ClauseRef
    readonly period: 'month' | 'quarter'
    readonly approver: OfficialCategory
    /** Where the approved one is shown. */
    readonly postedIn: readonly PostingPlace[]
  }
  /** Whom a body's refusal to take part is reported to. */
  readonly refusedBodyTo: 'president_control' | 'government_office'
  /** Whom the quarterly report is sent to, in the order of the act. */
  readonly reportTo: readonly ReportAddressee[]
  /** By which clause each of them is, and how letters address them. */
  readonly reportLetters: Readonly<
    Partial<Record<ReportAddressee, { readonly clause: ClauseRef; readonly addressee: Bilingual }>>
  >
  /** Who may not be given the matter again. */
  readonly executorBar: { readonly clause: ClauseRef; readonly bars: 'decided' | 'assigned' }
  /** By which clause who comes is checked before the reception. */
  readonly identity: ClauseRef
  /** Receptions are recorded on audio or video. */
  readonly recording: ClauseRef | null
}
