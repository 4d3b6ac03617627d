import { type Action, type ActionId, inOrder } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { MonthSchedule } from './model.ts'

export type ScheduleStatus = 'none' | 'drafted' | 'approved'

/** What may be done next with a month's schedule. An approved one may be drafted anew; every version is kept. */
export const SCHEDULE_ACTS = {
  none: ['schedule.drafted', 'schedule.approved'],
  drafted: ['schedule.drafted', 'schedule.approved'],
  approved: ['schedule.drafted', 'schedule.approved'],
} as const satisfies Record<ScheduleStatus, readonly string[]>

export interface ApprovedSchedule {
  readonly action: ActionId
  readonly schedule: MonthSchedule
  readonly approvedBy: string
  readonly approvedOn: PlainDate
}

export interface ScheduleState {
  readonly status: ScheduleStatus
  /** The draft being worked on, null once approved. */
  readonly draft: MonthSchedule | null
  readonly approved: ApprovedSchedule | null
  /** Approved versions, oldest first. */
  readonly versions: readonly ApprovedSchedule[]
  /** Two desks approved on the same head while apart: a person has to look. */
  readonly approvedTwice: boolean
}

/** A month's schedule: last draft, last approved version and all versions. */
export function foldSchedule(actions: readonly Action[]): ScheduleState {
  let state: ScheduleState = { status: 'none', draft: null, approved: null, versions: [], approvedTwice: false }
  const approvedOn = new Set<string>()
  for (const action of inOrder(actions)) {
    if (action.type === 'schedule.drafted') {
      state = { ...state, status: 'drafted', draft: bodyOf('schedule.drafted', action).schedule }
    } else if (action.type === 'schedule.approved') {
      const { schedule, approvedBy, approvedOn: date } = bodyOf('schedule.approved', action)
      const version: ApprovedSchedule = { action: action.id, schedule, approvedBy, approvedOn: date }
      const base = action.basedOn ?? ''
      state = {
        status: 'approved',
        draft: null,
        approved: version,
        versions: [...state.versions, version],
        approvedTwice: approvedOn.has(base),
      }
      approvedOn.add(base)
    }
  }
  return state
}
