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
  isChecked: z.boolean().catch(true),
  checked: CheckResult.catch('matched'),
  document: text,
  number: text,
  comment: text,
  isHeld: z.boolean().catch(false),
  held: HeldForm.catch({ room: '', started: '', finished: '', result: '' }),
})
export type EntryForm = z.infer<typeof EntryForm>

export const NOT_HELD: HeldForm = { room: '', started: '', finished: '', result: '' }

/** A field with the sentence of what is wrong with it. */
export type EntryField =
  | 'serial'
  | 'day'
  | 'came'
  | 'application'
  | 'surname'
  | 'iin'
  | 'essence'
  | 'number'
  | 'document'
  | 'comment'
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
    document: 'id_card',
    day: before?.day ?? given.day,
    language: before?.language ?? given.language,
    isHeld: before?.isHeld ?? true,
    held,
  })
}

/** The register form that says what the sheet does; the rest is put in afterwards, as findings tell. */
export function registerFormOf(form: EntryForm): RegisterForm {
  const { surname, given, patronymic, iin, phone, essence, language, official } = form
  return {
    ...emptyForm('oral', language),
    ...{ surname, given, patronymic, iin, phone, essence, official },
    noIin: iin.trim() === '' ? 'not_at_hand' : '',
    late: true,
    lateOn: form.day,
    lateAt: form.came,
  }
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
