import { minutesOf, type PlainTime } from '#shared/time/plain-date.ts'
import type { Call } from '#shared/visit/model.ts'
import { type LineRule, orderOfLine, reasonOf } from '#shared/visit/queue.ts'
import type { VisitStatus } from '#shared/visit/transitions.ts'
import type { VisitRow } from '../../db/query-types.ts'

/** Every line of the day at once. */
export const ALL = 'all'
/** The line of those who come to no official in particular: unit heads and helpers. */
export const ANYONE = 'anyone'
/** `all`, `anyone` or the id of an official. */
export type LineId = string

/** Where a visitor stands on the screen: who is with somebody first, who has gone last. */
const PLACES: Record<VisitStatus, number> = {
  called: 0,
  served: 1,
  waiting: 2,
  parked: 3,
  arrived: 3,
  stopped: 4,
  barred: 4,
  missed: 5,
  finished: 6,
  left: 6,
  absent: 7,
}

/** The line a visitor stands in. */
export function lineOf({ state }: VisitRow): LineId {
  return state.checkIn?.officialId ?? ANYONE
}

/** The visitors of a line. */
export function inLine(rows: readonly VisitRow[], line: LineId): VisitRow[] {
  return rows.filter(row => line === ALL || lineOf(row) === line)
}

/** The visitors as the screen shows them: those who wait in the order in which they are called, the others by ticket. */
export function inOrderShown(rows: readonly VisitRow[], rule: LineRule): VisitRow[] {
  const turns = turnsOf(rows, rule)
  const place = ({ id, state }: VisitRow) => PLACES[state.status] * rows.length + (turns.get(id) ?? 0)
  return [...rows].sort((a, b) => place(a) - place(b))
}

/**
 * Who is called next from a line (clauses 10, 11). From all lines: the first of them whose official has nobody now, since
 * one who is called to somebody who is taken only stands at the door.
 */
export function findNext(rows: readonly VisitRow[], line: LineId, rule: LineRule): VisitRow | null {
  const taken = new Set(rows.filter(isWithSomebody).map(lineOf))
  const asked = inLine(rows, line).filter(row => line !== ALL || lineOf(row) === ANYONE || !taken.has(lineOf(row)))
  const [first] = orderOfLine(asked, rule)
  return first === undefined ? null : (asked.find(({ id }) => id === first.id) ?? null)
}

/** Whether the visitor is the first of those who wait in the same line. */
export function isFirst(rows: readonly VisitRow[], visit: VisitRow, rule: LineRule): boolean {
  return findNext(rows, lineOf(visit), rule)?.id === visit.id
}

/** Who was called to a room and has not come in yet: the room waits for one visitor at a time. */
export function findCalledTo(rows: readonly VisitRow[], room: string): VisitRow | null {
  return rows.find(({ state }) => state.status === 'called' && state.call?.room === room) ?? null
}

/** A call in its words: why now. One out of the order is by hand, and its note says why. */
export function callOf(rows: readonly VisitRow[], visit: VisitRow, rule: LineRule, room: string): Call {
  return { room, reason: reasonOf(visit, inLine(rows, lineOf(visit)), rule) }
}

/** How many wait to be called, by line; `all` is their sum. */
export function waitingByLine(rows: readonly VisitRow[]): ReadonlyMap<LineId, number> {
  const counts = new Map<LineId, number>()
  for (const row of rows.filter(({ state }) => state.status === 'waiting')) {
    for (const line of [ALL, lineOf(row)]) counts.set(line, (counts.get(line) ?? 0) + 1)
  }
  return counts
}

/** Minutes between two times of one day, not below zero: clocks of desks differ. */
export function minutesBetween(from: PlainTime, to: PlainTime): number {
  return Math.max(0, minutesOf(to) - minutesOf(from))
}

function isWithSomebody({ state }: VisitRow): boolean {
  return state.status === 'called' || state.status === 'served'
}

/** The place of each of those who wait among those of all lines: 0, 1, 2 ... */
function turnsOf(rows: readonly VisitRow[], rule: LineRule): Map<string, number> {
  return new Map(orderOfLine(rows, rule).map(({ id }, turn) => [id, turn]))
}
