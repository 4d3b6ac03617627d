/**
 * The policy of every page: only what the product itself serves. The nonce is for the style elements that the component
 * library makes while the page runs; scripts have none.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types qabyldau',
  ].join('; ')
}

/** Headers of every answer of the product's scheme; a page gets the policy of its load besides. */
export function headersOf(type: string, nonce: string | null): Record<string, string> {
  const always = {
    'Content-Type': type,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
  }
  if (nonce === null) return always
  return { ...always, 'Content-Security-Policy': contentSecurityPolicy(nonce), 'Cache-Control': 'no-store' }
}
