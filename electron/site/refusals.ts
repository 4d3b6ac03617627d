import { ExpectedError } from '#shared/result/result.ts'
import { type HttpAnswer, type HttpFailure, retryAfterOf } from '../http/line.ts'
import type { TlsFault } from '../http/trust.ts'

/** What a status says, where it says something a person can act on. */
const OF_STATUS: Readonly<Record<number, string>> = {
  401: 'site.login',
  403: 'site.forbidden',
  404: 'site.missing',
  405: 'site.takes_none',
  409: 'site.conflict',
  411: 'site.takes_none',
  412: 'site.conflict',
  413: 'site.too_large',
  423: 'site.busy',
  429: 'site.busy',
  501: 'site.takes_none',
  503: 'site.busy',
  507: 'site.full',
}

/** What is told of a server's certificate. */
const OF_CERTIFICATE = {
  expired: 'site.tls_expired',
  not_yet_valid: 'site.tls_expired',
  other_name: 'site.tls_other',
  unknown_authority: 'site.tls_unknown',
  revoked: 'site.tls_unknown',
  certificate: 'site.tls_unknown',
  protocol: 'site.tls_none',
} as const satisfies Record<TlsFault, string>

/** Ways a connection ends that stood: what was sent may have come there in part. */
const CUT = new Set(['cut', 'ECONNRESET', 'EPIPE'])

/** What a refused request is told as. A busy server's own time to come again goes along, in seconds. */
export function refusalOf({ status, headers }: Pick<HttpAnswer, 'status' | 'headers'>): ExpectedError {
  const code = OF_STATUS[status]
  const retryAfter = retryAfterOf(headers)
  if (code === 'site.busy' && retryAfter !== undefined) return new BusyError(retryAfter)
  return code === undefined ? new ExpectedError('site.refused', { status }) : new ExpectedError(code)
}

/** A server that asks to come later. `seconds`: as it said, within an hour. */
export class BusyError extends ExpectedError {
  readonly seconds: number
  constructor(seconds: number) {
    super('site.busy')
    this.seconds = Math.min(Math.max(seconds, 1), 3600)
  }
}

/** What broke a request off, as an expected error. What answers otherwise than a site does is a network that wants a login. */
export function brokenOff({ cause }: HttpFailure): ExpectedError {
  switch (cause.why) {
    case 'late':
      return new ExpectedError('site.late')
    case 'stopped':
      return new ExpectedError('site.stopped')
    case 'offline':
      return new ExpectedError(CUT.has(cause.code) ? 'site.cut' : 'site.offline')
    case 'tls':
      return new ExpectedError(OF_CERTIFICATE[cause.code])
    case 'garbled':
      return new ExpectedError('site.cut')
    case 'redirected':
      return new ExpectedError('site.redirected')
    case 'packed':
    case 'large':
      return new ExpectedError('site.portal')
  }
}
