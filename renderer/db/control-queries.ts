import type { EntityId } from '#shared/change/action.ts'
import { type Past, pastKeyOf } from '#shared/instruction/forecast.ts'
import { type Handling, handlingsOf } from '#shared/instruction/handled.ts'
import { executorOf } from '#shared/instruction/transitions.ts'
import type { ControlRow } from './control-query-types.ts'
import { monthsBetween } from './months-between.ts'
import type { Moved } from './moved.ts'
import type { QueryContext } from './query-context.ts'
import type { EntityState, ParamsOf } from './query-types.ts'
import {
  executedBy,
  findState,
  INSTRUCTION_CONTROLLED,
  instructionClosed,
  instructionOf,
  openRecord,
  openRecords,
} from './rows.ts'
import { openStates } from './states.ts'

type Instruction = EntityState<'instruction'>

/** The instructions on an application (clause 23: attached to it), by their due days. */
export async function openInstructionsOf(
  context: QueryContext,
  { application }: ParamsOf<'instructions.of'>,
): Promise<Instruction[]> {
  return (await openTagged(context, instructionOf(application))).sort(dueFirst)
}

/** The same with their applications and the numbers of their protocols. */
export async function openBoardOf(
  context: QueryContext,
  params: ParamsOf<'instructions.board'>,
): Promise<ControlRow[]> {
  return rowsOf(context, await openInstructionsOf(context, params))
}

/** What is on control (clause 32), by due days, each with its application as lists show it. */
export async function openControlled(context: QueryContext): Promise<ControlRow[]> {
  return rowsOf(context, (await openTagged(context, INSTRUCTION_CONTROLLED)).sort(dueFirst))
}

/** What left control on some days, by due days. */
export async function openClosed(
  context: QueryContext,
  { from, to }: ParamsOf<'instructions.closed'>,
): Promise<ControlRow[]> {
  const months = monthsBetween(from, to)
  const found = await Promise.all(months.map(month => openTagged(context, instructionClosed(month))))
  const states = found.flat().filter(({ closed }) => closed !== null && closed.on >= from && closed.on <= to)
  return rowsOf(context, states.sort(dueFirst))
}

/** Whether an instruction changed, or an application one of whose instructions is shown. */
export function movedControlled({ changes }: Moved, _: unknown, told: readonly ControlRow[] | undefined): boolean {
  const shown = new Set<string | undefined>(told?.map(({ state }) => state.instruction?.application))
  return told === undefined || changes.some(({ after: { id } }) => id.startsWith('instruction:') || shown.has(id))
}

/** What executors have done, as far as forecasts ask. */
export async function openPast(
  context: QueryContext,
  { executors }: ParamsOf<'instructions.past'>,
): Promise<Record<string, readonly Past[]>> {
  const pasts = await Promise.all(executors.map(async key => [key, await pastOf(context, key)] as const))
  return Object.fromEntries(pasts)
}

async function pastOf(context: QueryContext, key: string): Promise<Past[]> {
  const states = await openTagged(context, executedBy(key))
  return states.flatMap(state => {
    const givenOn = state.assigned.at(-1)?.on
    const executor = executorOf(state)
    const isTheirs = executor !== null && pastKeyOf(executor) === key
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

async function rowsOf(context: QueryContext, states: readonly Instruction[]): Promise<ControlRow[]> {
  const ids = [...new Set(states.flatMap(({ instruction }) => instruction?.application ?? []))]
  const protocols = [...new Set(states.flatMap(({ instruction }) => instruction?.protocol ?? []))]
  const stored = (await context.db.entities.bulkGet(protocols)).flatMap(row => row ?? [])
  const numbers = new Map(
    (await openRecords(context.sealer, stored)).map(record => [
      record.id as string,
      findState('protocol', record)?.signed?.number ?? null,
    ]),
  )
  const known = new Map((await context.lines.linesOf(context, ids)).map(({ id, row }) => [id as string, row]))
  return states.map(state => ({
    state,
    application: known.get(state.instruction?.application ?? '') ?? null,
    protocol: numbers.get(state.instruction?.protocol ?? '') ?? null,
  }))
}

function dueFirst(a: Instruction, b: Instruction): number {
  const [one, other] = [`${a.dueOn ?? ''} ${a.id}`, `${b.dueOn ?? ''} ${b.id}`]
  return one < other ? -1 : one > other ? 1 : 0
}

async function openTagged({ db, sealer }: QueryContext, text: string): Promise<Instruction[]> {
  const rows = await db.entities
    .where('tags')
    .equals(await sealer.tag(text))
    .toArray()
  return openStates(sealer, 'instruction', rows)
}
