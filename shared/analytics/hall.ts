import { officeDate, officeTime } from '../time/office-time.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { weekdayOf } from '../time/plain-date.ts'
import { recordOfDay } from '../visit/queue-record.ts'
import { quantile } from './exact.ts'
import type { AnalysedApplication, AnalysedVisit } from './facts.ts'
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

/** Arrivals and waits of the visits of a period. */
export function hallOf(visits: readonly AnalysedVisit[], promise: number): HallFigures {
  const came = visits.filter(({ state }) => state.arrivedAt !== null)
  const waits = came.flatMap(visit => waitOf(visit) ?? [])
  return {
    visitors: came.length,
    arrivals: arrivalsOf(came),
    called: waits.length,
    median: quantile(waits, 0.5),
    ninth: quantile(waits, 0.9),
    inTime: waits.filter(wait => wait <= promise).length,
    promise,
    leftUncalled: came.filter(({ state }) => state.status === 'left' && state.calls === 0).length,
  }
}

/** Minutes up to the first call that stood, less what the visitor came too early; null: never called. */
function waitOf(visit: AnalysedVisit): number | null {
  return recordOfDay([visit]).find(({ undone, reason }) => !undone && reason !== 'recall')?.waited ?? null
}

function arrivalsOf(visits: readonly AnalysedVisit[]): Arrivals[] {
  const counts = new Map<string, number>()
  for (const { state } of visits) {
    const at = Date.parse(state.arrivedAt ?? '')
    const key = `${weekdayOf(officeDate(at))} ${Number(officeTime(at).slice(0, 2))}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, visitors]) => {
    const [weekday = 0, hour = 0] = key.split(' ').map(Number)
    return { weekday, hour, visitors }
  })
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
