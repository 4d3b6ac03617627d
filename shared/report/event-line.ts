import type { Quarter } from '../time/plain-date.ts'
import type { Measure, Part } from './contribution.ts'
import { type Figures, figureOf, partOf } from './day-figures.ts'
import { isKnownZero } from './known.ts'
import { type DefinitionId, type LineDraft, percentOf } from './quarterly-line.ts'
import type { FigureUnit, ReportLabel, ReportLine } from './quarterly-model.ts'

/** Figures by event of the quarter of a report and of the same quarter a year before, null where there are none. */
export interface EventPeriods {
  readonly quarter: Quarter
  readonly current: Figures
  readonly previous: Figures | null
}

/** How a line by event is reckoned, and which records it opens: of a measure, or of some codes of a part of it. */
export interface EventRule {
  readonly key: string
  readonly label: ReportLabel
  readonly measure: Measure
  readonly part?: readonly [Part, ...string[]]
  /** Where it is no plain sum of the measure. */
  readonly figure?: (figures: Figures) => number | null
  readonly unit?: FigureUnit
  /** What the share is taken of. */
  readonly base?: Measure
  readonly level?: ReportLine['level']
  readonly note?: ReportLine['note']
  readonly definition?: DefinitionId
}

/** A line of the report by its rule. */
export function eventLine({ quarter, current, previous }: EventPeriods, rule: EventRule): LineDraft {
  const { measure, part, base, unit = 'count' } = rule
  const [dimension = null, ...codes] = part ?? []
  const summed = (figures: Figures) =>
    dimension === null
      ? figureOf(figures, measure)
      : codes.reduce((sum, code) => sum + figureOf(figures, measure, dimension as Part, code), 0)
  const figure = (figures: Figures) => {
    const found = (rule.figure ?? summed)(figures)
    return found === 0 && !isKnownZero(figures, measure, dimension, codes) ? null : found
  }
  const now = figure(current)
  const before = previous === null ? null : figure(previous)
  const difference = now === null || before === null ? null : oneDecimal(now - before)
  return {
    key: rule.key,
    label: rule.label,
    note: rule.note ?? null,
    level: rule.level ?? 'line',
    unit,
    current: now,
    previous: before,
    difference,
    percent: difference === null || before === null || unit === 'percent' ? null : percentOf(difference, before),
    share: base && now !== null ? percentOf(now, figureOf(current, base)) : null,
    definition: rule.definition ?? null,
    drill: { measure, dimension, codes, quarter },
  }
}

/** The mean of what was measured, to one decimal; null where nothing was. Exact: the figures hold how often each number came. */
export function meanOf(measure: Measure, part: 'days' | 'minutes'): (figures: Figures) => number | null {
  return figures => {
    const times = partOf(figures, measure, part)
    const count = times.reduce((sum, [, amount]) => sum + amount, 0)
    const whole = times.reduce((sum, [number, amount]) => sum + Number(number) * amount, 0)
    return count === 0 ? null : oneDecimal(whole / count)
  }
}

/** The median of what was measured: the middle one, or the mean of the two in the middle; null where nothing was. */
export function medianOf(measure: Measure, part: 'days' | 'minutes'): (figures: Figures) => number | null {
  return figures => {
    const times = partOf(figures, measure, part)
      .map(([number, amount]) => [Number(number), amount] as const)
      .sort(([a], [b]) => a - b)
    const count = times.reduce((sum, [, amount]) => sum + amount, 0)
    const at = (place: number) => {
      let passed = 0
      return times.find(([, amount]) => {
        passed += amount
        return passed > place
      })?.[0]
    }
    const [low, high] = [at(Math.floor((count - 1) / 2)), at(Math.floor(count / 2))]
    return low === undefined || high === undefined ? null : oneDecimal((low + high) / 2)
  }
}

/** Whether anything was counted or measured in either period. */
export function isTold({ current, previous }: LineDraft): boolean {
  return (current ?? 0) !== 0 || (previous ?? 0) !== 0
}

function oneDecimal(number: number): number {
  return Math.round(number * 10) / 10
}
