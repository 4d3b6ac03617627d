import { type ActionId, chainPlaceOf, type EntityId, type InstallationId } from '#shared/change/action.ts'
import type { AttentionKind } from '#shared/change/project-sums.ts'
import type { Settlement } from '#shared/clash/model.ts'
import { inFavourOf } from '#shared/clash/settling.ts'
import { lineIn } from '#shared/line/model.ts'
import type { ClashLook } from '../../db/clash-query-types.ts'

/** What a person may say of an attention, and the settlement that says it. `side`: in favour of which; null: of no one side. `desk`: whose the line is by it. */
export interface Choice {
  readonly key: 'side' | 'both' | 'keep' | 'seen' | 'line'
  readonly side: number | null
  readonly desk?: InstallationId
  readonly entity: EntityId
  readonly head: ActionId | null
  readonly settlement: Omit<Settlement, 'ground'>
}

/** What the words of a choice are made with. */
export function wordsOf(
  { side, desk }: Pick<Choice, 'side' | 'desk'>,
  letterOf: (installation: string) => string,
): Record<string, number | string> {
  if (desk !== undefined) return { letter: letterOf(desk) }
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
      if (lineIn(first.entity) !== null) return choicesOfLine(of, sides)
      return [...choicesOfSides(of, sides), bothOf(of, sides, 'both')]
    case 'changed_apart':
      return [...choicesOfSides(of, sides), bothOf(of, sides, 'keep')]
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

type Of = Pick<Choice, 'entity' | 'head'>
type Sides = readonly (readonly ActionId[])[]

function choicesOfSides(of: Of, sides: Sides): Choice[] {
  return sides.map((_, side) => ({
    ...of,
    key: 'side',
    side,
    settlement: { ...inFavourOf({ sides }, side), beside: [] },
  }))
}

function bothOf(of: Of, sides: Sides, key: 'both' | 'keep'): Choice {
  return { ...of, key, side: null, settlement: { ...inFavourOf({ sides }, null), beside: [] } }
}

/** A line is one desk's: that of the one side or of the other, and never of both. */
function choicesOfLine(of: Of, sides: Sides): Choice[] {
  return choicesOfSides(of, sides).flatMap((choice, side) => {
    const end = sides[side]?.at(-1)
    return end === undefined ? [] : [{ ...choice, key: 'line', desk: chainPlaceOf(end).installation }]
  })
}
