/**
 * The policy of every page and worker: only what the product itself serves. The nonce of a page's load is for the style
 * elements that the component library makes while the page runs; scripts have none. Of the two Trusted Types policies
 * `qabyldau` makes the address of the store worker, and `default` lets style text through that holds no markup.
 */
export function contentSecurityPolicy(nonce: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    nonce === null ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types qabyldau default',
  ].join('; ')
}

/** Headers of every answer of the product's scheme. A worker takes its policy from its own script, so scripts carry it too. */
export function headersOf(type: string, nonce: string | null): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    ...(nonce === null ? {} : { 'Cache-Control': 'no-store' }),
  }
}
