import { z } from 'zod'

const Counter = z.record(z.string(), z.int().nonnegative())

/** The dimensions along which applications of a day are counted. */
export const DIMENSIONS = [
  'byChannel',
  'byOutcome',
  'byResult',
  'byTopic',
  'byDistrict',
  'byCategory',
  'byLanguage',
  'byOfficial',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/**
 * What a list of applications can be narrowed by: the dimensions, who applies (`legal`, `natural`) and the identifier
 * (`bad` where an IIN does not check). Every figure of a report is a count of some codes of one facet.
 */
export const FACETS = [...DIMENSIONS, 'applicant', 'identifier'] as const
export type Facet = (typeof FACETS)[number]

/** The code of an application in a facet; empty where it has none. */
export function facetOf(one: Countable, facet: Facet): string {
  if (facet === 'applicant') return one.legalEntity ? 'legal' : 'natural'
  if (facet === 'identifier') return one.badIin ? 'bad' : ''
  return one[facet] ?? ''
}

/**
 * Counts of the applications of one day of registration, or the sum over a period. Keys of a counter are directory codes
 * and official ids; a key with zero is absent. A missing code (empty category, no result) is not counted.
 */
export const Counts = z.strictObject({
  rows: z.int().nonnegative(),
  legalEntities: z.int().nonnegative(),
  badIin: z.int().nonnegative(),
  marked: z.int().nonnegative(),
  byChannel: Counter,
  byOutcome: Counter,
  byResult: Counter,
  byTopic: Counter,
  byDistrict: Counter,
  byCategory: Counter,
  byLanguage: Counter,
  byOfficial: Counter,
})
export type Counts = z.infer<typeof Counts>

/** Counts of nothing. */
export function noCounts(): Counts {
  return {
    rows: 0,
    legalEntities: 0,
    badIin: 0,
    marked: 0,
    byChannel: {},
    byOutcome: {},
    byResult: {},
    byTopic: {},
    byDistrict: {},
    byCategory: {},
    byLanguage: {},
    byOfficial: {},
  }
}

/** What one application adds to the counts of its day. */
export interface Countable {
  readonly legalEntity: boolean
  readonly badIin: boolean
  readonly marked: boolean
  readonly byChannel: string | null
  readonly byOutcome: string | null
  readonly byResult: string | null
  readonly byTopic: string | null
  readonly byDistrict: string | null
  readonly byCategory: string | null
  readonly byLanguage: string | null
  readonly byOfficial: string | null
}

/** `counts` with one application added (`sign` 1) or taken back (`sign` -1). Throws if a counter would fall below zero. */
export function applyCount(counts: Counts, one: Countable, sign: 1 | -1): Counts {
  const next: Counts = {
    ...counts,
    rows: counts.rows + sign,
    legalEntities: counts.legalEntities + (one.legalEntity ? sign : 0),
    badIin: counts.badIin + (one.badIin ? sign : 0),
    marked: counts.marked + (one.marked ? sign : 0),
  }
  for (const dimension of DIMENSIONS) next[dimension] = bump(counts[dimension], one[dimension], sign)
  if (Math.min(next.rows, next.legalEntities, next.badIin, next.marked) < 0) throw new Error('count below zero')
  return next
}

/** What an act of destruction keeps of a dimension: so many under a code, whose applications do not say it any more. */
export interface KeptCount {
  readonly dimension: Dimension
  readonly code: string
  readonly count: number
}

/** `counts` with what is kept added (`sign` 1) or taken back (`sign` -1). */
export function addKept(counts: Counts, { dimension, code, count }: KeptCount, sign: 1 | -1): Counts {
  return { ...counts, [dimension]: bump(counts[dimension], code, sign, count) }
}

/** Whether nothing at all is counted. */
export function isNothing(counts: Counts): boolean {
  return counts.rows === 0 && DIMENSIONS.every(dimension => Object.keys(counts[dimension]).length === 0)
}

/** The sum of the counts of several days. */
export function sumCounts(all: Iterable<Counts>): Counts {
  const sum = noCounts()
  for (const counts of all) {
    sum.rows += counts.rows
    sum.legalEntities += counts.legalEntities
    sum.badIin += counts.badIin
    sum.marked += counts.marked
    for (const dimension of DIMENSIONS) {
      for (const [key, count] of Object.entries(counts[dimension])) {
        sum[dimension][key] = countOf(sum[dimension], key) + count
      }
    }
  }
  return sum
}

/** The count of a code, zero where it is absent. A code may be called like something every object has (`constructor`). */
export function countOf(counter: Readonly<Record<string, number>>, key: string): number {
  return Object.hasOwn(counter, key) ? (counter[key] ?? 0) : 0
}

function bump(counter: Record<string, number>, key: string | null, sign: 1 | -1, amount = 1): Record<string, number> {
  if (key === null) return counter
  const value = countOf(counter, key) + sign * amount
  if (value < 0) throw new Error('count below zero')
  const { [key]: _, ...rest } = counter
  return value === 0 ? rest : { ...rest, [key]: value }
}
