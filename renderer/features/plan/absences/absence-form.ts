import { Absence, type AbsenceGround, type Missing } from '#shared/absence/model.ts'
import type { Official } from '#shared/official/model.ts'
import { Restriction } from '#shared/restriction/model.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { typedDate } from '../../../components/typed-date.ts'
import type { LocaleKey } from '../../../i18n/keys.ts'

/** An absence as its form holds it: days as they are typed, day first. */
export interface AbsenceFields {
  readonly kind: Missing['kind']
  readonly official: string
  readonly room: string
  readonly link: string
  readonly from: string
  readonly to: string
  readonly ground: AbsenceGround
  readonly toldOn: string
  /** Empty: nobody acts. */
  readonly acting: string
  readonly note: string
}

/** A restriction as its form holds it; `to` empty: until it is lifted. */
export interface RestrictionFields {
  readonly from: string
  readonly to: string
  readonly ground: Restriction['ground']
  readonly act: string
}

/** What is wrong with a form, by field. */
export type Faults<Fields> = Readonly<Partial<Record<keyof Fields, LocaleKey>>>

/** Grounds that make sense of an official, a room and a link (clause 15). */
export const GROUNDS: Readonly<Record<Missing['kind'], readonly [AbsenceGround, ...AbsenceGround[]]>> = {
  official: ['illness', 'trip', 'leave', 'other'],
  room: ['fault', 'taken', 'other'],
  link: ['fault', 'taken', 'other'],
}

/** Grounds of a restriction (clause 13, KZ-2026 rule 25). */
export const RESTRICTION_GROUNDS = ['emergency', 'pandemic', 'safety'] as const

/** A day as forms hold it. */
export function typedForm(date: PlainDate): string {
  return date.split('-').toReversed().join('.')
}

/** The absence of an official from today on, told today. */
export function newAbsence(officials: readonly Official[], today: PlainDate): AbsenceFields {
  const day = typedForm(today)
  const [first] = officials
  const told = { from: day, to: day, toldOn: day, ground: 'illness' as const, note: '' }
  return { kind: 'official', official: first?.id ?? '', room: '', link: '', acting: actingFirst(first), ...told }
}

/** The form of an absence that stands. */
export function fieldsOfAbsence({ missing, from, to, ground, toldOn, acting, note }: Absence): AbsenceFields {
  return {
    kind: missing.kind,
    official: missing.kind === 'official' ? missing.id : '',
    room: missing.kind === 'room' ? missing.room : '',
    link: missing.kind === 'link' ? missing.link : '',
    from: typedForm(from),
    to: typedForm(to),
    toldOn: typedForm(toldOn),
    acting: acting ?? '',
    ...{ ground, note },
  }
}

/** Who acts for an official, if nothing else is said: the first named in the directory. */
export function actingFirst(official: Official | undefined): string {
  return official?.substitutes[0] ?? ''
}

/** Whom to choose from to act for an official: those the directory names first, then the others. */
export function actingChoices(officialId: string, officials: readonly Official[]): Official[] {
  const named = officials.find(({ id }) => id === officialId)?.substitutes ?? []
  const placeOf = ({ id }: Official) => (named.includes(id) ? named.indexOf(id) : named.length)
  return officials.filter(({ id }) => id !== officialId).toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** What is wrong with the form of an absence. */
export function absenceFaults(fields: AbsenceFields, today: PlainDate): Faults<AbsenceFields> {
  const toldOn = typedDate(fields.toldOn)
  return {
    ...daysFaults(fields),
    ...(fields[fields.kind].trim() === '' ? { [fields.kind]: 'form.needed' as const } : {}),
    ...(toldOn === null ? { toldOn: 'finding.date_unreadable' as const } : {}),
    ...(toldOn !== null && toldOn > today ? { toldOn: 'absence.fault.told_ahead' as const } : {}),
  }
}

/** The absence a form says; null while something is wrong with it. */
export function findAbsence(fields: AbsenceFields, today: PlainDate): Absence | null {
  if (Object.keys(absenceFaults(fields, today)).length > 0) return null
  const { kind, official, room, link, ground, acting, note } = fields
  const missing = kind === 'official' ? { kind, id: official } : kind === 'room' ? { kind, room } : { kind, link }
  const days = { from: typedDate(fields.from), to: typedDate(fields.to), toldOn: typedDate(fields.toldOn) }
  const actor = kind === 'official' && acting !== '' ? acting : null
  return Absence.safeParse({ missing, ...days, ground, acting: actor, note }).data ?? null
}

/** What is wrong with the form of a restriction. */
export function restrictionFaults(fields: RestrictionFields): Faults<RestrictionFields> {
  const { to, ...others } = daysFaults(fields)
  return {
    ...others,
    ...(to === undefined || fields.to.trim() === '' ? {} : { to }),
    ...(fields.act.trim() === '' ? { act: 'form.needed' as const } : {}),
  }
}

/** The restriction a form says; null while something is wrong with it. */
export function findRestriction(fields: RestrictionFields): Restriction | null {
  if (Object.keys(restrictionFaults(fields)).length > 0) return null
  const { ground, act } = fields
  return Restriction.safeParse({ from: typedDate(fields.from), to: typedDate(fields.to), ground, act }).data ?? null
}

function daysFaults(fields: { readonly from: string; readonly to: string }) {
  const [from, to] = [typedDate(fields.from), typedDate(fields.to)]
  const faults: { from?: LocaleKey; to?: LocaleKey } = {}
  if (from === null) faults.from = 'finding.date_unreadable'
  if (to === null) faults.to = 'finding.date_unreadable'
  else if (from !== null && to < from) faults.to = 'absence.fault.order'
  return faults
}
