import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { Office } from './model.ts'

export type OfficeStatus = 'unset' | 'set'

/** What may be done next with the office's own data. */
export const OFFICE_ACTS = {
  unset: ['office.set'],
  set: ['office.set', 'office.key_changed', 'office.key_given', 'office.key_taken'],
} as const satisfies Record<OfficeStatus, readonly string[]>

export interface OfficeState {
  readonly status: OfficeStatus
  readonly office: Office | null
}

/** The office as last set. */
export function foldOffice(actions: readonly Action[]): OfficeState {
  let state: OfficeState = { status: 'unset', office: null }
  for (const action of inForce(actions)) {
    if (action.type === 'office.set') state = { status: 'set', office: bodyOf('office.set', action).office }
  }
  return state
}
