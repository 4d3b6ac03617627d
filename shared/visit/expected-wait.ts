import { minutesOf, type PlainTime } from '../time/plain-date.ts'
import { arrivalClock } from './promise.ts'
import type { VisitState } from './transitions.ts'

/** Receptions of the day that must have ended before the day's own times are believed. */
const ENOUGH = 5
/** Minutes of a reception where neither the day nor the schedule says: the schedule's own default. */
export const USUAL_SLOT = 20
/** A room that called nobody for so many minutes is no lane any more. */
const LANE_MINUTES = 60
/** The range widens with the root of the number before one, by so many quartile distances. */
const SPREAD = 1.5
/** Minutes are said in steps of five: more would be a promise. */
const STEP = 5

/** Minutes of a reception: a quarter are not longer than `lower`, a half than `middle`, three quarters than `upper`. */
export interface Service {
  readonly lower: number
  readonly middle: number
  readonly upper: number
  /** Receptions of the day it was learnt of; 0: not enough have ended, and it is the slot of the schedule. */
  readonly learntOf: number
}

interface Visited {
  readonly state: Pick<VisitState, 'status' | 'call' | 'arrivedAt' | 'startedAt' | 'finishedAt'>
}

/** What a reception takes in a line: of the line's own visits of the day, else of the slot of the official. */
export function serviceOf(line: readonly Visited[], slot = USUAL_SLOT): Service {
  const took = line.flatMap(({ state }) => {
    if (state.status !== 'finished' || state.startedAt === null || state.finishedAt === null) return []
    return [Math.max(0, Date.parse(state.finishedAt) - Date.parse(state.startedAt)) / 60_000]
  })
  if (took.length < ENOUGH) return { lower: slot * 0.75, middle: slot, upper: slot * 1.5, learntOf: 0 }
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.round(share * (took.length - 1))] ?? slot
  return { lower: at(0.25), middle: at(0.5), upper: at(0.75), learntOf: took.length }
}

/** Rooms that receive a line side by side: those that called somebody of it within the last hour; one at least. */
export function lanesOf(line: readonly Visited[], now: PlainTime): number {
  const rooms = new Set<string>()
  const minuteOf = arrivalClock(line)
  for (const { state } of line) {
    if (state.call !== null && minutesOf(now) - minuteOf(state.call.at) <= LANE_MINUTES) rooms.add(state.call.room)
  }
  return Math.max(1, rooms.size)
}

/**
 * Minutes between two calls of a line as the promise reckons with them, one at least: a reception longer than most of the day's own
 * (upper quartile), since one that outlasts its half breaks a promise.
 */
export function paceOf(line: readonly Visited[], now: PlainTime, slot = USUAL_SLOT): number {
  const { upper, learntOf } = serviceOf(line, slot)
  return Math.max(1, (learntOf === 0 ? slot : upper) / lanesOf(line, now))
}

/** Minutes, in steps of five. */
export interface WaitRange {
  readonly from: number
  readonly to: number
}

/**
 * How long one with so many before them waits, as an honest range: the middle of what receptions take, less and more by
 * the quartiles, which add up as the root of the number (independent times). `busy`: every lane has somebody now.
 * Nobody who goes out of turn and has not come yet is reckoned with.
 */
export function expectedWait(before: number, service: Service, lanes: number, busy: boolean): WaitRange {
  const rounds = before / lanes
  const spread = SPREAD * Math.sqrt(Math.max(rounds, 0))
  const rest = busy ? service.upper / lanes : 0
  const lower = rounds * service.middle - spread * (service.middle - service.lower)
  const upper = rounds * service.middle + spread * (service.upper - service.middle) + rest
  return { from: Math.floor(Math.max(0, lower) / STEP) * STEP, to: Math.ceil(upper / STEP) * STEP }
}

export type WaitLight = 'green' | 'amber' | 'red'

/** Whether the promise is kept by the whole range (green), by a part of it (amber) or by none (red). Minutes. */
export function lightOf(waited: number, { from, to }: WaitRange, promise: number): WaitLight {
  if (waited + to <= promise) return 'green'
  return waited + from <= promise ? 'amber' : 'red'
}
