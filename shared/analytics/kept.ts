import { placeCode } from '../report/contribution.ts'
import { type Figures, figureOf, partOf } from '../report/day-figures.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { type Days, daysOfPeriod, isWithin, type PeriodCode } from './period.ts'

/** The figures the store keeps of a day (ADR 17). */
export interface KeptDay {
  readonly day: PlainDate
  readonly figures: Figures
}

/** Applications registered in a period: all of them, and by place: of a topic, of a district, of both (`placeCode`). */
export interface PastPeriod {
  readonly code: PeriodCode
  readonly total: number
  readonly places: ReadonlyMap<string, number>
}

/** The figures of some days as one: plain sums, key by key. */
export function sumOfDays(kept: readonly KeptDay[], days: Days): Figures {
  const sum = new Map<string, number>()
  for (const { day, figures } of kept) {
    if (!isWithin(day, days)) continue
    for (const [key, amount] of Object.entries(figures)) sum.set(key, (sum.get(key) ?? 0) + amount)
  }
  return Object.fromEntries(sum)
}

/** What was registered in a period, by place. */
export function registeredIn(kept: readonly KeptDay[], code: PeriodCode): PastPeriod {
  const sum = sumOfDays(kept, daysOfPeriod(code))
  const places = new Map<string, number>()
  for (const [cell, count] of partOf(sum, 'registered', 'place')) {
    const [topic = '', district = ''] = cell.split(' ')
    for (const place of placesOf(topic || null, district || null)) places.set(place, (places.get(place) ?? 0) + count)
  }
  return { code, total: figureOf(sum, 'registered'), places }
}

/** The places an application counts under: its topic, its district, both; each once. */
export function placesOf(topic: string | null, district: string | null): Set<string> {
  return new Set([placeCode(topic, null), placeCode(null, district), placeCode(topic, district)])
}

/** How often each number was measured, of a part that holds numbers. */
export function measuredIn(
  sum: Figures,
  measure: 'first_wait' | 'reached_reception' | 'reached_letter',
  part: 'days' | 'minutes',
): ReadonlyMap<number, number> {
  return new Map(partOf(sum, measure, part).map(([code, count]) => [Number(code), count]))
}
