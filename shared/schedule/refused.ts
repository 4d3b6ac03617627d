import type { Plan } from '../plan/model.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { isAgainstRestriction } from './by-video.ts'
import { compareSchedules } from './compare.ts'
import type { MonthSchedule, Reception } from './model.ts'

/** What no version of a schedule may bring in, and the day it does. */
export interface ScheduleRefusal {
  readonly code: 'hours_order' | 'no_instruction' | 'restricted'
  readonly date: PlainDate
}

interface Asked {
  /** The version that is changed; null: all is approved anew. */
  readonly before: MonthSchedule | null
  readonly restrictions: Plan['restrictions']
  readonly today: PlainDate
}

/**
 * Why receptions of a schedule may not be: they end before they begin, are off the schedule without the akim's instruction
 * (clause 8), or are in person on a day to come on which reception is by video alone (clause 13; KZ-2026 rule 25). Of a change
 * only what it changes is judged; days that have passed stay as they were held.
 */
export function refusedReception(
  schedule: MonthSchedule,
  { before, restrictions, today }: Asked,
): ScheduleRefusal | null {
  for (const reception of judged(schedule, before)) {
    const { date } = reception
    const code = faultOf(reception)
    if (code !== null) return { code, date }
    if (isAgainstRestriction(reception, { restrictions, today })) return { code: 'restricted', date }
  }
  return null
}

function judged(schedule: MonthSchedule, before: MonthSchedule | null): readonly Reception[] {
  if (before === null) return schedule.receptions
  return compareSchedules(before, schedule).flatMap(({ after }) => after ?? [])
}

function faultOf({ from, to, kind, instruction }: Reception): 'hours_order' | 'no_instruction' | null {
  if (from >= to) return 'hours_order'
  return kind === 'off_schedule' && instruction === null ? 'no_instruction' : null
}
