import type { ActionId, EntityId } from '#shared/change/action.ts'
import type { AttentionKind } from '#shared/change/project-sums.ts'
import type { Settlement } from '#shared/clash/model.ts'
import { inFavourOf } from '#shared/clash/settling.ts'
import type { ClashLook } from '../../db/clash-query-types.ts'

/** What a person may say of an attention, and the settlement that says it. `side`: in favour of which; null: of no one side. */
export interface Choice {
  readonly key: 'side' | 'both' | 'keep' | 'seen'
  readonly side: number | null
  readonly entity: EntityId
  readonly head: ActionId | null
  readonly settlement: Omit<Settlement, 'ground'>
}

/** What the words of a choice are made with. */
export function wordsOf({ side }: Pick<Choice, 'side'>): Record<string, number> {
  return side === null ? {} : { number: side + 1 }
}

/** Kinds that are settled here; of the others the act that settles them stands where the entity is worked on. */
export function choicesOf(kind: AttentionKind, looks: readonly ClashLook[]): Choice[] {
  const [first, ...others] = looks
  if (first === undefined) return []
  const of = { entity: first.entity, head: first.head }
  const sides = first.sides.map(({ acts }) => acts)
  switch (kind) {
    case 'decided_apart':
    case 'changed_apart':
      return [
        ...sides.map((_, side) => ({
          ...of,
          key: 'side' as const,
          side,
          settlement: { ...inFavourOf({ sides }, side), beside: [] },
        })),
        {
          ...of,
          key: kind === 'changed_apart' ? ('keep' as const) : ('both' as const),
          side: null,
          settlement: { ...inFavourOf({ sides }, null), beside: [] },
        },
      ]
    case 'erased_apart':
      return [{ ...of, key: 'seen', side: null, settlement: { stands: [...(sides[0] ?? [])], aside: [], beside: [] } }]
    case 'person_twice': {
      const beside = others.map(({ entity }) => entity)
      return [{ ...of, key: 'both', side: null, settlement: { stands: [], aside: [], beside } }]
    }
    default:
      return []
  }
}
