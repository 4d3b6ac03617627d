import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type {
  CalledIn,
  Coverage,
  HandedList,
  Invitation,
  InvitationAnswer,
  Preparation,
  PreparationItem,
  RefusalReport,
} from './model.ts'

export type ReceptionStatus = 'open'

/** What may be done next in preparing a reception. Which reception it is, the schedule says. */
export const RECEPTION_ACTS = {
  open: [
    'reception.list_handed',
    'reception.invited',
    'reception.answered',
    'reception.refusal_reported',
    'reception.prepared',
    'reception.covered',
    'reception.called_in',
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
  /** Each as it was last said, in the order of the first word. */
  readonly coverage: readonly Coverage[]
  readonly calledIn: readonly CalledIn[]
}

/** How a reception is prepared. */
export function foldReception(actions: readonly Action[]): ReceptionState {
  let state: ReceptionState = { status: 'open', lists: [], invited: [], prepared: {}, coverage: [], calledIn: [] }
  for (const action of inForce(actions)) state = step(state, action)
  return state
}

function step(state: ReceptionState, action: Action): ReceptionState {
  switch (action.type) {
    case 'reception.list_handed': {
      const { list } = bodyOf('reception.list_handed', action)
      return { ...state, lists: [...state.lists, { ...list, by: action.user }] }
    }
    case 'reception.invited': {
      const { invitations } = bodyOf('reception.invited', action)
      return invitations.reduce(withInvited, state)
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
    case 'reception.covered':
      return { ...state, coverage: withLatest(state.coverage, bodyOf('reception.covered', action).coverage) }
    case 'reception.called_in':
      return { ...state, calledIn: withLatest(state.calledIn, bodyOf('reception.called_in', action).calledIn) }
    default:
      return state
  }
}

function withLatest<T extends { readonly id: string }>(all: readonly T[], one: T): T[] {
  return all.some(({ id }) => id === one.id) ? all.map(was => (was.id === one.id ? one : was)) : [...all, one]
}

/** A body that is asked once more answers once more. */
function withInvited(state: ReceptionState, invitation: Invitation): ReceptionState {
  const others = state.invited.filter(({ body }) => body !== invitation.body)
  return { ...state, invited: [...others, { ...invitation, answers: [], reported: null }] }
}

function ofBody(state: ReceptionState, body: string, change: (one: Invited) => Invited): ReceptionState {
  return { ...state, invited: state.invited.map(one => (one.body === body ? change(one) : one)) }
}
