import { executorOf, type InstructionState } from '../instruction/transitions.ts'
import { type Contribution, happened, lasted, stood } from './contribution.ts'

/** What an instruction adds: that it was given, each thing that became of it, and whether it stands on control. */
export function contributionsOfInstruction(state: InstructionState): Contribution[] {
  const { given, executed, answer, closed, dueOn, status } = state
  if (given === null) return []
  const by = executorOf(state)
  const executor = by?.officialId ?? (by?.body ? `body:${by.body}` : null)
  const term = (on: string) => (dueOn === null ? null : on <= dueOn ? 'in_time' : 'late')
  const off = offControl(state)
  return [
    ...happened('instruction_given', given.on, { executor }),
    ...state.extensions.flatMap(({ on }) => happened('instruction_extended', on)),
    ...state.assigned.slice(1).flatMap(({ on, ground }) => happened('instruction_reassigned', on, { ground })),
    ...state.returns.flatMap(({ on, ground }) => happened('instruction_returned', on, { ground })),
    ...(executed === null
      ? []
      : happened('instruction_executed', executed.doneOn, { executor, term: term(executed.doneOn) })),
    ...(answer === null ? [] : happened('instruction_answered', answer.on, { term: term(answer.on) })),
    ...lasted('days_to_final', given.on, answer?.on ?? null),
    ...(closed === null ? [] : happened('instruction_closed', closed.on, { executor })),
    ...(status === 'replaced' ? happened('instruction_replaced', state.replacedOn) : []),
    stood('instruction_controlled', given.on, 1),
    ...(off === null ? [] : [stood('instruction_controlled', off, -1)]),
  ]
}

/** The day it left control: closed, or replaced by another; null while it stands. */
function offControl({ closed, replacedOn }: InstructionState) {
  return closed?.on ?? replacedOn
}
