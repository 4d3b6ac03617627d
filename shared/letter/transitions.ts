import { type Action, inOrder } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
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
  /** Null where the person was erased. */
  readonly personal: LetterPersonal | null
  readonly signed: { readonly number: OutgoingNumber; readonly on: PlainDate; readonly by: string } | null
  /** Copies of the final sheets on paper. */
  readonly copies: number
  readonly scanned: boolean
  /** The first time it went out. */
  readonly sent: Dispatch | null
  readonly attempts: number
}

const ABSENT: LetterState = {
  status: 'absent',
  letter: null,
  personal: null,
  signed: null,
  copies: 0,
  scanned: false,
  sent: null,
  attempts: 0,
}

/** A letter: the fold of its actions. One that was not lawful where it stands in the order changes nothing. */
export function foldLetter(actions: readonly Action[]): LetterState {
  let state = ABSENT
  for (const action of inOrder(actions)) {
    if ((LETTER_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

function after(state: LetterState, action: Action): LetterState {
  switch (action.type) {
    case 'letter.drafted': {
      const value = action.personal?.value ?? null
      const personal = value === null ? null : LetterPersonal.parse(value)
      return { ...state, status: 'drafted', letter: bodyOf('letter.drafted', action).letter, personal }
    }
    case 'letter.signed':
      return {
        ...state,
        status: 'signed',
        signed: { number: bodyOf('letter.signed', action).number, on: action.date, by: action.user },
      }
    case 'letter.printed': {
      const { copies } = bodyOf('letter.printed', action)
      return state.status === 'drafted' ? state : { ...state, copies: state.copies + copies }
    }
    case 'letter.scanned':
      return { ...state, scanned: true }
    case 'letter.sent':
      return { ...state, status: 'sent', sent: state.sent ?? bodyOf('letter.sent', action).dispatch }
    case 'letter.attempted':
      return { ...state, attempts: state.attempts + 1 }
    case 'letter.annulled':
      return { ...state, status: 'annulled' }
    default:
      return state
  }
}
