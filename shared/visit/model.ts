import { z } from 'zod'
import { Code, Language } from '../application/model.ts'
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
})
export type CheckIn = z.infer<typeof CheckIn>

/** How the document agreed with the person. */
export const CheckResult = z.enum(['matched', 'mismatch', 'no_document'])
export type CheckResult = z.infer<typeof CheckResult>

/** State of the document that proves the authority: not needed, shown and in force, expired, or not shown. */
export const PowersShown = z.enum(['not_needed', 'shown', 'expired', 'missing'])
export type PowersShown = z.infer<typeof PowersShown>

/** What of an identity check is not personal (clause 9). */
export const IdentityCheck = z.strictObject({
  result: CheckResult,
  /** Code of the directory `document`; null where none was shown. */
  document: Code.nullable(),
  /** Past its term on the day: warned of, and a comment is obligatory. */
  expired: z.boolean(),
  /** Shown on a screen as a digital document. */
  digital: z.boolean(),
  powers: PowersShown,
})
export type IdentityCheck = z.infer<typeof IdentityCheck>

/** What of an identity check is personal: the number with all but its last three characters masked, never an image. */
export const IdentityCheckPersonal = z.strictObject({
  number: z.string().trim().max(60),
  issuer: z.string().trim().max(200),
  validTo: PlainDate.nullable(),
  powersNumber: z.string().trim().max(60),
  powersValidTo: PlainDate.nullable(),
  comment: z.string().trim().max(1000),
})
export type IdentityCheckPersonal = z.infer<typeof IdentityCheckPersonal>

/** Why this visitor is called now, said in one line: never the category. */
export const CallReason = z.enum(['out_of_turn', 'booked', 'arrival', 'recall', 'by_hand'])
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
