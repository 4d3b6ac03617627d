import { useMemo } from 'react'
import { type EntityId, entityId } from '#shared/change/action.ts'
import { foldReception, type ReceptionState } from '#shared/reception/transitions.ts'
import { useRows } from '../../app/use-rows.ts'
import type { Heads } from './use-plan.ts'

/** What was done to prepare receptions, and the heads acts on them are based on. */
export interface Preparations {
  readonly of: (reception: string) => ReceptionState
  readonly heads: Heads
}

const NOTHING_DONE: ReceptionState = foldReception([])

/** The preparation of some receptions, always as it stands; undefined until the store has answered. */
export function usePreparations(ids: readonly string[]): Preparations | undefined {
  const states = useRows(
    'receptions.of',
    useMemo(() => ({ ids }), [ids]),
  )
  return useMemo(() => {
    if (states === undefined) return undefined
    const known = new Map(states.map(one => [one.id, one]))
    return {
      of: id => known.get(receptionEntity(id)) ?? NOTHING_DONE,
      heads: new Map(states.map(({ id, head }) => [id, head])),
    }
  }, [states])
}

/** The entity that holds how a reception is prepared. */
export function receptionEntity(id: string): EntityId {
  return entityId('reception', id)
}
