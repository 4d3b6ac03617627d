import { type Action, entityId } from '#shared/change/action.ts'
import { type Contact, ContactPersonal } from '#shared/contact/model.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { type Actor, intentNow } from './act.ts'
import type { OpenDesk } from './open-desk.ts'
import { demanded, firstOf } from './registrations.ts'
import { newSubject } from './subjects.ts'

/**
 * Logs a contact. Its key is the press itself, so that the same press cannot begin a second one. The person is a new one: a
 * telephone says nothing about who it is.
 */
export async function logContact(
  desk: OpenDesk,
  { request, contact, personal }: ParsedArgsOf<'contact.log'>,
  actor: Actor,
): Promise<Action> {
  const { gate, journal } = desk
  return gate.inTurn(async actNow => {
    const entity = entityId('contact', request)
    if (journal.has(entity)) return firstOf(journal, entity)
    const intent = intentNow(journal, 'contact', request, 'contact.logged', { request, contact })
    const value = keptOfContact(contact, personal)
    const act = value === null ? { intent } : { intent, personal: { subject: await newSubject(desk), value } }
    const [appended] = await actNow([act], actor)
    return demanded(appended)
  })
}

/** What may be kept of a person: all with the consent to be phoned, without it the note alone; null: nothing. */
export function keptOfContact(contact: Contact, personal: ContactPersonal | null): ContactPersonal | null {
  if (personal === null) return null
  const kept = contact.phoneConsent
    ? personal
    : { surname: '', given: '', patronymic: '', phone: '', note: personal.note }
  return Object.values(kept).every(text => text === '') ? null : ContactPersonal.parse(kept)
}
