import { minutesOf } from '../time/plain-date.ts'
import {
  expectedWait,
  lanesOf,
  lightOf,
  serviceOf,
  USUAL_SLOT,
  type WaitLight,
  type WaitRange,
} from './expected-wait.ts'
import { arrivalClock } from './promise.ts'
import { type InLine, type LineRule, orderOfLine } from './queue.ts'

/** What may honestly be said of a wait. */
export interface StandingWait {
  readonly range: WaitRange
  readonly light: WaitLight
  /** Receptions of the day it was learnt of; 0: of the slot. */
  readonly learntOf: number
}

/** Whether the same is said of two waits. */
export function isSameWait(one: StandingWait, other: StandingWait): boolean {
  const isSameRange = one.range.from === other.range.from && one.range.to === other.range.to
  return isSameRange && one.light === other.light && one.learntOf === other.learntOf
}

/** Minutes for one visitor by official; another has the usual slot. */
export type Slots = ReadonlyMap<string | null, number>

/** What is to be expected of each who waits, by id of the visit, in the order in which they are called. Any lines at once. */
export function standingWaits(
  visits: readonly InLine[],
  rule: LineRule,
  slots: Slots,
): ReadonlyMap<string, StandingWait> {
  const found = new Map<string, StandingWait>()
  for (const line of Map.groupBy(visits, lineIdOf).values()) {
    const say = speakerOf(line, rule, slots)
    const minuteOf = arrivalClock(line)
    orderOfLine(line, rule).forEach(({ id, state }, before) => {
      const { booked = null } = state.checkIn ?? {}
      const since = Math.max(minuteOf(state.arrivedAt), booked === null ? 0 : minutesOf(booked))
      found.set(id, say(before, Math.max(0, minutesOf(rule.now) - since)))
    })
  }
  return found
}

/** What is to be expected of one who would come now without a given time; of several lines at once the longest. */
export function waitOfNewcomer(visits: readonly InLine[], rule: LineRule, slots: Slots): StandingWait {
  const lines = [...Map.groupBy(visits, lineIdOf).values()]
  const said = (lines.length === 0 ? [[]] : lines).map(line => {
    const waiting = line.filter(({ state }) => state.status === 'waiting').length
    return speakerOf(line, rule, slots)(waiting, 0)
  })
  return said.reduce((worst, one) => (one.range.to > worst.range.to ? one : worst))
}

function speakerOf(line: readonly InLine[], rule: LineRule, slots: Slots) {
  const [first] = line
  const service = serviceOf(line, first === undefined ? USUAL_SLOT : (slots.get(lineIdOf(first)) ?? USUAL_SLOT))
  const lanes = lanesOf(line, rule.now)
  const inside = line.filter(({ state }) => state.status === 'called' || state.status === 'served').length
  return (before: number, waited: number): StandingWait => {
    const range = expectedWait(before, service, lanes, inside >= lanes)
    return { range, light: lightOf(waited, range, rule.promise), learntOf: service.learntOf }
  }
}

function lineIdOf({ state }: InLine): string | null {
  return state.checkIn?.officialId ?? null
}
