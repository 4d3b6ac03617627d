import type { ActionId, EntityId } from '#shared/change/action.ts'
import type { EntityState } from '../../db/query-types.ts'
import { CALL_CHANNEL, type ContactValues } from './contact-form.ts'

/** A contact that was recorded, with the head a change of it is based on. */
export interface LoggedContact extends ContactValues {
  readonly id: EntityId
  readonly head: ActionId | null
}

/** A recorded contact as a list of the day has it; null for one that cannot be read. */
export function findLogged({ id, head, contact, personal }: EntityState<'contact'>): LoggedContact | null {
  return contact === null ? null : { id, head, contact, personal }
}

/** How many contacts of a day there were, and how many of them of each kind (clauses 36, 37). */
export interface ContactCounts {
  readonly all: number
  readonly calls: number
  readonly consultations: number
  readonly declined: number
}

/** The counts of the contacts of a day. */
export function countContacts(contacts: readonly Pick<LoggedContact, 'contact'>[]): ContactCounts {
  const count = (holds: (one: LoggedContact['contact']) => boolean) =>
    contacts.filter(({ contact }) => holds(contact)).length
  return {
    all: contacts.length,
    calls: count(({ channel }) => channel === CALL_CHANNEL),
    consultations: count(({ consultation }) => consultation),
    declined: count(({ declinedBooking }) => declinedBooking),
  }
}
