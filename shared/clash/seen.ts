import type { Action, ActionId } from '../change/action.ts'

/** Of each act of an entity which acts of it its desk had when it was decided. */
export type Seen = ReadonlyMap<ActionId, Had>

/**
 * What an act rests on, told by desk: the last act of each. An act rests on all of a desk that stand before one it rests on, since
 * each of a desk rests on its own before it.
 */
export interface Had {
  has(id: ActionId): boolean
}

class LastOfDesks implements Had {
  readonly #last = new Map<string, ActionId>()

  has(id: ActionId): boolean {
    const last = this.#last.get(deskOf(id))
    return last !== undefined && id <= last
  }

  add(id: ActionId): void {
    if (!this.has(id)) this.#last.set(deskOf(id), id)
  }

  addAll(other: LastOfDesks): void {
    for (const id of other.#last.values()) this.add(id)
  }
}

/** The installation in the id of an act. */
function deskOf(id: ActionId): string {
  return id.slice(0, 16)
}

/** Whether more than one desk wrote of the entity: else nothing of it can have been done apart. */
export function areOfManyDesks(actions: readonly Action[]): boolean {
  const [first] = actions
  return actions.some(({ id }) => first !== undefined && deskOf(id) !== deskOf(first.id))
}

/**
 * What each act rests on: the head it was decided on, the other ends its desk had then, its own desk's acts before it, and
 * all that these rest on. An act that has not arrived yet is passed over: what rests on it is known once it is here.
 */
export function seenIn(actions: readonly Action[]): Seen {
  const parents = parentsIn(actions)
  const seen = new Map<ActionId, LastOfDesks>()
  const gather = (id: ActionId): LastOfDesks => {
    const known = seen.get(id)
    if (known !== undefined) return known
    const all = new LastOfDesks()
    // Noted before it is whole: acts that name each other, which no desk writes, end here.
    seen.set(id, all)
    for (const parent of parents.get(id) ?? []) {
      all.add(parent)
      all.addAll(gather(parent))
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
  const restedOn = new Set([...parentsIn(actions).values()].flat())
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
    const before = lastOf.get(deskOf(id))
    const named = [before, basedOn, ...beside]
    parents.set(
      id,
      named.filter((one): one is ActionId => one !== undefined && one !== null && own.has(one)),
    )
    lastOf.set(deskOf(id), id)
  }
  return parents
}
