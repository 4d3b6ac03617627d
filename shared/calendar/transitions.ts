import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Stamp } from '../time/stamp.ts'
import type { YearSet } from './model.ts'

export type CalendarStatus = 'absent' | 'set'

/** What may be done next with a year of the calendar: it may always be set anew, and every version is kept. */
export const CALENDAR_ACTS = {
  absent: ['calendar.year_set'],
  set: ['calendar.year_set'],
} as const satisfies Record<CalendarStatus, readonly string[]>

/** A year as it was set: with what it rests on, when and by whom. */
export interface YearVersion extends YearSet {
  readonly on: PlainDate
  readonly by: string
  readonly stamp: Stamp
}

export interface CalendarState {
  readonly status: CalendarStatus
  /** All versions of the year, oldest first; the last one holds. */
  readonly versions: readonly YearVersion[]
}

/** A year of the calendar with all its versions. */
export function foldCalendar(actions: readonly Action[]): CalendarState {
  const versions = inForce(actions)
    .filter(action => action.type === 'calendar.year_set')
    .map(action => ({
      ...bodyOf('calendar.year_set', action),
      on: action.date,
      by: action.user,
      stamp: action.stamp,
    }))
  return { status: versions.length === 0 ? 'absent' : 'set', versions }
}
