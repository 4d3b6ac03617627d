import { describe, expect, it } from 'vitest'
import { YearSet } from '#shared/calendar/model.ts'
import { calendarAt, lastChange, officeCalendar } from '#shared/calendar/office-calendar.ts'
import { isWorkingDay, statusOfYear } from '#shared/calendar/rules.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { foldCalendar } from '#shared/calendar/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { sampleAction } from '../change/sample-actions.ts'

const ACT = { kk: 'Бұйрық', ru: 'Приказ' }
const date = (text: string) => PlainDate.parse(text)

function set(sequence: number, year: number, days: readonly string[]) {
  const rows = days.map(day => ({ date: day, mark: 'holiday', key: 'own_holiday', name: ACT, act: ACT }))
  const body = { year: { year, status: 'approved', days: rows }, act: ACT }
  return sampleAction(sequence, 'calendar', String(year), 'calendar.year_set', body)
}

describe('the calendar of an office', () => {
  it('is what the product brings until the office sets a year, whose last version then holds', () => {
    expect(officeCalendar([])).toEqual(SEED_CALENDAR)
    const state = foldCalendar([set(2, 2026, ['2026-08-17']), set(1, 2026, ['2026-08-18'])])
    expect(state.versions.map(({ year }) => year.days[0]?.date)).toEqual(['2026-08-18', '2026-08-17'])
    const calendar = officeCalendar([state])
    expect(isWorkingDay(date('2026-08-17'), calendar)).toBe(false)
    expect(isWorkingDay(date('2026-08-18'), calendar)).toBe(true)
    expect(isWorkingDay(date('2026-12-16'), calendar)).toBe(true)
    expect(isWorkingDay(date('2025-12-16'), calendar)).toBe(false)
  })

  it('gains a year the product does not bring, and keeps the years in their order', () => {
    const calendar = officeCalendar([foldCalendar([set(1, 2029, [])]), foldCalendar([set(2, 2023, [])])])
    expect(calendar.years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026, 2027, 2029])
    expect(statusOfYear(2028, calendar)).toBe('missing')
  })

  it('is known as it stood at an instant, whatever years were set since', () => {
    const states = [
      foldCalendar([set(1, 2026, ['2026-08-18']), set(3, 2026, ['2026-08-17'])]),
      foldCalendar([set(4, 2027, ['2027-08-17'])]),
    ]
    expect(calendarAt(states, null)).toEqual(SEED_CALENDAR)
    const between = calendarAt(states, states[0]!.versions[0]!.stamp)
    expect(isWorkingDay(date('2026-08-18'), between)).toBe(false)
    expect(between.years.find(({ year }) => year === 2027)?.status).toBe('provisional')
    expect(lastChange(states)?.year.year).toBe(2027)
    expect(calendarAt(states, lastChange(states)!.stamp)).toEqual(officeCalendar(states))
    expect(lastChange([])).toBeNull()
  })
})

it('a year that rests on no act can only be provisional', () => {
  const none = { kk: '', ru: ' ' }
  const year = { year: 2028, days: [] }
  expect(YearSet.safeParse({ year: { ...year, status: 'approved' }, act: none }).success).toBe(false)
  expect(YearSet.safeParse({ year: { ...year, status: 'approved' }, act: { ...ACT, ru: '' } }).success).toBe(false)
  expect(YearSet.safeParse({ year: { ...year, status: 'approved' }, act: ACT }).success).toBe(true)
  expect(YearSet.safeParse({ year: { ...year, status: 'provisional' }, act: none }).success).toBe(true)
})
