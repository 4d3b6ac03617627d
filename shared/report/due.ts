import type { WorkCalendar } from '../calendar/model.ts'
import type { Office } from '../office/model.ts'
import { REPORT_DUE_DAY } from '../office/model.ts'
import type { ReportAddressee } from '../regulation/model.ts'
import { type CountedTerm, countFrom } from '../regulation/terms.ts'
import { type PlainDate, plainDate, Quarter, rangeOfQuarter } from '../time/plain-date.ts'

/**
 * The last day for the report of a quarter: so many working days after it, as the office has set. The acts demand it at least
 * once a quarter and name no day (clause 38; KZ-2026 points 40 and 41).
 */
export function reportDue(
  { reportDueDay }: Pick<Office, 'reportDueDay'>,
  quarter: Quarter,
  calendar: WorkCalendar,
): CountedTerm {
  const measure = { amount: reportDueDay ?? REPORT_DUE_DAY, unit: 'working_days', direction: 'after' } as const
  return countFrom(rangeOfQuarter(quarter).to, measure, calendar)
}

/** How far the report of a quarter has come. */
export interface StandingCovers {
  readonly quarter: Quarter
  readonly covers: readonly { readonly to: ReportAddressee; readonly sentOn: PlainDate | null }[]
}

/** A report that was not sent to everybody yet. */
export interface OwedReport {
  readonly quarter: Quarter
  readonly term: CountedTerm
  /** To how many it has still to go; null: no version stands. */
  readonly unsent: number | null
  /** Due before the office began to keep its records here: it may have gone out on paper. */
  readonly isBefore: boolean
}

export interface OwedBy {
  readonly today: PlainDate
  readonly office: Pick<Office, 'reportDueDay'>
  /** The first day of which the office has records here. */
  readonly since: PlainDate
  readonly calendar: WorkCalendar
  /** Quarters that have applications. */
  readonly counted: readonly Quarter[]
  readonly standing: readonly StandingCovers[]
}

/** So many ended quarters are looked back on. */
const LOOKED_BACK = 4

/**
 * Reports that are owed, the oldest first: of the last ended quarter where it has records or fell due while the office worked
 * here, and of those before it that fell due while it did.
 */
export function reportsOwed({ today, office, since, calendar, counted, standing }: OwedBy): OwedReport[] {
  const [last, ...before] = endedQuarters(today, LOOKED_BACK)
  return [last, ...before]
    .flatMap((quarter): OwedReport[] => {
      if (quarter === undefined) return []
      const term = reportDue(office, quarter, calendar)
      const isBefore = term.by < since
      const found = standing.find(one => one.quarter === quarter)
      if (isBefore && !(quarter === last && (counted.includes(quarter) || found !== undefined))) return []
      const unsent = found === undefined ? null : found.covers.filter(({ sentOn }) => sentOn === null).length
      return unsent === 0 ? [] : [{ quarter, term, unsent, isBefore }]
    })
    .reverse()
}

/** The last quarters that have ended by a day, the newest first. */
export function endedQuarters(today: PlainDate, most: number): Quarter[] {
  const quarters: Quarter[] = []
  for (let quarter = quarterBefore(quarterOfDay(today)); quarters.length < most; quarter = quarterBefore(quarter)) {
    quarters.push(quarter)
  }
  return quarters
}

/** The quarter a day lies in. */
export function quarterOfDay(day: PlainDate): Quarter {
  return Quarter.parse(`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`)
}

function quarterBefore(quarter: Quarter): Quarter {
  const year = Number(quarter.slice(0, 4))
  const number = Number(quarter.slice(6))
  return quarterOfDay(plainDate(number === 1 ? year - 1 : year, number === 1 ? 12 : number * 3 - 3, 1))
}
