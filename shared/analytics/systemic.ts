import { atLeast, standOut } from './exact.ts'
import type { AnalysedApplication, AnalysedInstruction } from './facts.ts'
import { type PastPeriod, placesOf } from './kept.ts'
import { type Days, daysOfPeriod, isWithin, type PeriodCode, periodAYearBefore } from './period.ts'
import { groundsOf } from './repeats.ts'

/** At most this share of what is told may be chance, on average over all that is compared. */
export const FALSE_SHARE = 0.05
/** A past period with fewer applications tells nothing. */
export const LEAST_BASE = 30
/** Fewer applications of now and before together are not compared at all. */
export const LEAST_TOGETHER = 10
/** What is told has at least so many applications (repeats: a half of it), and so many times what was to be expected. */
export const LEAST_TOLD = 10
export const LEAST_RATIO = 1.3
/** The most that is told, the least likely by chance first, and the numbers named with each. */
export const MOST_TOLD = 10
const MOST_EXAMPLES = 5
const MOST_UNITS = 3

/** A number that leads to its application. */
export interface Example {
  readonly id: string
  readonly number: string
}

/** Who had instructions on a topic: a body by its code, or a unit as it was written; and how many. */
export interface Responsible {
  readonly body: string | null
  readonly unit: string
  readonly officialId: string | null
  readonly count: number
}

/**
 * What stands out. `grew`: a topic, a district or a topic in a district has a greater share of all applications than in the past
 * and than a year before; `repeated`: a greater share of its applications are on the same matter again than of all others.
 */
export interface Finding {
  readonly kind: 'grew' | 'repeated'
  /** Null: of all topics, of all districts. */
  readonly topic: string | null
  readonly district: string | null
  readonly now: number
  /** Applications it is a part of: all of the period; of `repeated` all of the topic or the district. */
  readonly base: number
  /** What was to be expected, one decimal. */
  readonly expected: number
  /** The same period a year before; null where it tells nothing, or of `repeated`. */
  readonly yearBefore: number | null
  /** The probability of so many or more by chance. */
  readonly probability: number
  readonly examples: readonly Example[]
  readonly responsible: readonly Responsible[]
}

/** What stands out in a period, against how much of the past, and how many comparisons were made. */
export interface Systemic {
  readonly findings: readonly Finding[]
  /** Further ones that stand out and are not told. */
  readonly more: number
  readonly compared: number
  /** Past periods that tell something, and whether that of a year before is one. */
  readonly past: readonly PeriodCode[]
  readonly hasYearBefore: boolean
}

interface Asked {
  readonly applications: readonly AnalysedApplication[]
  readonly instructions: readonly AnalysedInstruction[]
  /** What was registered in the periods before (`pastOf`). */
  readonly past: readonly PastPeriod[]
  readonly period: PeriodCode
}

type Place = Pick<Finding, 'topic' | 'district'>
type Compared = Omit<Finding, 'examples' | 'responsible'> & { readonly of: readonly AnalysedApplication[] }

/** What grew or stands out by a written rule: exact comparisons of counts, corrected for their number, with least counts. */
export function systemicOf({ applications, instructions, period, ...asked }: Asked): Systemic {
  const now = ofPeriod(applications, daysOfPeriod(period))
  const past = asked.past.filter(({ total }) => total >= LEAST_BASE)
  const year = past.find(({ code }) => code === periodAYearBefore(period)) ?? null
  const again = groundsOf(applications, daysOfPeriod(period))
  const compared = [...grownIn(now, past, year), ...repeatedIn(now, new Set(again.keys()))]
  const marks = standOut(
    compared.map(({ probability }) => probability),
    FALSE_SHARE,
  )
  const told = compared.filter((one, at) => marks[at] && isMuch(one)).sort((a, b) => a.probability - b.probability)
  return {
    findings: told.slice(0, MOST_TOLD).map(({ of, ...one }) => ({
      ...one,
      examples: examplesOf(of),
      responsible: responsibleFor(of, instructions, daysOfPeriod(period), one.topic),
    })),
    more: Math.max(0, told.length - MOST_TOLD),
    compared: compared.length,
    past: past.map(({ code }) => code),
    hasYearBefore: year !== null,
  }
}

function isMuch({ kind, now, expected }: Compared): boolean {
  return now >= (kind === 'grew' ? LEAST_TOLD : LEAST_TOLD / 2) && now >= expected * LEAST_RATIO
}

type Group = readonly AnalysedApplication[]

