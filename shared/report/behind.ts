import { numberText } from '../application/number.ts'
import type { EntityId } from '../change/action.ts'
import type { View } from '../change/project-view.ts'
import { outgoingText } from '../letter/number.ts'
import { protocolNumberText } from '../protocol/number.ts'
import { type PlainDate, rangeOfQuarter, toDayNumber } from '../time/plain-date.ts'
import { ticketText } from '../visit/number.ts'
import { type Contribution, figureKey } from './contribution.ts'
import { contributionsOf } from './contributions.ts'
import { type Figures, heldOf } from './day-figures.ts'
import type { EventDrill } from './quarterly-model.ts'

/** One record behind a figure by event: what it is, the day it counts on, and how much it adds. No word of a person. */
export interface FigureRecord {
  readonly id: EntityId
  /** The application it is about; null where it is about none. */
  readonly about: EntityId | null
  /** Its number as it stands on paper; empty where it has none. */
  readonly number: string
  /** `yyyymmdd`. */
  readonly day: number
  readonly amount: number
}

type About = Pick<FigureRecord, 'about' | 'number'>

/** What of a record is told beside its day. */
function knownOf(id: EntityId, view: View | null): About {
  switch (view?.noun) {
    case 'application':
      return { about: id, number: view.state.registered ? numberText(view.state.registered.number) : '' }
    case 'visit': {
      const { checkIn } = view.state
      return { about: checkIn?.application ?? null, number: checkIn ? ticketText(checkIn.ticket) : '' }
    }
    case 'instruction':
      return { about: view.state.instruction?.application ?? null, number: '' }
    case 'protocol': {
      const { protocol, signed } = view.state
      return { about: protocol?.application ?? null, number: signed ? protocolNumberText(signed.number) : '' }
    }
    case 'letter': {
      const { letter, signed } = view.state
      return { about: letter?.application ?? null, number: signed ? outgoingText(signed.number) : '' }
    }
    default:
      return { about: null, number: '' }
  }
}

interface Known {
  readonly id: EntityId
  readonly view: View | null
}

/** Days (`yyyymmdd`) of a quarter, both included, where only they are asked for. */
export interface Within {
  readonly from: number
  readonly to: number
}

/**
 * The records behind a figure by event, of records that hold at least all of them. The amounts add up to the figure: each
 * is 1, but where people of a delegation or receptions of a month are counted.
 */
export function behindOf(records: readonly Known[], drill: EventDrill, within?: Within): FigureRecord[] {
  if (drill.measure === 'instruction_controlled') return controlled(records, rangeOfQuarter(drill.quarter).to)
  const isBehind = isIn(drill)
  const held = drill.measure === 'held' ? heldDays(records, drill) : null
  const isWithin = (day: number) => within === undefined || (day >= within.from && day <= within.to)
  const found = records.flatMap(({ id, view }) => {
    const days = new Map<number, number>()
    for (const one of contributionsOf(view)) {
      const counts = held === null ? isBehind(one) : held(one)
      if (counts && isWithin(one.day)) days.set(one.day, (days.get(one.day) ?? 0) + one.amount)
    }
    return [...days].map(([day, amount]) => ({ id, ...knownOf(id, view), day, amount }))
  })
  return found.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1))
}

function isIn(drill: EventDrill): (one: Contribution) => boolean {
  const { measure, dimension, codes } = drill
  const isDay = isOfQuarter(drill)
  return one =>
    one.measure === measure &&
    one.part === dimension &&
    (dimension === null || codes.includes(one.code ?? '')) &&
    isDay(one)
}

/** Receptions that were planned on a day on which their official received somebody. */
function heldDays(records: readonly Known[], drill: EventDrill): (one: Contribution) => boolean {
  const days = new Map<number, Figures>()
  for (const { view } of records) {
    for (const one of contributionsOf(view)) {
      if (one.part !== 'official') continue
      const figures = days.get(one.day) ?? {}
      figures[figureKey(one)] = (figures[figureKey(one)] ?? 0) + one.amount
      days.set(one.day, figures)
    }
  }
  const officials = new Map([...days].map(([day, figures]) => [day, new Set(heldOf(figures).map(([code]) => code))]))
  const { dimension, codes } = drill
  const isDay = isOfQuarter(drill)
  return one =>
    one.measure === 'planned' &&
    one.part === 'official' &&
    isDay(one) &&
    (officials.get(one.day)?.has(one.code ?? '') ?? false) &&
    (dimension === null || codes.includes(one.code ?? ''))
}

function isOfQuarter({ quarter }: EventDrill): (one: Contribution) => boolean {
  const { from, to } = rangeOfQuarter(quarter)
  const [first, last] = [toDayNumber(from), toDayNumber(to)]
  return ({ day }) => day >= first && day <= last
}

/** Instructions that stand on control at the end of a day, each on the day it was given. */
function controlled(records: readonly Known[], end: PlainDate): FigureRecord[] {
  return records.flatMap(({ id, view }) => {
    if (view?.noun !== 'instruction' || view.state.given === null) return []
    const off = view.state.closed?.on ?? view.state.replacedOn
    const { on } = view.state.given
    return on <= end && (off === null || off > end)
      ? [{ id, ...knownOf(id, view), day: toDayNumber(on), amount: 1 }]
      : []
  })
}
