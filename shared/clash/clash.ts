import type { Action, ActionId, Noun } from '../change/action.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type Counting, inForce, type Settled, settledIn } from './in-force.ts'
import { deny, sayingOf, sayTheSame } from './sayings.ts'
import { areApart, areOfManyDesks, type Seen, seenIn } from './seen.ts'
import type { Saying } from './table.ts'

/** What desks did apart with one entity that cannot all be so, as it stands unsettled. */
export interface Clash {
  /** `decided`: only one can be so. `changed`: the later stands and hid the other. */
  readonly kind: 'decided' | 'changed'
  /** Each side in the order of the fold: what was done on it. An act both sides rest on stands in both. */
  readonly sides: readonly (readonly ActionId[])[]
  /** Legal date on which the second side was begun. */
  readonly since: PlainDate
}

/** Whether an act is lawful after those before it: the table of its noun. */
export type IsLawful = (type: string, before: readonly Action[]) => boolean

/** Nouns whose fold passes over an act that is not lawful where it stands. */
const PASSED_OVER: readonly Noun[] = [
  'application',
  'visit',
  'day',
  'contact',
  'letter',
  'protocol',
  'instruction',
  'report',
  'demand',
  'feedback',
  'callcentre',
]

/** An act as the pairs are looked for: what it says, and whether it came to nothing. */
interface Looked {
  readonly action: Action
  readonly saying: Saying | null
  readonly passedOver: boolean
}

/**
 * What of an entity (its readable actions) desks did apart that cannot all be so and that nobody has settled; null: nothing. Pure, and
 * of all its actions at once: the same on every desk that has them, whatever the order of arrival.
 */
export function findClash(noun: Noun, actions: readonly Action[], isLawful: IsLawful): Clash | null {
  if (!areOfManyDesks(actions)) return null
  const seen = seenIn(actions)
  const settled = settledIn(actions)
  const looked = lookAt(noun, inForce(actions), isLawful)
  const apart = { seen, settled, looked, all: new Map(actions.map(action => [action.id, action])) }
  const pairs = [...pairsOfActs(apart), ...pairsWithSettlements(apart)]
  if (pairs.length === 0) return null
  const ids = new Set(pairs.flatMap(({ ids }) => ids))
  const own = actions.filter(({ id }) => ids.has(id)).sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
  const sides = sidesOf(own, seen)
  const begun = sides.map(
    side =>
      own
        .filter(({ id }) => side.includes(id))
        .map(({ date }) => date)
        .sort()[0],
  )
  const since = begun.sort().at(-1)
  if (since === undefined) throw new Error('a clash without sides')
  return { kind: pairs.some(({ kind }) => kind === 'decided') ? 'decided' : 'changed', sides, since }
}

interface Apart {
  readonly seen: Seen
  readonly settled: Settled
  readonly looked: readonly Looked[]
  readonly all: ReadonlyMap<ActionId, Action>
}

interface Pair {
  readonly kind: Clash['kind']
  readonly ids: readonly ActionId[]
}

function lookAt(noun: Noun, own: readonly Action[], isLawful: IsLawful): Looked[] {
  const isAsked = PASSED_OVER.includes(noun)
  return own.map((action, at) => ({
    action,
    saying: sayingOf(action),
    passedOver: isAsked && !isLawful(action.type, own.slice(0, at)),
  }))
}

function pairsOfActs(apart: Apart): Pair[] {
  const { looked, seen } = apart
  const pairs: Pair[] = []
  for (const [at, one] of looked.entries()) {
    for (const other of looked.slice(at + 1)) {
      if (!areApart(seen, one.action.id, other.action.id)) continue
      const kind = clashOfTwo(one, other)
      if (kind === null || isOver(apart, one, other)) continue
      pairs.push({ kind, ids: [one.action.id, other.action.id] })
    }
  }
  return pairs
}

/** How two acts of desks apart stand to each other; null: both can stand. */
function clashOfTwo(one: Looked, other: Looked): Clash['kind'] | null {
  const [a, b] = [one.saying, other.saying]
  if (sayTheSame(one.action, other.action) && !a?.twice) return null
  if (a !== null && b !== null && deny(a, b)) return a.kind === 'sets' && b.kind === 'sets' ? 'changed' : 'decided'
  // What came to nothing is told beside what may have been the cause: an act that has done something.
  const isLost = (lost: Looked, by: Looked) => lost.passedOver && !by.passedOver && by.saying !== null
  return isLost(one, other) || isLost(other, one) ? 'decided' : null
}

/** Whether a person has settled it, or went on knowing of both. */
function isOver({ settled, looked, seen }: Apart, one: Looked, other: Looked): boolean {
  const names =
    ({ stands, aside }: Counting) =>
    (id: ActionId) =>
      stands.includes(id) || aside.includes(id)
  const both = [one.action.id, other.action.id]
  if (settled.counting.some(settlement => both.every(names(settlement)))) return true
  return looked.some(({ action, saying }) => {
    if (!saying?.after || !both.every(id => seen.get(action.id)?.has(id))) return false
    return [one, other].every(side => side.saying !== null && deny(saying, side.saying))
  })
}

/** Two settlements that say otherwise, and what was done without knowing of a settlement on what it settled. */
function pairsWithSettlements({ settled, looked, seen, all }: Apart): Pair[] {
  const pairs: Pair[] = []
  const { counting } = settled
  const isNamed = (ids: readonly ActionId[]) =>
    counting.some(({ stands, aside }) => ids.every(id => stands.includes(id) || aside.includes(id)))
  const add = (one: ActionId, other: ActionId) => {
    if (areApart(seen, one, other) && !isNamed([one, other])) pairs.push({ kind: 'decided', ids: [one, other] })
  }
  for (const [at, one] of counting.entries()) {
    for (const other of counting.slice(at + 1)) if (sayOtherwise(one, other)) add(one.action.id, other.action.id)
    const named = [...one.stands, ...one.aside].flatMap(id => all.get(id) ?? [])
    for (const { action, saying } of looked) {
      if (saying === null || named.some(act => act.id === action.id || sayTheSame(act, action))) continue
      const settles = named.flatMap(act => sayingOf(act) ?? [])
      if (settles.some(settledOf => deny(settledOf, saying))) add(one.action.id, action.id)
    }
  }
  return pairs
}

function sayOtherwise(one: Counting, other: Counting): boolean {
  return one.aside.some(id => other.stands.includes(id)) || other.aside.some(id => one.stands.includes(id))
}

/** One side for each act that no other of the clash rests on: that act with all it rests on. */
function sidesOf(own: readonly Action[], seen: Seen): ActionId[][] {
  const ids = own.map(({ id }) => id)
  const ends = ids.filter(id => !ids.some(other => seen.get(other)?.has(id)))
  return ends.map(end => ids.filter(id => id === end || seen.get(end)?.has(id)))
}
