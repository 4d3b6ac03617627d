import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type Contact, ContactPersonal } from './model.ts'

export type ContactStatus = 'absent' | 'logged' | 'undone'

/** What may be done next with a contact. A call is logged by one key and detailed afterwards; a slip is taken back. */
export const CONTACT_ACTS = {
  absent: ['contact.logged'],
  logged: ['contact.detailed', 'contact.undone'],
  undone: [],
} as const satisfies Record<ContactStatus, readonly string[]>

export interface ContactState {
  readonly status: ContactStatus
  readonly contact: Contact | null
  /** Null where nothing personal was kept, and where the person was erased. */
  readonly personal: ContactPersonal | null
  readonly on: PlainDate | null
  /** Instant, UTC, ISO. */
  readonly at: string | null
  readonly user: string | null
}

/** A contact as last detailed. */
export function foldContact(actions: readonly Action[]): ContactState {
  let state: ContactState = { status: 'absent', contact: null, personal: null, on: null, at: null, user: null }
  for (const action of inForce(actions)) {
    if (!(CONTACT_ACTS[state.status] as readonly string[]).includes(action.type)) continue
    const value = action.personal?.value ?? null
    const personal = value === null ? null : ContactPersonal.parse(value)
    if (action.type === 'contact.logged') {
      const { contact } = bodyOf('contact.logged', action)
      state = { status: 'logged', contact, personal, on: action.date, at: action.at, user: action.user }
    } else if (action.type === 'contact.detailed') {
      state = { ...state, contact: bodyOf('contact.detailed', action).contact, personal }
    } else if (action.type === 'contact.undone') {
      state = { ...state, status: 'undone' }
    }
  }
  return state
}
