import { profileOf, profileOn } from '../regulation/profile.ts'
import { reportEntity } from '../report/addressees.ts'
import { endedQuarters, quarterOfDay, reportDue } from '../report/due.ts'
import { type Quarter, rangeOfQuarter } from '../time/plain-date.ts'
import type { Asked, Check, ComplianceFacts } from './facts.ts'
import type { CheckedRecord } from './model.ts'
import { recordOf, stateBy } from './record.ts'

/** Quarters looked at before the last that has ended: reports of a period fall due in the one after it. */
const MOST_QUARTERS = 40

/**
 * Every quarter that has ended has a report that was sent to each of those a clause names (clause 38; points 40 and 41): by
 * the day the office has set, as the acts set none. What fell due before the office kept records here is not judged, unless
 * a version was frozen here.
 */
export function reportsSent(clause: string): Check {
  return (facts, asked) => {
    const { reportTo, reportLetters } = profileOf(asked.profile)
    const named = reportTo.filter(to => reportLetters[to]?.clause.clause === clause)
    return quartersOf(asked).flatMap(quarter => {
      if (profileOn(facts.office, rangeOfQuarter(quarter).to) !== asked.profile) return []
      return named.flatMap(to => recordsOf(facts, asked, quarter, to))
    })
  }
}

function recordsOf(
  { office, calendar, since, reports }: ComplianceFacts,
  { today }: Asked,
  quarter: Quarter,
  to: ReturnType<typeof profileOf>['reportTo'][number],
): CheckedRecord[] {
  const { by } = reportDue(office, quarter, calendar)
  const report = reports.find(one => one.quarter === quarter)
  if (by < since && report === undefined) return []
  const cover = report?.covers.find(one => one.to === to)
  const on = cover?.sentOn ?? null
  // One that fell due on paper, before the office worked here, is not late here.
  const state = by < since ? (on === null ? 'due' : 'kept') : stateBy(by, on, today)
  const entity = cover?.letter ?? reportEntity(quarter)
  return [recordOf({ duty: `report_${to}`, state, entity, day: by, by, on })]
}

/** Ended quarters whose reports may fall due in the period. */
function quartersOf({ period, today }: Asked): Quarter[] {
  const first = quarterOfDay(period.from)
  return endedQuarters(today, MOST_QUARTERS).filter(
    quarter => rangeOfQuarter(quarter).to >= rangeOfQuarter(first).from || isJustBefore(quarter, first),
  )
}

function isJustBefore(quarter: Quarter, first: Quarter): boolean {
  return endedQuarters(rangeOfQuarter(first).from, 2).includes(quarter)
}
