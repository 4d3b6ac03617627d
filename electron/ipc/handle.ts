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

/** Who answers, and who is asked first whether anybody may. */
export interface Served<S = Services | RecoveryServices> {
  readonly services: S
  readonly demand: GuardedServices['demand']
}

export interface Door<S = Services | RecoveryServices> {
  /** Not there yet: what is asked waits for it, and is never answered where it does not come. */
  readonly served: Served<S> | Promise<Served<S>>
  readonly windows: WindowRegistry
  readonly log: Log
}

type Ipc = Pick<IpcMain, 'handle' | 'removeHandler'>

/** Opens every channel of a desk to the windows main made; the answer closes them again. */
export function handleAll(ipc: Ipc, door: Door<Services>): () => void {
  return open(ipc, DESK_CHANNELS, door)
}

/** Opens the few channels of the page of a failed start; the answer closes them again, before a desk opens its own. */
export function handleRecovery(
  ipc: Ipc,
  { services, ...door }: Omit<Door, 'served'> & { readonly services: RecoveryServices },
): () => void {
  // Nobody has entered, and nothing is served that would ask for it.
  return open(ipc, CHANNELS_OF_RECOVERY, { ...door, served: { services, demand: async () => undefined } })
}

function open(ipc: Ipc, channels: readonly Channel[], door: Door): () => void {
  for (const channel of channels) {
    ipc.handle(channel, (event, ...args: unknown[]) => answer(channel, event, args, door))
  }
  return () => {
    for (const channel of channels) ipc.removeHandler(channel)
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
  { served, windows, log }: Door,
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
    const { services, demand } = await whenServed(served)
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

/** Of a desk that does not open nothing is told here: its window goes, and another page tells why. */
function whenServed<S>(served: Served<S> | Promise<Served<S>>): Served<S> | Promise<Served<S>> {
  return served instanceof Promise ? served.catch(() => new Promise<never>(() => undefined)) : served
}
