import { z } from 'zod'
import { LoopbackAddress, ServerAccount, ServerAddress } from '#shared/sync/address.ts'
import { type HttpAnswer, HttpFailure, lineTo } from '../http/line.ts'
import { Trust } from '../http/trust.ts'
import { type Answer, isJson, parseAnswer } from './answers.ts'
import { SyncFailure } from './database.ts'

/** Where the server is, who we are there and whose certificate we believe. */
export const ServerAccess = z.strictObject({
  address: z.union([ServerAddress, LoopbackAddress]),
  account: ServerAccount,
  trust: Trust,
  /** Milliseconds in which a call is done, all of it; `wait` is of a call that stands until something is written. */
  deadlines: z
    .strictObject({ call: z.int().positive(), wait: z.int().positive() })
    .default({ call: 30_000, wait: 35_000 }),
  /** Bytes an answer may have. */
  largest: z
    .int()
    .positive()
    .default(64 * 1024 * 1024),
})
export type ServerAccess = z.input<typeof ServerAccess>

/** One call. `path` is of our own making, each part of it encoded. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body?: unknown
  readonly waits?: boolean
}

/** A server that is asked call by call. Throws SyncFailure where there is no whole answer. */
export interface Wire {
  ask(asked: Asked, signal?: AbortSignal): Promise<Answer>
  /** Closes what is kept open. */
  close(): void
}

const JSON_TYPE = 'application/json'

/** Opens nothing yet: connections are made by the first call and kept for the next. JSON goes out, JSON comes in. */
export function wireTo(given: ServerAccess): Wire {
  const { address, account, trust, deadlines, largest } = ServerAccess.parse(given)
  const line = lineTo({ base: new URL(address), account, trust, headers: { accept: JSON_TYPE }, keeps: true })
  return {
    async ask({ method, path, body, waits }, signal) {
      const sent = body === undefined ? undefined : { type: JSON_TYPE, bytes: Buffer.from(JSON.stringify(body)) }
      const within = waits ? deadlines.wait : deadlines.call
      try {
        return answerOf(await line.ask({ method, path, body: sent, within, largest, signal }))
      } catch (error) {
        throw error instanceof HttpFailure ? failureOnWire(error) : error
      }
    },
    close: line.close,
  }
}

/** Whatever does not speak as the server would is not the server, all else is a link that failed. */
function failureOnWire({ cause }: HttpFailure): SyncFailure {
  switch (cause.why) {
    case 'late':
      return new SyncFailure('offline', { code: 'deadline' })
    case 'stopped':
      return new SyncFailure('cancelled')
    case 'offline':
    case 'tls':
      return new SyncFailure(cause.why, { code: cause.code })
    case 'garbled':
      return new SyncFailure('not_ours', { code: 'http' })
    case 'redirected':
      return new SyncFailure('not_ours', { status: cause.status, code: 'redirect' })
    case 'packed':
      return new SyncFailure('not_ours', { status: cause.status, code: 'encoding' })
    case 'large':
      return new SyncFailure('not_ours', { status: cause.status, code: 'large' })
  }
}

/** Success must be JSON by its type and by its content; a failure may be in anybody's words. */
function answerOf({ status, headers, body }: HttpAnswer): Answer {
  const json = isJson(headers)
  if (status < 300) {
    if (!json) throw new SyncFailure('not_ours', { status, code: 'page' })
    return { status, headers, value: parseAnswer(body) }
  }
  return { status, headers, value: json ? valueOrNothing(body) : undefined }
}

function valueOrNothing(bytes: Buffer): unknown {
  try {
    return parseAnswer(bytes)
  } catch {
    return undefined
  }
}
