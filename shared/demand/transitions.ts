import type { Action } from '../change/action.ts'
import { type BodyOf, bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { Basis } from '../instruction/model.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Demand, DemandAnswer, DemandReturn, DemandWay, DemandWithdrawal } from './model.ts'

export type DemandStatus = 'absent' | 'open' | 'answered' | 'withdrawn'

/** What may be done next with a demand. One answered in part is open still. */
export const DEMAND_ACTS = {
  absent: ['demand.made'],
  open: ['demand.extended', 'demand.reminded', 'demand.answered', 'demand.withdrawn'],
  answered: ['demand.returned'],
  withdrawn: [],
} as const satisfies Record<DemandStatus, readonly string[]>

/** When and by whom of the desk: legal date, id of the user. */
interface Done {
  readonly on: PlainDate
  readonly by: string
}

/** An answer as it came; the text is null of an erased person. */
export interface DemandAnswered extends Omit<DemandAnswer, 'text'> {
  readonly text: string | null
  readonly noted: Done
}

export interface DemandState {
  readonly status: DemandStatus
  readonly demand: Demand | null
  /** What is asked; null where nothing was, and of an erased person. */
  readonly text: string | null
  readonly made: Done | null
  /** The day it is due, with every extension taken in. */
  readonly dueOn: PlainDate | null
  readonly extensions: readonly (Done & { readonly from: PlainDate; readonly to: PlainDate; readonly basis: Basis })[]
  readonly reminders: readonly (Done & { readonly way: DemandWay })[]
  /** Answers, oldest first. */
  readonly answers: readonly DemandAnswered[]
  readonly returns: readonly (Done & { readonly ground: DemandReturn })[]
  readonly withdrawn: (Done & { readonly ground: DemandWithdrawal }) | null
}

const ABSENT: DemandState = {
  status: 'absent',
  demand: null,
  text: null,
  made: null,
  dueOn: null,
  extensions: [],
  reminders: [],
  answers: [],
  returns: [],
  withdrawn: null,
}

/** A demand: the fold of its actions. One that was not lawful where it stands in the order changes nothing. */
export function foldDemand(actions: readonly Action[]): DemandState {
  let state = ABSENT
  for (const action of inForce(actions)) {
    if ((DEMAND_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

/** The day the whole of it was given; null while it was not. */
export function givenOn({ status, answers }: DemandState): PlainDate | null {
  return status === 'answered' ? (answers.at(-1)?.on ?? null) : null
}

function after(state: DemandState, action: Action): DemandState {
  const done: Done = { on: action.date, by: action.user }
  switch (action.type) {
    case 'demand.made': {
      const { demand } = bodyOf('demand.made', action)
      const text = textIn(action, demand.application, demand.text)
      return { ...ABSENT, status: 'open', demand, text, made: done, dueOn: demand.dueOn }
    }
    case 'demand.extended':
      return extended(state, bodyOf('demand.extended', action), done)
    case 'demand.reminded':
      return { ...state, reminders: [...state.reminders, { ...bodyOf('demand.reminded', action), by: action.user }] }
    case 'demand.answered': {
      const { answer } = bodyOf('demand.answered', action)
      const text = textIn(action, state.demand?.application ?? null, answer.text)
      const status = answer.outcome === 'full' ? 'answered' : 'open'
      return { ...state, status, answers: [...state.answers, { ...answer, text, noted: done }] }
    }
    case 'demand.returned': {
      const returns = [...state.returns, { ground: bodyOf('demand.returned', action).ground, ...done }]
      return { ...state, status: 'open', returns }
    }
    case 'demand.withdrawn':
      return {
        ...state,
        status: 'withdrawn',
        withdrawn: { ground: bodyOf('demand.withdrawn', action).ground, ...done },
      }
    default:
      return state
  }
}

/** Of two desks that extended apart the later extension stands only where it is the longer one: a due day never comes nearer. */
function extended(state: DemandState, { to, basis }: BodyOf<'demand.extended'>, done: Done): DemandState {
  const from = state.dueOn
  if (from === null || to <= from) return state
  return { ...state, dueOn: to, extensions: [...state.extensions, { from, to, basis, ...done }] }
}

/** About nobody it stands in the body, else under the person; null once that person is erased. */
function textIn({ personal }: Action, application: string | null, own: string): string | null {
  if (application === null) return own
  const text = personal?.value?.['text']
  return typeof text === 'string' ? text : null
}
