import { z } from 'zod'
import { Language } from '../application/model.ts'
import { numberText } from '../application/number.ts'
import type { RegistrationNumber } from '../application/registration.ts'
import type { Office } from '../office/model.ts'
import { Bilingual } from '../official/model.ts'
import { PlainDate } from '../time/plain-date.ts'
import { outgoingText } from './number.ts'
import type { LetterState } from './transitions.ts'

/** One sheet of a letter, in one language: what it says and in which state it is. Paper, preview and DOCX are made of it alone. */
export const LetterSheetData = z.strictObject({
  language: Language,
  /** Not signed off: the sheet says so. */
  draft: z.boolean(),
  office: z.strictObject({ name: Bilingual, address: Bilingual, phone: z.string().max(40) }),
  /** Outgoing number; empty on a draft. */
  number: z.string().max(60),
  on: PlainDate.nullable(),
  /** The application it answers. */
  reference: z.strictObject({ number: z.string().max(60), on: PlainDate }).nullable(),
  addressee: z.array(z.string().max(300)).max(6),
  heading: z.string().max(300),
  paragraphs: z.array(z.string().max(6000)).max(40),
  signer: z.strictObject({ position: z.string().max(400), name: z.string().max(400) }),
  executor: z.strictObject({ name: z.string().max(120), phone: z.string().max(40) }),
  attachment: z.string().max(300),
})
export type LetterSheetData = z.infer<typeof LetterSheetData>

/** The application a letter answers, as its sheets name it. */
export interface Answered {
  readonly number: RegistrationNumber
  readonly on: PlainDate
}

/** The sheet of a letter in one of its languages; null where its text is gone with the person. */
export function letterSheet(
  { status, personal, signed }: Pick<LetterState, 'status' | 'personal' | 'signed'>,
  language: Language,
  office: Pick<Office, 'name' | 'address' | 'phone'>,
  answered: Answered | null,
): LetterSheetData | null {
  if (personal === null) return null
  const { name, address, phone } = office
  const { position, name: signerName } = personal.signer
  return {
    language,
    draft: status === 'drafted' || signed === null,
    office: { name, address, phone },
    number: signed === null ? '' : outgoingText(signed.number),
    on: signed?.on ?? null,
    reference: answered === null ? null : { number: numberText(answered.number), on: answered.on },
    addressee: personal.addressee[language].filter(line => line !== ''),
    heading: personal.heading[language],
    paragraphs: personal.paragraphs.map(one => one[language]).filter(text => text !== ''),
    signer: { position: position[language], name: signerName[language] },
    executor: personal.executor,
    attachment: personal.attachment[language],
  }
}
