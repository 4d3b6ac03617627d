import { EntityId } from '#shared/change/action.ts'
import { SETTLED, Settlement } from '#shared/clash/model.ts'
import { typesSettled } from '#shared/clash/settling.ts'
import type { Channel } from '#shared/ipc/contract.ts'
import type { OpenDesk } from '../desk/open-desk.ts'
import { readableActionsOf } from '../journal/readable.ts'
import type { Access } from './access.ts'

interface Guarded {
  readonly access: Pick<Access, 'demand'>
  readonly findDesk: () => Pick<OpenDesk, 'journal'> | null
}

/** Asks of every call, before it is begun, whether the person here may. Throws as `Access.demand`. */
export function guardOf({ access, findDesk }: Guarded): (channel: Channel, args: unknown) => Promise<void> {
  return async (channel, args) => {
    access.demand(channel, typesOf(channel, args))
    const settled = channel === 'journal.act' ? await settledTypes(findDesk(), args) : []
    if (settled.length > 0) access.demand(channel, settled)
  }
}

interface Given {
  readonly intent?: { readonly type: string; readonly entity?: string; readonly body?: unknown }
  readonly acts?: readonly { readonly type: string }[]
}

/** The acts a channel's argument brings, where they decide what it asks for. */
function typesOf(channel: Channel, args: unknown): readonly string[] {
  const { intent, acts = [] } = args as Given
  if (channel === 'journal.act') return [intent?.type ?? '']
  if (channel === 'plan.apply') return acts.map(one => one.type)
  return []
}

/** The acts that a settlement is about: who settles may do them. What is no settlement, and of nothing known, asks for no more. */
async function settledTypes(desk: Pick<OpenDesk, 'journal'> | null, args: unknown): Promise<readonly string[]> {
  const { intent } = args as Given
  const entity = EntityId.safeParse(intent?.entity)
  const settlement = Settlement.safeParse(intent?.body)
  if (intent?.type !== SETTLED || desk === null || !entity.success || !settlement.success) return []
  return typesSettled(await readableActionsOf(desk.journal, entity.data), settlement.data)
}
