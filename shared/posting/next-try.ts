import { afterFailure } from '../sync/back-off.ts'

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
 * Milliseconds until the next try after so many in a row that came to nothing (1: the first). What heals by itself is tried
 * as any link of the desk is (full jitter up to a minute); what has failed long, or has to be put right by somebody, anywhere
 * within a span that grows to a quarter of an hour. `random`: 0 to below 1. `later`: milliseconds the server itself asked for.
 */
export function untilNextTry(
  tries: number,
  { code, random, later = 0 }: { readonly code: string; readonly random: number; readonly later?: number },
): number {
  const isLasting = LASTING.includes(code)
  if (tries <= QUICK && !isLasting) {
    return Math.max(later, SECOND + afterFailure({ failures: tries - 1, wait: 0 }, random).wait)
  }
  const span = Math.min(SLOWEST, MINUTE * 2 ** Math.min(isLasting ? tries - 1 : tries - QUICK, 10))
  return Math.max(later, SECOND + Math.floor(random * span))
}
