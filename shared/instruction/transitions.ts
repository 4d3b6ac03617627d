import type { Action, EntityId } from '../change/action.ts'
import { type BodyOf, bodyOf } from '../change/action-types.ts'
import { inForce } from '../clash/in-force.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { mayClose } from './closing.ts'
import type {
  Basis,
  Executor,
  FinalAnswer,
  Instruction,
  InstructionReturnGround,
  ReassignGround,
  TelephoneReminder,
} from './model.ts'

export type InstructionStatus = 'absent' | 'on_control' | 'executed' | 'answered' | 'closed' | 'replaced'

/**
 * What may be done next with an instruction. It leaves control by one way only: executed, answered to the applicant, closed
 * (clause 33). `replaced`: the protocol that gave it was annulled, and the one written anew was signed.
 */
export const INSTRUCTION_ACTS = {
  absent: ['instruction.given'],
  on_control: [
    'instruction.extended',
    'instruction.reassigned',
    'instruction.interim',
    'instruction.reminded',
    'instruction.executed',
    'instruction.replaced',
  ],
  executed: [
    'instruction.extended',
    'instruction.interim',
    'instruction.returned',
    'instruction.answered',
    'instruction.replaced',
  ],
  answered: ['instruction.returned', 'instruction.closed', 'instruction.replaced'],
  closed: ['instruction.returned'],
  replaced: [],
} as const satisfies Record<InstructionStatus, readonly string[]>

/** When and by whom of the desk: legal date, id of the user. */
interface Done {
  readonly on: PlainDate
  readonly by: string
}

export interface Extended extends Done {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly basis: Basis
}

/** An executor and since when; `ground` is null of the first. */
export interface Assigned extends Done {
  readonly executor: Executor
  readonly ground: ReassignGround | null
}

export interface Interim extends Done {
  readonly toldOn: PlainDate
  readonly letter: EntityId | null
  readonly text: string | null
}

/** The executor's report: when it was done; null texts are of an erased person. */
export interface Executed extends Done {
  readonly doneOn: PlainDate
  readonly text: string | null
}

export interface InstructionState {
  readonly status: InstructionStatus
  readonly instruction: Instruction | null
  readonly text: string | null
  readonly given: Done | null
  /** Everybody it was given to, oldest first; the last executes it. */
  readonly assigned: readonly Assigned[]
  /** The day it is due, with every extension taken in. */
  readonly dueOn: PlainDate | null
  readonly extensions: readonly Extended[]
  readonly interims: readonly Interim[]
  /** Every time it was reminded of by telephone, oldest first. */
  readonly reminders: readonly (TelephoneReminder & { readonly noted: Done })[]
  readonly executed: Executed | null
  readonly answer: (FinalAnswer & { readonly noted: Done }) | null
  readonly returns: readonly (Done & { readonly ground: InstructionReturnGround })[]
  readonly closed: Done | null
  /** The protocol that was signed in place of the one that gave it. */
  readonly replacedBy: EntityId | null
  /** Legal date of that. */
  readonly replacedOn: PlainDate | null
}

const ABSENT: InstructionState = {
  status: 'absent',
  instruction: null,
  text: null,
  given: null,
  assigned: [],
  dueOn: null,
  extensions: [],
  interims: [],
  reminders: [],
  executed: null,
  answer: null,
  returns: [],
  closed: null,
  replacedBy: null,
  replacedOn: null,
}

/** An instruction: the fold of its actions. One that was not lawful where it stands in the order changes nothing. */
export function foldInstruction(actions: readonly Action[]): InstructionState {
  let state = ABSENT
  for (const action of inForce(actions)) {
    if ((INSTRUCTION_ACTS[state.status] as readonly string[]).includes(action.type)) state = after(state, action)
  }
  return state
}

/** Who executes it now; null where it was not given. */
export function executorOf({ assigned }: InstructionState): Executor | null {
  return assigned.at(-1)?.executor ?? null
}

/** Whether the Department still controls it (clause 32). */
export function isControlled({ status }: Pick<InstructionState, 'status'>): boolean {
  return status === 'on_control' || status === 'executed' || status === 'answered'
}

function after(state: InstructionState, action: Action): InstructionState {
  const done: Done = { on: action.date, by: action.user }
  switch (action.type) {
    case 'instruction.given': {
      const { instruction } = bodyOf('instruction.given', action)
      const assigned = [{ executor: instruction.executor, ground: null, ...done }]
      const text = textIn(action, 'action')
      return { ...ABSENT, status: 'on_control', instruction, text, given: done, assigned, dueOn: instruction.dueOn }
    }
    case 'instruction.extended':
      return extended(state, bodyOf('instruction.extended', action), done)
    case 'instruction.reassigned': {
      const { executor, ground } = bodyOf('instruction.reassigned', action)
      return { ...state, assigned: [...state.assigned, { executor, ground, ...done }] }
    }
    case 'instruction.interim': {
      const { on, letter } = bodyOf('instruction.interim', action)
      return { ...state, interims: [...state.interims, { toldOn: on, letter, text: textIn(action, 'text'), ...done }] }
    }
    case 'instruction.reminded': {
      const { reminder } = bodyOf('instruction.reminded', action)
      return { ...state, reminders: [...state.reminders, { ...reminder, noted: done }] }
    }
    case 'instruction.executed': {
      const { on } = bodyOf('instruction.executed', action)
      return { ...state, status: 'executed', executed: { doneOn: on, text: textIn(action, 'text'), ...done } }
    }
    case 'instruction.answered':
      return { ...state, status: 'answered', answer: { ...bodyOf('instruction.answered', action).answer, noted: done } }
    case 'instruction.returned': {
      const returns = [...state.returns, { ground: bodyOf('instruction.returned', action).ground, ...done }]
      return { ...state, status: 'on_control', executed: null, answer: null, closed: null, returns }
    }
    case 'instruction.closed':
      // Two desks may not have known of each other: nobody takes off control what they themselves reported as done.
      return mayClose(state, action) ? { ...state, status: 'closed', closed: done } : state
    case 'instruction.replaced':
      return {
        ...state,
        status: 'replaced',
        replacedBy: bodyOf('instruction.replaced', action).by,
        replacedOn: action.date,
      }
    default:
      return state
  }
}

/** Of two desks that extended apart the later extension stands only where it is the longer one: a due day never comes nearer. */
function extended(
  state: InstructionState,
  { to, basis }: BodyOf<'instruction.extended'>,
  done: Done,
): InstructionState {
  const from = state.dueOn
  if (from === null || to <= from) return state
  return { ...state, dueOn: to, extensions: [...state.extensions, { from, to, basis, ...done }] }
}

function textIn({ personal }: Action, name: string): string | null {
  const text = personal?.value?.[name]
  return typeof text === 'string' ? text : null
}
