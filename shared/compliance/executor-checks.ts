import { whoMayNot } from '../instruction/bars.ts'
import { assignmentsOf, casesNamedBy, type Handling, handlingsOf, type KnownCase } from '../instruction/handled.ts'
import type { Assigned, InstructionState } from '../instruction/transitions.ts'
import { profileOf } from '../regulation/profile.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Check } from './facts.ts'
import { recordOf } from './record.ts'

/**
 * To whom an instruction was given had not decided the matter before (clause 35), nor been given it (rule 12). Judged from what is
 * recorded, whoever recorded it: another desk, or an import, may have known nothing of the earlier case. Looked at are the cases the
 * instruction or a decision names and the earlier instructions on the application itself.
 */
export const executors: Check = ({ instructions, matters, officials }, { profile }) =>
  instructions.flatMap(({ id, state }) => {
    const { instruction, status, assigned } = state
    const own = instruction === null ? undefined : matters.get(instruction.application)
    if (instruction === null || status === 'replaced' || own?.application.registered?.profile !== profile) return []
    const cases = casesBefore(own, instruction.earlier, matters)
    const siblings = own.instructions.filter(other => other.instruction?.protocol !== instruction.protocol)
    return assigned.map((one, place) => {
      const handlings = [
        ...cases.flatMap(other => handlingsOf({ ...other, instructions: asOf(other.instructions, one.on) })),
        ...asOf(siblings, one.on).flatMap(other => assignmentsOf(own.id, other)),
      ].filter(({ on }) => on === null || on < one.on)
      handlings.push(...before(assigned, place, own))
      const bars = whoMayNot(one.executor, profileOf(profile).executorBar.bars, handlings, officials)
      const isBarred = bars.some(({ level }) => level === 'stop')
      return recordOf({
        ...{ duty: 'executor', state: isBarred ? 'broken' : 'kept', entity: id, day: one.on, on: one.on },
        why: isBarred ? 'barred' : null,
      })
    })
  })

/** The cases that are named, and from case to case those that their decisions name. */
function casesBefore(own: KnownCase, earlier: readonly string[], matters: ReadonlyMap<string, KnownCase>): KnownCase[] {
  const found = new Map<string, KnownCase>()
  const open: string[] = [...earlier, ...casesNamedBy(own.application)]
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const matter = matters.get(next)
    if (matter === undefined || next === own.id || found.has(next)) continue
    found.set(next, matter)
    open.push(...casesNamedBy(matter.application))
  }
  return [...found.values()]
}

/** Instructions as they stood on a day: what was answered since had not been decided, what was given on since had not been. */
function asOf(instructions: readonly InstructionState[], day: PlainDate): InstructionState[] {
  return instructions.map(one => {
    const isAnswered = one.answer !== null && one.answer.noted.on < day
    const status = one.status === 'replaced' || isAnswered ? one.status : 'on_control'
    return { ...one, status, assigned: one.assigned.filter(({ on }) => on < day) }
  })
}

/** Those whom the instruction itself was given to before it was given on. */
function before(assigned: readonly Assigned[], place: number, { id }: KnownCase): Handling[] {
  return assigned.slice(0, place).map(({ executor, on }) => ({
    ...({ application: id, how: 'assigned', on } as const),
    ...{ officialId: executor.officialId, name: executor.who },
  }))
}
