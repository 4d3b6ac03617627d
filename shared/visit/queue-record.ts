import { officeTime } from '../time/office-time.ts'
import { minutesOf, type PlainTime } from '../time/plain-date.ts'
import { stoodAt } from './forwarding.ts'
import { type CallReason, CallReason as Reasons } from './model.ts'
import { ticketText } from './number.ts'
import type { VisitState } from './transitions.ts'

/** A call of the day as the line is accounted for: a number, never a name. */
export interface RecordedCall {
  readonly at: PlainTime
  readonly ticket: string
  /** Of which line: an official's, or null for helpers and unit heads. */
  readonly officialId: string | null
  readonly room: string
  /** `on_paper`: nobody was called, and the reception was entered from the emergency pack; `at` is when it began. */
  readonly reason: CallReason | 'on_paper'
  /** Whole minutes since the arrival of the day, or since the given time of one who came before it. */
  readonly waited: number
  /** Id of who called. */
  readonly user: string
  /** Why out of the order: for the office's own record alone, since it may name a person. */
  readonly note: string | null
  readonly undone: boolean
}

/**
 * Every call of the visits of a day, in the order in which they were made: the proof of whose turn it was. Among them what was
 * held on paper, as it was written.
 */
export function recordOfDay(visits: readonly { readonly state: VisitState }[]): RecordedCall[] {
  return visits
    .flatMap(({ state }) => [...state.log, ...heldOf(state)].map(call => ({ call, state })))
    .sort((a, b) => (a.call.at < b.call.at ? -1 : a.call.at > b.call.at ? 1 : 0))
    .flatMap(({ call: { at, room, reason, user, note, undone }, state }) => {
      const { checkIn } = state
      if (checkIn === null) return []
      const [ticket, time, waited] = [ticketText(checkIn.ticket), officeTime(Date.parse(at)), waitedAt(at, state)]
      return [{ at: time, ticket, officialId: stoodAt(state, at).officialId, room, reason, waited, user, note, undone }]
    })
}

/** What a day's record comes to. */
export interface RecordSums {
  /** First calls of each visitor and calls once more, by reason; those taken back are not counted. */
  readonly byReason: Readonly<Record<CallReason, number>>
  /** Minutes the longest wait for a first call took; 0 where nobody was called. */
  readonly longest: number
  /** Visitors who waited longer for their first call than the promise. */
  readonly past: number
}

/** Sums of a record against a promise in minutes. */
export function sumsOf(record: readonly RecordedCall[], promise: number): RecordSums {
  const stood = record.filter(({ undone }) => !undone)
  const waits = stood.filter(({ reason }) => reason !== 'recall').map(({ waited }) => waited)
  const count = (reason: CallReason) => stood.filter(call => call.reason === reason).length
  return {
    byReason: Object.fromEntries(Reasons.options.map(reason => [reason, count(reason)])) as RecordSums['byReason'],
    longest: Math.max(0, ...waits),
    past: waits.filter(waited => waited > promise).length,
  }
}

function heldOf({ heldOnPaper, startedAt }: VisitState) {
  if (heldOnPaper === null || startedAt === null) return []
  const { room, user } = heldOnPaper
  return [{ at: startedAt, room, user, reason: 'on_paper' as const, note: null, undone: false }]
}

function waitedAt(at: string, state: VisitState): number {
  const { arrivedAt } = state
  const came = Date.parse(arrivedAt ?? at)
  const given = stoodAt(state, at).booked
  const early = given === null ? 0 : Math.max(0, minutesUntil(came, given))
  return Math.max(0, Math.floor((Date.parse(at) - came) / 60_000) - early)
}

function minutesUntil(instant: number, time: PlainTime): number {
  return minutesOf(time) - minutesOf(officeTime(instant))
}
