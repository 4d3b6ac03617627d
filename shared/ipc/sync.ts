import { z } from 'zod'
import { OfficeCode, ServerAddress } from '../sync/address.ts'
import { SyncStatus } from '../sync/status.ts'
import { AnswerDigits, FoundRequest, FoundServer } from './desks.ts'

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
  /** The request of this desk for an account on the server that waits for its answer; null: there is none. */
  'sync.asked': { args: Nothing, result: z.strictObject({ asked: FoundRequest.nullable() }) },
  /** Asks for a folder and writes that request; the server's administrator answers it by a file. Throws `file.*`. */
  'sync.ask': {
    args: Nothing,
    result: z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('saved'), fileName: z.string(), asked: FoundRequest }),
      z.strictObject({ state: z.literal('canceled') }),
    ]),
  },
  /** Asks for that answer and tells the server in it; nothing is taken. Null: the person closed the dialog. Throws `server.*`, `file.*`. */
  'sync.open': { args: Nothing, result: z.strictObject({ found: FoundServer.nullable() }) },
  /** Keeps the server of the opened answer by the digits its administrator has, and begins at once. Throws `server.*`, `file.*`. */
  'sync.take': { args: z.strictObject({ digits: AnswerDigits }), result: Nothing },
  /** Forgets the server: this desk works alone; nothing it has is dropped. */
  'sync.leave': { args: Nothing, result: Nothing },
  /** Tries at once, whatever was to be waited for. */
  'sync.now': { args: Nothing, result: Nothing },
} as const
