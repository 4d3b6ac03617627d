import type { EntityId } from '#shared/change/action.ts'
import type { Past } from '#shared/instruction/forecast.ts'
import { type Handling, handlingsOf } from '#shared/instruction/handled.ts'
import { executorOf } from '#shared/instruction/transitions.ts'
import type { Moved } from './moved.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, EntityState, ParamsOf } from './query-types.ts'
import {
  executedBy,
  findState,
  INSTRUCTION_CONTROLLED,
  instructionOf,
  openRecord,
  PROTOCOL_UNSENT,
  protocolOf,
} from './rows.ts'
import { openStates } from './states.ts'

/** The protocols of an application or of a visit, drafts and annulled ones too, as they were begun. */
export async function openProtocolsOf(
  context: QueryContext,
  { about }: ParamsOf<'protocols.of'>,
): Promise<EntityState<'protocol'>[]> {
  const protocols = await openTagged(context, 'protocol', protocolOf(about))
  return protocols.sort((a, b) => ((a.begun?.at ?? '') < (b.begun?.at ?? '') ? -1 : 1))
}

/** Protocols that were signed and have not gone to the applicant (KZ-2026 rule 37), the oldest signature first. */
export async function openUnsentProtocols(context: QueryContext): Promise<EntityState<'protocol'>[]> {
  const protocols = await openTagged(context, 'protocol', PROTOCOL_UNSENT)
  return protocols.sort((a, b) => ((a.signed?.on ?? '') < (b.signed?.on ?? '') ? -1 : 1))
}

/** The instructions on an application (clause 23: attached to it), by their due days. */
export async function openInstructionsOf(
  context: QueryContext,
  { application }: ParamsOf<'instructions.of'>,
): Promise<EntityState<'instruction'>[]> {
  return (await openTagged(context, 'instruction', instructionOf(application))).sort(dueFirst)
}

/** What is on control (clause 32), by due days, each with its application as lists show it. */
export async function openControlled(context: QueryContext): Promise<AnswerOf<'instructions.controlled'>> {
  const states = (await openTagged(context, 'instruction', INSTRUCTION_CONTROLLED)).sort(dueFirst)
  const ids = [...new Set(states.flatMap(({ instruction }) => instruction?.application ?? []))]
  const known = new Map<string, AnswerOf<'instructions.controlled'>[number]['application']>(
    (await context.lines.linesOf(context, ids)).map(({ id, row }) => [id, row]),
  )
  return states.map(state => ({ state, application: known.get(state.instruction?.application ?? '') ?? null }))
}

/** Whether an instruction changed, or an application one of whose instructions is shown. */
export function movedControlled(
  { changes }: Moved,
  _: unknown,
  told: AnswerOf<'instructions.controlled'> | undefined,
): boolean {
  const shown = new Set<string | undefined>(told?.map(({ state }) => state.instruction?.application))
  return told === undefined || changes.some(({ after: { id } }) => id.startsWith('instruction:') || shown.has(id))
}

/** What an official of the directory has executed, as far as forecasts ask. */
export async function openPast(
  context: QueryContext,
  { officialId }: ParamsOf<'instructions.past'>,
): Promise<readonly Past[]> {
  const states = await openTagged(context, 'instruction', executedBy(officialId))
  return states.flatMap(state => {
    const givenOn = state.assigned.at(-1)?.on
    const isTheirs = executorOf(state)?.officialId === officialId
    return isTheirs && givenOn && state.executed !== null ? [{ givenOn, doneOn: state.executed.doneOn }] : []
  })
}

/** Everybody who had to do with some cases: whom clause 35 speaks of. */
export async function openHandled(
  context: QueryContext,
  { applications }: ParamsOf<'executors.handled'>,
): Promise<readonly Handling[]> {
  const found = await Promise.all(applications.map(id => handledIn(context, id)))
  return found.flat()
}

async function handledIn(context: QueryContext, id: EntityId): Promise<Handling[]> {
  const stored = await context.db.applications.get(id)
  const application = stored ? findState('application', await openRecord(context.sealer, stored)) : null
  if (application === null) return []
  return handlingsOf({ id, application, instructions: await openInstructionsOf(context, { application: id }) })
}

function dueFirst(a: EntityState<'instruction'>, b: EntityState<'instruction'>): number {
  const [one, other] = [`${a.dueOn ?? ''} ${a.id}`, `${b.dueOn ?? ''} ${b.id}`]
  return one < other ? -1 : one > other ? 1 : 0
}

async function openTagged<N extends 'protocol' | 'instruction'>(
  { db, sealer }: QueryContext,
  noun: N,
  text: string,
): Promise<EntityState<N>[]> {
  const rows = await db.entities
    .where('tags')
    .equals(await sealer.tag(text))
    .toArray()
  return openStates(sealer, noun, rows)
}
