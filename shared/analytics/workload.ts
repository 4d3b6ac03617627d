import { isControlled } from '../instruction/transitions.ts'
import { type Figures, figureOf, partOf } from '../report/day-figures.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { countOf, quantile } from './exact.ts'
import type { AnalysedInstruction } from './facts.ts'
import { type KeptDay, measuredIn, sumOfDays } from './kept.ts'
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
export function officialLoads(kept: readonly KeptDay[], period: Days): OfficialLoad[] {
  const sum = sumOfDays(kept, period)
  const days = new Map<string, number>()
  for (const { figures } of kept.filter(({ day }) => isWithin(day, period)))
    for (const [id] of partOf(figures, 'received', 'official')) days.set(id, (days.get(id) ?? 0) + 1)
  const ids = [...new Set([...days.keys(), ...partOf(sum, 'stay', 'official').map(([id]) => id)])]
  return ids
    .map(id => ({
      officialId: id || null,
      days: days.get(id) ?? 0,
      received: figureOf(sum, 'received', 'official', id),
      persons: figureOf(sum, 'people_received', 'official', id),
      minutes: Math.round(figureOf(sum, 'stay_length', 'official', id) / 60_000),
      timed: figureOf(sum, 'stay', 'official', id),
    }))
    .sort((a, b) => b.received - a.received || ((a.officialId ?? '') < (b.officialId ?? '') ? -1 : 1))
}

/** Calendar days from registration to the reception, and to the first letter, of what was registered in a period. */
export function daysTaken(sum: Figures): { readonly reception: DaysTaken; readonly letter: DaysTaken } {
  return { reception: takenUpTo(sum, 'reached_reception'), letter: takenUpTo(sum, 'reached_letter') }
}

function takenUpTo(sum: Figures, measure: 'reached_reception' | 'reached_letter'): DaysTaken {
  const days = measuredIn(sum, measure, 'days')
  return { counted: countOf(days), median: quantile(days, 0.5), ninth: quantile(days, 0.9) }
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
