import { INSTRUCTION_ACTS, type InstructionState } from '#shared/instruction/transitions.ts'

/** What a person does with an instruction, in the order of its way off control. */
export const ACTS = [
  'executed',
  'answered',
  'closed',
  'interim',
  'reminded',
  'extended',
  'reassigned',
  'returned',
] as const
export type InstructionAct = (typeof ACTS)[number]

/** What may lawfully be done with an instruction now. */
export function actsOf({ status }: Pick<InstructionState, 'status'>): InstructionAct[] {
  const lawful: readonly string[] = INSTRUCTION_ACTS[status]
  return ACTS.filter(act => lawful.includes(`instruction.${act}`))
}
