import type { Period } from '#shared/compliance/model.ts'
import { addMonths, PlainDate, PlainMonth, rangeOfMonth, rangeOfQuarter } from '#shared/time/plain-date.ts'
import { quarterOf } from '../today/quarters.ts'

/** Periods that are asked for most. */
export const PERIODS = ['this_month', 'this_quarter', 'last_quarter'] as const
export type PeriodName = (typeof PERIODS)[number]

/** The days of a named period, as of a day. */
export function namedPeriod(name: PeriodName, today: PlainDate): Period {
  switch (name) {
    case 'this_month':
      return rangeOfMonth(PlainMonth.parse(today.slice(0, 7)))
    case 'this_quarter':
      return rangeOfQuarter(quarterOf(today))
    case 'last_quarter':
      return rangeOfQuarter(quarterOf(addMonths(today, -3)))
  }
}

/** The period of an address; this quarter where it names none. A last day before the first is not taken. */
export function periodOf({ from, to }: Readonly<Record<string, string>>, today: PlainDate): Period {
  const read = { from: PlainDate.safeParse(from).data, to: PlainDate.safeParse(to).data }
  const isWhole = read.from !== undefined && read.to !== undefined && read.from <= read.to
  return isWhole ? { from: read.from as PlainDate, to: read.to as PlainDate } : namedPeriod('this_quarter', today)
}
