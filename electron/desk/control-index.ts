import type { EntityId } from '#shared/change/action.ts'
import { foldInstruction, type InstructionState } from '#shared/instruction/transitions.ts'
import { foldProtocol, type ProtocolState } from '#shared/protocol/transitions.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Journal } from '../journal/types.ts'

type Controlled = 'protocol' | 'instruction'

const known = new WeakMap<Journal, Map<EntityId, EntityId | null>>()

/** The protocols of an application, as they stand. */
export async function protocolsOf(
  journal: Journal,
  application: EntityId,
): Promise<{ readonly id: EntityId; readonly state: ProtocolState }[]> {
  const found = await entitiesOf(journal, 'protocol', application)
  return Promise.all(found.map(async id => ({ id, state: await protocolOf(journal, id) })))
}

/** The instructions on an application, as they stand. */
export async function instructionsOf(
  journal: Journal,
  application: EntityId,
): Promise<{ readonly id: EntityId; readonly state: InstructionState }[]> {
  const found = await entitiesOf(journal, 'instruction', application)
  return Promise.all(found.map(async id => ({ id, state: await instructionOf(journal, id) })))
}

/** A protocol as it stands; absent where there is none. */
export async function protocolOf(journal: Journal, id: EntityId): Promise<ProtocolState> {
  return foldProtocol(journal.has(id) ? await readableActionsOf(journal, id) : [])
}

/** An instruction as it stands; absent where there is none. */
export async function instructionOf(journal: Journal, id: EntityId): Promise<InstructionState> {
  return foldInstruction(journal.has(id) ? await readableActionsOf(journal, id) : [])
}

/** Whose they are never changes, so each is read for it once. */
async function entitiesOf(journal: Journal, noun: Controlled, application: EntityId): Promise<EntityId[]> {
  const applications = known.get(journal) ?? new Map<EntityId, EntityId | null>()
  known.set(journal, applications)
  const all = journal.entitiesOf(noun)
  for (const id of all) if (!applications.has(id)) applications.set(id, await applicationOf(journal, noun, id))
  return all.filter(id => applications.get(id) === application)
}

async function applicationOf(journal: Journal, noun: Controlled, id: EntityId): Promise<EntityId | null> {
  return noun === 'protocol'
    ? ((await protocolOf(journal, id)).protocol?.application ?? null)
    : ((await instructionOf(journal, id)).instruction?.application ?? null)
}
