import type { EntityId } from '#shared/change/action.ts'
import type { Affected, Cascade } from '#shared/plan/cascade.ts'
import { lookOver } from '#shared/plan/looked-over.ts'
import { type Offer, offering } from '#shared/plan/offers.ts'
import { type Booked, placedIn } from '#shared/plan/placed.ts'

/** What somebody who lost the time said when called. */
export const SAID = ['agreed', 'not_reached', 'declined'] as const
export type Said = (typeof SAID)[number]

/** `offer`: the time that was agreed to or is asked about now; null: whatever is the best for him. */
export interface Answer {
  readonly said: Said | null
  readonly offer: Offer | null
}
export type Answers = ReadonlyMap<EntityId, Answer>

/** So many other times of one kind are offered to choose from. */
const OTHERS = 8

/**
 * What is offered now that some have answered: a time that was agreed to or chosen stays theirs, who does not agree is
 * offered none, and what that frees goes to the others in the order of application. No two are offered one place.
 */
export function withAnswers(found: Cascade, answers: Answers): Cascade {
  if (answers.size === 0) return found
  const offers = offeringIn(found)
  for (const { person } of found.affected) {
    const offer = answers.get(person.application)?.offer ?? null
    if (offer !== null) offers.take(offer)
  }
  const affected = found.affected.map((one): Affected => {
    const answer = answers.get(one.person.application)
    if (answer?.offer) return { ...one, offer: answer.offer, why: null }
    if (answer?.said === 'declined') return { ...one, offer: null, why: null }
    const offer = offers.best(one.person)
    if (offer !== null) offers.take(offer)
    return { ...one, offer, why: offer === null ? offers.why(one.person) : null }
  })
  return { ...found, affected }
}

/** Every other lawful time for one of those affected that nobody else is offered, the best first. */
export function otherOffers(found: Cascade, person: Booked): Offer[] {
  const offers = offeringIn(found)
  for (const { person: other, offer } of found.affected) {
    if (other.application !== person.application && offer !== null) offers.take(offer)
  }
  return offers.all(person, OTHERS)
}

/** Who agreed to the time that is offered. */
export function agreedIn({ affected }: Cascade, answers: Answers): ReadonlySet<EntityId> {
  return new Set(
    affected.flatMap(({ person: { application }, offer }) =>
      offer !== null && answers.get(application)?.said === 'agreed' ? [application] : [],
    ),
  )
}

function offeringIn({ plan, key }: Cascade) {
  const looked = lookOver(plan)
  return offering(looked, placedIn(looked), key)
}
