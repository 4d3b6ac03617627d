import { expect, test } from 'vitest'
import { countText, differenceText, percentText, romanQuarter, shareText } from '#shared/report/figures.ts'
import { percentOf } from '#shared/report/quarterly-line.ts'

test('counts are grouped by a no-break space', () => {
  expect(countText(0)).toBe('0')
  expect(countText(1234567)).toBe('1\u00a0234\u00a0567')
  expect(countText(null)).toBe('\u2013')
})

test('differences carry their sign, the true minus and no sign at zero', () => {
  expect([42, -14, 0, null].map(differenceText)).toEqual(['+42', '\u221214', '0', '\u2013'])
  expect(percentText(-34.8)).toBe('\u221234,8\u00a0%')
  expect(percentText(10)).toBe('+10,0\u00a0%')
  expect(percentText(null)).toBe('\u2013')
  expect(shareText(61.4)).toBe('61,4\u00a0%')
})

test('per cent is rounded to one decimal, halves away from zero on both sides', () => {
  expect(percentOf(1, 16)).toBe(6.3)
  expect(percentOf(-1, 16)).toBe(-6.3)
  expect(percentOf(1, 3)).toBe(33.3)
  expect(percentOf(0, 3)).toBe(0)
  expect(percentOf(3, 0)).toBeNull()
})

test('quarters are Roman', () => {
  expect(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map(romanQuarter)).toEqual(['I', 'II', 'III', 'IV'])
})
