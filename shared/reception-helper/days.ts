import type { ScheduleState } from '../schedule/transitions.ts'
import { type PlainDate, weekdayOf } from '../time/plain-date.ts'
import type { Helper } from './model.ts'

type Helping = Pick<Helper, 'kind' | 'days' | 'since' | 'until'>

/** The days on which somebody is received: by the version that stands of each month, else by its draft. */
export function receptionDays(schedules: readonly Pick<ScheduleState, 'approved' | 'draft'>[]): ReadonlySet<PlainDate> {
  return new Set(
    schedules.flatMap(({ approved, draft }) => (approved?.schedule ?? draft)?.receptions.map(({ date }) => date) ?? []),
  )
}

/**
 * Who helps visitors on a day: by a date or a weekday of theirs, within their term. A volunteer only on a day of receptions
 * (clause 16, KZ-2026 rule 28).
 */
export function helpersOn<T extends Helping>(day: PlainDate, helpers: readonly T[], days: ReadonlySet<PlainDate>): T[] {
  return helpers.filter(one => isTheirDay(one, day) && (one.kind !== 'volunteer' || days.has(day)))
}

/** The dates named for a volunteer on which nobody is received: they may not be taken (clause 16, KZ-2026 rule 28). */
export function datesWithoutReception({ kind, days }: Helping, reception: ReadonlySet<PlainDate>): PlainDate[] {
  return kind === 'volunteer' ? days.dates.filter(date => !reception.has(date)) : []
}

function isTheirDay({ days, since, until }: Helping, day: PlainDate): boolean {
  if ((since !== null && day < since) || (until !== null && until < day)) return false
  return days.dates.includes(day) || days.weekdays.includes(weekdayOf(day))
}
