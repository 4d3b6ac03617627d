import { X509Certificate } from 'node:crypto'
import tls from 'node:tls'
import { z } from 'zod'

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]{1,20000}-----END CERTIFICATE-----/g

/** One to eight certificates in PEM, each of which can be read. */
const Authority = z
  .string()
  .max(200_000)
  .refine(text => {
    const found = text.match(CERTIFICATE) ?? []
    return found.length > 0 && found.length <= 8 && found.every(isCertificate)
  })

/** Whose certificates are believed: those of the office's own authority alone, or whatever the system believes. */
export const Trust = z.union([z.literal('system'), z.strictObject({ authority: Authority })])
export type Trust = z.infer<typeof Trust>

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}

/** Whom one believes who was given this text: its certificates alone, or the system where none is given. Null: it cannot be read. */
export function findTrust(pem: string | null): Trust | null {
  const authority = pem?.trim() ?? ''
  return Trust.safeParse(authority === '' ? 'system' : { authority }).data ?? null
}

/** The authorities for Node's TLS. Of the system: its own store too, where an administrator has put the office's. */
export function authoritiesOf(trust: Trust): string | string[] | undefined {
  if (trust !== 'system') return trust.authority
  if (typeof tls.getCACertificates !== 'function') return undefined
  try {
    return [...tls.getCACertificates('default'), ...tls.getCACertificates('system')]
  } catch {
    return undefined
  }
}

/** What is wrong with a certificate or its protocol, as it is told. */
export type TlsFault =
  | 'expired'
  | 'not_yet_valid'
  | 'other_name'
  | 'unknown_authority'
  | 'revoked'
  | 'certificate'
  | 'protocol'

/** A name of ours for what Node and its libraries call by many. */
const FAULTS: readonly (readonly [RegExp, TlsFault])[] = [
  [/^CERT_HAS_EXPIRED$/, 'expired'],
  [/^CERT_NOT_YET_VALID$/, 'not_yet_valid'],
  [/^(ERR_TLS_CERT_ALTNAME_|HOSTNAME_MISMATCH)/, 'other_name'],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_UNTRUSTED|CERT_SIGNATURE_FAILURE|CERT_CHAIN_TOO_LONG|INVALID_CA|INVALID_PURPOSE|CERT_REJECTED|PATH_LENGTH_EXCEEDED)/,
    'unknown_authority',
  ],
  [/^CERT_REVOKED$/, 'revoked'],
  [/^(CERT_|CRL_|ERROR_IN_CERT)/, 'certificate'],
  [/^(EPROTO|ERR_SSL_|ERR_TLS_|ERR_OSSL_)/, 'protocol'],
]

/** The name of a fault of TLS by the code of Node's error, or null where it is another kind of failure. */
export function findTlsFault(code: string): TlsFault | null {
  return FAULTS.find(([pattern]) => pattern.test(code))?.[1] ?? null
}
