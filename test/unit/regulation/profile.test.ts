import { expect, it } from 'vitest'
import type { ProfilePeriod } from '#shared/office/model.ts'
import { coverageOf, profileOf, profileOn, withProfile } from '#shared/regulation/profile.ts'
import { plainDate } from '#shared/time/plain-date.ts'

const PERIODS: readonly ProfilePeriod[] = [
  { profile: 'WKO-2020/2023', from: plainDate(2020, 12, 9) },
  { profile: 'KZ-2026', from: plainDate(2027, 1, 1) },
]

it('an application is handled by the regulation of its own day, also before the first and on the day of the switch', () => {
  const on = (year: number, month: number, day: number) => profileOn({ profiles: PERIODS }, plainDate(year, month, day))
  expect(on(2019, 1, 1)).toBe('WKO-2020/2023')
  expect(on(2026, 12, 31)).toBe('WKO-2020/2023')
  expect(on(2027, 1, 1)).toBe('KZ-2026')
})

it('a switch takes the place of what was planned from that day on, and one that changes nothing leaves no trace', () => {
  expect(withProfile(PERIODS, 'KZ-2026', plainDate(2026, 12, 1))).toEqual([
    PERIODS[0],
    { profile: 'KZ-2026', from: '2026-12-01' },
  ])
  expect(withProfile(PERIODS, 'WKO-2020/2023', plainDate(2026, 12, 1))).toEqual([PERIODS[0]])
  expect(withProfile(PERIODS, 'WKO-2020/2023', plainDate(2027, 1, 1))).toEqual([PERIODS[0]])
  expect(withProfile([], 'KZ-2026', plainDate(2026, 12, 1))).toEqual([{ profile: 'KZ-2026', from: '2026-12-01' }])
})

it('who comes is checked by the clause of the act', () => {
  expect(profileOf('WKO-2020/2023').identity).toEqual({ act: 'regulation', clause: '9' })
  expect(profileOf('KZ-2026').identity).toEqual({ act: 'regulation', clause: '22' })
})

it('days no held act covers are said to be so', () => {
  expect(coverageOf('WKO-2020/2023', plainDate(2022, 5, 1)).state).toBe('partly')
  expect(coverageOf('WKO-2020/2023', plainDate(2023, 7, 22)).state).toBe('held')
  expect(coverageOf('WKO-2020/2023', plainDate(2023, 7, 23)).state).toBe('not_in_force')
  expect(coverageOf('KZ-2026', plainDate(2026, 8, 7)).state).toBe('not_in_force')
  expect(coverageOf('KZ-2026', plainDate(2026, 8, 8)).state).toBe('held')
})

it('an office without a regulation and a regulation nobody holds are faults, not the first one there is', () => {
  expect(() => profileOn({ profiles: [] }, plainDate(2026, 11, 23))).toThrow('an office without a profile')
  expect(() => profileOf('KZ-2030' as never)).toThrow()
})
