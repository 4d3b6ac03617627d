import { z } from 'zod'
import { Code, Language } from '../application/model.ts'

/** What became of a contact that is not an application: advice was given, a booking was declined, or both; or only a call. */
export const Contact = z.strictObject({
  channel: Code,
  /** A consultation was given. */
  consultation: z.boolean(),
  /** The person declined to be booked for a reception (clause 36: they may be asked in the survey). */
  declinedBooking: z.boolean(),
  topic: Code.nullable(),
  subtopic: Code.nullable(),
  district: Code.nullable(),
  language: Language.nullable(),
  /** Id of the person at the desk who advised; null: someone else, named in the note. */
  advisedBy: z.string().max(40).nullable(),
  /** Consents to be phoned later: only then a name and a phone are kept. */
  phoneConsent: z.boolean(),
})
export type Contact = z.infer<typeof Contact>

/** Kept only with the consent to be phoned, or where a note is needed. */
export const ContactPersonal = z.strictObject({
  surname: z.string().trim().max(100),
  given: z.string().trim().max(100),
  patronymic: z.string().trim().max(100),
  phone: z.string().trim().max(40),
  note: z.string().trim().max(1000),
})
export type ContactPersonal = z.infer<typeof ContactPersonal>
