import type { VisitState } from './transitions.ts'

/** How the office calls again: seconds between two calls, and the most calls in a row. */
export interface RecallRule {
  readonly recallAfter: number
  readonly recallTimes: number
}

/** Whether a visitor who was called may be called again now. `most`: no more; `early`: not for so many seconds yet. */
export interface Recall {
  readonly answer: 'yes' | 'early' | 'most'
  /** Whole seconds to wait since the last call: before the next one, or before the last is known to be in vain. */
  readonly seconds: number
  /** Which call in a row the last one was, from 1, of how many at most. */
  readonly turn: number
  readonly of: number
}

/**
 * Whether one who was called, or missed, may be called again at an instant (milliseconds). Nothing is ever called by itself: this
 * only says no. A call that stands in the future (a clock of another desk, or one put back) keeps nobody waiting: how long ago it was
 * is not known.
 */
export function mayRecall(
  { call, callsInRow }: Pick<VisitState, 'call' | 'callsInRow'>,
  now: number,
  { recallAfter, recallTimes }: RecallRule,
): Recall {
  const since = call === null ? Number.POSITIVE_INFINITY : (now - Date.parse(call.at)) / 1000
  const seconds = since < 0 ? 0 : Math.max(0, Math.ceil(recallAfter - since))
  const answer = callsInRow >= recallTimes ? 'most' : seconds > 0 ? 'early' : 'yes'
  return { answer, seconds, turn: callsInRow, of: recallTimes }
}
