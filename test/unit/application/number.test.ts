import { expect, it } from 'vitest'
import { numberText, registrationKey, serialOfKey, suffixOf } from '#shared/application/number.ts'
import { RegistrationNumber } from '#shared/application/registration.ts'

const ONE = 'aaaaaaaaaaaaaaaa'
const OTHER = 'bbbbbbbbbbbbbbbb'

it('a number is letter, year and six digits, and a suffix while the letter is not claimed', () => {
  const number = RegistrationNumber.parse({ letter: 'А', suffix: null, year: 2026, serial: 123 })
  expect(numberText(number)).toBe('А-2026-000123')
  expect(numberText({ ...number, suffix: 47 })).toBe('А-2026-000123/47')
})

it('the suffix is two digits, the same for one desk', () => {
  const suffixes = ['0000000000000000', 'zzzzzzzzzzzzzzzz', ONE, OTHER].map(suffixOf)
  for (const suffix of suffixes) expect(suffix).toSatisfy((n: number) => n >= 10 && n <= 99)
  expect(suffixOf(ONE)).toBe(suffixes[2])
  expect(new Set(suffixes).size).toBeGreaterThan(1)
})

it('a key tells the serial of its own desk only', () => {
  const key = registrationKey(ONE, 2026, 123)
  expect(serialOfKey(ONE, key)).toEqual({ year: 2026, serial: 123 })
  expect(serialOfKey(OTHER, key)).toBeNull()
  expect(serialOfKey(ONE, 'p1')).toBeNull()
})
