import http, {
  type ClientRequest,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestOptions,
} from 'node:http'
import https from 'node:https'
import { z } from 'zod'
import { LoopbackAddress, ServerAccount, ServerAddress } from '#shared/sync/address.ts'
import { type Answer, isJson, parseAnswer } from './answers.ts'
import { SyncFailure } from './database.ts'
import { authoritiesOf, faultOfTls, Trust } from './trust.ts'

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

interface Line {
  readonly module: typeof http | typeof https
  readonly options: RequestOptions & { readonly headers: OutgoingHttpHeaders }
  readonly prefix: string
  readonly largest: number
}

/**
 * Opens nothing yet: connections are made by the first call and kept for the next. TLS 1.2 or newer, certificates always
 * looked at, no redirects, no cookies, no compressed answers.
 */
export function wireTo(given: ServerAccess): Wire {
  const access = ServerAccess.parse(given)
  const { deadlines, largest } = access
  const url = new URL(access.address)
  const secure = url.protocol === 'https:'
  const agent = secure
    ? new https.Agent({ ...KEPT, ca: authoritiesOf(access.trust), minVersion: 'TLSv1.2', rejectUnauthorized: true })
    : new http.Agent(KEPT)
  const options = {
    agent,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? undefined : Number(url.port),
    headers: {
      accept: 'application/json',
      'accept-encoding': 'identity',
      authorization: `Basic ${Buffer.from(`${access.account.name}:${access.account.password}`).toString('base64')}`,
    },
  }
  const line: Line = { module: secure ? https : http, options, prefix: url.pathname.replace(/\/$/, ''), largest }
  return {
    async ask(asked, signal) {
      const deadline = AbortSignal.timeout(asked.waits ? deadlines.wait : deadlines.call)
      return answerOf(await exchangeAgain(line, asked, deadline, signal))
    },
    close: () => agent.destroy(),
  }
}

const KEPT = { keepAlive: true, maxSockets: 4, maxFreeSockets: 2 } as const

interface Received {
  readonly response: IncomingMessage
  readonly bytes: Buffer
}

/** A connection that failed before any answer came, on a line that was kept from an earlier call. */
class StaleLine extends Error {}

/**
 * A kept connection may have been closed by the other side just then: that says nothing of the server, and a new one is
 * tried. Not for PUT, whose second try would find the first one's document and take it for another's.
 */
async function exchangeAgain(line: Line, asked: Asked, deadline: AbortSignal, signal?: AbortSignal): Promise<Received> {
  for (;;) {
    try {
      return await exchange(line, asked, { deadline, signal })
    } catch (error) {
      if (!(error instanceof StaleLine)) throw error
    }
  }
}

function exchange(line: Line, asked: Asked, ends: Ends): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = requestOf(line, asked)
    let answered = false
    const leave = watch(ends, failure => refuse(failure))
    const refuse = (failure: SyncFailure | StaleLine) => {
      leave()
      reject(failure)
      request.destroy()
    }
    request.on('error', (error: NodeJS.ErrnoException) => {
      const isStale = request.reusedSocket && !answered && asked.method !== 'PUT' && error.code === 'ECONNRESET'
      refuse(isStale ? new StaleLine() : failureOfSocket(error))
    })
    request.on('response', response => {
      answered = true
      const refused = refusedByHead(response, line.largest)
      if (refused !== null) refuse(refused)
      else
        collect(response, line.largest, refuse, bytes => {
          leave()
          resolve({ response, bytes })
        })
    })
  })
}

/** The request, sent. */
function requestOf({ module, options, prefix }: Line, { method, path, body }: Asked): ClientRequest {
  const sent = body === undefined ? null : Buffer.from(JSON.stringify(body))
  const headers = {
    ...options.headers,
    ...(sent === null ? {} : { 'content-type': 'application/json', 'content-length': sent.length }),
  }
  const request = module.request({ ...options, headers, method, path: `${prefix}${path}` })
  request.end(sent ?? undefined)
  return request
}

/** What ends a call from outside: its time is over, or the caller does not want the answer any more. */
interface Ends {
  readonly deadline: AbortSignal
  readonly signal: AbortSignal | undefined
}

/** Tells of the first end that comes. Answers how to stop watching. */
function watch({ deadline, signal }: Ends, tell: (failure: SyncFailure) => void): () => void {
  const late = () => tell(new SyncFailure('offline', { code: 'deadline' }))
  const unwanted = () => tell(new SyncFailure('cancelled'))
  deadline.addEventListener('abort', late)
  signal?.addEventListener('abort', unwanted)
  if (signal?.aborted) queueMicrotask(unwanted)
  else if (deadline.aborted) queueMicrotask(late)
  return () => {
    deadline.removeEventListener('abort', late)
    signal?.removeEventListener('abort', unwanted)
  }
}

/** What an answer is refused for before any of it is read, or null. */
function refusedByHead({ statusCode: status = 0, headers }: IncomingMessage, largest: number): SyncFailure | null {
  if (status >= 300 && status < 400) return new SyncFailure('not_ours', { status, code: 'redirect' })
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    return new SyncFailure('not_ours', { status, code: 'encoding' })
  }
  return Number(headers['content-length'] ?? 0) > largest
    ? new SyncFailure('not_ours', { status, code: 'large' })
    : null
}

function collect(
  response: IncomingMessage,
  largest: number,
  refuse: (failure: SyncFailure) => void,
  done: (bytes: Buffer) => void,
): void {
  const pieces: Buffer[] = []
  let size = 0
  response.on('data', (piece: Buffer) => {
    size += piece.length
    if (size > largest) refuse(new SyncFailure('not_ours', { code: 'large' }))
    else pieces.push(piece)
  })
  response.on('error', (error: NodeJS.ErrnoException) => refuse(failureOfSocket(error)))
  response.on('end', () => {
    if (response.complete) done(Buffer.concat(pieces))
    else refuse(new SyncFailure('offline', { code: 'cut' }))
  })
}

/** What an error of the connection means. Whatever does not speak HTTP is not the server, all else is a link that failed. */
function failureOfSocket({ code = 'unknown' }: NodeJS.ErrnoException): SyncFailure {
  const tls = faultOfTls(code)
  if (tls !== null) return new SyncFailure('tls', { code: tls })
  if (code.startsWith('HPE_')) return new SyncFailure('not_ours', { code: 'http' })
  return new SyncFailure('offline', { code: code.slice(0, 60) })
}

/** Success must be JSON by its type and by its content; a failure may be in anybody's words. */
function answerOf({ response, bytes }: Received): Answer {
  const { headers, statusCode: status = 0 } = response
  const json = isJson(headers)
  if (status < 300) {
    if (!json) throw new SyncFailure('not_ours', { status, code: 'page' })
    return { status, headers, value: parseAnswer(bytes) }
  }
  return { status, headers, value: json ? valueOrNothing(bytes) : undefined }
}

function valueOrNothing(bytes: Buffer): unknown {
  try {
    return parseAnswer(bytes)
  } catch {
    return undefined
  }
}
