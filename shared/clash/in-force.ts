import { type Action, type ActionId, inOrder } from '../change/action.ts'
import { SETTLED, Settlement } from './model.ts'

/** What became of an act that was settled. */
export type Verdict = 'stands' | 'aside'

/** A settlement that counts, with the act that made it. */
export interface Counting extends Settlement {
  readonly action: Action
}

/** What the settlements of an entity come to. */
export interface Settled {
  readonly verdicts: ReadonlyMap<ActionId, Verdict>
  /** Those that were not set aside themselves, the latest first. */
  readonly counting: readonly Counting[]
}

/** The settlements of an entity: of two that say otherwise of an act the later one stands, and one set aside says nothing. */
export function settledIn(actions: readonly Action[]): Settled {
  const verdicts = new Map<ActionId, Verdict>()
  const counting: Counting[] = []
  if (!actions.some(({ type }) => type === SETTLED)) return { verdicts, counting }
  for (const action of inOrder(actions).toReversed()) {
    const said = action.type === SETTLED ? Settlement.safeParse(action.body).data : undefined
    if (said === undefined || verdicts.get(action.id) === 'aside') continue
    counting.push({ ...said, action })
    for (const id of said.aside) if (!verdicts.has(id)) verdicts.set(id, 'aside')
    for (const id of said.stands) if (!verdicts.has(id)) verdicts.set(id, 'stands')
  }
  return { verdicts, counting }
}

/** The acts of an entity that count, in the order of the fold: without those a person set aside and without the settlements. */
export function inForce(actions: readonly Action[]): Action[] {
  const own = inOrder(actions)
  if (!own.some(({ type }) => type === SETTLED)) return own
  const { verdicts } = settledIn(own)
  return own.filter(({ id, type }) => type !== SETTLED && verdicts.get(id) !== 'aside')
}
