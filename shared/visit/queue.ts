import type { EntityId } from '../change/action.ts'
import type { PlainTime } from '../time/plain-date.ts'
import { minutesOf } from '../time/plain-date.ts'
import { paceOf } from './expected-wait.ts'
import type { CallReason, CheckIn } from './model.ts'
import { arrivalClock, isLate, pressedOf } from './promise.ts'
import type { VisitState } from './transitions.ts'

/** A visitor in a line: as much of the visit as whose turn it is hangs on. */
export interface InLine {
  readonly id: EntityId
  readonly state: Pick<VisitState, 'status' | 'arrivedAt' | 'call' | 'startedAt' | 'finishedAt'> & {
    readonly checkIn: Pick<CheckIn, 'officialId' | 'booked' | 'outOfTurn' | 'keptFrom'> | null
  }
}

/** What the order hangs on beside the visits: the time of day at the office, and its promise in minutes. */
export interface LineRule {
  readonly now: PlainTime
  /** Longest wait the office promises: from the arrival, or from the given time of one who came before it. */
  readonly promise: number
}

type Right = 'out_of_turn' | 'promise' | 'booked' | 'arrival'
const RIGHTS: Record<Right, number> = { out_of_turn: 0, promise: 1, booked: 2, arrival: 3 }

interface Place {
  readonly visit: InLine
  /** Instant of the arrival and id: fixed when the visitor came, whatever is done with the visit later. */
  readonly stamp: string
  /** By which right the visitor stands without the promise. */
  readonly right: Exclude<Right, 'promise'>
  /** Stands by a given time, come or not. */
  readonly isBooked: boolean
  /** Minute of the day: the time that was given, where it has come; else 0. */
  readonly booked: number
  /** Minute of the day by which the promise has the visitor called. */
  readonly due: number
}

/**
 * The order of those who wait (clauses 10, 11; points 23, 33 of the Rules of 2026), by one rule for booked, same-day and
 * helpers' lines:
 * 1. out of turn, as they came;
 * 2. who would pass the promise if one more were called before them, whose promise ends first;
 * 3. whose given time has come, by that time; who came late for it stands as one without a time;
 * 4. all others, as they came.
 * Within a kind nobody is ever passed: only between booked and same-day does the promise decide. A line is that of one official, or of
 * helpers; of several at once each is ordered for itself. All visits of the line are given, since the pace is learnt of who was received.
 */
export function orderOfLine(visits: readonly InLine[], rule: LineRule): InLine[] {
  const places: Array<{ place: Place; rank: number; key: number }> = []
  for (const line of linesOf(visits)) {
    const waiting = placesOf(line, rule)
    const pressed = pressedPlaces(line, waiting, rule)
    for (const place of waiting) {
      const isPressed = pressed.has(place)
      const rank = RIGHTS[isPressed ? 'promise' : place.right]
      places.push({ place, rank, key: isPressed ? place.due : place.booked })
    }
  }
  places.sort((a, b) => a.rank - b.rank || a.key - b.key || byStamp(a.place, b.place))
  return places.map(({ place }) => place.visit)
}

/**
 * Why a visitor may be called now, said on the call in one line: who is called once more, or was missed, is called again;
 * the first of the line by the right they stand by; anybody else by hand only. `promise`: another would be first but for it.
 * `line`: every visit of the line of the visitor.
 */
export function reasonOf({ id, state }: InLine, line: readonly InLine[], rule: LineRule): CallReason {
  if (state.status === 'called' || state.status === 'missed') return 'recall'
  const waiting = placesOf(line, rule)
  const own = waiting.find(({ visit }) => visit.id === id)
  if (own === undefined || orderOfLine(line, rule)[0]?.id !== id) return 'by_hand'
  return waiting.some(other => byRight(other, own) < 0) ? 'promise' : own.right
}

/** The lines among visits: one for each official, and one for who comes to no official in particular. */
function linesOf(visits: readonly InLine[]): Iterable<InLine[]> {
  return Map.groupBy(visits, ({ state }) => state.checkIn?.officialId ?? null).values()
}

function placesOf(line: readonly InLine[], { now, promise }: LineRule): Place[] {
  const minuteOf = arrivalClock(line)
  const time = minutesOf(now)
  return line.flatMap(visit => {
    const { status, checkIn, arrivedAt } = visit.state
    if (status !== 'waiting' || checkIn === null) return []
    const came = minuteOf(arrivedAt)
    const since = came - minutesKept(checkIn.keptFrom ?? null, arrivedAt)
    const given = checkIn.booked === null ? null : minutesOf(checkIn.booked)
    const booked = given === null || isLate(given, came) ? null : given
    const isDue = booked !== null && booked <= time
    const right = checkIn.outOfTurn ? 'out_of_turn' : isDue ? 'booked' : 'arrival'
    const stamp = `${checkIn.keptFrom ?? arrivedAt ?? ''} ${visit.id}`
    const due = (booked ?? since) + promise
    return [{ visit, stamp, right, isBooked: booked !== null, booked: right === 'booked' ? (booked ?? 0) : 0, due }]
  })
}

function pressedPlaces(line: readonly InLine[], waiting: readonly Place[], { now }: LineRule): Set<Place> {
  const ordinary = waiting.filter(({ right }) => right !== 'out_of_turn')
  // Of one kind alone there is nobody to weigh against: the order is theirs anyway.
  if (!ordinary.some(({ isBooked }) => isBooked)) return new Set()
  ordinary.sort((a, b) => a.due - b.due || byStamp(a, b))
  return new Set(ordinary.slice(0, pressedOf(ordinary, minutesOf(now), paceOf(line, now))))
}

/** Minutes between the arrival on an earlier day, whose place is kept, and that of today. */
function minutesKept(keptFrom: string | null, arrivedAt: string | null): number {
  return keptFrom === null || arrivedAt === null ? 0 : (Date.parse(arrivedAt) - Date.parse(keptFrom)) / 60_000
}

/** The order without the promise. */
function byRight(a: Place, b: Place): number {
  return RIGHTS[a.right] - RIGHTS[b.right] || a.booked - b.booked || byStamp(a, b)
}

function byStamp(a: Place, b: Place): number {
  return a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : 0
}
