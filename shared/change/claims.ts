import { slotOf } from '../application/registration.ts'
import type { Registered } from '../application/transitions.ts'
import { isInHouse } from '../visit/transitions.ts'
import type { EntityRecord } from './project.ts'
import { isLive } from './project-view.ts'

/** Less than this is not an e-Otinish number but a remark such as "none". */
const LEAST_DIGITS = 5

/**
 * Keys that only one entity may hold: the letter of a desk, the e-Otinish number of a live application, the time of an open
 * one with an official; and, at two desks, a person on the same matter and day, and an application in the house. A second holder is
 * not refused (the desks were apart) but becomes an attention. Numbers are compared by their digits: the letters before
 * them are typed in two alphabets.
 */
export function claimsOf({ view, beside }: Pick<EntityRecord, 'view' | 'beside'>): string[] {
  if (view?.noun === 'desk' && view.state.letter !== null) return [`desk-letter:${view.state.letter}`]
  if (view?.noun === 'visit') {
    const { status, checkIn } = view.state
    return checkIn !== null && isInHouse(status) ? [`in_house:${checkIn.application}:${checkIn.day}`] : []
  }
  if (view?.noun !== 'application' || !isLive(view)) return []
  const digits = (view.state.personal?.eotinish ?? '').replace(/\D/g, '')
  const { status, registered } = view.state
  const slot = status === 'open' && registered?.booking != null ? slotOf(registered.booking) : null
  // That it stands beside the other was said by a person.
  const person = registered === null || status === 'withdrawn' || beside !== undefined ? null : personOf(registered)
  return [
    ...(digits.length < LEAST_DIGITS ? [] : [`eotinish:${digits}`]),
    ...(slot === null ? [] : [`slot:${slot}`]),
    ...(person === null ? [] : [`person:${person}`]),
  ]
}

/** Who, on which matter and which day; null where the person has no number to be told by. */
function personOf({ personal, registration, on }: Registered): string | null {
  const number = registration.applicant === 'legal_entity' ? personal?.bin : personal?.iin
  return number === undefined || !/^\d{12}$/.test(number) ? null : `${number}:${registration.topic ?? ''}:${on}`
}
