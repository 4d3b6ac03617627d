import { z } from 'zod'
import { type HttpAnswer, retryAfterOf } from '../http/line.ts'
import { type SyncCause, SyncFailure } from './database.ts'

/** How deep an answer may be nested. Ours are four deep; a hostile one would overflow whoever walks it. */
const DEEPEST = 64

const QUOTE = 0x22
const ESCAPE = 0x5c

/** Does every nesting of these bytes of JSON stay within `deepest`? */
function isShallow(bytes: Uint8Array, deepest: number): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (inText) {
      if (byte === ESCAPE) at++
      else if (byte === QUOTE) inText = false
    } else if (byte === QUOTE) inText = true
    // `[` and `{`, `]` and `}` differ in one bit.
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > deepest) return false
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return true
}

/** The value of an answer. Throws `not_ours` where it is not whole JSON in UTF-8, or nested deeper than anything of ours. */
export function parseAnswer(bytes: Uint8Array): unknown {
  if (!isShallow(bytes, DEEPEST)) throw new SyncFailure('not_ours', { code: 'deep' })
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new SyncFailure('not_ours', { code: 'json' })
  }
}

/** Is this the content type of CouchDB's answers? */
export function isJson(headers: HttpAnswer['headers']): boolean {
  return /^application\/json\b/i.test(headers['content-type'] ?? '')
}

/** What a server says of a whole call it did not do. */
export const ServerError = z.object({ error: z.string(), reason: z.string().nullish() })
export type ServerError = z.infer<typeof ServerError>

/** An answer with its status; `value` is undefined where it was not JSON. */
export interface Answer extends Pick<HttpAnswer, 'status' | 'headers'> {
  readonly value: unknown
}

/** Statuses that anything on the way may answer in its own words: whoever says them, they mean the same. */
const SAID_BY_ANYBODY: Readonly<Record<number, SyncCause>> = {
  413: 'too_large',
  429: 'busy',
  503: 'busy',
  507: 'server_disk',
}

/** Statuses that are believed of CouchDB alone: another program's page must neither stop a desk nor take its database away. */
const SAID_BY_COUCH: Readonly<Record<number, SyncCause>> = { 401: 'login', 403: 'forbidden', 404: 'missing' }

/** What an answer that is not a success means. `ids`: the documents that were sent, one of which it may name as too large. */
export function failureOf({ status, headers, value }: Answer, ids: ReadonlySet<string> = new Set()): SyncFailure {
  const retryAfter = retryAfterOf(headers)
  const detail = { status, ...(retryAfter === undefined ? {} : { retryAfter }) }
  const said = ServerError.safeParse(value).data
  if (status >= 500 && /enospc|no space left/i.test(`${said?.error} ${said?.reason}`)) {
    return new SyncFailure('server_disk', detail)
  }
  const plain = SAID_BY_ANYBODY[status]
  if (plain === 'too_large' && said?.reason && ids.has(said.reason)) {
    return new SyncFailure('too_large', { ...detail, id: said.reason })
  }
  if (plain !== undefined) return new SyncFailure(plain, detail)
  if (status >= 500 && status !== 511) return new SyncFailure('server', detail)
  if (said === undefined) return new SyncFailure('not_ours', { ...detail, code: 'page' })
  // An account shut for a while after wrong passwords is told as what it came from.
  if (status === 403 && /temporarily locked/i.test(said.reason ?? '')) {
    return new SyncFailure('login', { ...detail, code: 'locked' })
  }
  return new SyncFailure(SAID_BY_COUCH[status] ?? 'server', { ...detail, code: said.error.slice(0, 60) })
}
