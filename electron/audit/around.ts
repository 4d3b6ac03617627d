import { RECORDED_FIRST } from '#shared/audit/channels.ts'
import { cameToNothing, lineOfCall } from '#shared/audit/facts.ts'
import type { Channel } from '#shared/ipc/contract.ts'
import type { Caller } from '../ipc/sender.ts'
import { DESK_CHANNELS, type Services } from '../ipc/services.ts'
import type { Audit } from './audit.ts'

/** Channels through which a page fills its lists, in many calls: one line a load. */
const ONE_A_LOAD: ReadonlySet<Channel> = new Set<Channel>(['store.open', 'journal.read', 'journal.hot'])

type AnyService = (args: never, caller: Caller) => Promise<unknown>

/** Puts the audit around every service, as the table of channels says. */
export function auditedServices(services: Services, audit: Pick<Audit, 'note' | 'recorded'>): Services {
  const entries = DESK_CHANNELS.map(channel => [
    channel,
    auditedService(channel, services[channel] as AnyService, audit),
  ])
  return Object.fromEntries(entries) as Services
}

function auditedService(channel: Channel, service: AnyService, audit: Pick<Audit, 'note' | 'recorded'>): AnyService {
  return async (args, caller) => {
    const line = lineOfCall(channel, args)
    if (line === null) return service(args, caller)
    if (RECORDED_FIRST.has(line.kind)) return audit.recorded(line, () => service(args, caller))
    const result = await service(args, caller)
    const load = ONE_A_LOAD.has(channel) ? `${caller.window}:${caller.load}` : undefined
    if (!cameToNothing(result)) audit.note(line, load)
    return result
  }
}
