import { keyOf } from '#shared/change/action.ts'
import type { EntityRecord } from '#shared/change/project.ts'
import type { StateOf } from '#shared/change/project-view.ts'
import type { QueryContext } from './query-context.ts'
import type { EntityState } from './query-types.ts'
import { findState, openRecords } from './rows.ts'
import type { Sealer } from './seal.ts'
import type { StoreDatabase, StoredEntity } from './store.ts'

/** The query for all entities of a noun, whatever their status. */
export function ofNoun<N extends keyof StateOf>(noun: N) {
  return {
    read: (db: StoreDatabase) => db.entities.where('noun').equals(noun).toArray(),
    open: ({ sealer }: QueryContext, rows: StoredEntity[]) => openStates(sealer, noun, rows),
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
