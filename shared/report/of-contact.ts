import type { ContactState } from '../contact/transitions.ts'
import { type Contribution, happened } from './contribution.ts'

/** What a contact adds that is not an application: a call, advice that was given, a reception that was declined. */
export function contributionsOfContact({ status, contact, on }: ContactState): Contribution[] {
  if (status !== 'logged' || contact === null) return []
  const { channel, topic, district, language } = contact
  return [
    ...happened('contact', on, { channel, topic, district, language }),
    ...(contact.consultation ? happened('consultation', on, { topic }) : []),
    ...(contact.declinedBooking ? happened('declined_booking', on) : []),
  ]
}
