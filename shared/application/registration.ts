import { z } from 'zod'
import { EntityId } from '../change/action.ts'
import { DeskLetter } from '../office/model.ts'
import { ReceptionMode } from '../schedule/model.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'
import { Code, Language, RowProblem } from './model.ts'

/** Random id of one press of a button: the same act sent twice is done once. */
export const RequestId = z.string().regex(/^[0-9a-z]{16}$/)
export type RequestId = z.infer<typeof RequestId>

/** The desk's own number of an application. Serials of a desk and year have gaps at most, and are never used again. */
export const RegistrationNumber = z.strictObject({
  letter: DeskLetter,
  /** Two digits that tell desks apart whose letter is not claimed on the office's server yet; null where it is. */
  suffix: z.int().min(10).max(99).nullable(),
  year: z.int().min(2000).max(9999),
  serial: z.int().min(1).max(999_999),
})
export type RegistrationNumber = z.infer<typeof RegistrationNumber>

/** Who applies. A legal entity comes by a natural person, who is the applicant's face. */
export const ApplicantKind = z.enum(['citizen', 'foreigner', 'stateless', 'legal_entity'])
export type ApplicantKind = z.infer<typeof ApplicantKind>

/** Why an application has no IIN (Code art. 63: "if any"). */
export const NoIin = z.enum(['none_issued', 'not_at_hand', 'not_given'])
export type NoIin = z.infer<typeof NoIin>

/** What the visitor needs at the reception. */
export const Need = z.enum(['interpreter', 'sign_language', 'wheelchair'])
export type Need = z.infer<typeof Need>

const text = (max: number) => z.string().trim().max(max)

/** What of a registration is not personal: codes, dates, marks. */
export const Registration = z.strictObject({
  channel: Code,
  /** Language of the reception and of all letters (clause 21). */
  language: Language,
  topic: Code.nullable(),
  subtopic: Code.nullable(),
  district: Code.nullable(),
  /** Whom the applicant wishes to see. */
  officialId: z.string().max(80).nullable(),
  applicant: ApplicantKind,
  noIin: NoIin.nullable(),
  needs: z.array(Need).max(3),
  /** People of a delegation, the applicant included; null: one person. A delegation is one application and one slot. */
  delegation: z.int().min(2).max(50).nullable(),
  /** Someone else than the person concerned stands at the desk. */
  represented: z.boolean(),
  /** Consents to be received the same day by a unit head (clause 3). */
  sameDay: z.boolean(),
  /** On what the processing of personal data rests: the Code itself, or a signed consent. */
  consent: z.enum(['code', 'written']),
  /** Registered afterwards from paper: when the application really came (clause 4). Null: as it stands. */
  catchUp: z.strictObject({ on: PlainDate, at: PlainTime }).nullable(),
  /** The working day as of which it is registered where it came outside working time; main says it. Null: the day itself. */
  asOf: PlainDate.nullable().default(null),
  /** Handed in during the reception of this visit (clause 25): "from personal reception". Null: not so. */
  atReception: EntityId.nullable().default(null),
  /** Findings that stood when it was saved, shown to the clerk: never personal. */
  findings: z.array(RowProblem).max(40),
})
export type Registration = z.infer<typeof Registration>

/** A person beside the applicant: a member of a delegation. */
export const Member = z.strictObject({ surname: text(100), given: text(100), patronymic: text(100), iin: text(20) })
export type Member = z.infer<typeof Member>

/** On whose behalf the applicant acts: a person or an organisation. */
export const Principal = z.strictObject({
  surname: text(100),
  given: text(100),
  patronymic: text(100),
  iin: text(20),
  organisation: text(300),
  bin: text(20),
})
export type Principal = z.infer<typeof Principal>

/** The document that proves the authority to act for another (clause 9; АППК/ӘРПК 68). */
export const Powers = z.strictObject({
  /** Code of the directory `powers`. */
  document: Code,
  number: text(60),
  issuer: text(200),
  issued: PlainDate.nullable(),
  validTo: PlainDate.nullable(),
  scope: text(500),
})
export type Powers = z.infer<typeof Powers>

