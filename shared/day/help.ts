import type { Ticket } from '../visit/model.ts'
import { isInHouse, type VisitState } from '../visit/transitions.ts'
import type { DayState } from './transitions.ts'

/** Seconds within which a second press makes the call for help: one press alone may be a slip. */
export const HELP_CONFIRM_SECONDS = 3

/** Whether a press at an instant is the second one. Milliseconds of a clock that never goes back. */
export function isConfirmed(firstAt: number | null, at: number): boolean {
  return firstAt !== null && at - firstAt <= HELP_CONFIRM_SECONDS * 1000
}

/** Where help is called to, the place said last first, and since when (UTC, ISO); null: nobody waits for help. */
export function openHelp({ help }: Pick<DayState, 'help'>): { rooms: string[]; since: string } | null {
  const open = help.filter(({ endedAt }) => endedAt === null)
  const [first] = open
  if (first === undefined) return null
  const rooms = open.map(({ room }) => room).filter(room => room !== '')
  return { rooms: [...new Set(rooms.reverse())], since: first.at }
}

/** A visitor who is in the building, by the number alone; `room` null: in no room yet. */
export interface InBuilding {
  readonly ticket: Ticket
  readonly room: string | null
}

/** Who is in the building, by numbers and rooms, those in rooms first; who missed the call and was not seen to leave is counted. */
export function inBuilding(visits: readonly Pick<VisitState, 'status' | 'checkIn' | 'call'>[]): InBuilding[] {
  const here = visits.flatMap(({ status, checkIn, call }) => {
    if (checkIn === null || !(isInHouse(status) || status === 'missed')) return []
    const room = status === 'called' || status === 'served' ? (call?.room ?? null) : null
    return [{ ticket: checkIn.ticket, room }]
  })
  return here.sort((a, b) => Number(a.room === null) - Number(b.room === null) || a.ticket.serial - b.ticket.serial)
}
