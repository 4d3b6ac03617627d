import { hintsOfIin } from '../applicant/iin.ts'
import { findPlainDate, type PlainDate, partsOf } from '../time/plain-date.ts'

/** A date of a zone, null where the document leaves it open, or `unreal`: there is no such day. */
export type MrzDate = PlainDate | null | 'unreal'

/**
 * The day of birth of `yymmdd`: the latest that is not after `today`, unless the IIN of the same document tells the same day
 * in another century. Month and day may be left open (ICAO Doc 9303 part 3, 4.8); half of one may not.
 */
export function birthOf(signs: string, iin: string | null, today: PlainDate): MrzDate {
  if (/^(<{6}|\d\d<{4}|\d{4}<<)$/.test(signs)) return null
  const told = iin === null ? null : hintsOfIin(iin).birth
  if (told !== null && told.slice(2).replaceAll('-', '') === signs) return told
  const recent = dateIn(2000, signs)
  if (recent !== null && recent <= today) return recent
  return dateIn(1900, signs) ?? 'unreal'
}

/** The last day of force of `yymmdd`: of the two centuries the one nearer to `today`. */
export function validToOf(signs: string, today: PlainDate): MrzDate {
  const { year } = partsOf(today)
  const isNear = Math.abs(2000 + Number(signs.slice(0, 2)) - year) <= 50
  return dateIn(isNear ? 2000 : 1900, signs) ?? 'unreal'
}

function dateIn(century: number, signs: string): PlainDate | null {
  if (!/^\d{6}$/.test(signs)) return null
  return findPlainDate(century + Number(signs.slice(0, 2)), Number(signs.slice(2, 4)), Number(signs.slice(4)))
}
