import { createContext, useContext } from 'react'
import type { LoggedContact } from './contact-day.ts'

/** What every screen may ask about contacts that are no application. */
export interface Contacts {
  /** Something was typed of a contact and not recorded yet. */
  readonly isLeft: boolean
  /** What was typed of one before could not be read and was set aside. */
  readonly isUnread: boolean
  /** Begins a contact that came by a channel, with a note where one is known, or goes on with the one left half-typed. */
  readonly open: (channel: string, note?: string) => void
  /** Puts a recorded contact in detail. */
  readonly detail: (contact: LoggedContact) => void
  /** Asks whether a contact is to be taken back. */
  readonly takeBack: (contact: LoggedContact) => void
}

export const ContactsContext = createContext<Contacts | null>(null)

/** The contacts of this desk. Throws outside of the desk: that is a fault of the program. */
export function useContacts(): Contacts {
  const contacts = useContext(ContactsContext)
  if (contacts === null) throw new Error('no contacts around this screen')
  return contacts
}
