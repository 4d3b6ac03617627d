import { type Action, inOrder } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Confirmed } from './model.ts'

export type DestructionStatus = 'absent' | 'confirmed' | 'completed'

/** Confirmed, it goes to its end by itself; only then it is told as done. Nothing takes it back. */
export const DESTRUCTION_ACTS = {
  absent: ['destruction.confirmed'],
  confirmed: ['destruction.completed'],
  completed: [],
} as const satisfies Record<DestructionStatus, readonly string[]>

export interface DestructionState {
  readonly status: DestructionStatus
  readonly confirmed: (Confirmed & { readonly on: PlainDate; readonly at: string; readonly by: string }) | null
  /** When the last key, and the last file, was gone: legal date. */
  readonly completedOn: PlainDate | null
}

/** An act of destruction: the fold of its actions. */
export function foldDestruction(actions: readonly Action[]): DestructionState {
  let state: DestructionState = { status: 'absent', confirmed: null, completedOn: null }
  for (const action of inOrder(actions)) {
    const { date: on, at, user: by } = action
    if (action.type === 'destruction.confirmed' && state.status === 'absent') {
      state = { ...state, status: 'confirmed', confirmed: { ...bodyOf('destruction.confirmed', action), on, at, by } }
    } else if (action.type === 'destruction.completed' && state.status === 'confirmed') {
      state = { ...state, status: 'completed', completedOn: on }
    }
  }
  return state
}

/** Key of an act of a desk: `<installation>-<year>-<serial>`. */
export function destructionKey(installation: string, year: number, serial: number): string {
  return `${installation}-${year}-${String(serial).padStart(4, '0')}`
}
