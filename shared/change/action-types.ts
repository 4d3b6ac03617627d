import { z } from 'zod'
import { DECISION_TYPES, ReopenGround } from '../application/decisions.ts'
import { ImportedFacts, ImportedPersonal, Language, ReceptionResult } from '../application/model.ts'
import {
  Booking,
  CorrectionGround,
  Registration,
  RegistrationNumber,
  RegistrationPersonal,
  ReprintReason,
  RequestId,
  TalonShape,
} from '../application/registration.ts'
import { YearSet } from '../calendar/model.ts'
import { Settlement } from '../clash/model.ts'
import { Contact, ContactPersonal } from '../contact/model.ts'
import { DIRECTORY_IDS, Entry } from '../directory/model.ts'
import {
  Dispatch,
  Letter,
  LetterKind,
  LetterNote,
  LetterPersonal,
  LetterTemplate,
  OutgoingNumber,
} from '../letter/model.ts'
import { KeyChanged, KeyHanded, Office, ProfileId, User } from '../office/model.ts'
import { Official } from '../official/model.ts'
import { PlainDate } from '../time/plain-date.ts'
import {
  Admission,
  AdmissionPersonal,
  Call,
  CallPersonal,
  CheckIn,
  CheckInPersonal,
  Forwarding,
  IdentityCheck,
  IdentityCheckPersonal,
  PaperReception,
  ParkGround,
  UndoGround,
} from '../visit/model.ts'
import { type Action, EntityId, type Noun } from './action.ts'
import { AUDIT_TYPES } from './audit-types.ts'
import { CONTROL_TYPES } from './control-types.ts'
import { DAY_TYPES } from './day-types.ts'
import { DESK_TYPES } from './desk-types.ts'
import { EXCHANGE_TYPES } from './exchange-types.ts'
import { LINE_TYPES } from './line-types.ts'
import { PLANNING_TYPES } from './planning-types.ts'
import { REPORT_TYPES } from './report-types.ts'
import { RETENTION_TYPES } from './retention-types.ts'
import { SUBJECT_TYPES } from './subject-types.ts'
import { SURVEY_TYPES } from './survey-types.ts'

/** Kinds of files that can be imported. */
export const ImportKind = z.enum(['officials', 'journal'])
export type ImportKind = z.infer<typeof ImportKind>

/** Why a person's data was erased. */
export const ErasureGround = z.enum(['retention', 'request', 'mistake'])
export type ErasureGround = z.infer<typeof ErasureGround>

/**
 * The body of each action type in its current version, and the personal part where it has one. A released version is
 * never changed: a new one gets a number and an upcaster (shared/change/upcasters/).
 */
