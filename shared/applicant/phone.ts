import { z } from 'zod'
import { fail, ok, type Result } from '../result/result.ts'
import { clean } from '../text/clean.ts'

/** A phone number of Kazakhstan (or its dialling zone): `+7` and ten digits. */
export const Phone = z
  .string()
  .regex(/^\+7\d{10}$/)
  .brand<'Phone'>()
export type Phone = z.infer<typeof Phone>

/** The phone in what a person typed: `8 (701) ...`, `+7 701 ...`, `7701...`, `701...`. Errors: `phone.empty`, `phone.unreadable`. */
export function parsePhone(typed: string): Result<Phone> {
  const text = clean(typed)
  if (text === '') return fail('phone.empty')
  const digits = text.replace(/[.,]0$/, '').replace(/[\s()+.\-\u2010-\u2015]/g, '')
  // Without a prefix only a number of Kazakhstan (7...) is sure: 8701597081 is a number that lost a digit.
  const match = /^(?:(?:[78]|007|8107)(?=[3-9]\d{9}$)|(?=7\d{9}$))(\d+)$/.exec(digits)
  return match ? ok(Phone.parse(`+7${match[1]}`)) : fail('phone.unreadable')
}

/** The phones of a cell that may hold several, split at commas, semicolons, slashes and line ends. */
export function splitPhones(typed: string): string[] {
  return typed
    .split(/[,;/\n]+(?!0$)/)
    .map(clean)
    .filter(part => part !== '')
}
