import { z } from 'zod'
import { fail, ok, type Result } from '../result/result.ts'
import { clean } from '../text/clean.ts'
import { findPlainDate, type PlainDate } from '../time/plain-date.ts'
import { bareNumber, checkDigitFits } from './check-digit.ts'

/** An individual's identification number: 12 digits, kept as text, the check digit right. */
export const Iin = z
  .string()
  .refine(text => whyNotIin(text) === null, 'iin.check')
  .brand<'Iin'>()
export type Iin = z.infer<typeof Iin>

/** Why a text is not an IIN. `empty` may be allowed: the IIN is optional (Code art. 63, "if any"). */
export type IinFault = 'iin.empty' | 'iin.characters' | 'iin.length' | 'iin.zeros' | 'iin.is_bin' | 'iin.check'

/** What is wrong with a text as an IIN, exactly as it stands, or null. The birth date is not looked at (decree No. 853). */
export function whyNotIin(text: string): IinFault | null {
  if (text === '') return 'iin.empty'
  if (!/^\d+$/.test(text)) return 'iin.characters'
  if (text.length !== 12) return 'iin.length'
  if (/^0+$/.test(text)) return 'iin.zeros'
  // The fifth digit tells a BIN (4-6) from an IIN (tens of a day, 0-3).
  if (/^\d{4}[456]/.test(text)) return 'iin.is_bin'
  return checkDigitFits(text) ? null : 'iin.check'
}

/** The IIN in what a person typed: spaces and hyphens do not count. Errors: `IinFault`. */
export function parseIin(typed: string): Result<Iin> {
  const bare = bareNumber(clean(typed))
  const fault = whyNotIin(bare)
  return fault === null ? ok(Iin.parse(bare)) : fail(fault)
}

/**
 * What the digits say of birth date and sex, each null where they say nothing. A hint only: since 26.08.2013 the number
 * is not legally tied to either, so a mismatch is never an error.
 */
export function hintsOfIin(iin: string): { birth: PlainDate | null; sex: 'male' | 'female' | null } {
  const seventh = Number(iin[6])
  if (!(seventh >= 1 && seventh <= 6)) return { birth: null, sex: null }
  const century = 1800 + Math.floor((seventh - 1) / 2) * 100
  const birth = findPlainDate(century + Number(iin.slice(0, 2)), Number(iin.slice(2, 4)), Number(iin.slice(4, 6)))
  return { birth, sex: seventh % 2 === 1 ? 'male' : 'female' }
}
