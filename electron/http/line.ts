import http, {
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestOptions,
} from 'node:http'
import https from 'node:https'
import { authoritiesOf, findTlsFault, type TlsFault, type Trust } from './trust.ts'

/** A server as it is reached. */
export interface HttpServer {
  readonly base: URL
  /** Who we are there; null: nobody. */
  readonly account: { readonly name: string; readonly password: string } | null
  /** Whose certificate is believed. */
  readonly trust: Trust
  /** Said with every call. */
  readonly headers: OutgoingHttpHeaders
  /** Connections are kept for the next call. */
  readonly keeps: boolean
}

/** One call. `path` begins with a slash and goes behind the path of the server; it is of our own making, each part of it encoded. */
export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: { readonly type: string; readonly bytes: Uint8Array } | undefined
  /** Milliseconds in which all of it is done. */
  readonly within: number
  /** Bytes an answer may have. */
  readonly largest: number
  readonly signal?: AbortSignal | undefined
}

/** An answer, whole, of any status but a redirect. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Why there is no whole answer. */
export type HttpCause =
  /** Its time was over: the call's own, or that of a signal made of a time. */
  | { readonly why: 'late' | 'stopped' }
  /** No connection, or it broke off; `code` is Node's own, or `cut`: the answer is shorter than it says. */
  | { readonly why: 'offline'; readonly code: string }
  | { readonly why: 'tls'; readonly code: TlsFault }
  /** What answers does not speak HTTP. */
  | { readonly why: 'garbled' }
  /** It leads elsewhere, is packed though nobody asked for that, or is longer than it may be. */
  | { readonly why: 'redirected' | 'packed' | 'large'; readonly status: number }

/** A call without a whole answer: nobody knows whether it was done. */
export class HttpFailure extends Error {
  override readonly cause: HttpCause
  constructor(cause: HttpCause) {
    super(cause.why)
    this.name = 'HttpFailure'
    this.cause = cause
  }
}

/** A server that is asked call by call. Throws HttpFailure. */
export interface HttpLine {
  ask(call: HttpCall): Promise<HttpAnswer>
  /** Closes what is kept open. */
  close(): void
}

interface Ready {
  readonly module: typeof http | typeof https
  readonly options: RequestOptions & { readonly headers: OutgoingHttpHeaders }
  readonly prefix: string
}

/**
 * The one way to a server over a wire. Opens nothing yet: connections are made by calls. TLS 1.2 or newer, certificates always
 * looked at, no redirects, no cookies, no packed answers, nothing longer or later than the call allows.
 */
export function lineTo({ base, account, trust, headers, keeps }: HttpServer): HttpLine {
  const isSecure = base.protocol === 'https:'
  const kept = { keepAlive: keeps, maxSockets: 4, maxFreeSockets: 2 }
  const agent = isSecure
    ? new https.Agent({ ...kept, ca: authoritiesOf(trust), minVersion: 'TLSv1.2', rejectUnauthorized: true })
    : new http.Agent(kept)
  const login = account && Buffer.from(`${account.name}:${account.password}`).toString('base64')
  const options = {
    agent,
    host: base.hostname.replace(/^\[|\]$/g, ''),
    port: base.port === '' ? undefined : Number(base.port),
    headers: { ...headers, 'accept-encoding': 'identity', ...(login !== null && { authorization: `Basic ${login}` }) },
  }
  const ready: Ready = { module: isSecure ? https : http, options, prefix: base.pathname.replace(/\/$/, '') }
  return {
    ask: call => exchangeAgain(ready, call, AbortSignal.timeout(call.within)),
    close: () => agent.destroy(),
  }
}

/** A connection that failed before any answer came, on a line that was kept from an earlier call. */
class StaleLine extends Error {}

/**
 * A kept connection may have been closed by the other side just then: that says nothing of the server, and a new one is
 * tried. Not for PUT, whose second try would find the first one's document and take it for another's.
 */
