import type { ScheduleState } from '../schedule/transitions.ts'
import { type Contribution, happened } from './contribution.ts'

/** What a month's schedule adds: each reception of the version that stands, on its day (clause 6). */
export function contributionsOfSchedule({ approved }: ScheduleState): Contribution[] {
  return (approved?.schedule.receptions ?? []).flatMap(({ date, officialId, kind, mode }) =>
    happened('planned', date, { official: officialId, kind, mode }),
  )
}
