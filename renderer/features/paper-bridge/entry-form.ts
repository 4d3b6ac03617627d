import { z } from 'zod'
import { Language, ReceptionResult } from '#shared/application/model.ts'
import { RequestId } from '#shared/application/registration.ts'
import type { PaperFault } from '#shared/pack/entry.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { CheckResult } from '#shared/visit/model.ts'
import { emptyForm, type RegisterForm } from '../register/register-form.ts'

const text = z.string().catch('')

/** A reception as it is typed off the register sheet. */
export const HeldForm = z.object({
  room: text,
  started: text,
  finished: text,
  result: z.union([ReceptionResult, z.literal('')]).catch(''),
})
export type HeldForm = z.infer<typeof HeldForm>

/** What the sheet says of a document: as a check at the desk, and that its term was over. */
export const PaperCheck = z.enum([...CheckResult.options, 'expired'])
export type PaperCheck = z.infer<typeof PaperCheck>

/** The check of one person as it is typed off the sheet; `checked` is empty where nothing is written. */
export const CheckForm = z.object({
  checked: z.union([PaperCheck, z.literal('')]).catch('matched'),
  document: z.string().catch('id_card'),
  number: text,
  comment: text,
})
export type CheckForm = z.infer<typeof CheckForm>

/** Somebody beside the applicant: the name of one who was registered before stands at the application. */
const MemberForm = CheckForm.extend({ surname: text, given: text })
export type MemberForm = z.infer<typeof MemberForm>

/** A line of the register as it is typed; what a damaged draft lacks is empty. */
export const EntryForm = z.object({
  /** Of the press that saves it: it stays until it is saved, also over a power failure. */
  request: RequestId,
  serial: text,
  day: text,
  came: text,
  /** Id of an application that was registered before; empty: it is registered now. */
  application: text,
  isKnown: z.boolean().catch(false),
  surname: text,
  given: text,
  patronymic: text,
  iin: text,
  phone: text,
  language: Language.catch('kk'),
  official: text,
  essence: text,
  /** How many came, the applicant included. */
  people: text,
  check: CheckForm.catch(CheckForm.parse({})),
  members: z.array(MemberForm).catch([]),
  /** Why the lead let in whoever did not pass. */
  reason: text,
  isHeld: z.boolean().catch(false),
  held: HeldForm.catch({ room: '', started: '', finished: '', result: '' }),
})
export type EntryForm = z.infer<typeof EntryForm>

export const NOT_HELD: HeldForm = { room: '', started: '', finished: '', result: '' }

/** A field of a check. */
export type CheckField = 'number' | 'document' | 'comment'

/** A field with the sentence of what is wrong with it. */
export type EntryField =
  | 'serial'
  | 'day'
  | 'came'
  | 'application'
  | 'surname'
  | 'iin'
  | 'essence'
  | 'people'
  | 'reason'
  | CheckField
  | `members.${number}.${CheckField | 'surname'}`
  | 'room'
  | 'started'
  | 'finished'
  | 'result'

/** Where a fault of the talon stands in the form. */
export const FIELD_OF_PAPER: Readonly<Record<PaperFault['field'], EntryField>> = {
  serial: 'serial',
  at: 'came',
  startedAt: 'started',
  finishedAt: 'finished',
}

/** Where a finding of the registration stands in the form; another is settled at the application itself. */
export const FIELD_OF_FINDING: Readonly<Record<string, EntryField>> = {
  surname: 'surname',
  iin: 'iin',
  essence: 'essence',
  delegation: 'people',
  lateOn: 'day',
  lateAt: 'came',
}

/** A new line: the day, the room and the language of the one before, since sheets are entered one after another. */
export function nextEntry(
  before: EntryForm | null,
  given: Pick<EntryForm, 'request' | 'serial' | 'language'> & { readonly day: string },
): EntryForm {
  const held = { ...NOT_HELD, room: before?.held.room ?? '' }
  return EntryForm.parse({
    ...given,
    people: '1',
    day: before?.day ?? given.day,
    language: before?.language ?? given.language,
    isHeld: before?.isHeld ?? true,
    held,
  })
}

/** The register form that says what the sheet does; the rest is put in afterwards, as findings tell. */
export function registerFormOf(form: EntryForm): RegisterForm {
  const { surname, given, patronymic, iin, phone, essence, language, official } = form
  const members = membersTyped(form, typedPeople(form.people))
  return {
    ...emptyForm('oral', language),
    ...{ surname, given, patronymic, iin, phone, essence, official },
    noIin: iin.trim() === '' ? 'not_at_hand' : '',
    late: true,
    lateOn: form.day,
    lateAt: form.came,
    delegated: members.length > 0,
    delegation: form.people,
    members: members.map(one => ({ surname: one.surname, given: one.given, patronymic: '', iin: '' })),
  }
}

/** How many came, by what was typed: nothing is one; null where it is no number of 1 to 50. */
export function typedPeople(typed: string): number | null {
  const count = typed.trim() === '' ? 1 : Number(/^\d{1,2}$/.exec(typed.trim())?.[0] ?? Number.NaN)
  return count >= 1 && count <= 50 ? count : null
}

/** Those beside the applicant as they are typed: of whom nothing is typed yet, the usual check. */
export function membersTyped({ members }: Pick<EntryForm, 'members'>, people: number | null): MemberForm[] {
  return Array.from({ length: (people ?? 1) - 1 }, (_, place) => members[place] ?? MemberForm.parse({}))
}

/** The serial that was typed: with the letter of the desk or without; null where it is none. */
export function typedSerial(typed: string): number | null {
  const [, digits] = /^(?:\D{0,3}[-\s]?)(\d{4})$/.exec(typed.trim()) ?? []
  return digits === undefined ? null : Number(digits)
}

/** A date as it is typed here. */
export function typedDay(date: PlainDate): string {
  return date.split('-').reverse().join('.')
}

/** What a draft holds; null where nothing of it can be read. */
export function entryOfDraft(value: string | null): EntryForm | null {
  if (value === null) return null
  try {
    return EntryForm.safeParse(JSON.parse(value)).data ?? null
  } catch {
    return null
  }
}
