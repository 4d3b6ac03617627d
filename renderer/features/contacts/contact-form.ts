import { z } from 'zod'
import { parsePhone } from '#shared/applicant/phone.ts'
import { RequestId } from '#shared/application/registration.ts'
import { type Contact, ContactPersonal } from '#shared/contact/model.ts'

/** What one call is recorded as by the key alone. */
export const CALL_CHANNEL = 'call_centre'
/** How somebody comes who stands before the clerk. */
export const ORAL_CHANNEL = 'oral'

const Typed = z.string().catch('')

/** A contact as its form holds it. Empty texts: nothing was said. */
export const ContactForm = z.object({
  channel: z.string().min(1).catch(CALL_CHANNEL),
  consultation: z.boolean().catch(false),
  declinedBooking: z.boolean().catch(false),
  topic: Typed,
  subtopic: Typed,
  district: Typed,
  language: z.enum(['', 'kk', 'ru']).catch(''),
  advisedBy: Typed,
  phoneConsent: z.boolean().catch(false),
  surname: Typed,
  given: Typed,
  patronymic: Typed,
  phone: Typed,
  note: Typed,
})
export type ContactForm = z.infer<typeof ContactForm>

/** A contact being typed. The request makes the same contact saved once, however often a key is pressed. */
const Draft = z.object({ request: RequestId, form: ContactForm })
export type ContactDraft = z.infer<typeof Draft>

/** What is recorded of a contact, and what is kept of the person. */
export interface ContactValues {
  readonly contact: Contact
  readonly personal: ContactPersonal | null
}

/** A contact nobody has typed in yet: by whom it is advised is known, the rest is not. */
export function emptyContact(channel: string, user: string): ContactForm {
  return ContactForm.parse({ channel, advisedBy: user })
}

/** What the form says. Without the consent to be phoned only the note is kept (clause 36). */
export function contactOf(form: ContactForm): ContactValues {
  const orNull = (text: string) => (text === '' ? null : text)
  const { channel, consultation, declinedBooking, phoneConsent, language } = form
  const person = (text: string) => (phoneConsent ? text.trim() : '')
  const personal = {
    surname: person(form.surname),
    given: person(form.given),
    patronymic: person(form.patronymic),
    phone: person(form.phone),
    note: form.note.trim(),
  }
  return {
    contact: {
      channel,
      consultation,
      declinedBooking,
      topic: orNull(form.topic),
      subtopic: form.topic === '' ? null : orNull(form.subtopic),
      district: orNull(form.district),
      language: language === '' ? null : language,
      advisedBy: orNull(form.advisedBy),
      phoneConsent,
    },
    personal: Object.values(personal).every(text => text === '') ? null : ContactPersonal.parse(personal),
  }
}

/** The form of a contact that was recorded, to put it in detail. */
export function formOfContact({ contact, personal }: ContactValues): ContactForm {
  return ContactForm.parse({
    ...contact,
    ...personal,
    topic: contact.topic ?? '',
    subtopic: contact.subtopic ?? '',
    district: contact.district ?? '',
    language: contact.language ?? '',
    advisedBy: contact.advisedBy ?? '',
  })
}

/** Why the form cannot be saved: a consent to be phoned is worth nothing without a number. */
export function faultOfPhone({ phoneConsent, phone }: ContactForm): 'missing' | 'unreadable' | null {
  if (!phoneConsent) return null
  if (phone.trim() === '') return 'missing'
  return parsePhone(phone).ok ? null : 'unreadable'
}

/** Whether anything was typed beside what stands there from the beginning. */
export function isBegun(form: ContactForm): boolean {
  const blank = emptyContact(form.channel, form.advisedBy)
  return JSON.stringify(ContactForm.parse(form)) !== JSON.stringify(blank)
}

/** A half-typed contact as main keeps it, sealed. */
export function encodeDraft(draft: ContactDraft): string {
  return JSON.stringify(draft)
}

/** What was left half-typed; null where there is nothing, or nothing that can be read. */
export function decodeDraft(text: string | null): ContactDraft | null {
  try {
    const draft = Draft.safeParse(JSON.parse(text ?? 'null'))
    return draft.success && isBegun(draft.data.form) ? draft.data : null
  } catch {
    return null
  }
}
