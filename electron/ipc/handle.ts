import type { IpcMain } from 'electron'
import { CHANNELS, type Channel } from '#shared/ipc/contract.ts'
import { AppError, ExpectedError, fail, ok, type Result } from '#shared/result/result.ts'
import { describeException } from '../diagnostics/exception.ts'
import type { Log } from '../diagnostics/log.ts'
import { diskError } from '../journal/disk-error.ts'
import type { WindowRegistry } from '../windows/registry.ts'
import { isPlainWithin, sizeLimitOf } from './limits.ts'
import { findCaller, type MessageEvent } from './sender.ts'
import {
  CHANNELS_OF_RECOVERY,
  DESK_CHANNELS,
  type GuardedServices,
  mayCall,
  type RecoveryServices,
  type Services,
} from './services.ts'

export interface Door {
  readonly services: Services | RecoveryServices
  readonly demand: GuardedServices['demand']
  readonly windows: WindowRegistry
  readonly log: Log
}

/** Opens every channel of a desk to the windows main made. */
export function handleAll(ipc: Pick<IpcMain, 'handle'>, door: Door & { readonly services: Services }): void {
  open(ipc, DESK_CHANNELS, door)
}

/** Opens the few channels of the page of a failed start; the answer closes them again, before a desk opens its own. */
export function handleRecovery(
  ipc: Pick<IpcMain, 'handle' | 'removeHandler'>,
  door: Omit<Door, 'demand'> & { readonly services: RecoveryServices },
): () => void {
  // Nobody has entered, and nothing is served that would ask for it.
  open(ipc, CHANNELS_OF_RECOVERY, { ...door, demand: async () => undefined })
  return () => {
    for (const channel of CHANNELS_OF_RECOVERY) ipc.removeHandler(channel)
  }
}

function open(ipc: Pick<IpcMain, 'handle'>, channels: readonly Channel[], door: Door): void {
  for (const channel of channels) {
    ipc.handle(channel, (event, ...args: unknown[]) => answer(channel, event, args, door))
  }
}

/**
 * Answers one message: who sends it, how large it is, what it says - and only then the service. Never rejects; what it
 * answers and what it logs holds nothing of the argument.
 */
export async function answer(
  channel: Channel,
  event: MessageEvent,
  args: readonly unknown[],
  { services, demand, windows, log }: Door,
): Promise<Result<unknown>> {
  try {
    const caller = findCaller(event, windows)
    if (!caller || !mayCall(caller.page, channel)) {
      log.write('ipc.refused', { channel })
      return fail('ipc.refused')
    }
    const plain = args.length === 1 && isPlainWithin(args[0], sizeLimitOf(channel))
    const parsed = plain ? CHANNELS[channel].args.safeParse(args[0]) : null
    if (!parsed?.success) {
      log.write('ipc.bad_argument', { channel })
      return fail('ipc.bad_argument', { channel })
    }
    await demand(channel, parsed.data)
    const service = (services as Partial<Record<Channel, unknown>>)[channel] as (
      args: unknown,
      caller: unknown,
    ) => Promise<unknown>
    return ok(CHANNELS[channel].result.parse(await service(parsed.data, caller)))
  } catch (error) {
    const refused = diskError(error)
    if (refused) log.write('disk.refused', { channel, ...describeException(error) })
    const told = refused ?? error
    const expected = told instanceof ExpectedError ? AppError.safeParse(told.detail) : null
    if (expected?.success) return { ok: false, error: expected.data }
    return fail('unexpected', { id: log.bug('ipc', error, { channel }) })
  }
}
