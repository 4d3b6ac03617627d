import { expect, it } from 'vitest'
import { soughtNumber } from '#renderer/features/audit/sought.ts'

it.each([
  ['850101300017', 'iin'],
  ['850101 300017', 'iin'],
  ['+7 701 555 01 23', 'phone'],
  ['8 (701) 555-01-23', 'phone'],
  ['А-2026-000123', 'number'],
  ['2026-000123', 'number'],
  ['000123', 'number'],
  ['Ахметов', null],
  ['8501', null],
  ['', null],
])('%s is looked for as %s', (typed, what) => {
  expect(soughtNumber(typed)?.what ?? null).toBe(what)
})

it('only an IIN goes on with its digits, for main to make a tag of', () => {
  expect(soughtNumber(' 850101 300017 ')).toEqual({ what: 'iin', iin: '850101300017' })
  expect(soughtNumber('8 701 555 01 23')).toEqual({ what: 'phone' })
})
