import { z } from 'zod'
import { Code, Language, ReceptionResult } from '../application/model.ts'
import { RequestId } from '../application/registration.ts'
import { EntityId } from '../change/action.ts'
import { DeskLetter } from '../office/model.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'

/** Number of a visitor on one day: `letter-014`. Unique by desk and date. */
export const Ticket = z.strictObject({ letter: DeskLetter, serial: z.int().min(1).max(9999) })
export type Ticket = z.infer<typeof Ticket>

/** A visitor came. The application carries who it is and what about. */
export const CheckIn = z.strictObject({
  request: RequestId,
  ticket: Ticket,
  day: PlainDate,
  application: EntityId,
  /** Before whom; null: the line of helpers and unit heads, any of them. */
  officialId: z.string().max(80).nullable(),
  /** The time that was given; null: came without one. */
  booked: PlainTime.nullable(),
  /** Of a category of clause 11 whose proof was seen (or not demanded). Never which. */
  outOfTurn: z.boolean(),
  language: Language,
  /** People of the delegation beside the applicant, as registered when they came; 0: the applicant came alone. */
  members: z.int().min(0).max(49),
  /** Who was not received on an earlier day keeps the place of that day: the instant they came then (UTC, ISO). */
  keptFrom: z.iso.datetime().nullable().default(null),
  /** Came on a numbered talon of the emergency pack: the instant written on it, which is the arrival. Null: at the desk. */
  paper: z.strictObject({ at: z.iso.datetime() }).nullable().default(null),
})
export type CheckIn = z.infer<typeof CheckIn>

/** Why a visitor goes out of turn of whom no category is registered: obligatory there, and nothing elsewhere. */
export const CheckInPersonal = z.strictObject({ note: z.string().trim().min(1).max(300) })
export type CheckInPersonal = z.infer<typeof CheckInPersonal>

/** Who of those who came together: null is the applicant, a number the place among the registered members, from 0. */
export const MemberPlace = z.int().min(0).max(48).nullable()
export type MemberPlace = z.infer<typeof MemberPlace>

/** How the document agreed with the person. `absent`: a member of the delegation who did not come. */
export const CheckResult = z.enum(['matched', 'mismatch', 'no_document', 'absent'])
export type CheckResult = z.infer<typeof CheckResult>

/** State of the document that proves the authority: not needed, shown and in force, expired, or not shown. */
export const PowersShown = z.enum(['not_needed', 'shown', 'expired', 'missing'])
export type PowersShown = z.infer<typeof PowersShown>

/** How document, number and term came into the check; what was scanned and then changed says so for good. */
export const CheckSource = z.enum(['typed', 'scanned', 'scanned_edited'])
export type CheckSource = z.infer<typeof CheckSource>

/** At which end of a video link the document was looked at. */
export const LookedAt = z.enum(['room', 'other_end'])
export type LookedAt = z.infer<typeof LookedAt>

/** What of an identity check is not personal (clause 9). The applicant came, and alone shows powers. */
export const IdentityCheck = z
  .strictObject({
    member: MemberPlace,
    result: CheckResult,
    /** Code of the directory `document`; null where none was shown. */
    document: Code.nullable(),
    /** Past its term on the day: a comment is obligatory, and the lead decides. */
    expired: z.boolean(),
    /** Shown on a screen as a digital document. */
    digital: z.boolean(),
    powers: PowersShown,
    /** Absent: typed. */
    source: CheckSource.optional(),
    /** Absent: in the room. */
    by: LookedAt.optional(),
  })
  .refine(check => check.member === null || check.powers === 'not_needed', { path: ['powers'] })
  .refine(check => check.member !== null || check.result !== 'absent', { path: ['result'] })
export type IdentityCheck = z.infer<typeof IdentityCheck>

/** What of an identity check is personal: the number with all but its last three characters masked, never an image. */
export const IdentityCheckPersonal = z.strictObject({
  number: z.string().trim().max(60),
  issuer: z.string().trim().max(200),
  validTo: PlainDate.nullable(),
  powersNumber: z.string().trim().max(60),
  powersValidTo: PlainDate.nullable(),
  comment: z.string().trim().max(1000),
  /** Who looked at the document at the other end of the video link, and where; absent: nobody there. */
  otherEnd: z.string().trim().max(200).optional(),
})
export type IdentityCheckPersonal = z.infer<typeof IdentityCheckPersonal>

/** What of a check stops the visitor and may be overruled by the lead. */
export const Overruled = z.strictObject({
  member: MemberPlace,
  fault: z.enum(['expired', 'mismatch', 'no_document']),
})
export type Overruled = z.infer<typeof Overruled>

/** The lead's decision to let in those whose check did not pass (clause 9): everything that was overruled. */
export const Admission = z.strictObject({ overruled: z.array(Overruled).min(1).max(100) })
export type Admission = z.infer<typeof Admission>

/** Why the lead let them in: always said. */
export const AdmissionPersonal = z.strictObject({ reason: z.string().trim().min(1).max(1000) })
export type AdmissionPersonal = z.infer<typeof AdmissionPersonal>

/** Why a visitor steps out of the line and keeps the place in it. */
export const ParkGround = z.enum(['documents', 'needs', 'asked', 'other'])
export type ParkGround = z.infer<typeof ParkGround>

/** Why a visitor goes on to another line (clauses 16, 22). */
export const ForwardGround = z.enum(['competence', 'help', 'official_absent', 'asked', 'other'])
export type ForwardGround = z.infer<typeof ForwardGround>

/** The line a visitor goes on to: that of an official, or that of helpers and unit heads (null), there to one helper or to any. */
export const Forwarding = z
  .strictObject({
    officialId: z.string().max(80).nullable(),
    /** Entity of the helper (clause 16). */
    helper: EntityId.nullable(),
    ground: ForwardGround,
  })
  .refine(({ officialId, helper }) => officialId === null || helper === null, { path: ['helper'] })
export type Forwarding = z.infer<typeof Forwarding>

/** A reception that was held while there was no desk, as the sheet of the emergency pack has it. Instants are UTC, ISO. */
export const PaperReception = z
  .strictObject({
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime(),
    room: z.string().trim().min(1).max(40),
    result: ReceptionResult,
  })
  .refine(({ startedAt, finishedAt }) => startedAt <= finishedAt, { path: ['finishedAt'] })
export type PaperReception = z.infer<typeof PaperReception>

/** Why the end of a reception is taken back. */
export const UndoGround = z.enum(['mistake'])
export type UndoGround = z.infer<typeof UndoGround>

/** Why this visitor is called now, said in one line: never the category. */
export const CallReason = z.enum(['out_of_turn', 'promise', 'booked', 'arrival', 'recall', 'by_hand'])
export type CallReason = z.infer<typeof CallReason>

/** A call to a room. */
export const Call = z.strictObject({
  room: z.string().trim().min(1).max(40),
  reason: CallReason,
})
export type Call = z.infer<typeof Call>

/** Why a call is out of the order (`by_hand`): obligatory there, and nothing elsewhere. It may name a person. */
export const CallPersonal = z.strictObject({ note: z.string().trim().min(1).max(300) })
export type CallPersonal = z.infer<typeof CallPersonal>
