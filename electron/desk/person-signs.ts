import { parseIin } from '#shared/applicant/iin.ts'
import { baseName } from '#shared/applicant/person-name.ts'
import { parsePhone } from '#shared/applicant/phone.ts'
import type { EntityId, SubjectId } from '#shared/change/action.ts'
import { fold } from '#shared/text/fold.ts'
import type { OpenDesk } from './open-desk.ts'

/** By what a person is recognised in what was typed. */
export interface PersonSigns {
  readonly subject: SubjectId
  /** Whether a valid IIN is the person's. */
  readonly isIin: (iin: string) => boolean
  readonly phones: ReadonlySet<string>
  /** Surname and given name in any spelling. */
  readonly names: ReadonlySet<string>
}

type Fields = Readonly<Record<string, unknown>>

/** The signs of a person who is not erased yet: what `entity` says of them, and the IIN they are found by. */
export async function signsOf(
  { journal, keyring, keys }: OpenDesk,
  subject: SubjectId,
  entity: EntityId,
): Promise<PersonSigns> {
  const own = (await journal.actionsOf(entity)).filter(({ personal }) => personal?.subject === subject)
  const said = own.map(({ personal }): Fields => ({ ...personal?.value }))
  const iins = new Set(said.flatMap(iinOf))
  return {
    subject,
    isIin: iin => iins.has(iin) || keyring.findByTag(keys.tagOf('iin', iin)) === subject,
    phones: new Set(said.flatMap(phoneOf)),
    names: new Set(said.flatMap(nameOf)),
  }
}

/** Whether a draft speaks of the person, be it as the applicant, a member of a delegation or the one acted for. */
export function isNamedIn(draft: string | null, signs: PersonSigns): boolean {
  if (draft === null) return false
  try {
    return speaksOf(JSON.parse(draft), signs)
  } catch {
    return false
  }
}

function speaksOf(said: unknown, signs: PersonSigns): boolean {
  if (typeof said !== 'object' || said === null) return said === signs.subject
  const fields: Fields = { ...said }
  return isPerson(fields, signs) || Object.values(fields).some(value => speaksOf(value, signs))
}

/** Where there is an IIN it alone decides: a namesake, or who lives under the same phone, is another person. */
function isPerson(fields: Fields, signs: PersonSigns): boolean {
  const [iin] = iinOf(fields)
  if (iin !== undefined) return signs.isIin(iin)
  return phoneOf(fields).some(phone => signs.phones.has(phone)) || nameOf(fields).some(name => signs.names.has(name))
}

function iinOf({ iin }: Fields): string[] {
  const parsed = parseIin(textOf(iin))
  return parsed.ok ? [parsed.value] : []
}

function phoneOf({ phone }: Fields): string[] {
  const parsed = parsePhone(textOf(phone))
  return parsed.ok ? [parsed.value] : []
}

/** Of a surname alone nobody can tell whose it is. */
function nameOf({ surname, given }: Fields): string[] {
  const parts = [surname, given].map(part => fold(baseName(textOf(part))))
  return parts.every(part => part !== '') ? [parts.join(' ')] : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
