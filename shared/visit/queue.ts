import type { EntityId } from '../change/action.ts'
import type { PlainTime } from '../time/plain-date.ts'
import type { CallReason } from './model.ts'
import type { VisitState } from './transitions.ts'

/** A visitor in a line. */
export interface InLine {
  readonly id: EntityId
  readonly state: VisitState
}

/**
 * The order of those who wait (clauses 10, 11): out of turn first, then those whose given time has come, by that time, then
 * all others as they arrived. Stable: an act on one moves nobody else. `now` is the time of day at the office.
 */
export function orderOfLine(waiting: readonly InLine[], now: PlainTime): InLine[] {
  return waiting
    .filter(({ state }) => state.status === 'waiting' && state.checkIn !== null)
    .sort((a, b) => rank(a, now) - rank(b, now) || (keyOf(a, now) < keyOf(b, now) ? -1 : 1))
}

/**
 * Why the first of the line is called: said on the call in one line. Who is called once more, or was missed, is called again;
 * who was put back into the line is in it by the same right as before.
 */
export function reasonOf({ state }: InLine, now: PlainTime): CallReason {
  if (state.status === 'called' || state.status === 'missed') return 'recall'
  if (state.checkIn?.outOfTurn) return 'out_of_turn'
  return isDue(state, now) ? 'booked' : 'arrival'
}

function rank({ state }: InLine, now: PlainTime): number {
  if (state.checkIn?.outOfTurn) return 0
  return isDue(state, now) ? 1 : 2
}

function keyOf({ id, state }: InLine, now: PlainTime): string {
  const arrived = `${state.arrivedAt ?? ''} ${id}`
  return rank({ id, state }, now) === 1 ? `${state.checkIn?.booked ?? ''} ${arrived}` : arrived
}

function isDue({ checkIn }: VisitState, now: PlainTime): boolean {
  return checkIn !== null && checkIn.booked !== null && checkIn.booked <= now
}
