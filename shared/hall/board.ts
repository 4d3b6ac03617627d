import { officeTime } from '../time/office-time.ts'
import { type Slots, waitOfNewcomer } from '../visit/line-waits.ts'
import type { CheckIn } from '../visit/model.ts'
import { ticketText } from '../visit/number.ts'
import type { InLine } from '../visit/queue.ts'
import type { VisitState } from '../visit/transitions.ts'
import { type HallBoard, type HallCall, type HallSettings, LARGE_CALLS, SMALL_CALLS } from './model.ts'

/** So long a call is new, in milliseconds: it is marked and sounds. */
export const NEW_FOR = 15_000

/** Of a visit what the hall's screen hangs on. */
export type HallVisit = InLine & {
  readonly state: Pick<VisitState, 'call'> & { readonly checkIn: Pick<CheckIn, 'ticket'> | null }
}

/** The instant (milliseconds), the office's promise in minutes, and minutes for a visitor of each official. */
export interface HallDay {
  readonly at: number
  readonly promise: number
  readonly slots: Slots
}

/**
 * What the hall sees of a day: the last calls as number and room, newest first, how many wait and what one who comes now is
 * to expect. A call taken back is gone; one that was missed or followed leaves after its time. Nothing of a person.
 */
export function hallBoard(
  visits: readonly HallVisit[],
  { at, promise, slots }: HallDay,
  { leaveAfter }: Pick<HallSettings, 'leaveAfter'>,
): HallBoard {
  const calls = visits.flatMap(({ state }) => callShown(state, at, leaveAfter))
  calls.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.ticket < b.ticket ? -1 : 1))
  const { range, light } = waitOfNewcomer(visits, { now: officeTime(at), promise }, slots)
  return {
    calls: calls.slice(0, LARGE_CALLS + SMALL_CALLS),
    waiting: visits.filter(({ state }) => state.status === 'waiting').length,
    wait: { ...range, light, promise },
  }
}

function callShown({ status, checkIn, call }: HallVisit['state'], at: number, leaveAfter: number): HallCall[] {
  if (checkIn === null || call === null) return []
  const age = at - Date.parse(call.at)
  const stays = status === 'called' || ((status === 'served' || status === 'missed') && age < leaveAfter * 60_000)
  if (!stays) return []
  const isNew = status === 'called' && age < NEW_FOR
  return [{ ticket: ticketText(checkIn.ticket), room: call.room, at: call.at, isNew }]
}
