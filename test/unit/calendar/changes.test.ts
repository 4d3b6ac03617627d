import { describe, expect, it } from 'vitest'
import { isSameYear, rowChanges } from '#shared/calendar/changes.ts'
import { calendarFindings, proposedYear } from '#shared/calendar/findings.ts'
import type { CalendarDay, CalendarYear } from '#shared/calendar/model.ts'
import { lastChange } from '#shared/calendar/office-calendar.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { foldCalendar } from '#shared/calendar/transitions.ts'
import { sampleAction } from '../change/sample-actions.ts'

const YEAR = SEED_CALENDAR.years.find(({ year }) => year === 2026)!
const FIRST = YEAR.days[0]!
const with0 = (change: Partial<CalendarDay>): CalendarYear => ({
  ...YEAR,
  days: [{ ...FIRST, ...change }, ...YEAR.days.slice(1)],
})
const inDateOrder = (dates: readonly string[]) => expect(dates).toEqual([...dates].sort())

describe('no change of a year goes unseen', () => {
  it.each<[string, Partial<CalendarDay>]>([
    ['the mark', { mark: 'short' }],
    ['the key', { key: 'own_day' }],
    ['the Kazakh name', { name: { ...FIRST.name, kk: 'Басқа' } }],
    ['the Russian name', { name: { ...FIRST.name, ru: 'Другой' } }],
    ['the Kazakh act', { act: { ...FIRST.act, kk: 'Басқа' } }],
    ['the Russian act', { act: { ...FIRST.act, ru: 'Другой' } }],
  ])('of %s of a row', (_, change) => {
    expect(rowChanges(YEAR, with0(change))).toEqual([
      { date: FIRST.date, before: FIRST, after: { ...FIRST, ...change } },
    ])
    expect(isSameYear(YEAR, with0(change))).toBe(false)
  })

  it('of a word that only moved from one text of a row to the next', () => {
    const [a, b] = [with0({ name: { kk: 'ab', ru: 'c' } }), with0({ name: { kk: 'a', ru: 'bc' } })]
    expect(rowChanges(a, b)).toHaveLength(1)
  })

  it('of a row that came or went, by date', () => {
    const without = { ...YEAR, days: YEAR.days.slice(1) }
    expect(rowChanges(YEAR, without)).toEqual([{ date: FIRST.date, before: FIRST, after: null }])
    expect(rowChanges(without, YEAR)).toEqual([{ date: FIRST.date, before: null, after: FIRST }])
    const all = rowChanges(null, { ...YEAR, days: [...YEAR.days].reverse() })
    expect(all).toHaveLength(YEAR.days.length)
    inDateOrder(all.map(({ date }) => date))
  })

  it('of its status; and the same rows in another order are no change', () => {
    expect(isSameYear(YEAR, { ...YEAR, status: 'provisional' })).toBe(false)
    expect(isSameYear(YEAR, { ...YEAR, days: [...YEAR.days].reverse() })).toBe(true)
    expect([isSameYear(null, null), isSameYear(YEAR, null), isSameYear(null, YEAR)]).toEqual([true, false, false])
  })
})

describe('a year of the calendar', () => {
  it('is told of in the order of its dates, whatever the order of the rows', () => {
    const bare = { ...YEAR, days: YEAR.days.filter(({ mark }) => mark === 'holiday').reverse() }
    const dates = calendarFindings(bare).flatMap(one => ('date' in one ? [one.date] : []))
    expect(dates.length).toBeGreaterThan(3)
    inDateOrder(dates)
  })

  it('is proposed by date, also where the year before it is not', () => {
    inDateOrder(proposedYear({ ...YEAR, days: [...YEAR.days].reverse() }).days.map(({ date }) => date))
  })

  it('is absent until it is set, and nothing but being set makes a version', () => {
    const body = { year: { year: 2028, status: 'provisional', days: [] }, act: { kk: '', ru: '' } }
    const action = (at: number, type: string) => sampleAction(at, 'calendar', '2028', type, body)
    expect(foldCalendar([])).toEqual({ status: 'absent', versions: [] })
    expect(foldCalendar([action(2, 'calendar.later_kind')]).status).toBe('absent')
    expect(foldCalendar([action(1, 'calendar.year_set')]).status).toBe('set')
  })

  it('that was set last is the last change, whatever order the years are read in', () => {
    const state = (at: number, year: number) =>
      foldCalendar([
        sampleAction(at, 'calendar', String(year), 'calendar.year_set', {
          ...{ year: { year, status: 'provisional', days: [] }, act: { kk: '', ru: '' } },
        }),
      ])
    const [older, newer] = [state(1, 2029), state(2, 2028)]
    expect([lastChange([older, newer]), lastChange([newer, older])].map(one => one?.year.year)).toEqual([2028, 2028])
  })
})
