/** Where a link that failed stands: how many times in a row, and the milliseconds to wait before the next try. */
export interface BackOff {
  readonly failures: number
  readonly wait: number
}

/** The longest wait of our own choosing, in milliseconds. */
export const LONGEST_WAIT = 60_000

/** The longest a server may ask us to stay away, in milliseconds: what it asks beyond is not obeyed. */
export const LONGEST_ASKED = 600_000

const SHORTEST_SPAN = 1000

/** A link that has not failed, and every link after one success. */
export const NO_FAILURES: BackOff = { failures: 0, wait: 0 }

/**
 * The wait after one more failure: full jitter (anything from nothing to a span that doubles up to a minute), so that desks
 * of one office do not come back together. `draw` is a random number from 0 up to 1; `retryAfter` is in seconds, what the
 * server asked for: no try is made before it, and desks that were asked alike come spread over the following second.
 */
export function afterFailure(before: BackOff, draw: number, retryAfter?: number): BackOff {
  const failures = before.failures + 1
  const span = Math.min(LONGEST_WAIT, SHORTEST_SPAN * 2 ** Math.min(failures - 1, 16))
  const own = Math.floor(draw * span)
  if (retryAfter === undefined || !(retryAfter > 0)) return { failures, wait: own }
  const asked = Math.ceil(Math.min(retryAfter * 1000, LONGEST_ASKED)) + Math.floor(draw * SHORTEST_SPAN)
  return { failures, wait: Math.max(own, asked) }
}
