import { type Action, entityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { Contact, ContactPersonal } from '#shared/contact/model.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type Actor, intentNow } from './act.ts'
import type { OpenDesk } from './open-desk.ts'
import { demanded, firstOf } from './registrations.ts'
import { newSubject } from './subjects.ts'

/**
 * Logs a contact. Its key is the press itself, so that the same press cannot begin a second one. The person is a new one: a
 * telephone says nothing about who it is. Throws `contact.logged_before` where the press logged something else before.
 */
export async function logContact(
  desk: OpenDesk,
  { request, contact, personal }: ParsedArgsOf<'contact.log'>,
  actor: Actor,
): Promise<Action> {
  const { gate, journal } = desk
  return gate.inTurn(async actNow => {
    const entity = entityId('contact', request)
    const value = keptOfContact(contact, personal)
    if (journal.has(entity)) return demandSame(await firstOf(journal, entity), contact, value)
    const intent = intentNow(journal, 'contact', request, 'contact.logged', { request, contact })
    const act = value === null ? { intent } : { intent, personal: { subject: await newSubject(desk), value } }
    const [appended] = await actNow([act], actor)
    return demanded(appended)
  })
}

/** What a press logged, where it is still what the form says. Of an erased person nobody can tell any more. */
function demandSame(action: Action, contact: Contact, asked: ContactPersonal | null): Action {
  const { personal } = action
  if (personal !== null && personal.value === null) return action
  const textOf = (said: Contact, kept: unknown) =>
    JSON.stringify([Contact.parse(said), ContactPersonal.nullable().parse(kept)])
  const logged = textOf(bodyOf('contact.logged', action).contact, personal?.value ?? null)
  if (logged === textOf(contact, asked)) return action
  throw new ExpectedError('contact.logged_before')
}

/** What may be kept of a person: all with the consent to be phoned, without it the note alone; null: nothing. */
export function keptOfContact(contact: Contact, personal: ContactPersonal | null): ContactPersonal | null {
  if (personal === null) return null
  const kept = contact.phoneConsent
    ? personal
    : { surname: '', given: '', patronymic: '', phone: '', note: personal.note }
  return Object.values(kept).every(text => text === '') ? null : ContactPersonal.parse(kept)
}