export const ACTION_TYPES = {
  'office.set': { noun: 'office', version: 1, body: z.strictObject({ office: Office }), personal: null },
  /** Another office key seals from now on; composed by main alone (ADR 29). */
  'office.key_changed': { noun: 'office', version: 1, body: KeyChanged, personal: null },
  /** A person gave the office key to a desk that asked for it, and a desk took it: each says so of itself; composed by main alone. */
  'office.key_given': { noun: 'office', version: 1, body: KeyHanded, personal: null },
  'office.key_taken': { noun: 'office', version: 1, body: KeyHanded, personal: null },
  'user.added': { noun: 'user', version: 1, body: z.strictObject({ user: User }), personal: null },
  'user.changed': { noun: 'user', version: 1, body: z.strictObject({ user: User }), personal: null },
  /** The person enters no more; what they did stays theirs. */
  'user.suspended': { noun: 'user', version: 1, body: z.strictObject({}), personal: null },
  'user.resumed': { noun: 'user', version: 1, body: z.strictObject({}), personal: null },
  ...DESK_TYPES,
  'official.added': {
    noun: 'official',
    version: 1,
    body: z.strictObject({ official: Official, batch: z.string().nullable() }),
    personal: null,
  },
  'official.changed': {
    noun: 'official',
    version: 1,
    /** `batch`: the import that brought the change; absent where a person made it. */
    body: z.strictObject({ official: Official, batch: z.string().optional() }),
    personal: null,
  },
  'import.started': {
    noun: 'import',
    version: 1,
    body: z.strictObject({
      kind: ImportKind,
      fileName: z.string().max(255),
      fileHash: z.string().regex(/^[0-9a-f]{64}$/),
      rows: z.int().nonnegative(),
    }),
    personal: null,
  },
  'import.finished': {
    noun: 'import',
    version: 1,
    body: z.strictObject({
      kept: z.int().nonnegative(),
      already: z.int().nonnegative(),
      skipped: z.int().nonnegative(),
      marked: z.int().nonnegative(),
      badIin: z.int().nonnegative(),
      stopped: z.boolean(),
    }),
    personal: null,
  },
  'import.undone': { noun: 'import', version: 1, body: z.strictObject({}), personal: null },
  'application.imported': {
    noun: 'application',
    version: 1,
    body: z.strictObject({ batch: z.string(), facts: ImportedFacts }),
    personal: ImportedPersonal,
  },
  'application.registered': {
    noun: 'application',
    version: 1,
    /** `profile`: the regulation in force on the day it came; it stays the application's own. */
    body: z.strictObject({
      request: RequestId,
      number: RegistrationNumber,
      registration: Registration,
      profile: ProfileId,
    }),
    personal: RegistrationPersonal,
  },
  /** The whole registration as it should have stood. The first stays in the journal. */
  'application.corrected': {
    noun: 'application',
    version: 1,
    body: z.strictObject({ registration: Registration, ground: CorrectionGround }),
    personal: RegistrationPersonal,
  },
  /** The number the application was given in e-Otinish (clause 25). */
  'application.eotinish_noted': {
    noun: 'application',
    version: 1,
    body: z.strictObject({}),
    personal: z.strictObject({ eotinish: z.string().trim().min(1).max(60) }),
  },
  'application.booked': { noun: 'application', version: 1, body: z.strictObject({ booking: Booking }), personal: null },
  'application.booking_dropped': {
    noun: 'application',
    version: 1,
    body: z.strictObject({ ground: z.enum(['applicant_asked', 'official_absent', 'mistake']) }),
    personal: null,
  },
  /** It was decided who receives the applicant (clauses 26, 27): from now on a time is looked for. Null: not decided again. */
  'application.appointed': {
    noun: 'application',
    version: 1,
    body: z.strictObject({
      officialId: z.string().max(80).nullable(),
      /** The applicant agreed to be received by videoconference (clause 12). */
      video: z.boolean(),
    }),
    personal: null,
  },
  /** The briefing sheet was written (clause 26, KZ-2026 rule 18), with its proposal. */
  'application.briefed': {
    noun: 'application',
    version: 1,
    body: z.strictObject({ proposal: z.enum(['receive', 'refuse']) }),
    personal: z.strictObject({ summary: z.string().trim().min(1).max(8000) }),
  },
  /** The reception took place. Appended together with `visit.finished` where there was a visit. */
  'application.received': {
    noun: 'application',
    version: 1,
    body: z.strictObject({
      visit: EntityId.nullable(),
      on: PlainDate,
      officialId: z.string().max(80).nullable(),
      result: ReceptionResult,
    }),
    personal: null,
  },
  /** The reception of this visit was ended by mistake: the application waits again, its booking as it was. */
  'application.reception_undone': {
    noun: 'application',
    version: 1,
    body: z.strictObject({ visit: EntityId, ground: UndoGround }),
    personal: null,
  },
  'application.withdrawn': {
    noun: 'application',
    version: 1,
    body: z.strictObject({ how: z.enum(['written', 'oral']) }),
    personal: null,
  },
  'application.reopened': {
    noun: 'application',
    version: 1,
    body: z.strictObject({ ground: ReopenGround }),
    personal: null,
  },
  ...DECISION_TYPES,
  /** A talon was sent to a printer, or kept as a PDF because there was none. */
  'application.talon_made': {
    noun: 'application',
    version: 1,
    body: z.strictObject({
      job: RequestId,
      shape: TalonShape,
      result: z.enum(['printed', 'saved', 'kept']),
      reprint: ReprintReason.nullable(),
    }),
    personal: null,
  },
  /** A file of an attached paper, sealed under the subject's key as `papers/<subject>.<paper>`. Never an identity document. */
  'application.paper_attached': {
    noun: 'application',
    version: 1,
    body: z.strictObject({
      paper: RequestId,
      kind: z.enum(['pdf', 'jpeg', 'png']),
      bytes: z.int().positive(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    personal: z.strictObject({ title: z.string().trim().min(1).max(200) }),
  },
  /** Appended together with `letter.signed` and `letter.annulled`: the application knows which letters it still owes. */
  'application.letter_noted': { noun: 'application', version: 1, body: LetterNote, personal: null },
  'visit.checked_in': {
    noun: 'visit',
    version: 1,
    body: z.strictObject({ visit: CheckIn }),
    personal: CheckInPersonal,
  },
  'visit.identity_checked': {
    noun: 'visit',
    version: 1,
    body: z.strictObject({ check: IdentityCheck }),
    personal: IdentityCheckPersonal,
  },
  /** The lead lets in those whose check did not pass (clause 9). Powers are never overruled. */
  'visit.admitted': {
    noun: 'visit',
    version: 1,
    body: z.strictObject({ admission: Admission }),
    personal: AdmissionPersonal,
  },
  'visit.called': { noun: 'visit', version: 1, body: z.strictObject({ call: Call }), personal: CallPersonal },
  'visit.call_undone': { noun: 'visit', version: 1, body: z.strictObject({}), personal: null },
  'visit.started': { noun: 'visit', version: 1, body: z.strictObject({}), personal: null },
  'visit.missed': { noun: 'visit', version: 1, body: z.strictObject({}), personal: null },
  'visit.returned': { noun: 'visit', version: 1, body: z.strictObject({}), personal: null },
  'visit.left': { noun: 'visit', version: 1, body: z.strictObject({}), personal: null },
  'visit.parked': { noun: 'visit', version: 1, body: z.strictObject({ ground: ParkGround }), personal: null },
  'visit.forwarded': {
    noun: 'visit',
    version: 1,
    body: z.strictObject({ forwarding: Forwarding }),
    personal: null,
  },
  /** Entered afterwards from the emergency pack. Appended together with `application.received` where that is open. */
  'visit.served_on_paper': {
    noun: 'visit',
    version: 1,
    body: z.strictObject({ reception: PaperReception }),
    personal: null,
  },
  'visit.finished': {
    noun: 'visit',
    version: 1,
    body: z.strictObject({ result: ReceptionResult }),
    personal: null,
  },
  /** The reception was ended by mistake. Appended together with `application.reception_undone` where that was closed by it. */
  'visit.finish_undone': { noun: 'visit', version: 1, body: z.strictObject({ ground: UndoGround }), personal: null },
  'contact.logged': {
    noun: 'contact',
    version: 1,
    body: z.strictObject({ request: RequestId, contact: Contact }),
    personal: ContactPersonal,
  },
  'contact.detailed': {
    noun: 'contact',
    version: 1,
    body: z.strictObject({ contact: Contact }),
    personal: ContactPersonal,
  },
  'contact.undone': { noun: 'contact', version: 1, body: z.strictObject({}), personal: null },
  'entry.set': {
    noun: 'entry',
    version: 1,
    body: z.strictObject({ directory: z.enum(DIRECTORY_IDS), entry: Entry }),
    personal: null,
  },
  ...LINE_TYPES,
  ...DAY_TYPES,
  ...PLANNING_TYPES,
  'letter.drafted': { noun: 'letter', version: 1, body: z.strictObject({ letter: Letter }), personal: LetterPersonal },
  /** Signed off: the number and the date stand on every sheet, and the text stands for ever. */
  'letter.signed': {
    noun: 'letter',
    version: 1,
    body: z.strictObject({ request: RequestId, number: OutgoingNumber }),
    personal: null,
  },
  'letter.printed': {
    noun: 'letter',
    version: 1,
    body: z.strictObject({ language: Language, copies: z.int().min(1).max(99), reprint: ReprintReason.nullable() }),
    personal: null,
  },
  /** A scan of the signed sheet is kept as `papers/<subject>.<paper>`. */
  'letter.scanned': {
    noun: 'letter',
    version: 1,
    body: z.strictObject({
      paper: RequestId,
      kind: z.enum(['pdf', 'jpeg', 'png']),
      bytes: z.int().positive(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    personal: null,
  },
  'letter.sent': {
    noun: 'letter',
    version: 1,
    body: z.strictObject({ dispatch: Dispatch }),
    /** What proves it: a receipt number, a signature, who answered the phone. */
    personal: z.strictObject({ proof: z.string().trim().max(500) }),
  },
  'letter.attempted': {
    noun: 'letter',
    version: 1,
    body: z.strictObject({ dispatch: Dispatch }),
    personal: z.strictObject({ outcome: z.string().trim().min(1).max(500) }),
  },
  'letter.annulled': {
    noun: 'letter',
    version: 1,
    body: z.strictObject({ ground: z.enum(['mistake', 'decision_changed', 'written_anew']) }),
    personal: null,
  },
  /** The office's own text of a kind of letter under a profile; null: the product's again. */
  'template.set': {
    noun: 'template',
    version: 1,
    body: z.strictObject({ kind: LetterKind, profile: ProfileId, template: LetterTemplate.nullable() }),
    personal: null,
  },
  ...CONTROL_TYPES,
  ...SURVEY_TYPES,
  ...EXCHANGE_TYPES,
  ...REPORT_TYPES,
  /** A year of the working calendar as a whole. */
  'calendar.year_set': { noun: 'calendar', version: 1, body: YearSet, personal: null },
  ...SUBJECT_TYPES,
  ...AUDIT_TYPES,
  ...RETENTION_TYPES,
  'subject.erased': { noun: 'subject', version: 1, body: z.strictObject({ ground: ErasureGround }), personal: null },
  /** What desks did apart was looked at by a person (ADR 33). On an entity of any noun. */
  'clash.settled': { noun: null, version: 1, body: Settlement, personal: null },
} as const satisfies Record<
  string,
  { noun: Noun | null; version: number; body: z.ZodType<Record<string, unknown>>; personal: z.ZodType | null }
>

export type ActionType = keyof typeof ACTION_TYPES

/** The parsed body of an action type. */
export type BodyOf<T extends ActionType> = z.infer<(typeof ACTION_TYPES)[T]['body']>

/** Whether this program knows the type. A type it does not know is kept and relayed, and shown as "needs an update". */
export function isKnownType(type: string): type is ActionType {
  return Object.hasOwn(ACTION_TYPES, type)
}

/** The body of an action, parsed as `type`. Throws when the action is of another type or does not parse. */
export function bodyOf<T extends ActionType>(type: T, action: Action): BodyOf<T> {
  if (action.type !== type) throw new Error(`action is ${action.type}, not ${type}`)
  return ACTION_TYPES[type].body.parse(action.body) as BodyOf<T>
}
