import type { EntityId } from '../change/action.ts'
import type { CheckIn, Forwarding } from './model.ts'
import type { VisitState } from './transitions.ts'

/** Before whom a visitor stands: an official, or the line of helpers and unit heads (null), there sent to one helper or to any. */
export type Stand = Pick<Forwarding, 'officialId' | 'helper'>

/** Where a visitor stands now: in whose line, and to which helper they were sent. Null: they have not come. */
export function standOf({ checkIn, forwarded }: Pick<VisitState, 'checkIn' | 'forwarded'>): Stand | null {
  if (checkIn === null) return null
  return { officialId: checkIn.officialId, helper: forwarded.at(-1)?.helper ?? null }
}

/** In whose line a visitor stood at an instant (UTC, ISO), and for which time: who was sent on later stood where they came from. */
export function stoodAt(
  { checkIn, forwarded }: Pick<VisitState, 'checkIn' | 'forwarded'>,
  at: string,
): Pick<CheckIn, 'officialId' | 'booked'> {
  const leg = forwarded.find(one => at < one.at)
  if (leg !== undefined) return { officialId: leg.from, booked: leg.booked }
  return { officialId: checkIn?.officialId ?? null, booked: checkIn?.booked ?? null }
}

/** Whether a visitor would be sent on to where they stand already. */
export function isSameStand(here: Stand, there: Stand): boolean {
  return here.officialId === there.officialId && here.helper === there.helper
}

/** How many of these visitors were sent to each helper, by entity: each counts once, however often they were sent. */
export function sentToHelpers(visits: readonly { readonly state: VisitState }[]): ReadonlyMap<EntityId, number> {
  const counts = new Map<EntityId, number>()
  for (const { state } of visits) {
    const helpers = new Set(state.forwarded.flatMap(({ helper }) => helper ?? []))
    for (const helper of helpers) counts.set(helper, (counts.get(helper) ?? 0) + 1)
  }
  return counts
}
