import { describe, expect, it, test } from 'vitest'
import { restingOn, rowChanges, withDay, withoutDay } from '#shared/calendar/changes.ts'
import { calendarFindings, countYear, proposedYear } from '#shared/calendar/findings.ts'
import { type CalendarDay, CalendarYear, type DayMark } from '#shared/calendar/model.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { keyOfRow } from '#shared/calendar/seed-holidays.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const TEXT = { kk: 'Мәтін', ru: 'Текст' }
const date = (text: string) => PlainDate.parse(text)
const day = (on: string, mark: DayMark, key = 'own_holiday'): CalendarDay => ({
  date: date(on),
  mark,
  key,
  name: TEXT,
  act: TEXT,
})
const yearOf = (number: number) => SEED_CALENDAR.years.find(({ year }) => year === number)!

describe('what the product brings', () => {
  test.each(SEED_CALENDAR.years)('$year: nothing to look at', year => {
    expect(calendarFindings(year)).toEqual([])
  })
  test.each([
    [2024, 249, 117],
    [2025, 246, 119],
    [2026, 247, 118],
    [2027, 247, 118],
  ])('%i: %i working days and %i days off, by the table and by its holidays', (year, working, off) => {
    expect(countYear(yearOf(year))).toEqual({ working, off, expectedWorking: working, expectedOff: off })
  })
})

describe('what a person should look at', () => {
  it('is a holiday on a weekend day that gave no day off, with the row that would give it', () => {
    const year = withoutDay(yearOf(2026), date('2026-10-26'))
    const [finding, count] = calendarFindings(year)
    expect(finding).toMatchObject({ code: 'no_day_off', date: '2026-10-25' })
    expect(count).toEqual({ code: 'count', working: 248, expected: 247 })
    if (finding?.code !== 'no_day_off') throw new Error('no proposal')
    expect(withDay(year, finding.proposal)).toEqual(yearOf(2026))
  })

  it('proposes no day off for Christmas and for Kurban Ait, which are never moved', () => {
    const codes = calendarFindings(withoutDay(yearOf(2027), date('2027-05-16'))).map(({ code }) => code)
    expect(codes).toEqual(['no_kurban_ait'])
  })

  it('is a row that changes nothing on its date', () => {
    let year = withDay(yearOf(2026), day('2026-02-11', 'working_moved'))
    year = withDay(year, day('2026-02-14', 'day_off_moved'))
    year = withDay(year, day('2026-02-15', 'short'))
    expect(calendarFindings(year)).toEqual([
      { code: 'working_on_weekday', date: '2026-02-11' },
      { code: 'off_on_weekend', date: '2026-02-14' },
      { code: 'short_on_day_off', date: '2026-02-15' },
    ])
  })

  it('is a day off moved without the day that is worked for it: the sum of the year tells', () => {
    const year = withDay(yearOf(2026), day('2026-08-17', 'day_off_moved'))
    expect(calendarFindings(year)).toEqual([{ code: 'count', working: 246, expected: 247 }])
    expect(calendarFindings(withDay(year, day('2026-08-22', 'working_moved')))).toEqual([])
  })
})

describe('a new year', () => {
  it('begins with the holidays of the year before and the days off they give, and says what is missing', () => {
    const year = proposedYear(yearOf(2027))
    expect(CalendarYear.parse(year)).toMatchObject({ year: 2028, status: 'provisional' })
    // 1 and 2 January 2028 are a weekend, 7 May is a Sunday, 16 December a Saturday: each gives its own day.
    const given = year.days.filter(({ mark }) => mark === 'day_off_moved').map(one => one.date)
    expect(given).toEqual(['2028-01-03', '2028-01-04', '2028-05-08', '2028-12-18'])
    expect(calendarFindings(year)).toEqual([{ code: 'no_kurban_ait' }])
  })

  it('passes over a day that the year has not', () => {
    const leap = withDay(yearOf(2024), day('2024-02-29', 'holiday'))
    expect(proposedYear(leap).days.some(one => one.date.startsWith('2025-02'))).toBe(false)
  })
})

describe('rows of a year', () => {
  it('that rest on nothing rest on what the year does', () => {
    const bare = { ...day('2026-08-17', 'holiday'), act: { kk: ' ', ru: '' } }
    const act = { kk: 'Бұйрық', ru: 'Приказ' }
    const { days } = restingOn(withDay(yearOf(2026), bare), act)
    expect(days.find(one => one.date === '2026-08-17')?.act).toEqual(act)
    expect(days.filter(one => one.act === act)).toHaveLength(1)
  })

  it('are compared by date; a row that was moved leaves its old date', () => {
    const moved = withDay(yearOf(2026), day('2026-05-28', 'holiday', 'kurban_ait'), date('2026-05-27'))
    expect(rowChanges(yearOf(2026), moved).map(one => [one.date, one.before?.key, one.after?.key])).toEqual([
      ['2026-05-27', 'kurban_ait', undefined],
      ['2026-05-28', undefined, 'kurban_ait'],
    ])
    expect(rowChanges(yearOf(2026), yearOf(2026))).toEqual([])
    expect(rowChanges(null, yearOf(2026))).toHaveLength(yearOf(2026).days.length)
  })

  test.each(SEED_CALENDAR.years)('$year: each row is known by its name alone, as files and forms bring it', year => {
    for (const one of year.days) expect(keyOfRow(one.mark, one.name)).toBe(one.key)
  })

  it('are known by the name in one language, and else by what they are', () => {
    expect(keyOfRow('holiday', { kk: '', ru: ' ПЕРВЫЙ день Курбан-айта' })).toBe('kurban_ait')
    expect(keyOfRow('holiday', { kk: 'Қала күні', ru: 'День города' })).toBe('own_holiday')
    expect(keyOfRow('short', { kk: '', ru: '' })).toBe('short_day')
  })
})
