import { describe, expect, test } from 'vitest'
import { daysOffByCoincidence } from '#shared/calendar/coincidence.ts'
import { CalendarYear, WorkCalendar } from '#shared/calendar/model.ts'
import {
  addWorkingDays,
  dayKind,
  findCalendarDay,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  rollForward,
  statusOfYear,
} from '#shared/calendar/rules.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { countFrom } from '#shared/regulation/terms.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const date = (text: string) => PlainDate.parse(text)
const SHORT = { mark: 'short', key: 'eve', name: { kk: 'қысқа', ru: 'короткий' }, act: { kk: '', ru: '' } } as const

const inDays = (from: string, amount: number) =>
  countFrom(date(from), { amount, unit: 'calendar_days', direction: 'after' }, SEED_CALENDAR)

describe('what a day is', () => {
  test.each([
    ['2026-10-23', true, 'workday', ''],
    ['2026-10-24', false, 'weekend', ''],
    ['2026-10-25', false, 'holiday', 'republic_day'],
    ['2026-10-26', false, 'day_off_moved', 'republic_day'],
    ['2026-08-31', true, 'workday', ''],
    ['2024-05-04', true, 'working_moved', 'moved_by_order'],
    ['2024-05-08', false, 'day_off_moved', 'moved_by_order'],
    ['2025-01-03', false, 'day_off_moved', 'moved_by_order'],
    ['2025-01-05', true, 'working_moved', 'moved_by_order'],
    ['2027-03-15', false, 'holiday', 'constitution_day'],
  ])('%s', (text, working, reason, key) => {
    expect(dayKind(date(text), SEED_CALENDAR)).toEqual({ date: text, working, reason, key })
  })

  test('a Christmas or a Kurban Ait on a weekend gives no Monday', () => {
    expect(isWorkingDay(date('2024-01-08'), SEED_CALENDAR)).toBe(true)
    expect(isWorkingDay(date('2024-06-17'), SEED_CALENDAR)).toBe(true)
    expect(isWorkingDay(date('2027-05-17'), SEED_CALENDAR)).toBe(true)
  })

  test('shorter hours leave a working day a working day, and a Saturday a Saturday', () => {
    const calendar = WorkCalendar.parse({
      years: [
        {
          year: 2026,
          status: 'approved',
          days: [
            { date: '2026-12-31', ...SHORT },
            { date: '2026-12-26', ...SHORT },
          ],
        },
      ],
    })
    expect(dayKind(date('2026-12-31'), calendar)).toMatchObject({ working: true, reason: 'short' })
    expect(dayKind(date('2026-12-26'), calendar)).toMatchObject({ working: false, reason: 'weekend' })
  })
})

describe('a counted date can be explained', () => {
  test('every day passed over is named with its reason', () => {
    const counted = addWorkingDays(date('2026-03-19'), 2, SEED_CALENDAR)
    expect(counted.date).toBe('2026-03-26')
    expect(counted.skipped.map(day => [day.date, day.reason, day.key])).toEqual([
      ['2026-03-21', 'holiday', 'nauryz'],
      ['2026-03-22', 'holiday', 'nauryz'],
      ['2026-03-23', 'holiday', 'nauryz'],
      ['2026-03-24', 'day_off_moved', 'nauryz'],
      ['2026-03-25', 'day_off_moved', 'nauryz'],
    ])
    expect(counted.unsureYears).toEqual([])
  })

  test('rolling names the end by count and the days after it', () => {
    const term = inDays('2026-04-24', 15)
    expect(term.nominal).toBe('2026-05-09')
    expect(term.skipped.map(day => day.date)).toEqual(['2026-05-09', '2026-05-10', '2026-05-11'])
    expect(rollForward(date('2026-05-12'), SEED_CALENDAR)).toEqual({
      date: '2026-05-12',
      skipped: [],
      unsureYears: [],
    })
  })

  test('a date that rests on a provisional or missing year says so', () => {
    expect(addWorkingDays(date('2026-12-31'), 3, SEED_CALENDAR).unsureYears).toEqual([2027])
    expect(inDays('2026-12-31', 370).unsureYears).toEqual([2027, 2028])
    expect(addWorkingDays(date('2027-01-08'), -5, SEED_CALENDAR).unsureYears).toEqual([2027])
    expect([2026, 2027, 2028].map(year => statusOfYear(year, SEED_CALENDAR))).toEqual([
      'approved',
      'provisional',
      'missing',
    ])
  })

  test('zero days is the day itself, and neighbours of a long weekend are found both ways', () => {
    expect(addWorkingDays(date('2026-10-25'), 0, SEED_CALENDAR).date).toBe('2026-10-25')
    expect(nextWorkingDay(date('2026-10-23'), SEED_CALENDAR)).toBe('2026-10-27')
    expect(previousWorkingDay(date('2026-10-27'), SEED_CALENDAR)).toBe('2026-10-23')
  })
})

describe('the table', () => {
  test.each(SEED_CALENDAR.years)('$year: days off given by holidays are what the law gives', year => {
    const stated = year.days.filter(day => day.mark === 'day_off_moved' && day.key !== 'moved_by_order')
    expect(stated.map(day => [day.date, day.key])).toEqual(daysOffByCoincidence(year).map(day => [day.date, day.key]))
  })

  test.each(SEED_CALENDAR.years)('$year: days off given do not hang on the order of the rows', year => {
    expect(daysOffByCoincidence({ ...year, days: [...year.days].reverse() })).toEqual(daysOffByCoincidence(year))
  })

  test.each(SEED_CALENDAR.years)('$year: every row has a name and an act in both languages', year => {
    for (const day of year.days) {
      for (const text of [day.name.kk, day.name.ru, day.act.kk, day.act.ru]) expect(text).not.toBe('')
    }
  })

  test('two rows for one date, a row of another year and a year given twice are refused', () => {
    const row = findCalendarDay(date('2026-10-26'), SEED_CALENDAR)
    expect(CalendarYear.safeParse({ year: 2026, status: 'approved', days: [row, row] }).success).toBe(false)
    expect(CalendarYear.safeParse({ year: 2027, status: 'approved', days: [row] }).success).toBe(false)
    const year = SEED_CALENDAR.years[0]
    expect(WorkCalendar.safeParse({ years: [year, year] }).success).toBe(false)
  })
})
