import { z } from 'zod'

/**
 * A calendar date `YYYY-MM-DD` without time or zone. The law counts calendar dates, and an instant at midnight does not
 * exist on some days in Asia/Oral, so a `Date` is never made of it.
 */
export const PlainDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(text => isRealDate(text), 'date.unreal')
  .brand<'PlainDate'>()
export type PlainDate = z.infer<typeof PlainDate>

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

/** Gregorian leap year. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Number of days of a month, 1-12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isRealDate(text: string): boolean {
  const { year, month, day } = split(text)
  return year >= 1800 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

function split(text: string): { year: number; month: number; day: number } {
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8, 10)) }
}

/** Year, month 1-12 and day of a date. */
export function partsOf(date: PlainDate): { year: number; month: number; day: number } {
  return split(date)
}

/** A date of its parts, or null where no such day exists (31 June, year outside 1800-2200). */
export function findPlainDate(year: number, month: number, day: number): PlainDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const parsed = PlainDate.safeParse(text)
  return parsed.success ? parsed.data : null
}

/** A date of its parts. Throws where no such day exists. */
export function plainDate(year: number, month: number, day: number): PlainDate {
  const found = findPlainDate(year, month, day)
  if (!found) throw new RangeError(`no such day: ${year}-${month}-${day}`)
  return found
}

/** Days since 1970-01-01 (negative before). Proleptic Gregorian, no zone. */
export function toEpochDay(date: PlainDate): number {
  const { year, month, day } = partsOf(date)
  const before = year - 1
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  const dayOfYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + day
  return before * 365 + leaps + dayOfYear - 719163
}

/** The date of an epoch day (inverse of `toEpochDay`). */
export function fromEpochDay(epochDay: number): PlainDate {
  // Days are counted from 0000-03-01 so that the leap day ends a year; 400 years are 146,097 days.
  const shifted = epochDay + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return plainDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromEpochDay(toEpochDay(date) + days)
}

/** The same day `months` later (earlier when negative), or the month's last day where that day does not exist. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return plainDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** ISO weekday: 1 Monday ... 7 Sunday. */
export function weekdayOf(date: PlainDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const index = (((toEpochDay(date) + 3) % 7) + 7) % 7
  return (index + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

/** The number `yyyymmdd` by which the store orders dates. */
export function toDayNumber(date: PlainDate): number {
  const { year, month, day } = partsOf(date)
  return year * 10000 + month * 100 + day
}

/** The date of a number `yyyymmdd`. Throws where it is not a date. */
export function fromDayNumber(dayNumber: number): PlainDate {
  return plainDate(Math.floor(dayNumber / 10000), Math.floor(dayNumber / 100) % 100, dayNumber % 100)
}

/** Wall-clock time `HH:MM`, 00:00-23:59. */
export const PlainTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand<'PlainTime'>()
export type PlainTime = z.infer<typeof PlainTime>

/** Minutes since midnight. */
export function minutesOf(time: PlainTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** A month `YYYY-MM`. */
export const PlainMonth = z
  .string()
  .regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/)
  .brand<'PlainMonth'>()
export type PlainMonth = z.infer<typeof PlainMonth>

/** A quarter `YYYY-Qn`, n 1-4. */
export const Quarter = z
  .string()
  .regex(/^(19|20|21)\d{2}-Q[1-4]$/)
  .brand<'Quarter'>()
export type Quarter = z.infer<typeof Quarter>

/** First and last day of a quarter. */
export function rangeOfQuarter(quarter: Quarter): { from: PlainDate; to: PlainDate } {
  const year = Number(quarter.slice(0, 4))
  const lastMonth = Number(quarter.slice(6)) * 3
  return { from: plainDate(year, lastMonth - 2, 1), to: plainDate(year, lastMonth, daysInMonth(year, lastMonth)) }
}

/** The same quarter of the year before. */
export function quarterAYearBefore(quarter: Quarter): Quarter {
  return Quarter.parse(`${Number(quarter.slice(0, 4)) - 1}${quarter.slice(4)}`)
}

/** First and last day of a month. */
export function rangeOfMonth(month: PlainMonth): { from: PlainDate; to: PlainDate } {
  const year = Number(month.slice(0, 4))
  const index = Number(month.slice(5))
  return { from: plainDate(year, index, 1), to: plainDate(year, index, daysInMonth(year, index)) }
}
