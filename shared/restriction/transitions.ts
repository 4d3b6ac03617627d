import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { Restriction } from './model.ts'

export type RestrictionStatus = 'none' | 'standing' | 'lifted'

/** What may be done next with a restriction: set anew (other days), or lifted as never having been needed. */
export const RESTRICTION_ACTS = {
  none: ['restriction.set'],
  standing: ['restriction.set', 'restriction.lifted'],
  lifted: [],
} as const satisfies Record<RestrictionStatus, readonly string[]>

export interface RestrictionState {
  readonly status: RestrictionStatus
  readonly restriction: Restriction | null
}

/** A restriction as it was last set. Lifted on a day, it still held until the day before. */
export function foldRestriction(actions: readonly Action[]): RestrictionState {
  let state: RestrictionState = { status: 'none', restriction: null }
  for (const action of inForce(actions)) {
    if (state.status === 'lifted') continue
    if (action.type === 'restriction.set') {
      state = { status: 'standing', restriction: bodyOf('restriction.set', action).restriction }
    } else if (action.type === 'restriction.lifted' && state.status === 'standing') {
      state = { ...state, status: 'lifted' }
    }
  }
  return state
}
