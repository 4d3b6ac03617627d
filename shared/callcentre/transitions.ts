import type { Moment } from '../application/working-time.ts'
import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { CallCentreMode, Interruption } from './model.ts'

export type CallCentreStatus = 'absent' | 'mode' | 'mode_ended' | 'interrupted' | 'restored' | 'taken_back'

/** What may be done next: a mode and an interruption are each an entity of its own. */
export const CALL_CENTRE_ACTS = {
  absent: ['callcentre.declared', 'callcentre.interrupted'],
  mode: ['callcentre.ended', 'callcentre.taken_back'],
  mode_ended: ['callcentre.taken_back'],
  interrupted: ['callcentre.rerouted', 'callcentre.restored', 'callcentre.taken_back'],
  restored: ['callcentre.rerouted', 'callcentre.taken_back'],
  taken_back: [],
} as const satisfies Record<CallCentreStatus, readonly string[]>

export interface CallCentreState {
  readonly status: CallCentreStatus
  /** A mode with the last of its days as it stands; null of an interruption. */
  readonly mode: CallCentreMode | null
  /** An interruption with the way that was said last; null of a mode. */
  readonly interruption: Interruption | null
  /** When calls were taken again; null: they are not. */
  readonly restored: Moment | null
  /** Legal date it was entered, and by whom. */
  readonly on: PlainDate | null
  readonly by: string | null
}

const ABSENT: CallCentreState = {
  status: 'absent',
  mode: null,
  interruption: null,
  restored: null,
  on: null,
  by: null,
}

/** A mode of the call centre, or an interruption of its work. */
export function foldCallCentre(actions: readonly Action[]): CallCentreState {
  let state = ABSENT
  for (const action of inForce(actions)) {
    if ((CALL_CENTRE_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

/** Whether a mode holds on a day, its first and its last included. */
export function holdsOn({ status, mode }: CallCentreState, day: PlainDate): boolean {
  if (mode === null || (status !== 'mode' && status !== 'mode_ended')) return false
  return mode.from <= day && (mode.to === null || day <= mode.to)
}

/** Whether the last planned day of a mode is over and nobody has said that it ended: it is counted up to that day. */
export function isOverrun({ status, mode }: Pick<CallCentreState, 'status' | 'mode'>, today: PlainDate): boolean {
  return status === 'mode' && mode !== null && mode.to !== null && mode.to < today
}

function after(state: CallCentreState, action: Action): CallCentreState {
  const entered = { on: action.date, by: action.user }
  switch (action.type) {
    case 'callcentre.declared':
      return { ...ABSENT, status: 'mode', mode: bodyOf('callcentre.declared', action).mode, ...entered }
    case 'callcentre.ended':
      return ended(state, bodyOf('callcentre.ended', action).to)
    case 'callcentre.interrupted': {
      const { interruption } = bodyOf('callcentre.interrupted', action)
      return { ...ABSENT, status: 'interrupted', interruption, ...entered }
    }
    case 'callcentre.rerouted': {
      if (state.interruption === null) return state
      return { ...state, interruption: { ...state.interruption, way: bodyOf('callcentre.rerouted', action).way } }
    }
    case 'callcentre.restored':
      return { ...state, status: 'restored', restored: bodyOf('callcentre.restored', action).to }
    case 'callcentre.taken_back':
      return { ...state, status: 'taken_back' }
    default:
      return state
  }
}

/** A mode does not end before it began. */
function ended(state: CallCentreState, to: PlainDate): CallCentreState {
  if (state.mode === null || to < state.mode.from) return state
  return { ...state, status: 'mode_ended', mode: { ...state.mode, to } }
}
