import type { EntityId } from '../change/action.ts'
import type { ClauseRef } from '../regulation/model.ts'
import type { ScheduleFindingKind } from '../schedule/finding-kinds.ts'
import { findingsOf } from '../schedule/findings.ts'
import { PlainMonth } from '../time/plain-date.ts'
import { lookOver } from './looked-over.ts'
import type { Plan } from './model.ts'
import { placedIn } from './placed.ts'
import type { WhyFallen } from './stands.ts'

/** What does not go together in a plan: of receptions a finding about the schedule, of persons why a time does not stand. */
export interface Conflict {
  readonly code: ScheduleFindingKind | WhyFallen
  readonly severity: 'error' | 'warning'
  /** Number of the clause of the regulation, and of an application's own act; empty or null where it is silent. */
  readonly clause: ClauseRef | null
  readonly officialId: string
  readonly receptions: readonly string[]
  readonly applications: readonly EntityId[]
  readonly params: Readonly<Record<string, string | number>>
}

/** Findings that are about the whole month and not about what meets. */
const OF_MONTH: ReadonlySet<ScheduleFindingKind> = new Set([
  'no_monthly_reception',
  'without_rule',
  'without_hours',
  'year_provisional',
  'year_missing',
  'no_free_day',
  'restricted_day',
])

/**
 * Everything that meets in a plan from today on: officials, rooms, links, non-working days, absences, restrictions, periods in
 * office, and persons whose time does not stand. The words are those of `schedule.finding.<code>` and `plan.why.<code>`.
 */
export function conflictsOf(plan: Plan): Conflict[] {
  return [...ofReceptions(plan), ...ofPeople(plan)]
}

function ofReceptions(plan: Plan): Conflict[] {
  const { officials, calendar, profile, absences, restrictions, today } = plan
  const coming = plan.receptions.filter(({ date }) => date >= today)
  const months = [...new Set(coming.map(({ date }) => date.slice(0, 7)))].sort()
  return months.flatMap(text => {
    const month = PlainMonth.parse(text)
    const receptions = coming.filter(({ date }) => date.startsWith(month))
    return findingsOf({ month, receptions }, officials, calendar, { profile, absences, restrictions, today })
      .filter(({ kind }) => !OF_MONTH.has(kind))
      .map(({ kind, severity, clause, officialId, receptionIds, params }) => ({
        code: kind,
        severity,
        clause: clause === '' ? null : { act: 'regulation' as const, clause },
        officialId,
        receptions: receptionIds,
        applications: [],
        params,
      }))
  })
}

function ofPeople(plan: Plan): Conflict[] {
  return placedIn(lookOver(plan)).toCall.map(({ person, code, clause }) => ({
    code,
    severity: 'error',
    clause,
    officialId: person.booking.officialId,
    receptions: person.booking.reception === null ? [] : [person.booking.reception],
    applications: [person.application],
    params: { date: person.booking.date },
  }))
}
