import { ExpectedError } from '#shared/result/result.ts'
import { systemCode } from '../journal/file-system.ts'
import type { Received } from './request.ts'

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

/** Codes of the wire by what they mean of the server's certificate. */
const OF_CERTIFICATE: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'site.tls_expired',
  CERT_NOT_YET_VALID: 'site.tls_expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'site.tls_other',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'site.tls_unknown',
  SELF_SIGNED_CERT_IN_CHAIN: 'site.tls_unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'site.tls_unknown',
  UNABLE_TO_GET_ISSUER_CERT: 'site.tls_unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'site.tls_unknown',
  CERT_SIGNATURE_FAILURE: 'site.tls_unknown',
}

/** What a refused request is told as. A busy server's own time to come again goes along, in seconds. */
export function refusalOf({ status, retryAfter }: Pick<Received, 'status' | 'retryAfter'>): ExpectedError {
  if (status >= 300 && status < 400) return new ExpectedError('site.redirected')
  const code = OF_STATUS[status]
  if (code === 'site.busy' && retryAfter !== null) return new BusyError(retryAfter)
  if (code !== undefined) return new ExpectedError(code)
  return new ExpectedError('site.refused', { status })
}

/** A server that asks to come later. `seconds`: as it said, within an hour. */
export class BusyError extends ExpectedError {
  readonly seconds: number
  constructor(seconds: number) {
    super('site.busy')
    this.seconds = Math.min(Math.max(seconds, 1), 3600)
  }
}

/** What broke a request off, as an expected error. */
export function wireError(cause: unknown): ExpectedError {
  if (cause instanceof ExpectedError) return cause
  const code = systemCode(cause)
  const certificate = OF_CERTIFICATE[code]
  if (certificate !== undefined) return new ExpectedError(certificate)
  if (code === 'EPROTO' || code.startsWith('ERR_SSL')) return new ExpectedError('site.tls_none')
  if (code === 'ECONNRESET' || code === 'EPIPE' || code.startsWith('HPE_')) return new ExpectedError('site.cut')
  return new ExpectedError('site.offline')
}