function grownIn(now: Group, past: readonly PastPeriod[], year: PastPeriod | null): Compared[] {
  const all = past.reduce((sum, { total }) => sum + total, 0)
  if (all === 0 || now.length === 0) return []
  const nows = byPlace(now)
  return [...new Set([...nows.keys(), ...past.flatMap(({ places }) => [...places.keys()])])].flatMap(key => {
    const of = nows.get(key) ?? []
    const earlier = past.reduce((sum, { places }) => sum + (places.get(key) ?? 0), 0)
    const place = placeOf(key)
    if (of.length + earlier < LEAST_TOGETHER || isNowhere(place)) return []
    const ofYear = year === null ? null : (year.places.get(key) ?? 0)
    const probability = Math.max(
      chanceOf(of.length, now.length, earlier, all),
      ofYear === null || year === null ? 0 : chanceOf(of.length, now.length, ofYear, year.total),
    )
    const expected = Math.max(
      (earlier * now.length) / all,
      ofYear === null || year === null ? 0 : (ofYear * now.length) / year.total,
    )
    return [comparison({ kind: 'grew', ...place, of, base: now.length, expected, yearBefore: ofYear, probability })]
  })
}

function repeatedIn(now: Group, again: ReadonlySet<string>): Compared[] {
  const total = now.filter(({ id }) => again.has(id)).length
  return [...byPlace(now)].flatMap(([key, all]) => {
    const place = placeOf(key)
    const of = all.filter(({ id }) => again.has(id))
    const rest = now.length - all.length
    const isCell = place.topic !== null && place.district !== null
    if (all.length < LEAST_TOGETHER || rest === 0 || isCell || isNowhere(place)) return []
    const expected = ((total - of.length) * all.length) / rest
    const probability = chanceOf(of.length, all.length, total - of.length, rest)
    return [comparison({ kind: 'repeated', ...place, of, base: all.length, expected, yearBefore: null, probability })]
  })
}

function comparison(one: Omit<Compared, 'now'>): Compared {
  return { ...one, now: one.of.length, expected: Math.round(one.expected * 10) / 10 }
}

/** The probability of at least `count` of `base` where `other` of `others` are, were both parts equally likely. */
function chanceOf(count: number, base: number, other: number, others: number): number {
  return atLeast(count, count + other, base / (base + others))
}

/** Applications by topic, by district, and by both. */
function byPlace(group: Group): Map<string, AnalysedApplication[]> {
  const places = new Map<string, AnalysedApplication[]>()
  for (const one of group) {
    for (const key of placesOf(one.topic, one.district)) {
      const list = places.get(key)
      if (list === undefined) places.set(key, [one])
      else list.push(one)
    }
  }
  return places
}

function placeOf(key: string): Place {
  const [topic = '', district = ''] = key.split(' ')
  return { topic: topic || null, district: district || null }
}

/** Applications of which neither a topic nor a district was said. */
function isNowhere({ topic, district }: Place): boolean {
  return topic === null && district === null
}

function ofPeriod(applications: Group, days: Days): AnalysedApplication[] {
  return applications.filter(({ registered }) => isWithin(registered, days))
}

function examplesOf(of: Group): Example[] {
  return of
    .flatMap(({ id, number, registered }) => (number === null ? [] : [{ id, number, registered }]))
    .sort((a, b) => (a.registered < b.registered ? 1 : a.registered > b.registered ? -1 : a.number < b.number ? -1 : 1))
    .slice(0, MOST_EXAMPLES)
    .map(({ id, number }) => ({ id, number }))
}

/** Who was given instructions on these applications, else on the topic, in the period. */
function responsibleFor(
  of: Group,
  instructions: readonly AnalysedInstruction[],
  days: Days,
  topic: string | null,
): Responsible[] {
  const ids = new Set(of.map(({ id }) => id))
  const given = instructions.filter(({ state }) => isWithin(state.given?.on ?? null, days))
  const own = given.filter(({ state }) => ids.has(state.instruction?.application ?? ''))
  return responsibleOf(own.length > 0 || topic === null ? own : given.filter(one => one.topic === topic)).slice(
    0,
    MOST_UNITS,
  )
}

/** Executors of instructions with how many each has, the most first: bodies, units, and officials without a unit. */
export function responsibleOf(instructions: readonly AnalysedInstruction[]): Responsible[] {
  const counts = new Map<string, Responsible>()
  for (const { state } of instructions) {
    const executor = state.assigned.at(-1)?.executor
    if (executor === undefined) continue
    const { body, unit } = executor
    const officialId = body === null && unit === '' ? executor.officialId : null
    if (body === null && unit === '' && officialId === null) continue
    const key = JSON.stringify([body, unit, officialId])
    counts.set(key, { body, unit, officialId, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
}
