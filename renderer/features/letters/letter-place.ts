import { type EntityId, entityId } from '#shared/change/action.ts'
import { LetterKind } from '#shared/letter/model.ts'
import { addressOf } from '../../app/route.ts'
import { newRequestId } from '../../components/request-id.ts'

/** What of letters the screen shows. */
export const TABS = ['send', 'register', 'templates'] as const
export type Tab = (typeof TABS)[number]

/** A letter that is open: a new one is told by its application, its kind and what it is about. */
export interface LetterPlace {
  readonly id: EntityId
  readonly application: EntityId | null
  readonly kind: LetterKind | null
  readonly about: string | null
}

/** The address of a letter that stands. */
export function addressOfLetter(id: EntityId): string {
  return addressOf('letters', { letter: keyIn(id) })
}

/** The address of a new letter. Its key is made now, so that a page that is loaded again goes on in the same letter. */
export function addressOfNew(application: EntityId, kind: LetterKind, about: string | null): string {
  const of = { letter: newRequestId(), of: keyIn(application), kind }
  return addressOf('letters', about === null ? of : { ...of, about })
}

/** The address of a new letter that sends a version of a report. */
export function addressOfNewCover(about: string): string {
  return addressOf('letters', { letter: newRequestId(), kind: 'report_cover', about })
}

/** The address of a new letter by which materials are demanded; of an application, or of none. */
export function addressOfNewDemand(application: EntityId | null, demand: EntityId): string {
  if (application !== null) return addressOfNew(application, 'materials_demand', demand)
  return addressOf('letters', { letter: newRequestId(), kind: 'materials_demand', about: demand })
}

/** The letter an address names; null where it names none. */
export function placeOf(narrowed: Readonly<Record<string, string>>): LetterPlace | null {
  const { letter, of, kind, about } = narrowed
  if (letter === undefined || !/^[0-9a-z]{16}$/.test(letter)) return null
  const isKey = of !== undefined && /^[0-9A-Za-z_-]{1,80}$/.test(of)
  return {
    id: entityId('letter', letter),
    application: isKey ? entityId('application', of) : null,
    kind: LetterKind.safeParse(kind).data ?? null,
    about: about ?? null,
  }
}

/** The name what is typed of a letter is kept under; it names the application, so that an erasure finds it. */
export function draftNameOf(application: EntityId, letter: EntityId): string {
  return `letter.${keyIn(application)}.${keyIn(letter)}`
}

/** The name what is typed of a letter about nobody is kept under. */
export function draftNameOfNobody(letter: EntityId): string {
  return `letter.report.${keyIn(letter)}`
}

function keyIn(id: EntityId): string {
  return id.slice(id.indexOf(':') + 1)
}
