import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import type { Related } from '../change/related.ts'
import { inForce } from '../clash/in-force.ts'
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
 * An official as last added or changed. What an import brought does not count once the import was taken back; a change
 * counts while at least one addition before it stands.
 */
export function foldOfficial(actions: readonly Action[], related: Related): OfficialState {
  let state: OfficialState = { status: 'absent', official: null }
  const isUndone = (batch: string | null | undefined) => related.undoneBatches.has(batch ?? '')
  for (const action of inForce(actions)) {
    const isStanding = state.status === 'active'
    if (action.type === 'official.added') {
      const { official, batch } = bodyOf('official.added', action)
      if (!isUndone(batch)) state = { status: 'active', official }
      else if (!isStanding) state = { status: 'undone', official }
    } else if (action.type === 'official.changed' && isStanding) {
      const { official, batch } = bodyOf('official.changed', action)
      if (!isUndone(batch)) state = { status: 'active', official }
    }
  }
  return state
}

/** An official as a person last entered them, whatever became of the imports before and after; null where none did. */
export function findByHand(actions: readonly Action[]): Official | null {
  return (
    inForce(actions)
      .flatMap(action => {
        if (action.type !== 'official.added' && action.type !== 'official.changed') return []
        const { official, batch } = bodyOf(action.type, action)
        return batch === null || batch === undefined ? [official] : []
      })
      .at(-1) ?? null
  )
}
