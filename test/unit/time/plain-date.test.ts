import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { readDate } from '#shared/import/date-cell.ts'
import {
  addDays,
  daysInMonth,
  findPlainDate,
  fromDayNumber,
  fromEpochDay,
  isLeapYear,
  PlainDate,
  PlainMonth,
  plainDate,
  Quarter,
  quarterAYearBefore,
  rangeOfMonth,
  rangeOfQuarter,
  toDayNumber,
  toEpochDay,
  weekdayOf,
} from '#shared/time/plain-date.ts'

const FIRST = toEpochDay(plainDate(1930, 1, 1))
const LAST = toEpochDay(plainDate(2030, 12, 31))

describe('every day of 1930-2030', () => {
  test('goes round through epoch day, day number, text and the styles of an office', () => {
    for (let day = FIRST; day <= LAST; day += 1) {
      const date = fromEpochDay(day)
      // `Date` in UTC knows no zone: the one place where it may check us.
      if (date !== new Date(day * 86_400_000).toISOString().slice(0, 10)) expect.fail(`day ${day} is ${date}`)
      if (toEpochDay(date) !== day || fromDayNumber(toDayNumber(date)) !== date) expect.fail(date)
      if (weekdayOf(date) !== (new Date(day * 86_400_000).getUTCDay() || 7)) expect.fail(date)
      const read = readDate(`${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`)
      const serial = readDate({ serial: day + 25569 })
      if (read.kind !== 'date' || read.date !== date || serial.kind !== 'date' || serial.date !== date)
        expect.fail(date)
    }
    expect(LAST - FIRST).toBe(36889)
  })

  test.each(['Asia/Oral', 'UTC', 'America/St_Johns'])('is the same where the clock stands in %s', zone => {
    const file = new URL('../../../shared/import/date-cell.ts', import.meta.url).href
    const dates = new URL('../../../shared/time/plain-date.ts', import.meta.url).href
    const script = `
      const { readDate } = await import('${file}')
      const { fromEpochDay, toEpochDay } = await import('${dates}')
      let sum = 0
      for (let day = ${FIRST}; day <= ${LAST}; day += 1) {
        const read = readDate({ serial: day + 25569 })
        const again = read.kind === 'date' ? readDate(read.date) : read
        if (again.kind === 'date' && toEpochDay(again.date) === day && fromEpochDay(day) === again.date) sum += 1
      }
      process.stdout.write(sum + ' ' + Intl.DateTimeFormat().resolvedOptions().timeZone)`
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
    })
    expect(String(out)).toBe(`${LAST - FIRST + 1} ${zone}`)
  })
})

describe('days that do not exist', () => {
  test.each([
    '2026-02-29',
    '2026-06-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1799-12-31',
    '2201-01-01',
    '26-01-01',
    '2026-1-1',
    '',
  ])('%s', text => {
    expect(PlainDate.safeParse(text).success).toBe(false)
  })

  test('are missed or thrown', () => {
    expect(findPlainDate(2026, 2, 29)).toBeNull()
    expect(findPlainDate(2026, 1.5, 1)).toBeNull()
    expect(() => plainDate(2026, 6, 31)).toThrow(RangeError)
    expect(() => fromDayNumber(20260631)).toThrow(RangeError)
  })
})

test('leap years, months, sums of days', () => {
  expect([1900, 2000, 2024, 2026].map(isLeapYear)).toEqual([false, true, true, false])
  expect(daysInMonth(2024, 2)).toBe(29)
  expect(addDays(plainDate(2024, 2, 28), 2)).toBe('2024-03-01')
  expect(addDays(plainDate(2026, 1, 1), -1)).toBe('2025-12-31')
  expect(weekdayOf(plainDate(2026, 11, 22))).toBe(7)
})

test('quarters and months', () => {
  expect(rangeOfQuarter(Quarter.parse('2026-Q3'))).toEqual({ from: '2026-07-01', to: '2026-09-30' })
  expect(rangeOfQuarter(Quarter.parse('2026-Q1'))).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect(quarterAYearBefore(Quarter.parse('2026-Q3'))).toBe('2025-Q3')
  expect(rangeOfMonth(PlainMonth.parse('2024-02'))).toEqual({ from: '2024-02-01', to: '2024-02-29' })
})
