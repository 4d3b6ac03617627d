import { describe, expect, test } from 'vitest'
import { addWorkingDays, isWorkingDay } from '#shared/calendar/rules.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { countFrom } from '#shared/regulation/terms.ts'
import { addDays, addMonths, isLeapYear, PlainDate, plainDate } from '#shared/time/plain-date.ts'

const date = (text: string) => PlainDate.parse(text)

/** Registered; +15 calendar by count; rolled; +15, +2, +3 working days; +2 months by count; rolled. */
const TERMS = [
  ['2026-02-20', '2026-03-07', '2026-03-10', '2026-03-16', '2026-02-24', '2026-02-25', '2026-04-20', '2026-04-20'],
  ['2026-03-06', '2026-03-21', '2026-03-26', '2026-04-02', '2026-03-11', '2026-03-12', '2026-05-06', '2026-05-06'],
  ['2026-03-19', '2026-04-03', '2026-04-03', '2026-04-14', '2026-03-26', '2026-03-27', '2026-05-19', '2026-05-19'],
  ['2026-04-24', '2026-05-09', '2026-05-12', '2026-05-20', '2026-04-28', '2026-04-29', '2026-06-24', '2026-06-24'],
  ['2026-05-05', '2026-05-20', '2026-05-20', '2026-05-29', '2026-05-08', '2026-05-12', '2026-07-05', '2026-07-07'],
  ['2026-10-12', '2026-10-27', '2026-10-27', '2026-11-03', '2026-10-14', '2026-10-15', '2026-12-12', '2026-12-14'],
  ['2026-11-20', '2026-12-05', '2026-12-07', '2026-12-11', '2026-11-24', '2026-11-25', '2027-01-20', '2027-01-20'],
  ['2026-12-02', '2026-12-17', '2026-12-17', '2026-12-24', '2026-12-04', '2026-12-07', '2027-02-02', '2027-02-02'],
  ['2026-12-18', '2027-01-02', '2027-01-05', '2027-01-13', '2026-12-22', '2026-12-23', '2027-02-18', '2027-02-18'],
  ['2026-12-31', '2027-01-15', '2027-01-15', '2027-01-26', '2027-01-06', '2027-01-08', '2027-02-28', '2027-03-01'],
  ['2025-12-31', '2026-01-15', '2026-01-15', '2026-01-26', '2026-01-06', '2026-01-08', '2026-02-28', '2026-03-02'],
  ['2024-04-30', '2024-05-15', '2024-05-15', '2024-05-24', '2024-05-03', '2024-05-04', '2024-06-30', '2024-07-01'],
] as const

/** Reception day; 5 and 2 working days before it, the day itself not counted. */
const BEFORE = [
  ['2026-03-26', '2026-03-16', '2026-03-19'],
  ['2026-05-12', '2026-04-30', '2026-05-06'],
  ['2026-12-17', '2026-12-09', '2026-12-14'],
  ['2026-12-28', '2026-12-21', '2026-12-24'],
  ['2027-01-08', '2026-12-29', '2027-01-05'],
] as const

describe('the terms of the law, registered on awkward days', () => {
  test.each(TERMS)('registered on %s', (registered, nominal15, rolled15, wd15, wd2, wd3, nominal2m, rolled2m) => {
    const from = date(registered)
    const fifteen = countFrom(from, { amount: 15, unit: 'calendar_days', direction: 'after' }, SEED_CALENDAR)
    const months = countFrom(from, { amount: 2, unit: 'months', direction: 'after' }, SEED_CALENDAR)
    expect([fifteen.nominal, fifteen.by]).toEqual([nominal15, rolled15])
    expect(addWorkingDays(from, 15, SEED_CALENDAR).date).toBe(wd15)
    expect(addWorkingDays(from, 2, SEED_CALENDAR).date).toBe(wd2)
    expect(addWorkingDays(from, 3, SEED_CALENDAR).date).toBe(wd3)
    expect([months.nominal, months.by]).toEqual([nominal2m, rolled2m])
  })

  test.each(BEFORE)('before the reception of %s', (reception, five, two) => {
    expect(addWorkingDays(date(reception), -5, SEED_CALENDAR).date).toBe(five)
    expect(addWorkingDays(date(reception), -2, SEED_CALENDAR).date).toBe(two)
  })
})

test.each([
  [2024, 249, 117],
  [2025, 246, 119],
  [2026, 247, 118],
  [2027, 247, 118],
])('%i has %i working days and %i days off', (year, working, off) => {
  let found = 0
  const length = isLeapYear(year) ? 366 : 365
  for (let index = 0; index < length; index += 1) {
    if (isWorkingDay(addDays(plainDate(year, 1, 1), index), SEED_CALENDAR)) found += 1
  }
  expect([found, length - found]).toEqual([working, off])
})

test('a month that lacks the day ends on its last day', () => {
  expect(addMonths(date('2026-12-31'), 2)).toBe('2027-02-28')
  expect(addMonths(date('2023-12-31'), 2)).toBe('2024-02-29')
  expect(addMonths(date('2026-01-31'), -2)).toBe('2025-11-30')
  expect(addMonths(date('2026-03-15'), -3)).toBe('2025-12-15')
})
