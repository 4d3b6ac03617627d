import { z } from 'zod'
import { Language } from '../application/model.ts'
import { numberText } from '../application/number.ts'
import type { RegistrationNumber } from '../application/registration.ts'
import { findEntry } from '../directory/find.ts'
import type { Directories } from '../directory/model.ts'
import type { Executor } from '../instruction/model.ts'
import type { Office } from '../office/model.ts'
import { Bilingual } from '../official/model.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'
import { protocolNumberText } from './number.ts'
import { actionOf } from './rules.ts'
import type { ProtocolState } from './transitions.ts'

const line = z.string().max(800)
const words = z.string().max(8000)

/** The application a protocol is attached to. */
const Reference = z.strictObject({ number: z.string().max(60), on: PlainDate })

/** A protocol as paper, preview and DOCX show it, in the language of the applicant (annex 2 of the rules of 2026; clause 23). */
export const ProtocolSheetData = z.strictObject({
  language: Language,
  /** Not signed: the sheet says so, and has no number. */
  draft: z.boolean(),
  annulled: z.boolean(),
  /** The form is that of annex 2, and says so; under an act without a form it does not. */
  annex: z.boolean(),
  office: Bilingual,
  number: z.string().max(60),
  signedOn: PlainDate.nullable(),
  /** The application it is attached to. */
  reference: Reference.nullable(),
  place: line,
  on: PlainDate,
  from: PlainTime.nullable(),
  to: PlainTime.nullable(),
  official: line,
  secretary: line,
  participants: z.array(line).max(61),
  applicant: line,
  /** The other participants of a joint protocol, each with their application. */
  joint: z.array(z.strictObject({ applicant: line, reference: Reference.nullable() })).max(60),
  essence: words,
  said: words,
  decision: words,
  instructions: z.array(z.strictObject({ action: z.string().max(4000), executor: line, dueOn: PlainDate })).max(30),
  note: words,
  media: z.strictObject({ kind: z.enum(['audio', 'video']), reference: line }).nullable(),
})
export type ProtocolSheetData = z.infer<typeof ProtocolSheetData>

/** What an executor gets: what to do, by when, of which protocol; of the applicant no more than the number of the application. */
export const SlipData = z.strictObject({
  language: Language,
  draft: z.boolean(),
  annex: z.boolean(),
  office: Bilingual,
  number: z.string().max(60),
  signedOn: PlainDate.nullable(),
  reference: z.string().max(60),
  executor: line,
  action: z.string().max(4000),
  dueOn: PlainDate,
  /** Who gave it, as the protocol names them. */
  official: line,
})
export type SlipData = z.infer<typeof SlipData>

/** What sheets of a protocol take beside it. */
export interface SheetSources {
  readonly office: Pick<Office, 'name'>
  readonly directories: Pick<Directories, 'body'>
  /** The application, where it is registered at a desk. */
  readonly registered: { readonly number: RegistrationNumber; readonly on: PlainDate } | null
}

/** The sheet of a protocol; null where its words are gone with the person, or nothing was written yet. */
export function protocolSheet(
  { status, protocol, personal, signed }: Pick<ProtocolState, 'status' | 'protocol' | 'personal' | 'signed'>,
  { office, directories, registered }: SheetSources,
): ProtocolSheetData | null {
  if (protocol === null || personal === null) return null
  const { language, profile, participants, media } = protocol
  const { essence, said, decision, note, applicant, others } = personal
  const bodyName = (code: string | null) => nameOfBody(code, directories, language)
  const invited = participants.map(({ who, body }) => lineOf([who, bodyName(body)]))
  return {
    language,
    draft: signed === null,
    annulled: status === 'annulled',
    annex: profile === 'KZ-2026',
    office: office.name,
    number: signed === null ? '' : protocolNumberText(signed.number),
    signedOn: signed?.on ?? null,
    reference: registered === null ? null : { number: numberText(registered.number), on: registered.on },
    place: protocol.place,
    on: protocol.on,
    from: protocol.from,
    to: protocol.to,
    official: protocol.official,
    secretary: protocol.secretary,
    participants: [...invited, ...others.split('\n')]
      .map(one => one.trim())
      .filter(one => one !== '')
      .slice(0, 61),
    applicant,
    joint: [],
    essence,
    said,
    decision,
    instructions: protocol.instructions.map(({ key, executor, dueOn }) => ({
      action: actionOf(personal, key),
      executor: executorText(executor, directories, language),
      dueOn,
    })),
    note,
    media,
  }
}

/** The slips of a protocol, one for each of its instructions. */
export function slipsOf({
  language,
  draft,
  annex,
  office,
  number,
  signedOn,
  reference,
  official,
  instructions,
}: ProtocolSheetData): SlipData[] {
  return instructions.map(one => ({
    ...{ language, draft, annex, office, number, signedOn, official },
    reference: reference?.number ?? '',
    ...one,
  }))
}

/** An executor as papers name them: the name, then the post or unit, then the body. */
export function executorText(
  { who, unit, body }: Executor,
  directories: Pick<Directories, 'body'>,
  language: Language,
): string {
  return lineOf([who, unit, nameOfBody(body, directories, language)])
}

function nameOfBody(code: string | null, { body }: Pick<Directories, 'body'>, language: Language): string {
  return code === null ? '' : (findEntry(body, code)?.[language] ?? code)
}

function lineOf(parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(', ')
}
