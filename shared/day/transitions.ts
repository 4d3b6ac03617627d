import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import { type PlainDate, toDayNumber } from '../time/plain-date.ts'
import type { LeftOpen } from './model.ts'

export type DayStatus = 'open' | 'closed' | 'help_called'

/** What may be done next with a desk's day. Help is called at any time. */
export const DAY_ACTS = {
  open: ['day.closed', 'day.help_called'],
  closed: ['day.closed', 'day.help_called'],
  help_called: ['day.help_called', 'day.help_ended'],
} as const satisfies Record<DayStatus, readonly string[]>

/** A close of the day as it was made. */
export interface ClosedDay {
  /** Instant, UTC, ISO. */
  readonly at: string
  readonly user: string
  readonly open: readonly LeftOpen[]
}

/** A call for help: from where, when, and when it was over (null: it still is not). Instants are UTC, ISO. */
export interface HelpCalled {
  readonly room: string
  readonly at: string
  readonly user: string
  readonly endedAt: string | null
}

export interface DayState {
  readonly status: DayStatus
  /** Each close of the day, oldest first. */
  readonly closed: readonly ClosedDay[]
  readonly help: readonly HelpCalled[]
}

/** A desk's day: the fold of its actions. */
export function foldDay(actions: readonly Action[]): DayState {
  let state: DayState = { status: 'open', closed: [], help: [] }
  for (const action of inForce(actions)) {
    if ((DAY_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

/** Key of a desk's day. */
export function dayKey(day: PlainDate, installation: string): string {
  return `${toDayNumber(day)}-${installation}`
}

function after(state: DayState, action: Action): DayState {
  const { at, user } = action
  switch (action.type) {
    case 'day.closed': {
      const closed = [...state.closed, { at, user, open: bodyOf('day.closed', action).open }]
      return { ...state, status: 'closed', closed }
    }
    case 'day.help_called': {
      const call = { room: bodyOf('day.help_called', action).room, at, user, endedAt: null }
      return { ...state, status: 'help_called', help: [...state.help, call] }
    }
    case 'day.help_ended': {
      const help = state.help.map(call => (call.endedAt === null ? { ...call, endedAt: at } : call))
      return { ...state, status: state.closed.length > 0 ? 'closed' : 'open', help }
    }
    default:
      return state
  }
}
