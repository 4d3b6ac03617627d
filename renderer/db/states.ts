import { keyOf } from '#shared/change/action.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import type { StateOf } from '#shared/change/project-view.ts'
import { type Moved, movedNoun } from './moved.ts'
import type { QueryContext } from './query-context.ts'
import type { EntityState } from './query-types.ts'
import { findState, openRecords } from './rows.ts'
import type { Sealer } from './seal.ts'
import type { StoredEntity } from './store.ts'

interface NounQuery<T> {
  readonly answer: (context: QueryContext) => Promise<T>
  readonly moves: (moved: Moved) => boolean
}

/** The query for all entities of a noun, whatever their status; `open` shapes what is shown of them. */
export function ofNoun<N extends keyof StateOf>(noun: N): NounQuery<EntityState<N>[]>
export function ofNoun<N extends keyof StateOf, T>(
  noun: N,
  open: (context: QueryContext, rows: StoredEntity[]) => Promise<T>,
): NounQuery<T>
export function ofNoun<N extends keyof StateOf>(
  noun: N,
  open: (context: QueryContext, rows: StoredEntity[]) => Promise<unknown> = ({ sealer }, rows) =>
    openStates(sealer, noun, rows),
): NounQuery<unknown> {
  return {
    answer: async context => open(context, await context.db.entities.where('noun').equals(noun).toArray()),
    moves: movedNoun(noun),
  }
}

/** Opens stored entities of a noun; the order is kept. */
export async function openStates<N extends keyof StateOf>(
  sealer: Sealer,
  noun: N,
  rows: readonly StoredEntity[],
): Promise<EntityState<N>[]> {
  const records = await openRecords(sealer, rows)
  return records.flatMap(record => {
    const state = findState(noun, record)
    return state === null ? [] : [{ ...state, ...aboutOf(record) }]
  })
}

function aboutOf(record: EntityRecord) {
  return {
    id: record.id,
    key: keyOf(record.id),
    head: record.actions.at(-1)?.id ?? null,
    needsUpdate: record.unread,
  }
}
