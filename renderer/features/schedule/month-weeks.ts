import type { WorkCalendar } from '#shared/calendar/model.ts'
import { isWorkingDay } from '#shared/calendar/rules.ts'
import { daysOf } from '#shared/schedule/reception-days.ts'
import { addDays, type PlainDate, type PlainMonth, rangeOfMonth, weekdayOf } from '#shared/time/plain-date.ts'

/** The weeks of a month from Monday; null where the day is of another month. */
export function weeksOf(month: PlainMonth): (PlainDate | null)[][] {
  const days = daysOf(month)
  const [first] = days
  const before = first === undefined ? 0 : weekdayOf(first) - 1
  const cells = [...Array.from({ length: before }, () => null), ...days]
  const weeks: (PlainDate | null)[][] = []
  for (let start = 0; start < cells.length; start += 7) {
    const week = cells.slice(start, start + 7)
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)])
  }
  return weeks
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The day an arrow, Home or End leads to from a day, within its month; null for another key. */
export function dayAfterKey(key: string, day: PlainDate, month: PlainMonth): PlainDate | null {
  const { from, to } = rangeOfMonth(month)
  const within = (date: PlainDate) => (date < from ? from : date > to ? to : date)
  if (key === 'Home') return within(addDays(day, 1 - weekdayOf(day)))
  if (key === 'End') return within(addDays(day, 7 - weekdayOf(day)))
  const step = STEPS[key]
  return step === undefined ? null : within(addDays(day, step))
}

/**
 * The working day to which an arrow with Ctrl takes a reception: left and right the nearest one, up and down the same weekday
 * of another week. Null where the month has none that way, or for another key.
 */
export function workingDayAfterKey(
  key: string,
  day: PlainDate,
  month: PlainMonth,
  calendar: WorkCalendar,
): PlainDate | null {
  const step = STEPS[key]
  if (step === undefined) return null
  const { from, to } = rangeOfMonth(month)
  for (let at = addDays(day, step); from <= at && at <= to; at = addDays(at, step)) {
    if (isWorkingDay(at, calendar)) return at
  }
  return null
}
