import type { Directories } from '../directory/model.ts'
import { executorOf, type InstructionState } from '../instruction/transitions.ts'
import type { Bilingual, Official } from '../official/model.ts'
import { protocolNumberText } from '../protocol/number.ts'
import type { ProtocolState } from '../protocol/transitions.ts'
import { bodyName, officialInFull, unended } from './fact-texts.ts'
import type { Fact, Facts } from './fill.ts'

/** An instruction a letter is about, and the protocol that gave it; without one the letter is about the protocol itself. */
export interface ControlSource {
  readonly instruction: InstructionState | null
  readonly protocol: Pick<ProtocolState, 'protocol' | 'signed'> | null
}

interface Known {
  readonly officials: readonly Official[]
  readonly directories: Pick<Directories, 'body'>
}

/** The facts of a protocol and of its instruction; what was decided and why is nobody's but the writer's, and stays to be written. */
export function controlFacts({ instruction, protocol }: ControlSource, known: Known): Facts {
  const { signed = null } = protocol ?? {}
  const received = protocol?.protocol?.on ?? null
  return {
    ...(received === null ? {} : { received_on: { kind: 'date', date: received } }),
    ...(signed === null ? {} : { protocol_number: { kind: 'text', text: protocolNumberText(signed.number) } }),
    ...(instruction === null ? {} : ofInstruction(instruction, known)),
  }
}

function ofInstruction(instruction: InstructionState, known: Known): Facts {
  const { text, dueOn, executed } = instruction
  return {
    action: { kind: 'text', text: unended(text ?? '') },
    report: { kind: 'text', text: unended(executed?.text ?? '') },
    ...(dueOn === null ? {} : { due_on: { kind: 'date', date: dueOn } }),
    ...ofExecutor(instruction, known),
  }
}

/** Who executes, and whom a letter to the executor is addressed to: the body, else the unit, else the person. */
function ofExecutor(instruction: InstructionState, { officials, directories }: Known): Facts {
  const executor = executorOf(instruction)
  if (executor === null) return {}
  const official = officials.find(({ id }) => id === executor.officialId)
  const who = official === undefined ? alike(executor.who) : officialInFull(official)
  const name = { kk: who.kk || executor.who, ru: who.ru || executor.who }
  const addressee = alike(executor.unit || '')
  const body: Fact =
    executor.body === null
      ? { kind: 'both', texts: addressee.kk === '' ? name : addressee }
      : bodyName(directories, executor.body)
  return { executor: { kind: 'both', texts: name }, body }
}

function alike(text: string): Bilingual {
  return { kk: text, ru: text }
}
