import type { EntityId } from '../change/action.ts'
import { bookedAct } from './acts.ts'
import { withActs } from './apply.ts'
import { fillTimes, type NoPlace, type Proposed } from './fill.ts'
import { lookOver } from './looked-over.ts'
import type { Plan, PlanAct, PlannedPerson } from './model.ts'
import { type Offer, offering } from './offers.ts'
import { placedIn } from './placed.ts'

/** The best way found to give everybody a time again. */
export interface Repair {
  /** Who lost the time, and what is offered: told anew, with what has to be agreed to. */
  readonly moves: readonly { readonly person: PlannedPerson; readonly offer: Offer }[]
  /** Who waits, and the time there is. */
  readonly fills: readonly Proposed[]
  readonly unmet: readonly { readonly person: PlannedPerson; readonly why: NoPlace }[]
  readonly acts: readonly PlanAct[]
  readonly moved: ReadonlySet<EntityId>
}

/**
 * Offers everybody whose time is lost another, then gives times to those who wait, in both in the order of application: who
 * was told a time goes before who was told none. Each move is entered under what took that person's time away: who had lost it
 * in the plan `before` already is not moved in the name of what was added to that.
 */
export function repairOf(plan: Plan, before: Plan = plan): Repair {
  const steps = repairSteps(plan, before)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** So many persons are looked at in one step. */
const AT_ONCE = 25

/** The same in steps of some tens of milliseconds each. */
export function* repairSteps(plan: Plan, before: Plan): Generator<undefined, Repair, undefined> {
  const looked = lookOver(plan)
  const placed = placedIn(looked)
  const lostBefore = new Map(placedIn(lookOver(before)).toCall.map(one => [one.person.application, one.because]))
  const offers = offering(looked, placed, null)
  const moves: { person: PlannedPerson; offer: Offer }[] = []
  const unmet: Repair['unmet'][number][] = []
  for (const [index, { person, because: lostBy }] of placed.toCall.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield
    const offer = offers.best(person)
    if (offer === null) {
      unmet.push({ person, why: offers.why(person) })
      continue
    }
    offers.take(offer)
    const known = lostBefore.get(person.application)
    const because = known === undefined ? lostBy : known
    moves.push({ person, offer: { ...offer, booking: { ...offer.booking, because } } })
  }
  const acts = moves.map(({ person, offer }) => bookedAct(person.application, offer.booking))
  yield
  const filled = fillTimes(withActs(plan, acts))
  return {
    moves,
    fills: filled.proposed,
    unmet: [...unmet, ...filled.left],
    acts: [...acts, ...filled.acts],
    moved: new Set([...moves, ...filled.proposed].map(({ person }) => person.application)),
  }
}
