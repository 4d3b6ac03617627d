import type { WorkCalendar } from '../calendar/model.ts'
import type { ProfileId } from '../office/model.ts'
import type { Official } from '../official/model.ts'
import { type LookedOver, lookOver } from '../plan/looked-over.ts'
import type { Plan } from '../plan/model.ts'
import { type PlainDate, rangeOfMonth } from '../time/plain-date.ts'
import type { MonthSchedule, Reception } from './model.ts'

/** What else is known when a schedule is looked at. What is not given is not looked at; the default act is the regulation. */
export interface ScheduleFacts {
  readonly profile?: ProfileId
  readonly officials?: readonly Official[]
  readonly absences?: Plan['absences']
  readonly restrictions?: Plan['restrictions']
  /** Receptions that stand beside those of the schedule. */
  readonly others?: readonly Reception[]
  /** Names of the video links of the directory. */
  readonly links?: readonly string[]
  /** What was held before it stays as it was held; not given: all days are to come. */
  readonly today?: PlainDate
}

/** A schedule looked over with what is known beside it. */
export function lookOverSchedule(
  schedule: MonthSchedule,
  calendar: WorkCalendar,
  { officials = [], absences = [], restrictions = [], others = [], profile = 'WKO-2020/2023' }: ScheduleFacts,
): LookedOver {
  return lookOver({
    officials,
    receptions: [...schedule.receptions, ...others],
    people: [],
    absences,
    restrictions,
    calendar,
    today: rangeOfMonth(schedule.month).from,
    profile,
    lunch: null,
  })
}