/** An attached paper as a line of a list; the file, where there is one, is `application.paper_attached`. */
export const Paper = z.strictObject({
  title: text(200),
  pages: z.int().min(1).max(9999),
  kind: z.enum(['original', 'copy']),
})
export type Paper = z.infer<typeof Paper>

/** What of a registration is personal: sealed under the subject's own key. Category is health data and stands here. */
export const RegistrationPersonal = z.strictObject({
  surname: text(100),
  given: text(100),
  patronymic: text(100),
  iin: text(20),
  organisation: text(300),
  bin: text(20),
  /** Post of the one who speaks for a legal entity. */
  position: text(200),
  /** `+7` and ten digits, or what was typed where it could not be read, or empty. */
  phone: text(40),
  address: text(300),
  /** Country of a foreigner, as said. */
  country: text(100),
  category: Code.nullable(),
  /** The document of the category was shown. Never demanded of a pregnant woman (clause 11). */
  proofSeen: z.boolean(),
  essence: text(4000),
  eotinish: text(60),
  interpreterLanguage: text(60),
  members: z.array(Member).max(49),
  principal: Principal.nullable(),
  powers: Powers.nullable(),
  papers: z.array(Paper).max(50),
})
export type RegistrationPersonal = z.infer<typeof RegistrationPersonal>

/** What the applicant agreed to (clause 12, KZ-2026 rules 26 and 27). */
export const BookingConsent = z.enum(['video', 'other_official', 'other_day'])
export type BookingConsent = z.infer<typeof BookingConsent>

/** Why a time was given by hand, out of the order of application (clause 28). */
export const HandReason = z.enum(['asked', 'distance', 'health', 'together', 'official_said', 'other'])
export type HandReason = z.infer<typeof HandReason>

/** When and before whom the applicant is to be received. */
export const Booking = z.strictObject({
  officialId: z.string().max(80),
  date: PlainDate,
  time: PlainTime.nullable(),
  /** Id of the reception in the schedule; null: a day that no schedule names. */
  reception: z.string().max(80).nullable().default(null),
  mode: ReceptionMode.default('in_person'),
  agreed: z.array(BookingConsent).max(3).default([]),
  /** Null: in the order of application. */
  hand: HandReason.nullable().default(null),
  /** Key of the absence or restriction because of which it was moved here; null: of none. */
  because: z.string().max(80).nullable().default(null),
})
export type Booking = z.infer<typeof Booking>

/** What tells one time of reception from another. */
type BookedTime = Pick<Booking, 'officialId' | 'date' | 'time'>

/** The key of a time with an official, which one application may have at once; null for a day without a time. */
export function slotOf({ officialId, date, time }: BookedTime): string | null {
  return time === null ? null : `${officialId}:${date}:${time}`
}

/** A booking told apart from others of its application, with or without a time; one by video from one in person. */
export function bookingKey({ officialId, date, time, mode }: BookedTime & Partial<Pick<Booking, 'mode'>>): string {
  return `${officialId}:${date}:${time ?? ''}${mode === 'video' ? ':video' : ''}`
}

/** The day a booking's key names; null where it is none. */
export function dayOfBooking(key: string): PlainDate | null {
  return PlainDate.safeParse(/:(\d{4}-\d{2}-\d{2}):/.exec(key)?.[1]).data ?? null
}

/** Why a registration was put right. */
export const CorrectionGround = z.enum(['typing', 'applicant_told', 'document_shown', 'other'])
export type CorrectionGround = z.infer<typeof CorrectionGround>

/** Shapes of a talon: two ticket papers as a bitmap, three sheets. */
export const TalonShape = z.enum(['58mm', '80mm', 'A6', 'A5', 'A4'])
export type TalonShape = z.infer<typeof TalonShape>

/** Why a talon is printed once more. */
export const ReprintReason = z.enum(['lost', 'damaged', 'paper_jam', 'not_printed', 'corrected'])
export type ReprintReason = z.infer<typeof ReprintReason>
