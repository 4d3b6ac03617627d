/** Causes that a person or an administrator has to put right: they are tried again, but slowly. */
const LASTING: readonly string[] = [
  'site.login',
  'site.forbidden',
  'site.missing',
  'site.takes_none',
  'site.too_large',
  'site.full',
  'site.redirected',
  'site.portal',
  'site.later_there',
  'site.tls_expired',
  'site.tls_other',
  'site.tls_unknown',
  'site.tls_none',
]

const SECOND = 1000
const MINUTE = 60 * SECOND

/** So many tries in a row go within a minute of one another; after them it is asked more and more seldom. */
const QUICK = 8
const SLOWEST = 15 * MINUTE

/**
 * Milliseconds until the next try after so many in a row that came to nothing (1: the first), anywhere within its span so that
 * many desks do not come at once (full jitter). `random`: 0 to below 1. What heals by itself is tried within a minute at first.
 * `later`: milliseconds the server itself asked for; not sooner then.
 */
export function untilNextTry(
  tries: number,
  { code, random, later = 0 }: { readonly code: string; readonly random: number; readonly later?: number },
): number {
  const slow = tries > QUICK || LASTING.includes(code)
  const span = slow
    ? Math.min(SLOWEST, MINUTE * 2 ** Math.max(0, Math.min(tries, 20) - (LASTING.includes(code) ? 1 : QUICK)))
    : Math.min(MINUTE, SECOND * 2 ** tries)
  return Math.max(later, SECOND + Math.floor(random * span))
}
