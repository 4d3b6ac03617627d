import { expect, test } from 'vitest'
import { typedDate } from '#renderer/components/typed-date.ts'

test.each([
  ['05.10.2026', '2026-10-05'],
  [' 5.10.2026 ', '2026-10-05'],
  ['31/12/2026', '2026-12-31'],
  ['29-02-2028', '2028-02-29'],
])('%s is read day first', (typed, date) => {
  expect(typedDate(typed)).toBe(date)
})

test.each([
  '',
  '5',
  '05.10',
  '05.10.20',
  '05.10.26',
  '31.06.2026',
  '29.02.2026',
  '2026-10-05',
  '10.2026',
  '05.10.2026 x',
  'қазан',
])('"%s" is no date yet and changes nothing', typed => {
  expect(typedDate(typed)).toBeNull()
})
