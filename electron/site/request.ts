import http from 'node:http'
import https from 'node:https'
import tls from 'node:tls'
import { ExpectedError } from '#shared/result/result.ts'
import { refusalOf, wireError } from './refusals.ts'

/** A server that takes files: its address, who is let in, and whom its certificate is to be signed by. */
export interface SiteServer {
  readonly base: URL
  readonly login: string
  readonly password: string
  /** PEM of the only authority that is trusted; undefined: those the system trusts. */
  readonly authority: string | undefined
}

/** One request. `most`: bytes of the answer at most. */
export interface Asked {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: Uint8Array
  readonly type?: string
  readonly most?: number
  readonly signal: AbortSignal
}

/** An answer, whole. */
export interface Answered {
  readonly status: number
  readonly body: Buffer
}

const MOST = 1024 * 1024
/** A request that has not ended by then is given up, milliseconds; more for what is sent, at the slowest line there is sense in. */
const PATIENCE = 30_000
const SLOWEST = 20

/**
 * Asks a server of the site once. Nothing is followed elsewhere. Answers with any status under 300, and with 404 to who looks;
 * throws ExpectedError `site.*` for every other: what is refused, cut, late, longer than asked for, or leads away.
 */
export async function ask(server: SiteServer, asked: Asked): Promise<Answered> {
  const answered = await exchanged(server, asked)
  const isLooked = asked.method === 'GET' && answered.status === 404
  if (answered.status < 300 || isLooked) return answered
  throw refusalOf(answered)
}

/** An answer with what a refusal says of the time to come again, seconds. */
export interface Received extends Answered {
  readonly retryAfter: number | null
}

function exchanged(server: SiteServer, asked: Asked): Promise<Received> {
  const { promise, resolve, reject } = Promise.withResolvers<Received>()
  const late = new AbortController()
  const patience = PATIENCE + (asked.body?.byteLength ?? 0) / SLOWEST
  const timer = setTimeout(() => late.abort(), patience)
  const request = begin(server, asked, AbortSignal.any([asked.signal, late.signal]))
  const fail = (cause: unknown) => {
    if (asked.signal.aborted) return reject(new ExpectedError(isLate(asked.signal) ? 'site.late' : 'site.stopped'))
    reject(late.signal.aborted ? new ExpectedError('site.late') : wireError(cause))
  }
  request.on('error', fail)
  request.on('response', response => {
    const parts: Buffer[] = []
    let length = 0
    response.on('data', (part: Buffer) => {
      length += part.byteLength
      if (length > (asked.most ?? MOST)) request.destroy(new ExpectedError('site.portal'))
      else parts.push(part)
    })
    response.on('error', fail)
    response.on('end', () => {
      if (!response.complete) return reject(new ExpectedError('site.cut'))
      const retryAfter = Number(response.headers['retry-after'] ?? Number.NaN)
      resolve({
        status: response.statusCode ?? 0,
        body: Buffer.concat(parts),
        retryAfter: Number.isFinite(retryAfter) ? retryAfter : null,
      })
    })
  })
  request.end(asked.body)
  return promise.finally(() => clearTimeout(timer))
}

function begin(server: SiteServer, asked: Asked, signal: AbortSignal): http.ClientRequest {
  const url = new URL(asked.path, server.base)
  const { login, password, authority } = server
  const options: https.RequestOptions = {
    method: asked.method,
    signal,
    // A connection that was kept may be a dead one after a sleep.
    agent: false,
    headers: {
      'cache-control': 'no-cache',
      ...(login !== '' && { authorization: `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}` }),
      ...(asked.body && {
        'content-type': asked.type ?? 'application/octet-stream',
        'content-length': asked.body.byteLength,
      }),
    },
  }
  if (url.protocol === 'http:') return http.request(url, options)
  return https.request(url, { ...options, ca: authority ?? systemTrust(), minVersion: 'TLSv1.2' })
}

let known: string[] | undefined

/** Whom this program and this system trust: an office's own authority is often known to the system alone. */
function systemTrust(): string[] {
  known ??= [...tls.getCACertificates('default'), ...systemAuthorities()]
  return known
}

/** A list of the system that cannot be read is as good as none: whom the program itself trusts is left. */
function systemAuthorities(): string[] {
  try {
    return tls.getCACertificates('system')
  } catch {
    return []
  }
}

/** Whether the time for all of it is over, not that somebody stopped it. */
function isLate({ reason }: AbortSignal): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError'
}
