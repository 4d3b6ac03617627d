import { type Figures, figureOf, partOf } from '../report/day-figures.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { countOf, quantile } from './exact.ts'
import type { AnalysedApplication, AnalysedVisit } from './facts.ts'
import { measuredIn } from './kept.ts'
import { type Days, isWithin } from './period.ts'

/** Visitors of a weekday (1: Monday) who came in an hour of the day. */
export interface Arrivals {
  readonly weekday: number
  readonly hour: number
  readonly visitors: number
}

/** The hall in a period. Minutes are whole; null where nothing was measured. */
export interface HallFigures {
  readonly visitors: number
  readonly arrivals: readonly Arrivals[]
  /** Visitors who were called (or received on paper), and their wait up to the first call. */
  readonly called: number
  readonly median: number | null
  readonly ninth: number | null
  /** Called within the promise, in minutes. */
  readonly inTime: number
  readonly promise: number
  /** Visitors who were never called and left. */
  readonly leftUncalled: number
}

/** Who did not come, of those who were expected. */
export interface NoShows {
  readonly expected: number
  readonly absent: number
}

/** Arrivals and waits of the hall, of the sum of a period. */
export function hallOf(sum: Figures, promise: number): HallFigures {
  const waits = measuredIn(sum, 'first_wait', 'minutes')
  return {
    visitors: figureOf(sum, 'came'),
    arrivals: partOf(sum, 'came', 'hour').map(([code, visitors]) => {
      const [weekday = 0, hour = 0] = code.split(' ').map(Number)
      return { weekday, hour, visitors }
    }),
    called: countOf(waits),
    median: quantile(waits, 0.5),
    ninth: quantile(waits, 0.9),
    inTime: countOf(new Map([...waits].filter(([wait]) => wait <= promise))),
    promise,
    leftUncalled: figureOf(sum, 'left_uncalled'),
  }
}

/** The days of the period on which somebody who had a time was not received: who came is found by the visits of these. */
export function daysOfAbsence(
  applications: readonly AnalysedApplication[],
  period: Days,
  today: PlainDate,
): Set<PlainDate> {
  return new Set(
    applications.flatMap(({ booked, received }) =>
      booked.filter(day => isWithin(day, period) && day < today && received !== day),
    ),
  )
}

/**
 * Times that were given on days of the period that have passed, and whose applicant neither came nor was received that day; of
 * imported rows those registered in the period that were received or did not come.
 */
export function noShowsOf(
  applications: readonly AnalysedApplication[],
  visits: readonly AnalysedVisit[],
  period: Days,
  today: PlainDate,
): NoShows {
  const came = new Set(
    visits.flatMap(({ state }) => (state.checkIn ? `${state.checkIn.application} ${state.checkIn.day}` : [])),
  )
  let [expected, absent] = [0, 0]
  for (const { id, imported, outcome, registered, received, booked } of applications) {
    if (imported && isWithin(registered, period)) {
      expected += outcome === 'received' || outcome === 'no_show' ? 1 : 0
      absent += outcome === 'no_show' ? 1 : 0
    }
    for (const day of booked) {
      if (!isWithin(day, period) || day >= today) continue
      expected += 1
      absent += came.has(`${id} ${day}`) || received === day ? 0 : 1
    }
  }
  return { expected, absent }
}
