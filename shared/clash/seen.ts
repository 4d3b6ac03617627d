import type { Action, ActionId } from '../change/action.ts'

/** Of each act of an entity every act of it that its desk had when it was decided. */
export type Seen = ReadonlyMap<ActionId, ReadonlySet<ActionId>>

/** Whether more than one desk wrote of the entity: else nothing of it can have been done apart. */
export function areOfManyDesks(actions: readonly Action[]): boolean {
  const first = actions[0]?.id.slice(0, 16)
  return actions.some(({ id }) => id.slice(0, 16) !== first)
}

/**
 * What each act rests on: the head it was decided on, the other ends its desk had then, its own desk's acts before it, and
 * all that these rest on. An act that has not arrived yet is passed over: what rests on it is known once it is here.
 */
export function seenIn(actions: readonly Action[]): Seen {
  const parents = parentsIn(actions)
  const seen = new Map<ActionId, Set<ActionId>>()
  const gather = (id: ActionId): Set<ActionId> => {
    const known = seen.get(id)
    if (known !== undefined) return known
    const all = new Set<ActionId>()
    // Noted before it is whole: acts that name each other, which no desk writes, end here.
    seen.set(id, all)
    for (const parent of parents.get(id) ?? []) {
      all.add(parent)
      for (const before of gather(parent)) all.add(before)
    }
    return all
  }
  for (const { id } of actions) gather(id)
  return seen
}

/** Whether neither of two acts rests on the other: their desks did not know of each other. */
export function areApart(seen: Seen, one: ActionId, other: ActionId): boolean {
  return one !== other && !seen.get(one)?.has(other) && !seen.get(other)?.has(one)
}

/**
 * The ends of an entity beside its head: acts that no other rests on. They are written into the next act (`beside`), which rests on
 * them too; where one desk works there are none.
 */
export function endsBeside(actions: readonly Action[], head: ActionId | null): ActionId[] {
  if (!areOfManyDesks(actions)) return []
  const seen = seenIn(actions)
  const restedOn = new Set([...seen.values()].flatMap(all => [...all]))
  return actions
    .map(({ id }) => id)
    .filter(id => id !== head && !restedOn.has(id))
    .sort()
}

function parentsIn(actions: readonly Action[]): Map<ActionId, ActionId[]> {
  const own = new Set(actions.map(({ id }) => id))
  const parents = new Map<ActionId, ActionId[]>()
  const lastOf = new Map<string, ActionId>()
  // An id is the place in a chain: in their order each act follows those of its desk before it.
  for (const { id, basedOn, beside = [] } of [...actions].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const before = lastOf.get(id.slice(0, 16))
    const named = [before, basedOn, ...beside]
    parents.set(
      id,
      named.filter((one): one is ActionId => one !== undefined && one !== null && own.has(one)),
    )
    lastOf.set(id.slice(0, 16), id)
  }
  return parents
}
