import type { EntityId } from '../change/action.ts'
import { entityId, keyOf } from '../change/action.ts'
import type { LetterStatus } from '../letter/transitions.ts'
import type { ProfileId } from '../office/model.ts'
import type { ReportAddressee } from '../regulation/model.ts'
import { profileOf } from '../regulation/profile.ts'
import { Quarter } from '../time/plain-date.ts'

/** A version of the report of a quarter, and whom a cover letter of it goes to. */
export interface CoverOf {
  readonly report: EntityId
  readonly quarter: Quarter
  readonly version: number
  readonly to: ReportAddressee
}

const ABOUT = /^report:(\d{4}-Q[1-4]):(\d{1,3}):([a-z_]{1,40})$/

/** The report of a quarter as an entity. */
export function reportEntity(quarter: Quarter): EntityId {
  return entityId('report', quarter)
}

/** What a cover letter is about: the version it sends, and to whom. */
export function coverAbout(report: EntityId, version: number, to: ReportAddressee): string {
  return `report:${keyOf(report)}:${version}:${to}`
}

/** The version a letter sends; null where it is no cover letter. */
export function coverOf(about: string | null): CoverOf | null {
  const [, key, version, to] = ABOUT.exec(about ?? '') ?? []
  const quarter = Quarter.safeParse(key)
  if (!quarter.success || version === undefined || to === undefined) return null
  return {
    report: reportEntity(quarter.data),
    quarter: quarter.data,
    version: Number(version),
    to: to as ReportAddressee,
  }
}

/** What is looked at of a letter: what it is about and how far it has come. */
export interface CoverLetter {
  readonly about: string | null
  readonly status: LetterStatus
}

const FAR: readonly LetterStatus[] = ['drafted', 'signed', 'sent']

/** Each addressee of an act with the letter of a version that came furthest; null: none was written. */
export function coversOf<T extends CoverLetter>(
  profile: ProfileId,
  version: number,
  letters: readonly T[],
): { readonly to: ReportAddressee; readonly letter: T | null }[] {
  return profileOf(profile).reportTo.map(to => {
    const of = letters
      .filter(({ about, status }) => FAR.includes(status) && isOf(about, version, to))
      .sort((a, b) => FAR.indexOf(b.status) - FAR.indexOf(a.status))
    return { to, letter: of[0] ?? null }
  })
}

function isOf(about: string | null, version: number, to: ReportAddressee): boolean {
  const cover = coverOf(about)
  return cover !== null && cover.version === version && cover.to === to
}