async function exchangeAgain(ready: Ready, call: HttpCall, deadline: AbortSignal): Promise<HttpAnswer> {
  for (;;) {
    try {
      return await exchange(ready, call, deadline)
    } catch (error) {
      if (!(error instanceof StaleLine)) throw error
    }
  }
}

function exchange(ready: Ready, call: HttpCall, deadline: AbortSignal): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const request = requestOf(ready, call)
    let isAnswered = false
    const leave = watch(deadline, call.signal, failure => refuse(failure))
    const refuse = (failure: HttpFailure | StaleLine) => {
      leave()
      reject(failure)
      request.destroy()
    }
    request.on('error', (error: NodeJS.ErrnoException) => {
      const isStale = request.reusedSocket && !isAnswered && call.method !== 'PUT' && error.code === 'ECONNRESET'
      refuse(isStale ? new StaleLine() : failureOfSocket(error))
    })
    request.on('response', response => {
      isAnswered = true
      const refused = refusedByHead(response, call.largest)
      if (refused !== null) return refuse(refused)
      collect(response, call.largest, refuse, answer => {
        leave()
        resolve(answer)
      })
    })
  })
}

/** The request, sent. */
function requestOf({ module, options, prefix }: Ready, { method, path, body }: HttpCall): ClientRequest {
  const told = body && { 'content-type': body.type, 'content-length': body.bytes.byteLength }
  const headers = { ...options.headers, ...told }
  const request = module.request({ ...options, headers, method, path: `${prefix}${path}` })
  request.end(body?.bytes)
  return request
}

/** Tells of what ends a call from outside: its time, or the caller who does not want the answer. Answers how to stop watching. */
function watch(
  deadline: AbortSignal,
  signal: AbortSignal | undefined,
  tell: (failure: HttpFailure) => void,
): () => void {
  const late = () => tell(new HttpFailure({ why: 'late' }))
  const unwanted = () => tell(new HttpFailure({ why: signal?.reason?.name === 'TimeoutError' ? 'late' : 'stopped' }))
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
function refusedByHead({ statusCode: status = 0, headers }: IncomingMessage, largest: number): HttpFailure | null {
  if (status >= 300 && status < 400) return new HttpFailure({ why: 'redirected', status })
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return new HttpFailure({ why: 'packed', status })
  return Number(headers['content-length'] ?? 0) > largest ? new HttpFailure({ why: 'large', status }) : null
}

function collect(
  response: IncomingMessage,
  largest: number,
  refuse: (failure: HttpFailure) => void,
  done: (answer: HttpAnswer) => void,
): void {
  const { statusCode: status = 0, headers } = response
  const pieces: Buffer[] = []
  let size = 0
  response.on('data', (piece: Buffer) => {
    size += piece.length
    if (size > largest) refuse(new HttpFailure({ why: 'large', status }))
    else pieces.push(piece)
  })
  response.on('error', (error: NodeJS.ErrnoException) => refuse(failureOfSocket(error)))
  response.on('end', () => {
    if (response.complete) done({ status, headers, body: Buffer.concat(pieces) })
    else refuse(new HttpFailure({ why: 'offline', code: 'cut' }))
  })
}

/** What an error of the connection means. */
export function failureOfSocket({ code = 'unknown' }: NodeJS.ErrnoException): HttpFailure {
  const fault = findTlsFault(code)
  if (fault !== null) return new HttpFailure({ why: 'tls', code: fault })
  if (code.startsWith('HPE_')) return new HttpFailure({ why: 'garbled' })
  return new HttpFailure({ why: 'offline', code: code.slice(0, 60) })
}

/** Seconds a server asks us to stay away, or undefined. A date is counted by the server's own clock, where it tells it. */
export function retryAfterOf(headers: IncomingHttpHeaders): number | undefined {
  const asked = headers['retry-after']?.trim()
  if (asked === undefined || asked === '') return undefined
  if (/^\d{1,9}$/.test(asked)) return Number(asked)
  const until = Date.parse(asked)
  const now = Date.parse(headers.date ?? '')
  if (Number.isNaN(until) || Number.isNaN(now)) return undefined
  return Math.max(0, Math.round((until - now) / 1000))
}
