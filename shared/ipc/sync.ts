import { z } from 'zod'
import { OfficeCode, ServerAddress } from '../sync/address.ts'
import { SyncStatus } from '../sync/status.ts'

const Nothing = z.strictObject({})

/** The server of the office as an administrator types it. `authority`: the certificates (PEM) of the office's own authority. */
export const ServerAsked = z.strictObject({
  address: ServerAddress,
  office: OfficeCode,
  password: z.string().min(1).max(200),
  authority: z.string().trim().max(200_000).nullable(),
})
export type ServerAsked = z.infer<typeof ServerAsked>

/** The exchange with the other desks of the office. Part of `CHANNELS`. */
export const SYNC_CHANNELS = {
  'sync.state': { args: Nothing, result: SyncStatus },
  /** Keeps the server and begins at once. Throws `sync.authority` where the certificates cannot be read. */
  'sync.setServer': { args: ServerAsked, result: Nothing },
  /** Forgets the server: this desk works alone; nothing it has is dropped. */
  'sync.leave': { args: Nothing, result: Nothing },
  /** Tries at once, whatever was to be waited for. */
  'sync.now': { args: Nothing, result: Nothing },
} as const
