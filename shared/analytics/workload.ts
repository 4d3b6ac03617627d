import { isControlled } from '../instruction/transitions.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { toEpochDay } from '../time/plain-date.ts'
import { stoodAt } from '../visit/forwarding.ts'
import { quantile } from './exact.ts'
import type { AnalysedApplication, AnalysedInstruction, AnalysedVisit } from './facts.ts'
import { type Days, isWithin } from './period.ts'
import { type Responsible, responsibleOf } from './systemic.ts'

/** What an official received in a period; null: the line of helpers and unit heads, or nobody was named. */
export interface OfficialLoad {
  readonly officialId: string | null
  /** Days on which at least one applicant was received. */
  readonly days: number
  readonly received: number
  /** People: members of delegations count each. */
  readonly persons: number
  /** Whole minutes in the room, of as many conversations as were timed at the desk. */
  readonly minutes: number
  readonly timed: number
}

/** Days from registration: how many were counted, the median and the ninth tenth. */
export interface DaysTaken {
  readonly counted: number
  readonly median: number | null
  readonly ninth: number | null
}

/** What a unit was given in a period, and how it stands today. */
export interface UnitLoad extends Omit<Responsible, 'count'> {
  readonly given: number
  readonly onControl: number
  readonly done: number
  /** Done after the due day, or not done and past it. */
  readonly late: number
}

/** What every official received in a period, the most first. */
export function officialLoads(
  applications: readonly AnalysedApplication[],
  visits: readonly AnalysedVisit[],
  period: Days,
): OfficialLoad[] {
  const received = Map.groupBy(
    applications.filter(one => one.outcome === 'received' && isWithin(one.received, period)),
    ({ officialId }) => officialId,
  )
  const timed = Map.groupBy(visits.flatMap(conversationsOf), ({ officialId }) => officialId)
  const ids = [...new Set([...received.keys(), ...timed.keys()])]
  return ids
    .map(officialId => {
      const own = received.get(officialId) ?? []
      const talks = timed.get(officialId) ?? []
      return {
        officialId,
        days: new Set(own.map(one => one.received)).size,
        received: own.length,
        persons: own.reduce((sum, { people }) => sum + people, 0),
        minutes: Math.round(talks.reduce((sum, { minutes }) => sum + minutes, 0)),
        timed: talks.length,
      }
    })
    .sort((a, b) => b.received - a.received || ((a.officialId ?? '') < (b.officialId ?? '') ? -1 : 1))
}

/** Every stay in a room: of one who was sent on, each by itself. */
function conversationsOf({ state }: AnalysedVisit): { officialId: string | null; minutes: number }[] {
  const sent = state.forwarded.flatMap(({ from, startedAt, at }) =>
    startedAt === null ? [] : [{ officialId: from, minutes: minutesBetween(startedAt, at) }],
  )
  const { startedAt, finishedAt } = state
  if (startedAt === null || finishedAt === null) return sent
  return [...sent, { officialId: stoodAt(state, startedAt).officialId, minutes: minutesBetween(startedAt, finishedAt) }]
}

function minutesBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 60_000)
}

/** Calendar days from registration to the reception, and to the first letter, of what was registered in the period. */
export function daysTaken(
  applications: readonly AnalysedApplication[],
  period: Days,
): { readonly reception: DaysTaken; readonly letter: DaysTaken } {
  const within = applications.filter(({ registered }) => isWithin(registered, period))
  return {
    reception: takenUpTo(within, one => (one.outcome === 'received' ? one.received : null)),
    letter: takenUpTo(within, one => one.lettered),
  }
}

function takenUpTo(
  applications: readonly AnalysedApplication[],
  end: (one: AnalysedApplication) => PlainDate | null,
): DaysTaken {
  const days = applications.flatMap(one => {
    const on = end(one)
    return on === null || on < one.registered ? [] : [toEpochDay(on) - toEpochDay(one.registered)]
  })
  return { counted: days.length, median: quantile(days, 0.5), ninth: quantile(days, 0.9) }
}

/** What bodies, units and officials were given in a period and how it stands, the most first. */
export function unitLoads(instructions: readonly AnalysedInstruction[], period: Days, today: PlainDate): UnitLoad[] {
  const given = instructions.filter(
    ({ state }) => state.status !== 'replaced' && isWithin(state.given?.on ?? null, period),
  )
  return responsibleOf(given).map(({ count, ...unit }) => {
    const own = given.filter(one => isOf(one, unit))
    return {
      ...unit,
      given: count,
      onControl: own.filter(({ state }) => isControlled(state)).length,
      done: own.filter(({ state }) => state.executed !== null).length,
      late: own.filter(one => isLate(one, today)).length,
    }
  })
}

function isOf(one: AnalysedInstruction, unit: Omit<Responsible, 'count'>): boolean {
  const [only] = responsibleOf([one])
  return only?.body === unit.body && only.unit === unit.unit && only.officialId === unit.officialId
}

/** Whether an instruction was done after its due day, or is not done and past it. */
export function isLate({ state }: AnalysedInstruction, today: PlainDate): boolean {
  if (state.dueOn === null) return false
  return (state.executed?.doneOn ?? today) > state.dueOn
}
