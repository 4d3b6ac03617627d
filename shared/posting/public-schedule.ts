import { z } from 'zod'
import type { Office } from '../office/model.ts'
import { Bilingual, type Official, OfficialCategory } from '../official/model.ts'
import { type MonthSchedule, ReceptionMode } from '../schedule/model.ts'
import { fullName, isPosted } from '../schedule/posted-sheet.ts'
import { PlainDate, PlainMonth, PlainTime } from '../time/plain-date.ts'
import { sha256 } from './sha-256.ts'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** A reception as everybody may read it. `movedFrom`: the day its rule gives, where it stands on another; else null. */
export const PublicReception = z.strictObject({
  id: z.string(),
  official: z.strictObject({ category: OfficialCategory, name: Bilingual, position: Bilingual }),
  date: PlainDate,
  from: PlainTime,
  to: PlainTime,
  room: z.string(),
  mode: ReceptionMode,
  movedFrom: PlainDate.nullable(),
})
export type PublicReception = z.infer<typeof PublicReception>

/** What everybody may know of the office. */
export const PublicOffice = z.strictObject({
  name: Bilingual,
  address: Bilingual,
  phone: z.string(),
  email: z.string(),
  room: z.string(),
})
export type PublicOffice = z.infer<typeof PublicOffice>

/** A month as it was approved. `digest` is SHA-256 of the canonical JSON of `{office, month}`, the month without it. */
export const PublicMonth = z.strictObject({
  month: PlainMonth,
  approvedOn: PlainDate,
  receptions: z.array(PublicReception),
  digest: Digest,
})
export type PublicMonth = z.infer<typeof PublicMonth>

/**
 * The schedule as it stands on the akim's site (clause 7): officials and their days, no applicant and no name of a video
 * link. `digest` is SHA-256 of the canonical JSON of all the rest.
 */
export const PublicSchedule = z.strictObject({
  format: z.literal('qabyldau.schedule'),
  version: z.literal(1),
  timeZone: z.literal('Asia/Oral'),
  office: PublicOffice,
  months: z.array(PublicMonth).min(1),
  digest: Digest,
})
export type PublicSchedule = z.infer<typeof PublicSchedule>

/** A version of a month that is made public. */
export interface PublicVersion {
  readonly schedule: MonthSchedule
  readonly approvedOn: PlainDate
}

/** What of the office is public. */
export function publicOffice({ name, address, phone, email, room }: Office): PublicOffice {
  return { name, address, phone, email, room }
}

/** A version of a month as everybody may read it, by day, hour and official; an official who is gone is left out. */
export function publicMonth(version: PublicVersion, officials: readonly Official[], office: Office): PublicMonth {
  const month = {
    month: version.schedule.month,
    approvedOn: version.approvedOn,
    receptions: publicReceptions(version.schedule, officials),
  }
  return { ...month, digest: sha256(canonicalJson({ office: publicOffice(office), month })) }
}

/** The public document of one or several months. */
export function publicSchedule(
  versions: readonly PublicVersion[],
  officials: readonly Official[],
  office: Office,
): PublicSchedule {
  const whole = {
    format: 'qabyldau.schedule' as const,
    version: 1 as const,
    timeZone: 'Asia/Oral' as const,
    office: publicOffice(office),
    months: versions.map(version => publicMonth(version, officials, office)),
  }
  return { ...whole, digest: sha256(canonicalJson(whole)) }
}

/** The receptions of a schedule that are public, by day, hour and official. */
export function publicReceptions(schedule: MonthSchedule, officials: readonly Official[]): PublicReception[] {
  const known = new Map(officials.map(official => [official.id, official]))
  const order = (one: PublicReception) => `${one.date} ${one.from} ${one.official.name.kk} ${one.id}`
  return schedule.receptions
    .filter(isPosted)
    .flatMap(({ id, officialId, date, from, to, room, mode, moved }) => {
      const official = known.get(officialId)
      if (official === undefined) return []
      const { category, name, position } = official
      const shown = { category, name: fullName(name), position }
      return [{ id, official: shown, date, from, to, room, mode, movedFrom: moved?.from ?? null }]
    })
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** The one text of a value: keys in the order of their code units, no blanks (RFC 8785 for texts, whole numbers and lists). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`
}

/** The mark of a version as it stands on the sheet, short enough to be compared by eye: "3f2a-91bc". */
export function markOf(digest: string): string {
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}`
}
