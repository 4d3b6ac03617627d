import { expect, it } from 'vitest'
import { contentSecurityPolicy, headersOf } from '#electron/security/csp.ts'

it('the policy allows what the product itself serves and nothing else', () => {
  expect(contentSecurityPolicy('abc').split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-abc'",
    "font-src 'self'",
    "img-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types qabyldau default',
  ])
})

it('every answer says its policy and type, tells nobody where it came from and shares no process', () => {
  expect(headersOf('text/javascript', null)).toEqual({
    'Content-Type': 'text/javascript',
    // A worker takes its policy from its own script.
    'Content-Security-Policy': contentSecurityPolicy('abc').replace(" 'nonce-abc'", ''),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  })
  expect(headersOf('text/html', 'abc')).toMatchObject({
    'Cache-Control': 'no-store',
    'Content-Security-Policy': contentSecurityPolicy('abc'),
  })
})
