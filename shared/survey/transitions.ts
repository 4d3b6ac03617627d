import type { Action } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import { officeTime } from '../time/office-time.ts'
import type { PlainDate, PlainTime } from '../time/plain-date.ts'
import type { Answer, Attempt, Survey } from './model.ts'

export type SurveyStatus = 'absent' | 'open' | 'closed'

/** What may be done next with a survey. It is opened once: its key is its kind and period. */
export const SURVEY_ACTS = {
  absent: ['survey.opened'],
  open: ['survey.attempted', 'survey.closed'],
  closed: [],
} as const satisfies Record<SurveyStatus, readonly string[]>

/** A call as it was noted. */
export interface NotedAttempt extends Attempt {
  readonly request: string
  readonly on: PlainDate
  readonly at: PlainTime
}

export interface SurveyState {
  readonly status: SurveyStatus
  readonly survey: Survey | null
  /** The press that opened it. */
  readonly request: string | null
  readonly openedOn: PlainDate | null
  readonly openedBy: string | null
  /** Oldest first. */
  readonly attempts: readonly NotedAttempt[]
  readonly closedOn: PlainDate | null
}

/** A survey as its actions left it. Calls of a desk that did not know of the end count as well. */
export function foldSurvey(actions: readonly Action[]): SurveyState {
  let state: SurveyState = {
    status: 'absent',
    survey: null,
    request: null,
    openedOn: null,
    openedBy: null,
    attempts: [],
    closedOn: null,
  }
  for (const action of inForce(actions)) {
    if (action.type === 'survey.opened' && state.status === 'absent') {
      const { survey, request } = bodyOf('survey.opened', action)
      state = { ...state, status: 'open', survey, request, openedOn: action.date, openedBy: action.user }
    } else if (action.type === 'survey.attempted' && state.status !== 'absent') {
      const { attempt, request } = bodyOf('survey.attempted', action)
      const noted = { ...attempt, request, on: action.date, at: officeTime(Date.parse(action.at)) }
      state = { ...state, attempts: [...state.attempts, noted] }
    } else if (action.type === 'survey.closed' && state.status === 'open') {
      state = { ...state, status: 'closed', closedOn: action.date }
    }
  }
  return state
}

export type AnswerStatus = 'absent' | 'given'

/** An answer is given once. */
export const ANSWER_ACTS = {
  absent: ['answer.given'],
  given: [],
} as const satisfies Record<AnswerStatus, readonly string[]>

export interface AnswerState {
  readonly status: AnswerStatus
  readonly answer: Answer | null
  /** The day it went into the journal, with others: not the day it was given. */
  readonly on: PlainDate | null
}

/** An answer. Who gave it is nowhere. */
export function foldAnswer(actions: readonly Action[]): AnswerState {
  const given = inForce(actions).find(({ type }) => type === 'answer.given')
  return given === undefined
    ? { status: 'absent', answer: null, on: null }
    : { status: 'given', answer: bodyOf('answer.given', given).answer, on: given.date }
}
