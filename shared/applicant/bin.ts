import { z } from 'zod'
import { fail, ok, type Result } from '../result/result.ts'
import { clean } from '../text/clean.ts'
import { bareNumber, checkDigitFits } from './check-digit.ts'

/** A business identification number: 12 digits as text, fifth digit 4-6, the check digit right. */
export const Bin = z
  .string()
  .refine(text => whyNotBin(text) === null, 'bin.check')
  .brand<'Bin'>()
export type Bin = z.infer<typeof Bin>

/** Why a text is not a BIN. */
export type BinFault = 'bin.empty' | 'bin.characters' | 'bin.length' | 'bin.zeros' | 'bin.is_iin' | 'bin.check'

/** What is wrong with a text as a BIN, exactly as it stands, or null. */
export function whyNotBin(text: string): BinFault | null {
  if (text === '') return 'bin.empty'
  if (!/^\d+$/.test(text)) return 'bin.characters'
  if (text.length !== 12) return 'bin.length'
  if (/^0+$/.test(text)) return 'bin.zeros'
  // The fifth digit: 4 resident, 5 non-resident, 6 joint entrepreneurship; below it the number is an IIN.
  if (!/^\d{4}[456]/.test(text)) return 'bin.is_iin'
  return checkDigitFits(text) ? null : 'bin.check'
}

/** The BIN in what a person typed: spaces and hyphens do not count. Errors: `BinFault`. */
export function parseBin(typed: string): Result<Bin> {
  const bare = bareNumber(clean(typed))
  const fault = whyNotBin(bare)
  return fault === null ? ok(Bin.parse(bare)) : fail(fault)
}
