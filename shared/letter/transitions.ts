import type { Language } from '../application/model.ts'
import type { Action } from '../change/action.ts'
import { type BodyOf, bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type Dispatch, type Letter, LetterPersonal, type OutgoingNumber } from './model.ts'

export type LetterStatus = 'absent' | 'drafted' | 'signed' | 'sent' | 'annulled'

/**
 * What may be done next with a letter. Until it is signed off it is a draft and says so on the sheet; signed, its text stands for
 * ever, and what is wrong with it is annulled and written anew. Attempts to reach the addressee are counted, none is lost.
 */
export const LETTER_ACTS = {
  absent: ['letter.drafted'],
  drafted: ['letter.drafted', 'letter.signed', 'letter.printed', 'letter.annulled'],
  signed: ['letter.printed', 'letter.scanned', 'letter.sent', 'letter.attempted', 'letter.annulled'],
  sent: ['letter.printed', 'letter.scanned', 'letter.sent', 'letter.attempted'],
  annulled: [],
} as const satisfies Record<LetterStatus, readonly string[]>

export interface LetterState {
  readonly status: LetterStatus
  readonly letter: Letter | null
  /** When and by whom it was begun: instant, UTC, ISO; id of the user. */
  readonly begun: { readonly at: string; readonly by: string } | null
  /** Null where the person was erased. */
  readonly personal: LetterPersonal | null
  readonly signed: { readonly number: OutgoingNumber; readonly on: PlainDate; readonly by: string } | null
  /** Copies of the final sheet of each language. */
  readonly copies: Readonly<Record<Language, number>>
  /** Scans of the signed sheets. */
  readonly scans: readonly Scan[]
  /** The first time it went out. */
  readonly sent: Dispatch | null
  /** Every time it went out or did not arrive, oldest first. */
  readonly dispatches: readonly Dispatched[]
}

/** A kept scan of a signed sheet. */
export type Scan = BodyOf<'letter.scanned'>

/** A way a letter was sent or tried: what proves it, or why it did not arrive; null where the person was erased. */
export interface Dispatched extends Dispatch {
  readonly arrived: boolean
  readonly said: string | null
}

const ABSENT: LetterState = {
  status: 'absent',
  letter: null,
  begun: null,
  personal: null,
  signed: null,
  copies: { kk: 0, ru: 0 },
  scans: [],
  sent: null,
  dispatches: [],
}

/** A letter: the fold of its actions. One that was not lawful where it stands in the order changes nothing. */
export function foldLetter(actions: readonly Action[]): LetterState {
  let state = ABSENT
  for (const action of inForce(actions)) {
    if ((LETTER_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

function after(state: LetterState, action: Action): LetterState {
  switch (action.type) {
    case 'letter.drafted': {
      const value = action.personal?.value ?? null
      const personal = value === null ? null : LetterPersonal.parse(value)
      const begun = state.begun ?? { at: action.at, by: action.user }
      return { ...state, status: 'drafted', begun, letter: bodyOf('letter.drafted', action).letter, personal }
    }
    case 'letter.signed':
      return {
        ...state,
        status: 'signed',
        signed: { number: bodyOf('letter.signed', action).number, on: action.date, by: action.user },
      }
    case 'letter.printed': {
      const { copies, language } = bodyOf('letter.printed', action)
      if (state.status === 'drafted') return state
      return { ...state, copies: { ...state.copies, [language]: state.copies[language] + copies } }
    }
    case 'letter.scanned':
      return { ...state, scans: [...state.scans, bodyOf('letter.scanned', action)] }
    case 'letter.sent': {
      const { dispatch } = bodyOf('letter.sent', action)
      const dispatches = [...state.dispatches, { ...dispatch, arrived: true, said: saidIn(action, 'proof') }]
      return { ...state, status: 'sent', sent: state.sent ?? dispatch, dispatches }
    }
    case 'letter.attempted': {
      const { dispatch } = bodyOf('letter.attempted', action)
      return {
        ...state,
        dispatches: [...state.dispatches, { ...dispatch, arrived: false, said: saidIn(action, 'outcome') }],
      }
    }
    case 'letter.annulled':
      return { ...state, status: 'annulled' }
    default:
      return state
  }
}

function saidIn({ personal }: Action, name: string): string | null {
  const said = personal?.value?.[name]
  return typeof said === 'string' ? said : null
}
