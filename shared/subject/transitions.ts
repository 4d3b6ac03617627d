import type { Action } from '../change/action.ts'
import { type BodyOf, bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { HoldGround } from '../retention/model.ts'
import type { PlainDate } from '../time/plain-date.ts'

export type SubjectStatus = 'kept' | 'erased'

/** What may be done next with a person's data. Erasure is final. */
export const SUBJECT_ACTS = {
  kept: ['subject.asked', 'subject.answered', 'subject.held', 'subject.released', 'subject.erased'],
  erased: [],
} as const satisfies Record<SubjectStatus, readonly string[]>

type Asked = BodyOf<'subject.asked'>
type Answered = BodyOf<'subject.answered'>

/** What a person asked of their data, and what became of it; null: nothing yet. */
export interface SubjectRequest extends Asked {
  /** Id of the user who wrote it down. */
  readonly by: string
  readonly answer: (Omit<Answered, 'request'> & { readonly by: string }) | null
}

export interface SubjectState {
  readonly status: SubjectStatus
  /** As they were written down, oldest first. */
  readonly requests: readonly SubjectRequest[]
  /** Since when the data are closed at the person's request; null: they are not. */
  readonly blocked: PlainDate | null
  /** Why the data are kept past their term; null: nobody keeps them. */
  readonly held: { readonly ground: HoldGround; readonly on: PlainDate; readonly by: string } | null
}

/**
 * A person's data: whether they were erased, in any order of arrival, what was asked of them, whether they are closed. Of a
 * request answered twice the first answer stands.
 */
export function foldSubject(actions: readonly Action[]): SubjectState {
  const isErased = actions.some(action => action.type === 'subject.erased')
  let state: SubjectState = { status: isErased ? 'erased' : 'kept', requests: [], blocked: null, held: null }
  for (const action of inForce(actions)) state = after(state, action)
  return state
}

/** What of a person's requests waits for an answer; of one who was erased nothing does. */
export function openRequests({ status, requests }: SubjectState): SubjectRequest[] {
  return status === 'erased' ? [] : requests.filter(({ answer }) => answer === null)
}

function after(state: SubjectState, action: Action): SubjectState {
  if (action.type === 'subject.released') return { ...state, held: null }
  if (action.type === 'subject.held') {
    const { ground } = bodyOf('subject.held', action)
    return { ...state, held: { ground, on: action.date, by: action.user } }
  }
  if (action.type === 'subject.asked') {
    const asked = bodyOf('subject.asked', action)
    if (state.requests.some(({ request }) => request === asked.request)) return state
    return { ...state, requests: [...state.requests, { ...asked, by: action.user, answer: null }] }
  }
  if (action.type !== 'subject.answered') return state
  const { request, on, how } = bodyOf('subject.answered', action)
  const asked = state.requests.find(one => one.request === request)
  if (asked === undefined || asked.answer !== null) return state
  const answered = { ...asked, answer: { on, how, by: action.user } }
  const requests = state.requests.map(one => (one === asked ? answered : one))
  return { ...state, requests, blocked: blockedAfter(state.blocked, answered, on) }
}

function blockedAfter(before: PlainDate | null, { what, answer }: SubjectRequest, on: PlainDate): PlainDate | null {
  if (answer?.how !== 'done') return before
  if (what === 'block') return before ?? on
  return what === 'unblock' ? null : before
}
