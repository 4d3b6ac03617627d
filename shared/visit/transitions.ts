import type { ReceptionResult } from '../application/model.ts'
import { type Action, inOrder } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { passesCheck } from './identity.ts'
import { type Call, CallPersonal, type CheckIn, type IdentityCheck, IdentityCheckPersonal } from './model.ts'

export type VisitStatus =
  | 'absent'
  | 'arrived'
  | 'stopped'
  | 'waiting'
  | 'called'
  | 'served'
  | 'missed'
  | 'finished'
  | 'left'

/**
 * What may be done next with a visit. `arrived`: no check yet, so no call (clause 9); `stopped`: the check did not pass;
 * `missed`: called and did not come.
 */
export const VISIT_ACTS = {
  absent: ['visit.checked_in'],
  arrived: ['visit.identity_checked', 'visit.left'],
  stopped: ['visit.identity_checked', 'visit.left'],
  waiting: ['visit.called', 'visit.identity_checked', 'visit.left'],
  called: ['visit.called', 'visit.call_undone', 'visit.started', 'visit.missed', 'visit.left'],
  served: ['visit.finished', 'visit.returned'],
  missed: ['visit.called', 'visit.returned', 'visit.left'],
  finished: [],
  left: ['visit.returned'],
} as const satisfies Record<VisitStatus, readonly string[]>

export interface VisitState {
  readonly status: VisitStatus
  readonly checkIn: CheckIn | null
  /** Instants are UTC, ISO. */
  readonly arrivedAt: string | null
  readonly check: (IdentityCheck & { readonly at: string; readonly user: string }) | null
  /** Null before the check and where the subject was erased. */
  readonly checkPersonal: IdentityCheckPersonal | null
  /** The last call, and how many there were. */
  readonly call: (Call & { readonly at: string; readonly note: string | null }) | null
  readonly calls: number
  readonly startedAt: string | null
  readonly finishedAt: string | null
  readonly result: ReceptionResult | null
}

const ABSENT: VisitState = {
  status: 'absent',
  checkIn: null,
  arrivedAt: null,
  check: null,
  checkPersonal: null,
  call: null,
  calls: 0,
  startedAt: null,
  finishedAt: null,
  result: null,
}

/** A visit: the fold of its actions. One that was not lawful where it stands in the order (two desks apart) changes nothing. */
export function foldVisit(actions: readonly Action[]): VisitState {
  let state = ABSENT
  for (const action of inOrder(actions)) {
    if ((VISIT_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

function after(state: VisitState, action: Action): VisitState {
  const { at } = action
  switch (action.type) {
    case 'visit.checked_in':
      return { ...state, status: 'arrived', checkIn: bodyOf('visit.checked_in', action).visit, arrivedAt: at }
    case 'visit.identity_checked':
      return checked(state, action)
    case 'visit.called': {
      const { call } = bodyOf('visit.called', action)
      const note = CallPersonal.safeParse(action.personal?.value).data?.note ?? null
      return { ...state, status: 'called', call: { ...call, at, note }, calls: state.calls + 1 }
    }
    case 'visit.call_undone':
      return { ...state, status: 'waiting', call: null, calls: state.calls - 1 }
    case 'visit.started':
      return { ...state, status: 'served', startedAt: at }
    case 'visit.missed':
      return { ...state, status: 'missed' }
    case 'visit.returned':
      return { ...state, status: passesCheck(state.check) ? 'waiting' : 'arrived', startedAt: null }
    case 'visit.left':
      return { ...state, status: 'left' }
    case 'visit.finished':
      return { ...state, status: 'finished', finishedAt: at, result: bodyOf('visit.finished', action).result }
    default:
      return state
  }
}

function checked(state: VisitState, action: Action): VisitState {
  const { check } = bodyOf('visit.identity_checked', action)
  const value = action.personal?.value ?? null
  return {
    ...state,
    status: passesCheck(check) ? 'waiting' : 'stopped',
    check: { ...check, at: action.at, user: action.user },
    checkPersonal: value === null ? null : IdentityCheckPersonal.parse(value),
  }
}
