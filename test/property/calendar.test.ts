import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CalendarDay, WorkCalendar } from '#shared/calendar/model.ts'
import { addWorkingDays, isWorkingDay } from '#shared/calendar/rules.ts'
import { addDays, type PlainDate, plainDate, toEpochDay } from '#shared/time/plain-date.ts'

const SEED = 20261122
const FIRST = plainDate(2015, 1, 1)
const LAST = plainDate(2034, 12, 31)
const SPAN = toEpochDay(LAST) - toEpochDay(FIRST)

/** An independent model: a flat list of the working days of twenty years, made with the platform's own UTC dates. */
function workingDaysOf(marks: ReadonlyMap<string, CalendarDay['mark']>): string[] {
  const days: string[] = []
  const end = Date.UTC(2034, 11, 31)
  for (let time = Date.UTC(2015, 0, 1); time <= end; time += 86_400_000) {
    const instant = new Date(time)
    const text = instant.toISOString().slice(0, 10)
    const weekend = instant.getUTCDay() === 0 || instant.getUTCDay() === 6
    const mark = marks.get(text)
    if (mark === 'working_moved' || (!weekend && mark !== 'holiday' && mark !== 'day_off_moved')) days.push(text)
  }
  return days
}

function calendarOf(marks: ReadonlyMap<string, CalendarDay['mark']>): WorkCalendar {
  const years = new Map<number, object[]>()
  for (const [date, mark] of marks) {
    const year = Number(date.slice(0, 4))
    const row = { date, mark, key: 'made_up', name: { kk: '', ru: '' }, act: { kk: '', ru: '' } }
    years.set(year, [...(years.get(year) ?? []), row])
  }
  return WorkCalendar.parse({ years: [...years].map(([year, days]) => ({ year, status: 'approved', days })) })
}

const anyDate = fc.integer({ min: 0, max: SPAN }).map(index => addDays(FIRST, index))
const anyMarks = fc
  .array(fc.tuple(anyDate, fc.constantFrom('holiday', 'day_off_moved', 'working_moved', 'short')), { maxLength: 300 })
  .map(rows => new Map<string, CalendarDay['mark']>(rows as [PlainDate, CalendarDay['mark']][]))

test('counting working days agrees with a plain list of twenty years, forward and backward', () => {
  fc.assert(
    fc.property(
      anyMarks,
      fc.array(fc.tuple(anyDate, fc.integer({ min: -40, max: 40 })), { minLength: 40, maxLength: 60 }),
      (marks, cases) => {
        const calendar = calendarOf(marks)
        const list = workingDaysOf(marks)
        for (const [event, count] of cases) {
          if (count === 0) continue
          const after = list.findIndex(day => day > event)
          const before = list.findLastIndex(day => day < event)
          const expected = count > 0 ? list[after + count - 1] : list[before + count + 1]
          if (expected === undefined || (count > 0 && after < 0)) continue
          const counted = addWorkingDays(event, count, calendar)
          expect(counted.date).toBe(expected)
          const passed = Math.abs(toEpochDay(counted.date) - toEpochDay(event))
          expect(counted.skipped.length).toBe(passed - Math.abs(count))
          expect(counted.skipped.every(day => !isWorkingDay(day.date, calendar))).toBe(true)
        }
      },
    ),
    { seed: SEED, numRuns: 60 },
  )
})

test('there and back: n working days after a working day, then n before it', () => {
  fc.assert(
    fc.property(anyMarks, anyDate, fc.integer({ min: 1, max: 60 }), (marks, event, count) => {
      const calendar = calendarOf(marks)
      fc.pre(isWorkingDay(event, calendar))
      const there = addWorkingDays(event, count, calendar).date
      expect(addWorkingDays(there, -count, calendar).date).toBe(event)
    }),
    { seed: SEED, numRuns: 200 },
  )
})
