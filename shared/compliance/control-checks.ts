import type { InstructionState } from '../instruction/transitions.ts'
import type { Asked, Check, ComplianceFacts, InstructionFact } from './facts.ts'
import { recordOf, stateBy } from './record.ts'

/** Instructions are executed by the day they are due, with every extension taken in (clause 32, KZ-2026 rule 35). */
export const instructionsInTime: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(({ id, state: { dueOn, executed } }) => {
    if (dueOn === null) return []
    const on = executed?.doneOn ?? null
    const state = stateBy(dueOn, on, asked.today)
    return [recordOf({ duty: 'instruction', state, entity: id, day: dueOn, by: dueOn, on })]
  })

/** What left control did so with a final reasoned answer to the applicant, by another hand (clause 33). */
export const closedWithAnswer: Check = (facts, asked) =>
  ofAct(facts, asked).flatMap(({ id, state: { executed, answer, closed } }) => {
    const since = closed ?? executed
    if (since === null) return []
    const state = closed === null ? 'due' : answer === null ? 'broken' : 'kept'
    return [recordOf({ duty: 'final_answer', state, entity: id, day: since.on, on: answer?.on ?? null })]
  })

/** Instructions on applications of an act; one that was replaced with its protocol binds nobody. */
function ofAct({ applications, instructions }: ComplianceFacts, { profile }: Asked): InstructionFact[] {
  const own = new Set<string>(applications.flatMap(one => (one.registered.profile === profile ? [one.id] : [])))
  return instructions.filter(({ state }) => state.status !== 'replaced' && isOf(own, state))
}

function isOf(own: ReadonlySet<string>, { instruction }: InstructionState): boolean {
  return instruction !== null && own.has(instruction.application)
}
