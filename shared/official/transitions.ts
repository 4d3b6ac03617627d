import { type Action, inOrder } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import type { Related } from '../change/related.ts'
import type { Official } from './model.ts'

export type OfficialStatus = 'absent' | 'active' | 'undone'

/** What may be done next with an official. An official whose import was taken back can be added again. */
export const OFFICIAL_ACTS = {
  absent: ['official.added'],
  active: ['official.changed'],
  undone: ['official.added'],
} as const satisfies Record<OfficialStatus, readonly string[]>

export interface OfficialState {
  readonly status: OfficialStatus
  readonly official: Official | null
}

/**
 * An official as last added or changed. Additions whose batch was taken back do not count; a change made by hand counts
 * while at least one addition stands.
 */
export function foldOfficial(actions: readonly Action[], related: Related): OfficialState {
  let state: OfficialState = { status: 'absent', official: null }
  let standing = false
  for (const action of inOrder(actions)) {
    if (action.type === 'official.added') {
      const body = bodyOf('official.added', action)
      if (body.batch !== null && related.undoneBatches.has(body.batch)) {
        if (!standing) state = { status: 'undone', official: body.official }
        continue
      }
      standing = true
      state = { status: 'active', official: body.official }
    } else if (action.type === 'official.changed' && standing) {
      state = { status: 'active', official: bodyOf('official.changed', action).official }
    }
  }
  return state
}
