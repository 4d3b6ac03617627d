import { figureOf } from '../report/day-figures.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { KeptDay } from './kept.ts'
import { daysOfPeriod, type PeriodCode, periodAYearBefore, periodBefore, periodOfDay } from './period.ts'

/** How far a forecast reaches on either side, in standard errors: nine of ten come true. */
const REACH = 1.645

/** Applications expected in the quarter after a period. Null figures: a year before tells nothing. */
export interface Forecast {
  readonly quarter: PeriodCode
  readonly expected: number | null
  readonly least: number | null
  readonly most: number | null
  /** Quarters of the past whose own forecast by the same rule was compared with what came. */
  readonly learntFrom: number
}

/**
 * The next quarter: as many as in the same quarter a year before. The range is `REACH` standard errors of that rule: what it was
 * wrong by in past quarters that have ended (root of the mean square), and never less than chance alone (the root of twice the
 * count, for two Poisson counts).
 */
export function forecastOf(counts: ReadonlyMap<PeriodCode, number>, period: PeriodCode, today: PlainDate): Forecast {
  const last = periodOfDay(daysOfPeriod(period).to, 'quarter')
  const quarter = periodBefore(last, -1)
  const hasEnded = (code: PeriodCode) => daysOfPeriod(code).to < today
  const known = [...counts.keys()].filter(code => hasEnded(code) && code <= last)
  const errors = known.flatMap(code => {
    const before = counts.get(periodAYearBefore(code))
    return before === undefined ? [] : [(counts.get(code) ?? 0) - before]
  })
  const base = periodAYearBefore(quarter)
  const expected = hasEnded(base) ? (counts.get(base) ?? null) : null
  if (expected === null) return { quarter, expected, least: null, most: null, learntFrom: errors.length }
  const square = errors.reduce((sum, error) => sum + error * error, 0) / Math.max(1, errors.length)
  const reach = REACH * Math.sqrt(Math.max(square, 2 * expected))
  return {
    quarter,
    expected,
    least: Math.max(0, Math.floor(expected - reach)),
    most: Math.ceil(expected + reach),
    learntFrom: errors.length,
  }
}

/** How many applications were registered in each quarter that has some. */
export function registeredByQuarter(kept: readonly KeptDay[]): Map<PeriodCode, number> {
  const counts = new Map<PeriodCode, number>()
  for (const { day, figures } of kept) {
    const count = figureOf(figures, 'registered')
    const code = periodOfDay(day, 'quarter')
    if (count > 0) counts.set(code, (counts.get(code) ?? 0) + count)
  }
  return counts
}
