import { type Action, chainPlaceOf, type InstallationId } from '../change/action.ts'
import { bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { DeskOfOffice, TakeGround } from './model.ts'

export type LineStatus = 'free' | 'owned'

/** What may be done next with a line. Whether this desk may call is asked of `mayCall`. */
export const LINE_ACTS = {
  free: ['line.called'],
  owned: ['line.called', 'line.taken'],
} as const satisfies Record<LineStatus, readonly string[]>

/** The line of one who receives on a day: whose it is. */
export interface LineState {
  readonly status: LineStatus
  /** The desk that calls from it; null: nobody has called yet. */
  readonly owner: InstallationId | null
  /** Since when it is the owner's, and when the owner called last: instants, UTC, ISO. */
  readonly since: string | null
  readonly calledAt: string | null
  /** On what ground the owner took it over; null: it called first. */
  readonly taken: TakeGround | null
}

const FREE: LineState = { status: 'free', owner: null, since: null, calledAt: null, taken: null }

/** A line: the fold of its actions. Of desks that were apart the one that began or took it later has it. */
export function foldLine(actions: readonly Action[]): LineState {
  let state = FREE
  for (const action of inForce(actions)) {
    if ((LINE_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

/** Whose call it is: `own`; `begins`: the line is no working desk's, and this call makes it ours; `other`: another desk calls. */
export type CallRight = 'own' | 'begins' | 'other'

/** Whether a desk may call from a line (ADR 35): from its own, or from one that is no working desk's. */
export function mayCall(
  { owner }: Pick<LineState, 'owner'>,
  own: string,
  others: readonly Pick<DeskOfOffice, 'installation'>[],
): CallRight {
  if (owner === own) return 'own'
  return others.some(({ installation }) => installation === owner) ? 'other' : 'begins'
}

function after(state: LineState, action: Action): LineState {
  const owner = chainPlaceOf(action.id).installation
  switch (action.type) {
    case 'line.called': {
      const begun = bodyOf('line.called', action).begins
      if (begun) return { status: 'owned', owner, since: action.at, calledAt: action.at, taken: null }
      return owner === state.owner ? { ...state, calledAt: action.at } : state
    }
    case 'line.taken': {
      const { ground } = bodyOf('line.taken', action)
      return { status: 'owned', owner, since: action.at, calledAt: null, taken: ground }
    }
    default:
      return state
  }
}
