import type { EntityId } from '#shared/change/action.ts'
import type { StateOf } from '#shared/change/project-view.ts'
import type { QueryContext } from '../query-context.ts'
import { findState, instructionOf, openRecords, protocolOf } from '../rows.ts'
import { taggedStates } from './pages.ts'

/** The applications of some rows in full, by id. */
export async function applicationsOf(
  { db, sealer }: QueryContext,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlyMap<string, StateOf['application']>> {
  const wanted = [...new Set(ids)].flatMap(id => id ?? [])
  const stored = (await db.applications.bulkGet(wanted)).flatMap(row => row ?? [])
  const records = await openRecords(sealer, stored)
  return new Map(
    records.flatMap(record => {
      const state = findState('application', record)
      return state === null ? [] : [[record.id as string, state] as const]
    }),
  )
}

/** The protocol of a visit that was signed and stands, and what was instructed by it. */
export async function protocolOfVisit(
  context: QueryContext,
  visit: EntityId,
): Promise<Pick<Partial<StateOf>, 'protocol'> & { instructions: StateOf['instruction'][] }> {
  const found = await taggedStates(context, 'protocol', protocolOf(visit))
  const protocol = found.find(({ status }) => status === 'signed' || status === 'sent')
  if (protocol === undefined || protocol.protocol === null) return { instructions: [] }
  const all = await taggedStates(context, 'instruction', instructionOf(protocol.protocol.application))
  const instructions = all.filter(one => one.instruction?.protocol === protocol.id && one.status !== 'replaced')
  return { protocol, instructions }
}
