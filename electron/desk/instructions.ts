import { foldApplication } from '#shared/application/transitions.ts'
import { type EntityId, entityId, type Intent } from '#shared/change/action.ts'
import { ACTION_TYPES, type ActionType } from '#shared/change/action-types.ts'
import { mayClose } from '#shared/instruction/closing.ts'
import { assignmentsOf } from '#shared/instruction/handled.ts'
import type { Basis, Executor, FinalAnswer, Instruction } from '#shared/instruction/model.ts'
import { extensionLimit, FINAL_LETTERS } from '#shared/instruction/rules.ts'
import { executorOf, INSTRUCTION_ACTS, type InstructionState } from '#shared/instruction/transitions.ts'
import { outgoingText } from '#shared/letter/number.ts'
import { foldLetter, type LetterState } from '#shared/letter/transitions.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { nameLikeness } from '#shared/text/same-name.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { foldUser } from '#shared/user/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Actor } from './act.ts'
import { instructionOf, protocolOf } from './control-index.ts'
import { demandNotBarred } from './executor-bars.ts'
import { findCalendar } from './office-calendar.ts'
import { activeOfficials, type OpenDesk } from './open-desk.ts'

/** What screens compose of instructions. They are given with the signature of their protocol, and by nothing else. */
export const CONTROLLED = [
  'instruction.extended',
  'instruction.reassigned',
  'instruction.interim',
  'instruction.reminded',
  'instruction.executed',
  'instruction.answered',
  'instruction.returned',
  'instruction.closed',
] as const satisfies readonly ActionType[]
export type ControlledType = (typeof CONTROLLED)[number]

/** Whether a type is an act on an instruction. */
export function isControlledType(type: string): type is ControlledType {
  return CONTROLLED.some(one => one === type)
}

interface Asked {
  readonly desk: OpenDesk
  readonly intent: Intent
  readonly state: InstructionState
  readonly instruction: Instruction
  readonly actor: Actor
}

/**
 * Looks at an act on an instruction where it is recorded (clauses 32, 33, 35). Asked in a turn of the gate. Throws
 * `instruction.*`, and `change.*` by the gate for what is not lawful or has moved.
 */
export async function demandInstruction(
  desk: OpenDesk,
  type: ControlledType,
  { intent, body }: { readonly intent: Intent; readonly body: Record<string, unknown> },
  actor: Actor,
): Promise<void> {
  if (intent.basedOn !== desk.journal.headOf(intent.entity)) return
  const state = await instructionOf(desk.journal, intent.entity)
  const { instruction, status } = state
  if (instruction === null || !(INSTRUCTION_ACTS[status] as readonly string[]).includes(type)) return
  const asked: Asked = { desk, intent, state, instruction, actor }
  switch (type) {
    case 'instruction.extended': {
      const { to, basis } = ACTION_TYPES[type].body.parse(body)
      return demandExtension(asked, to, basis)
    }
    case 'instruction.reassigned': {
      const { executor, earlier } = ACTION_TYPES[type].body.parse(body)
      return demandExecutor(asked, executor, earlier)
    }
    case 'instruction.interim': {
      const { on, letter } = ACTION_TYPES[type].body.parse(body)
      await demandDay(asked, on)
      if (letter !== null) await letterOn(asked, letter)
      return
    }
    case 'instruction.reminded':
      return demandDay(asked, ACTION_TYPES[type].body.parse(body).reminder.on)
    case 'instruction.executed':
      return demandDay(asked, ACTION_TYPES[type].body.parse(body).on)
    case 'instruction.answered':
      return demandAnswer(asked, ACTION_TYPES[type].body.parse(body).answer)
    case 'instruction.closed':
      return demandCloser(asked)
    case 'instruction.returned':
      return
  }
}

