import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { Helper } from './model.ts'

export type HelperStatus = 'absent' | 'set'

/** What may be done next with a helper. One who helps no more has a last day. */
export const HELPER_ACTS = {
  absent: ['helper.set'],
  set: ['helper.set'],
} as const satisfies Record<HelperStatus, readonly string[]>

export interface HelperState {
  readonly status: HelperStatus
  readonly helper: Helper | null
}

/** A helper as last set. */
export function foldHelper(actions: readonly Action[]): HelperState {
  const last = inForce(actions).findLast(action => action.type === 'helper.set')
  if (last === undefined) return { status: 'absent', helper: null }
  return { status: 'set', helper: bodyOf('helper.set', last).helper }
}
