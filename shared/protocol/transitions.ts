import type { Language } from '../application/model.ts'
import type { Action } from '../change/action.ts'
import { type BodyOf, bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { Dispatch } from '../letter/model.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type Protocol, type ProtocolNumber, ProtocolPersonal } from './model.ts'

export type ProtocolStatus = 'absent' | 'drafted' | 'signed' | 'sent' | 'annulled'

/**
 * What may be done next with a protocol. Signed, it stands for ever; what is wrong with it is annulled and written anew, also
 * after it was sent. A draft that is not wanted is annulled too.
 */
export const PROTOCOL_ACTS = {
  absent: ['protocol.drafted'],
  drafted: ['protocol.drafted', 'protocol.signed', 'protocol.printed', 'protocol.annulled'],
  signed: ['protocol.printed', 'protocol.scanned', 'protocol.sent', 'protocol.annulled'],
  sent: ['protocol.printed', 'protocol.scanned', 'protocol.sent', 'protocol.annulled'],
  annulled: [],
} as const satisfies Record<ProtocolStatus, readonly string[]>

/** The signature of the official who held the reception: the day stands on paper, and terms are counted from it. */
export interface Signed {
  readonly number: ProtocolNumber
  readonly on: PlainDate
  readonly officialId: string
  /** The user who noted it. */
  readonly by: string
}

export interface ProtocolState {
  readonly status: ProtocolStatus
  readonly protocol: Protocol | null
  /** Null where the person was erased. */
  readonly personal: ProtocolPersonal | null
  /** When and by whom it was begun: instant, UTC, ISO; id of the user. */
  readonly begun: { readonly at: string; readonly by: string } | null
  readonly signed: Signed | null
  /** Copies of the signed sheet in each language. */
  readonly copies: Readonly<Record<Language, number>>
  /** Kept scans of the signed sheet. */
  readonly scans: readonly BodyOf<'protocol.scanned'>[]
  /** Every time it went to the applicant, oldest first. */
  readonly dispatches: readonly Dispatch[]
}

const ABSENT: ProtocolState = {
  status: 'absent',
  protocol: null,
  personal: null,
  begun: null,
  signed: null,
  copies: { kk: 0, ru: 0 },
  scans: [],
  dispatches: [],
}

/** A protocol: the fold of its actions. One that was not lawful where it stands in the order changes nothing. */
export function foldProtocol(actions: readonly Action[]): ProtocolState {
  let state = ABSENT
  for (const action of inForce(actions)) {
    if ((PROTOCOL_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

function after(state: ProtocolState, action: Action): ProtocolState {
  switch (action.type) {
    case 'protocol.drafted': {
      const value = action.personal?.value ?? null
      const personal = value === null ? null : ProtocolPersonal.parse(value)
      const begun = state.begun ?? { at: action.at, by: action.user }
      return { ...state, status: 'drafted', begun, protocol: bodyOf('protocol.drafted', action).protocol, personal }
    }
    case 'protocol.signed': {
      const { number, on, signedBy } = bodyOf('protocol.signed', action)
      return { ...state, status: 'signed', signed: { number, on, officialId: signedBy, by: action.user } }
    }
    case 'protocol.printed': {
      const { copies, language } = bodyOf('protocol.printed', action)
      if (state.status === 'drafted') return state
      return { ...state, copies: { ...state.copies, [language]: state.copies[language] + copies } }
    }
    case 'protocol.scanned':
      return { ...state, scans: [...state.scans, bodyOf('protocol.scanned', action)] }
    case 'protocol.sent':
      return { ...state, status: 'sent', dispatches: [...state.dispatches, bodyOf('protocol.sent', action).dispatch] }
    case 'protocol.annulled':
      return { ...state, status: 'annulled' }
    default:
      return state
  }
}