/** To a later day, on a decision of a day that was, and not past what the act allows. */
async function demandExtension({ desk, state, instruction, actor }: Asked, to: PlainDate, basis: Basis): Promise<void> {
  if (state.dueOn !== null && to <= state.dueOn) throw new ExpectedError('instruction.not_later')
  const { protocol } = await protocolOf(desk.journal, instruction.protocol)
  if (basis.on > actor.date || (protocol !== null && basis.on < protocol.on)) {
    throw new ExpectedError('instruction.basis_date')
  }
  const actions = await readableActionsOf(desk.journal, instruction.application)
  const { registered } = foldApplication(actions, desk.gate.related())
  if (registered === null) return
  const { profile, on, registration } = registered
  const handedIn = { profile, on, atReception: registration.atReception }
  const limit = extensionLimit(handedIn, basis.on, await findCalendar(desk))
  if (limit !== null && to > limit) throw new ExpectedError('instruction.past_limit', { by: limit })
}

/** To another, who may have it (clause 35): under KZ-2026 not back to who had it before either. */
async function demandExecutor(
  { desk, state, instruction }: Asked,
  executor: Executor,
  earlier: readonly EntityId[],
): Promise<void> {
  const { application, protocol } = instruction
  const now = executorOf(state)
  const isSame = now !== null && JSON.stringify(now) === JSON.stringify(executor)
  if (isSame) throw new ExpectedError('instruction.same_executor')
  const before = assignmentsOf(application, state)
  const all = [...new Set([...instruction.earlier, ...earlier])]
  await demandNotBarred(desk, { application, protocol, executor, earlier: all, before })
}

/** Done on a day since the reception, and not in days to come. */
async function demandDay({ desk, instruction, actor }: Asked, on: PlainDate): Promise<void> {
  const { protocol } = await protocolOf(desk.journal, instruction.protocol)
  if (on > actor.date || (protocol !== null && on < protocol.on)) throw new ExpectedError('instruction.date')
}

/** The final answer is a letter that left under that number; what told meanwhile how it stands is none. */
async function demandAnswer(asked: Asked, { letter, number, on }: FinalAnswer): Promise<void> {
  await demandDay(asked, on)
  if (letter === null) return
  if (asked.state.interims.some(one => one.letter === letter)) throw new ExpectedError('instruction.not_final')
  const { letter: written, signed, sent } = await letterOn(asked, letter)
  if (written === null || !FINAL_LETTERS.includes(written.kind)) throw new ExpectedError('instruction.not_final')
  const isIt = signed !== null && sent !== null && outgoingText(signed.number) === number
  if (!isIt) throw new ExpectedError('instruction.letter')
}

/** A letter of the same application that was signed off. */
async function letterOn({ desk, instruction }: Asked, id: EntityId): Promise<LetterState> {
  const state = foldLetter(desk.journal.has(id) ? await readableActionsOf(desk.journal, id) : [])
  const stands = state.status === 'signed' || state.status === 'sent'
  if (!stands || state.letter?.application !== instruction.application) throw new ExpectedError('instruction.letter')
  return state
}

/** Whoever reported the execution, or is the executor by a name that may be theirs, does not take it off control; of the first the head may. */
async function demandCloser({ desk, state, actor }: Asked): Promise<void> {
  if (!mayClose(state, actor)) throw new ExpectedError('instruction.own_execution')
  const user = entityId('user', actor.user)
  const { user: closer } = foldUser(desk.journal.has(user) ? await readableActionsOf(desk.journal, user) : [])
  const executor = executorOf(state)
  if (closer === null || executor === null) return
  const names = await namesOf(desk, executor)
  if (names.some(name => nameLikeness(closer.name, name) !== 'other'))
    throw new ExpectedError('instruction.is_executor')
}

async function namesOf(desk: OpenDesk, { officialId, who }: Executor): Promise<string[]> {
  const official = (await activeOfficials(desk)).find(({ id }) => id === officialId)
  if (official === undefined) return [who]
  const { surname, given, patronymic } = official.name
  return [who, ...(['kk', 'ru'] as const).map(one => `${surname[one]} ${given[one]} ${patronymic[one]}`)]
}
