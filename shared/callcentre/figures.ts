import type { Moment, WorkTime } from '../application/working-time.ts'
import { isWorkingDay } from '../calendar/rules.ts'
import { addDays, minutesOf, type PlainDate, type PlainTime, toEpochDay } from '../time/plain-date.ts'
import { type CallCentreState, holdsOn } from './transitions.ts'

const DAY_MINUTES = 1440

/** A call of the log: the day it was logged on. */
export interface LoggedCall {
  readonly on: PlainDate
}

/**
 * The work of the call centre in a period (clause 37(4)).
 * `modes`: modes that held on any of its days; `modeDays`: calendar days on which one held, each once, up to the day of the
 * reckoning; `calls`: calls logged and not taken back; `callsInMode`: those of days on which a mode held; `interruptions`: those
 * that lasted into the period; `minutes`: how long calls were not taken, every minute of the clock once, up to the reckoning;
 * `minutesInMode`: those of days on which a mode held; `openShare`: of the minutes of the working time up to the reckoning
 * (working days and hours without the lunch break), the part in which calls were taken, in percent with one place; null where
 * there was no working time.
 */
export interface CallCentreFigures {
  readonly modes: number
  readonly modeDays: number
  readonly calls: number
  readonly callsInMode: number
  readonly interruptions: number
  readonly minutes: number
  readonly minutesInMode: number
  readonly openShare: number | null
}

/** What the call centre is reckoned from, and when: `now` is the minute of the reckoning at the office. */
export interface CallCentreFacts {
  readonly states: readonly CallCentreState[]
  readonly calls: readonly LoggedCall[]
  readonly work: WorkTime
  readonly now: Moment
}

/** Minutes of the office's clock since 1970-01-01 00:00, the end not included. */
type Span = readonly [number, number]

/** The figures of the call centre from one day to another, both included. */
export function callCentreFigures(
  { states, calls, work, now }: CallCentreFacts,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): CallCentreFigures {
  const last = to < now.on ? to : now.on
  const end = Math.min(minuteOf({ on: addDays(to, 1), at: MIDNIGHT }), minuteOf(now))
  const whole: Span = [minuteOf({ on: from, at: MIDNIGHT }), end]
  const days = daysBetween(from, last)
  const inMode = days.filter(day => states.some(state => holdsOn(state, day)))
  const cuts = states.flatMap(state => cutOf(state, now)).filter(([begin, until]) => begin < end && until >= whole[0])
  const closed = merged(cuts.flatMap(cut => common(cut, whole)))
  const open = days.flatMap(day => workingSpans(day, work)).flatMap(span => common(span, whole))
  const working = lengthOf(open)
  const lost = lengthOf(open.flatMap(span => closed.flatMap(cut => common(cut, span))))
  const isOf = (day: PlainDate) => from <= day && day <= to
  return {
    modes: states.filter(state => days.some(day => holdsOn(state, day))).length,
    modeDays: inMode.length,
    calls: calls.filter(({ on }) => isOf(on)).length,
    callsInMode: calls.filter(({ on }) => inMode.includes(on)).length,
    interruptions: cuts.length,
    minutes: lengthOf(closed),
    minutesInMode: lengthOf(inMode.map(dayOf).flatMap(day => closed.flatMap(cut => common(cut, day)))),
    openShare: working === 0 ? null : Math.round((1000 * (working - lost)) / working) / 10,
  }
}

/** How long an interruption has lasted, in minutes; null of what is none. */
export function minutesOfInterruption(state: CallCentreState, now: Moment): number | null {
  const [cut] = cutOf(state, now)
  return cut === undefined ? null : cut[1] - cut[0]
}

const MIDNIGHT = '00:00' as PlainTime

function minuteOf({ on, at }: Moment): number {
  return toEpochDay(on) * DAY_MINUTES + minutesOf(at)
}

function cutOf({ status, interruption, restored }: CallCentreState, now: Moment): Span[] {
  if (interruption === null || status === 'taken_back') return []
  const begin = minuteOf(interruption.from)
  return [[begin, Math.max(begin, minuteOf(restored ?? now))]]
}

function dayOf(day: PlainDate): Span {
  const begin = toEpochDay(day) * DAY_MINUTES
  return [begin, begin + DAY_MINUTES]
}

function workingSpans(on: PlainDate, { hours, calendar }: WorkTime): Span[] {
  if (!isWorkingDay(on, calendar)) return []
  const at = (time: PlainTime) => minuteOf({ on, at: time })
  return [
    [at(hours.from), at(hours.lunchFrom)],
    [at(hours.lunchTo), at(hours.to)],
  ]
}

/** What two spans have in common; none where they do not meet. */
function common([a, b]: Span, [c, d]: Span): Span[] {
  const [begin, until] = [Math.max(a, c), Math.min(b, d)]
  return begin < until ? [[begin, until]] : []
}

/** Spans that overlap become one, so that no minute is counted twice. */
function merged(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of [...spans].sort((a, b) => a[0] - b[0])) {
    const before = out.at(-1)
    if (before !== undefined && span[0] <= before[1]) out[out.length - 1] = [before[0], Math.max(before[1], span[1])]
    else out.push(span)
  }
  return out
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [begin, until]) => sum + until - begin, 0)
}

function daysBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
