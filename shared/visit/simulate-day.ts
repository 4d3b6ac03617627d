import type { EntityId } from '../change/action.ts'
import { PlainTime } from '../time/plain-date.ts'
import type { CallReason } from './model.ts'
import { type InLine, orderOfLine, reasonOf } from './queue.ts'
import { foldVisit } from './transitions.ts'

/** A visitor of a simulated day. Minutes of the day, and minutes. */
export interface Coming {
  readonly officialId: string
  readonly came: number
  readonly booked: number | null
  readonly outOfTurn: boolean
  readonly takes: number
  /** Does not answer the first call and is put back into the line so many minutes later; null: answers. */
  readonly backAfter: number | null
}

/** A call of a simulated day, and who stood in the line then: indexes of the visitors. */
export interface SimulatedCall {
  readonly at: number
  readonly visitor: number
  readonly reason: CallReason
  readonly waiting: readonly number[]
  readonly missed: boolean
}

/** Minutes a room is lost on one who does not come. */
const CALLED_IN_VAIN = 2
/** Any day; the office is five hours ahead of UTC. */
const MIDNIGHT = Date.UTC(2026, 10, 22, 19)

interface Standing {
  readonly coming: Coming
  readonly visitor: number
  visit: InLine
  /** Minute from which the visitor stands in the line. */
  from: number
}

/**
 * A day at the office by the very rule the desk calls by: each official receives one after another from the minute
 * `opens` on, never idle while somebody waits, until everybody was received. Calls in the order of time.
 */
export function simulateDay(
  people: readonly Coming[],
  { opens, promise }: { readonly opens: number; readonly promise: number },
): SimulatedCall[] {
  const standing = people.map((coming, visitor) => ({
    coming,
    visitor,
    visit: visitOf(coming, visitor),
    from: coming.came,
  }))
  const lines = Map.groupBy(standing, ({ coming }) => coming.officialId)
  const calls = [...lines.values()].flatMap(line => callsOf(line, opens, promise))
  return calls.sort((a, b) => a.at - b.at)
}

function callsOf(line: readonly Standing[], opens: number, promise: number): SimulatedCall[] {
  const calls: SimulatedCall[] = []
  let now = opens
  for (;;) {
    const open = line.filter(({ visit }) => visit.state.status === 'waiting')
    if (open.length === 0) return calls
    now = Math.max(now, Math.min(...open.map(({ from }) => from)))
    const here = line.filter(({ visit, from }) => from <= now || visit.state.status === 'finished')
    const rule = { now: timeOf(now), promise }
    const visits = here.map(({ visit }) => visit)
    const [first] = orderOfLine(visits, rule)
    const next = here.find(({ visit }) => visit.id === first?.id)
    if (next === undefined) throw new Error('somebody waits and nobody is first')
    const missed = next.coming.backAfter !== null && next.from === next.coming.came
    const waiting = here.filter(({ visit }) => visit.state.status === 'waiting').map(({ visitor }) => visitor)
    calls.push({ at: now, visitor: next.visitor, reason: reasonOf(next.visit, visits, rule), waiting, missed })
    if (missed) next.from = now + Math.max(1, next.coming.backAfter ?? 0)
    else next.visit = received(next, now)
    now += missed ? CALLED_IN_VAIN : next.coming.takes
  }
}

function visitOf({ officialId, came, booked, outOfTurn }: Coming, visitor: number): InLine {
  const checkIn = { officialId, outOfTurn, booked: booked === null ? null : timeOf(booked), keptFrom: null }
  const id = `visit:${String(visitor).padStart(4, '0')}` as EntityId
  const state = { ...foldVisit([]), status: 'waiting', checkIn, arrivedAt: instantOf(came) } as InLine['state']
  return { id, state }
}

function received({ visit, coming }: Standing, now: number): InLine {
  const [startedAt, finishedAt] = [instantOf(now), instantOf(now + coming.takes)]
  return { ...visit, state: { ...visit.state, status: 'finished', startedAt, finishedAt } }
}

function instantOf(minute: number): string {
  return new Date(MIDNIGHT + minute * 60_000).toISOString()
}

/** Past midnight nothing is told apart any more: a day that long is past every promise. */
function timeOf(minute: number): PlainTime {
  const whole = Math.min(Math.floor(minute), 24 * 60 - 1)
  return PlainTime.parse(`${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`)
}
