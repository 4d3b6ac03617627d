import { expect, test } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import {
  findApprover,
  isApprovedByQuarter,
  monthsOfQuarter,
  quarterApprovedBy,
  quarterOfMonth,
} from '#shared/schedule/approval.ts'
import { PlainDate, PlainMonth, Quarter } from '#shared/time/plain-date.ts'
import { official } from '#test/fixtures/schedule.ts'

const AKIM = official('1', 'akim', null)
const HEAD = official('2', 'head_of_apparatus', null)

test('the akim approves a month (clause 6), the head of the apparatus a quarter (rule 19); without one nobody is named', () => {
  const on = PlainDate.parse('2026-11-22')
  expect(findApprover('WKO-2020/2023', [HEAD, AKIM], on)).toBe(AKIM)
  expect(findApprover('KZ-2026', [AKIM, HEAD], on)).toBe(HEAD)
  expect(findApprover('KZ-2026', [AKIM], on)).toBeNull()
  // Who has left the post approves nothing any more, though the directory has him first.
  const former = { ...AKIM, id: '9', until: PlainDate.parse('2026-11-21') }
  expect(findApprover('WKO-2020/2023', [former, AKIM], on)).toBe(AKIM)
  expect([isApprovedByQuarter('WKO-2020/2023'), isApprovedByQuarter('KZ-2026')]).toEqual([false, true])
})

test('a quarter is approved by its eve, a holiday passed over', () => {
  expect(quarterApprovedBy(Quarter.parse('2026-Q4'), 'KZ-2026', SEED_CALENDAR)).toBe('2026-09-30')
  expect(quarterApprovedBy(Quarter.parse('2027-Q1'), 'KZ-2026', SEED_CALENDAR)).toBe('2026-12-31')
  expect(quarterApprovedBy(Quarter.parse('2026-Q4'), 'WKO-2020/2023', SEED_CALENDAR)).toBeNull()
})

test('a quarter and its months', () => {
  expect(quarterOfMonth(PlainMonth.parse('2026-12'))).toBe('2026-Q4')
  expect(monthsOfQuarter(Quarter.parse('2027-Q1'))).toEqual(['2027-01', '2027-02', '2027-03'])
})
