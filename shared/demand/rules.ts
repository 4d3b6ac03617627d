import type { WorkCalendar } from '../calendar/model.ts'
import { isWorkingDay, nextWorkingDay, previousWorkingDay, unsureYearsBetween } from '../calendar/rules.ts'
import type { ProfileId } from '../office/model.ts'
import { findTerm } from '../regulation/terms.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Demand } from './model.ts'
import type { DemandState } from './transitions.ts'

/** Working days that are proposed for materials where no reception is near; the act sets none (clause 31). */
const USUAL_DAYS = 3

/**
 * The day proposed for materials made on a day: for a reception the working day before its briefing is to be written (clause
 * 26), where that is still ahead; else the third working day. Only proposed: a person says the day.
 */
export function proposedDue(
  on: PlainDate,
  reception: { readonly on: PlainDate; readonly profile: ProfileId } | null,
  calendar: WorkCalendar,
): PlainDate {
  const briefing =
    reception === null ? null : (findTerm('briefing', reception.profile, reception.on, calendar)?.by ?? null)
  if (briefing !== null) {
    const before = previousWorkingDay(briefing, calendar)
    if (before >= on) return before
  }
  return usualDue(on, reception?.on ?? null, calendar)
}

function usualDue(on: PlainDate, reception: PlainDate | null, calendar: WorkCalendar): PlainDate {
  let due = on
  for (let at = 0; at < USUAL_DAYS; at += 1) due = nextWorkingDay(due, calendar)
  // What is asked for a reception is of no use after it.
  if (reception === null || due < reception) return due
  const last = previousWorkingDay(reception, calendar)
  return last >= on ? last : on
}

/** Codes of what is told of a due day; a `stop` keeps the demand from being made. The sentence is `demand.fault.<code>`. */
export const DEMAND_FAULTS = ['due_before', 'due_day_off', 'due_unsure', 'after_reception'] as const

export interface DemandFault {
  readonly level: 'stop' | 'warning'
  readonly code: (typeof DEMAND_FAULTS)[number]
}

/** Looks at the days of a demand against the working calendar and the day of its reception. */
export function demandFaults(
  { on, dueOn }: Pick<Demand, 'on' | 'dueOn'>,
  reception: PlainDate | null,
  calendar: WorkCalendar,
): DemandFault[] {
  return [
    ...(dueOn < on ? [{ level: 'stop', code: 'due_before' } as const] : []),
    ...(isWorkingDay(dueOn, calendar) ? [] : [{ level: 'warning', code: 'due_day_off' } as const]),
    ...(unsureYearsBetween(on, dueOn, calendar).length > 0 ? [{ level: 'warning', code: 'due_unsure' } as const] : []),
    ...(reception !== null && dueOn >= reception ? [{ level: 'warning', code: 'after_reception' } as const] : []),
  ]
}

/** How a demand stands on a day. */
export type DemandStanding = 'open' | 'due_today' | 'overdue' | 'answered' | 'withdrawn'

/** How a demand stands on a day: of one that is open, by its due day. */
export function standingOf({ status, dueOn }: Pick<DemandState, 'status' | 'dueOn'>, today: PlainDate): DemandStanding {
  if (status === 'answered' || status === 'withdrawn') return status
  if (dueOn === null || dueOn > today) return 'open'
  return dueOn === today ? 'due_today' : 'overdue'
}
