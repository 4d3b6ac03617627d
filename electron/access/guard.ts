import { typeOfSettling } from '#shared/access/rights.ts'
import { SETTLED } from '#shared/clash/model.ts'
import type { Channel } from '#shared/ipc/contract.ts'
import type { Access } from './access.ts'

/** Asks of every call, before it is begun, whether the person here may. Throws as `Access.demand`. */
export function guardOf(access: Access): (channel: Channel, args: unknown) => void {
  return (channel, args) => access.demand(channel, typesOf(channel, args))
}

/** The acts a channel's argument brings, where they decide what it asks for. */
function typesOf(channel: Channel, args: unknown): readonly string[] {
  const given = args as { intent?: { type: string; entity?: string }; acts?: readonly { type: string }[] }
  if (channel === 'journal.act') {
    const { type = '', entity = '' } = given.intent ?? {}
    return [type === SETTLED ? typeOfSettling(entity) : type]
  }
  if (channel === 'plan.apply') return (given.acts ?? []).map(one => one.type)
  return []
}
