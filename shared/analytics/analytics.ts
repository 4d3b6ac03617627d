import { figureOf } from '../report/day-figures.ts'
import type { AnalysedFacts } from './facts.ts'
import { type Forecast, forecastOf, registeredByQuarter } from './forecast.ts'
import { type HallFigures, hallOf, type NoShows, noShowsOf } from './hall.ts'
import { registeredIn, sumOfDays } from './kept.ts'
import { daysOfPeriod, type PeriodCode, pastOf, periodAYearBefore } from './period.ts'
import { type Repeats, repeatsOf } from './repeats.ts'
import { type Systemic, systemicOf } from './systemic.ts'
import { type DaysTaken, daysTaken, type OfficialLoad, officialLoads, type UnitLoad, unitLoads } from './workload.ts'

/** What the records of a period come to, for the akim and the deputies (clause 37(1), KZ-2026 rule 39): sums, codes, numbers. */
export interface Analytics {
  readonly period: PeriodCode
  readonly applications: number
  /** Of the same period a year before; null where there were none. */
  readonly yearBefore: number | null
  readonly repeats: Repeats
  readonly systemic: Systemic
  readonly officials: readonly OfficialLoad[]
  readonly hall: HallFigures
  readonly noShows: NoShows
  readonly days: { readonly reception: DaysTaken; readonly letter: DaysTaken }
  readonly units: readonly UnitLoad[]
  readonly forecast: Forecast
}

/** All figures of a period from its facts. */
export function analyticsOf(facts: AnalysedFacts, period: PeriodCode): Analytics {
  const { kept, applications, visits, instructions, promise, today } = facts
  const days = daysOfPeriod(period)
  const sum = sumOfDays(kept, days)
  const past = pastOf(period).map(code => registeredIn(kept, code))
  return {
    period,
    applications: figureOf(sum, 'registered'),
    yearBefore: past.find(({ code }) => code === periodAYearBefore(period))?.total || null,
    repeats: repeatsOf(applications, days),
    systemic: systemicOf({ applications, instructions, past, period }),
    officials: officialLoads(kept, days),
    hall: hallOf(sum, promise),
    noShows: noShowsOf(applications, visits, days, today),
    days: daysTaken(sum),
    units: unitLoads(instructions, days, today),
    forecast: forecastOf(registeredByQuarter(kept), period, today),
  }
}
