import type { ClauseTerms, QuarterlyTerms } from '#shared/report/terms.ts'
import { sumTerms } from '#shared/report/terms.ts'
import {
  addMonths,
  type PlainDate,
  PlainMonth,
  type Quarter,
  quarterAYearBefore,
  rangeOfMonth,
  rangeOfQuarter,
} from '#shared/time/plain-date.ts'
import type { StoreClient } from '../../db/client.ts'
import type { Watched } from './use-watched.ts'

/** What is counted. */
export interface CountedTerms {
  readonly quarter: Quarter
  readonly today: PlainDate
  /** Whether last year's quarter is counted too. */
  readonly compared: boolean
}

/** The last count, as long as the store holds no more than it was made of. */
let known: { readonly key: string; readonly terms: QuarterlyTerms } | null = null

/** How terms and duties were kept, counted month by month; null where it was stopped. */
export async function countTerms(
  store: StoreClient,
  { quarter, today, compared }: CountedTerms,
  { onStep, signal }: Watched,
): Promise<QuarterlyTerms | null> {
  const key = JSON.stringify([quarter, today, compared, store.heldCursor()])
  if (known?.key === key) return known.terms
  const quarters = compared ? [quarter, quarterAYearBefore(quarter)] : [quarter]
  const months = quarters.flatMap(monthsOf)
  const parts: (readonly ClauseTerms[])[] = []
  for (const month of months) {
    onStep(parts.length, months.length)
    if (signal.aborted) return null
    const { from, to } = rangeOfMonth(month)
    parts.push(await store.query('compliance.counts', { from, to, today }))
  }
  if (signal.aborted) return null
  const terms = { current: sumTerms(parts.slice(0, 3)), previous: compared ? sumTerms(parts.slice(3)) : null }
  known = { key, terms }
  return terms
}

function monthsOf(quarter: Quarter): PlainMonth[] {
  const { from } = rangeOfQuarter(quarter)
  return [0, 1, 2].map(after => PlainMonth.parse(addMonths(from, after).slice(0, 7)))
}
