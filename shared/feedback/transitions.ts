import type { Action, EntityId } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Feedback, FeedbackSlip } from './model.ts'

export type FeedbackStatus = 'absent' | 'noted' | 'taken_back'

/** What may be done next with an exchange. It is never edited: a slip is taken back and written anew. */
export const FEEDBACK_ACTS = {
  absent: ['feedback.noted'],
  noted: ['feedback.followed_up', 'feedback.taken_back'],
  taken_back: [],
} as const satisfies Record<FeedbackStatus, readonly string[]>

export interface FeedbackState {
  readonly status: FeedbackStatus
  readonly feedback: Feedback | null
  /** What was said; null of an erased person. */
  readonly text: string | null
  /** Id of the user who noted it, and the instant (UTC, ISO). */
  readonly by: string | null
  readonly notedAt: string | null
  /** When it was gone on with, by which exchange of the log (null: otherwise); null: it was not. */
  readonly followedUp: { readonly on: PlainDate; readonly exchange: EntityId | null; readonly by: string } | null
  readonly takenBack: { readonly on: PlainDate; readonly ground: FeedbackSlip; readonly by: string } | null
}

const ABSENT: FeedbackState = {
  status: 'absent',
  feedback: null,
  text: null,
  by: null,
  notedAt: null,
  followedUp: null,
  takenBack: null,
}

/** An exchange of the log. What was gone on with twice was gone on with the first time. */
export function foldFeedback(actions: readonly Action[]): FeedbackState {
  let state = ABSENT
  for (const action of inForce(actions)) {
    if ((FEEDBACK_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

/** Whether an exchange is still to be gone on with. */
export function isToFollow({ status, feedback, followedUp }: FeedbackState): boolean {
  return status === 'noted' && feedback?.followUp != null && followedUp === null
}

function after(state: FeedbackState, action: Action): FeedbackState {
  const { user: by, date: on } = action
  switch (action.type) {
    case 'feedback.noted': {
      const text = action.personal?.value?.['text']
      const { feedback } = bodyOf('feedback.noted', action)
      return {
        ...ABSENT,
        status: 'noted',
        feedback,
        text: typeof text === 'string' ? text : null,
        by,
        notedAt: action.at,
      }
    }
    case 'feedback.followed_up': {
      const { exchange } = bodyOf('feedback.followed_up', action)
      return state.followedUp === null ? { ...state, followedUp: { on, exchange, by } } : state
    }
    case 'feedback.taken_back':
      return {
        ...state,
        status: 'taken_back',
        takenBack: { on, ground: bodyOf('feedback.taken_back', action).ground, by },
      }
    default:
      return state
  }
}
