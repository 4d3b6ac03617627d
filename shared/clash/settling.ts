import type { Action, ActionId } from '../change/action.ts'
import type { Related } from '../change/related.ts'
import type { Clash } from './clash.ts'
import { settledIn } from './in-force.ts'
import { SETTLED, Settlement } from './model.ts'

/** What of one entity waits for a settlement: what desks did apart, and what was written of a person who was erased by then. */
export interface Unsettled {
  readonly clash: Clash | null
  readonly late: readonly ActionId[]
}

/**
 * Acts with a person's data that are later than the erasure of that person and that nobody has looked at: their desk did not
 * know of it, and what they said is gone.
 */
export function findLate(actions: readonly Action[], { erasedSubjects }: Pick<Related, 'erasedSubjects'>): ActionId[] {
  if (erasedSubjects.size === 0) return []
  const late = actions.filter(({ personal, stamp }) => {
    const erased = personal === null ? undefined : erasedSubjects.get(personal.subject)
    return erased !== undefined && stamp > erased
  })
  if (late.length === 0) return []
  const { verdicts } = settledIn(actions)
  return late.map(({ id }) => id).filter(id => !verdicts.has(id))
}

/**
 * Types of the acts of an entity that a settlement is about; of a settlement among them also those that one is about. Settling asks
 * for the rights that doing them asked for.
 */
export function typesSettled(actions: readonly Action[], { stands, aside }: Pick<Settlement, 'stands' | 'aside'>) {
  const all = new Map(actions.map(action => [action.id, action]))
  const [seen, types] = [new Set<ActionId>(), new Set<string>([SETTLED])]
  const left = [...stands, ...aside]
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    const action = all.get(id)
    if (action === undefined || seen.has(id)) continue
    seen.add(id)
    types.add(action.type)
    const settlement = action.type === SETTLED ? Settlement.safeParse(action.body).data : undefined
    left.push(...(settlement?.stands ?? []), ...(settlement?.aside ?? []))
  }
  return [...types]
}

/** All acts of a clash, each once. */
export function actsOf({ sides }: Pick<Clash, 'sides'>): ActionId[] {
  return [...new Set(sides.flat())]
}

/** The settlement in favour of a side of a clash; null: both stand. */
export function inFavourOf({ sides }: Pick<Clash, 'sides'>, side: number | null): Pick<Settlement, 'stands' | 'aside'> {
  const all = actsOf({ sides })
  const stands = side === null ? all : all.filter(id => sides[side]?.includes(id))
  return { stands, aside: all.filter(id => !stands.includes(id)) }
}

/** Whether a settlement is one of what stands unsettled, as it stands: of all its acts, for one side or for both. */
export function isSettlementOf({ clash, late }: Unsettled, { stands, aside }: Settlement): boolean {
  const spelled = (ids: readonly ActionId[]) => [...ids].sort().join()
  if (aside.length === 0 && late.length > 0 && spelled(stands) === spelled(late)) return true
  if (clash === null) return false
  const choices = [null, ...clash.sides.keys()].map(side => inFavourOf(clash, side))
  return choices.some(one => spelled(one.stands) === spelled(stands) && spelled(one.aside) === spelled(aside))
}
