import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { RetentionTerms } from './model.ts'

export type RetentionStatus = 'open'

/** The terms of the office may be set anew at any time; what was destroyed by earlier ones stays destroyed. */
export const RETENTION_ACTS = { open: ['retention.set'] } as const satisfies Record<RetentionStatus, readonly string[]>

export interface RetentionState {
  readonly status: RetentionStatus
  /** Null: the office has set none, or took them back. */
  readonly terms: RetentionTerms | null
}

/** The key of the entity that holds the terms of the office. */
export const RETENTION_KEY = 'main'

/** The terms as they were set last, of those that were not set aside. */
export function foldRetention(actions: readonly Action[]): RetentionState {
  const last = inForce(actions).findLast(({ type }) => type === 'retention.set')
  return { status: 'open', terms: last === undefined ? null : bodyOf('retention.set', last).terms }
}
