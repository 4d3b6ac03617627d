import { z } from 'zod'
import { Language } from '../application/model.ts'
import { EntityId } from '../change/action.ts'
import { DeskLetter, ProfileId } from '../office/model.ts'
import { Bilingual } from '../official/model.ts'
import { PlainDate } from '../time/plain-date.ts'

/**
 * Letters of the office: left without consideration (clause 5), to be put right and returned (rule 6), forwarded and the
 * applicant told of it (Code 65), request to a central body (18), notice of it (19), refusal of a body to take part (20),
 * date and time (29), reasoned refusal (14, 29), extension (30), a moved date (15), protocol sent (rule 37), the final reasoned
 * answer to the applicant (33), how an instruction stands meanwhile, what reminds its executor (32), materials demanded of a
 * unit or a body (31), the quarterly report (38; rules 40, 41).
 */
export const LETTER_KINDS = [
  'left',
  'correction',
  'returned',
  'forwarding',
  'forwarded_notice',
  'central_request',
  'request_notice',
  'body_refused',
  'appointment',
  'refusal',
  'extension',
  'moved',
  'protocol_sent',
  'final_answer',
  'interim_answer',
  'reminder',
  'materials_demand',
  'report_cover',
] as const
export const LetterKind = z.enum(LETTER_KINDS)
export type LetterKind = z.infer<typeof LetterKind>

/** Whom a letter of a kind goes to: letters to bodies go in both languages, those to the applicant in his own or both. */
export const GOES_TO = {
  left: 'applicant',
  correction: 'applicant',
  returned: 'applicant',
  forwarding: 'body',
  forwarded_notice: 'applicant',
  central_request: 'body',
  request_notice: 'applicant',
  body_refused: 'body',
  appointment: 'applicant',
  refusal: 'applicant',
  extension: 'applicant',
  moved: 'applicant',
  protocol_sent: 'applicant',
  final_answer: 'applicant',
  interim_answer: 'applicant',
  reminder: 'body',
  materials_demand: 'body',
  report_cover: 'body',
} as const satisfies Record<LetterKind, 'applicant' | 'body'>

/**
 * A paragraph in both languages. `{{name}}` and, for a date, `{{name|form}}` stand for facts; both languages carry the same
 * facts. An optional paragraph is left out where one of its facts is empty; elsewhere an empty fact stops the letter.
 */
export const TemplateParagraph = z.strictObject({
  kk: z.string().trim().min(1).max(4000),
  ru: z.string().trim().min(1).max(4000),
  optional: z.boolean(),
})
export type TemplateParagraph = z.infer<typeof TemplateParagraph>

/** The text of a kind of letter. The appeal clause is a paragraph like any other, and never optional where a kind needs it. */
export const LetterTemplate = z.strictObject({
  heading: z.strictObject({ kk: z.string().trim().max(300), ru: z.string().trim().max(300) }),
  paragraphs: z.array(TemplateParagraph).min(1).max(40),
})
export type LetterTemplate = z.infer<typeof LetterTemplate>

/** Number of an outgoing letter: index of the nomenclature, the desk's letter, serial of the year. Never used again. */
export const OutgoingNumber = z.strictObject({
  index: z.string().trim().min(1).max(20),
  letter: DeskLetter,
  suffix: z.int().min(10).max(99).nullable(),
  year: z.int().min(2000).max(9999),
  serial: z.int().min(1).max(999_999),
})
export type OutgoingNumber = z.infer<typeof OutgoingNumber>

/** Ways by which a letter reaches its addressee (Code art. 66). */
export const LetterChannel = z.enum(['post', 'by_hand', 'egov', 'email', 'sms', 'phone_message', 'eotinish'])
export type LetterChannel = z.infer<typeof LetterChannel>

/** Letters that answer no application: of them nobody is the applicant. */
export const WITHOUT_APPLICATION: readonly LetterKind[] = ['report_cover']

/** Letters that may answer one or none, as what they are about does. */
export const MAY_BE_WITHOUT_APPLICATION: readonly LetterKind[] = ['materials_demand']

/** What obliges a letter: the id of a decision's action, the key of a booking, an instruction, a protocol, a demand, or the version of a report it sends. */
export const About = z.string().min(1).max(120)

/** What of a letter is not personal. */
export const Letter = z.strictObject({
  kind: LetterKind,
  application: EntityId.nullable(),
  profile: ProfileId,
  /** Sheets it is made of: one language, or both with one number and date. */
  languages: z.array(Language).min(1).max(2),
  /** The template it was made from: the action that set it, or null for the product's own. */
  template: z.string().max(40).nullable(),
  /** What obliges it: a decision (id of its action) or a booking (`bookingKey`); null: written of one's own accord. */
  about: About.nullable(),
})
export type Letter = z.infer<typeof Letter>

const lines = (max: number) => z.array(z.string().trim().max(300)).max(max)

/** The text of a letter as it stands, by hand or from the template: sealed under the key of the person it is about. */
export const LetterPersonal = z.strictObject({
  /** The addressee as it stands on the sheet, inflected by hand. */
  addressee: z.strictObject({ kk: lines(6), ru: lines(6) }),
  heading: z.strictObject({ kk: z.string().trim().max(300), ru: z.string().trim().max(300) }),
  paragraphs: z
    .array(z.strictObject({ kk: z.string().trim().max(6000), ru: z.string().trim().max(6000) }))
    .min(1)
    .max(40),
  signer: z.strictObject({ position: Bilingual, name: Bilingual }),
  executor: z.strictObject({ name: z.string().trim().max(120), phone: z.string().trim().max(40) }),
  /** Sheets, copies, language of what is attached, as one line; empty: nothing is. */
  attachment: z.strictObject({ kk: z.string().trim().max(300), ru: z.string().trim().max(300) }),
})
export type LetterPersonal = z.infer<typeof LetterPersonal>

/** A letter on its way: when, by which channel, and what proves it or why it did not arrive. */
export const Dispatch = z.strictObject({ channel: LetterChannel, on: PlainDate })
export type Dispatch = z.infer<typeof Dispatch>

/** What an application keeps of its letters: which was signed off under which number, or was annulled after that. */
export const LetterNote = z.strictObject({
  letter: EntityId,
  kind: LetterKind,
  about: About.nullable(),
  number: OutgoingNumber,
  outcome: z.enum(['signed', 'annulled']),
})
export type LetterNote = z.infer<typeof LetterNote>
