import { z } from 'zod'
import { addDays, addMonths, type PlainDate, plainDate } from '../time/plain-date.ts'

/** A period that is analysed: a quarter `2026-Q3`, half a year `2026-H2`, a year `2026`. */
export const PeriodCode = z.string().regex(/^[1-9]\d{3}(-Q[1-4]|-H[12])?$/)
export type PeriodCode = z.infer<typeof PeriodCode>

/** First and last day of a period, both included. */
export interface Days {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** Kinds of periods, shortest first. */
export const PERIOD_KINDS = ['quarter', 'half', 'year'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

const MONTHS = { quarter: 3, half: 6, year: 12 } as const

/** Months before a period that its own past is taken from: eight quarters. */
export const PAST_MONTHS = 24

/** What kind of period a code names. */
export function kindOfPeriod(code: PeriodCode): PeriodKind {
  return code.includes('Q') ? 'quarter' : code.includes('H') ? 'half' : 'year'
}

/** The days of a period. */
export function daysOfPeriod(code: PeriodCode): Days {
  const length = MONTHS[kindOfPeriod(code)]
  const from = plainDate(Number(code.slice(0, 4)), (Number(code.slice(6) || 1) - 1) * length + 1, 1)
  return { from, to: addDays(addMonths(from, length), -1) }
}

/** The period of a kind that a day lies in. */
export function periodOfDay(day: PlainDate, kind: PeriodKind): PeriodCode {
  const year = day.slice(0, 4)
  const part = Math.ceil(Number(day.slice(5, 7)) / MONTHS[kind])
  return kind === 'year' ? year : `${year}-${kind === 'quarter' ? 'Q' : 'H'}${part}`
}

/** The period so many steps before (negative: after) another of its kind. */
export function periodBefore(code: PeriodCode, steps: number): PeriodCode {
  const kind = kindOfPeriod(code)
  return periodOfDay(addMonths(daysOfPeriod(code).from, -steps * MONTHS[kind]), kind)
}

/** The same period a year before. */
export function periodAYearBefore(code: PeriodCode): PeriodCode {
  return periodBefore(code, 12 / MONTHS[kindOfPeriod(code)])
}

/** The periods of the same kind in the `PAST_MONTHS` before one, the latest first: eight quarters, four half-years, two years. */
export function pastOf(code: PeriodCode): PeriodCode[] {
  const count = PAST_MONTHS / MONTHS[kindOfPeriod(code)]
  return Array.from({ length: count }, (_, at) => periodBefore(code, at + 1))
}

/** Whether a day lies in a period. */
export function isWithin(day: PlainDate | null, { from, to }: Days): boolean {
  return day !== null && from <= day && day <= to
}
