import type { EntityId } from '#shared/change/action.ts'
import type { QueryContext } from './query-context.ts'
import type { EntityState, ParamsOf } from './query-types.ts'
import { PROTOCOL_UNSENT, protocolOf } from './rows.ts'
import { openStates } from './states.ts'
import { answerVisits } from './visit-queries.ts'

/** The protocols of an application, of a visit or of a batch, drafts and annulled ones too, as they were begun. */
export async function openProtocolsOf(
  context: QueryContext,
  { about }: ParamsOf<'protocols.of'>,
): Promise<EntityState<'protocol'>[]> {
  const protocols = await openTagged(context, protocolOf(about))
  return protocols.sort((a, b) => ((a.begun?.at ?? '') < (b.begun?.at ?? '') ? -1 : 1))
}

/** Protocols that were signed and have not gone to the applicant (KZ-2026 rule 37), the oldest signature first. */
export async function openUnsentProtocols(context: QueryContext): Promise<EntityState<'protocol'>[]> {
  const protocols = await openTagged(context, PROTOCOL_UNSENT)
  return protocols.sort((a, b) => ((a.signed?.on ?? '') < (b.signed?.on ?? '') ? -1 : 1))
}

/** Visitors received on a day whose protocol nobody has signed (clause 23), in the order of their tickets. */
export async function openLacking(context: QueryContext, { day }: ParamsOf<'protocols.lacking'>): Promise<EntityId[]> {
  const received = (await answerVisits(context, { day })).filter(({ state }) => state.status === 'finished')
  if (received.length === 0) return []
  const tags = await Promise.all(received.map(({ id }) => context.sealer.tag(protocolOf(id))))
  const rows = await context.db.entities.where('tags').anyOf(tags).distinct().toArray()
  const minuted = new Set(
    (await openStates(context.sealer, 'protocol', rows))
      .filter(({ status }) => status === 'signed' || status === 'sent')
      .map(({ protocol }) => protocol?.visit),
  )
  return received.flatMap(({ id }) => (minuted.has(id) ? [] : [id]))
}

async function openTagged({ db, sealer }: QueryContext, text: string): Promise<EntityState<'protocol'>[]> {
  const rows = await db.entities
    .where('tags')
    .equals(await sealer.tag(text))
    .toArray()
  return openStates(sealer, 'protocol', rows)
}
