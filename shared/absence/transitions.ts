import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Absence } from './model.ts'

export type AbsenceStatus = 'none' | 'standing' | 'undone'

/** What may be done next with an absence. It may be told anew (it lasts longer), and is undone as a whole. */
export const ABSENCE_ACTS = {
  none: ['absence.set'],
  standing: ['absence.set', 'absence.undone'],
  undone: [],
} as const satisfies Record<AbsenceStatus, readonly string[]>

export interface AbsenceState {
  readonly status: AbsenceStatus
  readonly absence: Absence | null
  /** Legal date it was first entered on, and by whom. */
  readonly on: PlainDate | null
  readonly by: string | null
}

/** An absence as it was last told. */
export function foldAbsence(actions: readonly Action[]): AbsenceState {
  let state: AbsenceState = { status: 'none', absence: null, on: null, by: null }
  for (const action of inForce(actions)) {
    if (state.status === 'undone') continue
    if (action.type === 'absence.set') {
      const { absence } = bodyOf('absence.set', action)
      state = { status: 'standing', absence, on: state.on ?? action.date, by: state.by ?? action.user }
    } else if (action.type === 'absence.undone' && state.status === 'standing') {
      state = { ...state, status: 'undone' }
    }
  }
  return state
}
