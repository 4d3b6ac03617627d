import { type Action, inOrder } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { HandedList, Invitation, InvitationAnswer, Preparation, PreparationItem, RefusalReport } from './model.ts'

export type ReceptionStatus = 'open'

/** What may be done next in preparing a reception. Which reception it is, the schedule says. */
export const RECEPTION_ACTS = {
  open: [
    'reception.list_handed',
    'reception.invited',
    'reception.answered',
    'reception.refusal_reported',
    'reception.prepared',
  ],
} as const satisfies Record<ReceptionStatus, readonly string[]>

/** A body that was invited, with all that was heard from it, oldest first. */
export interface Invited extends Invitation {
  readonly answers: readonly InvitationAnswer[]
  readonly reported: RefusalReport | null
}

/** An item as it was last looked at. */
export interface Prepared extends Preparation {
  readonly on: PlainDate
  readonly by: string
}

export interface ReceptionState {
  readonly status: ReceptionStatus
  /** Lists as they were handed over, oldest first. */
  readonly lists: readonly (HandedList & { readonly by: string })[]
  readonly invited: readonly Invited[]
  readonly prepared: Readonly<Partial<Record<PreparationItem, Prepared>>>
}

/** How a reception is prepared. */
export function foldReception(actions: readonly Action[]): ReceptionState {
  let state: ReceptionState = { status: 'open', lists: [], invited: [], prepared: {} }
  for (const action of inOrder(actions)) state = step(state, action)
  return state
}

function step(state: ReceptionState, action: Action): ReceptionState {
  switch (action.type) {
    case 'reception.list_handed': {
      const { list } = bodyOf('reception.list_handed', action)
      return { ...state, lists: [...state.lists, { ...list, by: action.user }] }
    }
    case 'reception.invited': {
      const { invitation } = bodyOf('reception.invited', action)
      const others = state.invited.filter(({ body }) => body !== invitation.body)
      return { ...state, invited: [...others, { ...invitation, answers: [], reported: null }] }
    }
    case 'reception.answered': {
      const { answer } = bodyOf('reception.answered', action)
      return ofBody(state, answer.body, one => ({ ...one, answers: [...one.answers, answer] }))
    }
    case 'reception.refusal_reported': {
      const { report } = bodyOf('reception.refusal_reported', action)
      return ofBody(state, report.body, one => ({ ...one, reported: report }))
    }
    case 'reception.prepared': {
      const { preparation } = bodyOf('reception.prepared', action)
      const looked: Prepared = { ...preparation, on: action.date, by: action.user }
      return { ...state, prepared: { ...state.prepared, [preparation.item]: looked } }
    }
    default:
      return state
  }
}

function ofBody(state: ReceptionState, body: string, change: (one: Invited) => Invited): ReceptionState {
  return { ...state, invited: state.invited.map(one => (one.body === body ? change(one) : one)) }
}
