import { expect, it } from 'vitest'
import { electronEnd } from '#shared/diagnostics/support.ts'
import { readText } from '#test/unit/house/sources.ts'
import { SUPPORTED_UNTIL, supportOn } from '../../../tools/packing/electron-support.mjs'

const lock = JSON.parse(readText('package-lock.json')) as { packages: Record<string, { version: string }> }
const major = Number.parseInt(lock.packages['node_modules/electron']?.version ?? '', 10)
const TABLE = { 45: '2027-05-04' }

it.each([
  ['2026-11-23', 'supported', 162],
  ['2027-03-05', 'ends_soon', 60],
  ['2027-03-04', 'supported', 61],
  ['2027-05-04', 'ends_soon', 0],
  ['2027-05-05', 'ended', -1],
])('on %s a version whose support ends on 4 May 2027 is %s', (today, state, days) => {
  expect(supportOn(45, today, TABLE)).toEqual({ state, days, until: '2027-05-04' })
})

it('a version nobody has entered is unknown, not supported', () => {
  expect(supportOn(99, '2026-11-23', TABLE)).toMatchObject({ state: 'unknown' })
})

it('later majors are supported longer', () => {
  const dates = Object.values(SUPPORTED_UNTIL)
  expect(dates).toEqual([...dates].sort())
  expect(new Set(dates).size).toBe(dates.length)
})

it('the Electron we ship is one that is mended today', () => {
  const support = supportOn(major, new Date().toISOString().slice(0, 10))
  if (support.state === 'ends_soon')
    console.warn(`Electron ${major} is mended until ${support.until}: ${support.days} days more`)
  expect([major, support.state]).toEqual([major, expect.stringMatching(/^(supported|ends_soon)$/)])
})

it('the program says of each version what the build goes by', () => {
  for (const [major, until] of Object.entries(SUPPORTED_UNTIL)) expect(electronEnd(`${major}.0.0`)).toBe(until)
  expect(electronEnd(`${Math.max(...Object.keys(SUPPORTED_UNTIL).map(Number)) + 1}.0.0`)).toBeNull()
})
