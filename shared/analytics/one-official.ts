import type { ReceptionResult } from '../application/model.ts'
import { isControlled } from '../instruction/transitions.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { AnalysedFacts } from './facts.ts'
import { type Days, isWithin } from './period.ts'
import { groundsOf } from './repeats.ts'
import { isLate, officialLoads } from './workload.ts'

/** Topics that are named. */
const MOST_TOPICS = 5

/** One page for an official: what was received, given and late in some days, and what stands before them. */
export interface OfficialPage {
  readonly officialId: string
  readonly days: number
  readonly received: number
  readonly persons: number
  readonly minutes: number
  readonly timed: number
  readonly results: readonly { readonly result: ReceptionResult; readonly count: number }[]
  /** Of those received, on the same matter again. */
  readonly repeats: number
  readonly given: number
  readonly done: number
  readonly onControl: number
  readonly late: number
  /** The most frequent topics of those received, with those of the next reception; null: no topic was said. */
  readonly topics: readonly { readonly topic: string | null; readonly received: number; readonly next: number }[]
  /** The nearest day, today included, on which somebody has a time with the official; null: none. */
  readonly next: { readonly on: PlainDate; readonly applicants: number; readonly again: number } | null
}

/** What is still to come: those who have a time with the official from today on. */
export interface Coming {
  readonly id: string
  readonly on: PlainDate
}

/** The page of an official for some days. */
export function officialPage(
  { kept, applications, instructions, today }: AnalysedFacts,
  officialId: string,
  period: Days,
  coming: readonly Coming[],
): OfficialPage {
  const own = applications.filter(one => one.officialId === officialId)
  const received = own.filter(one => one.outcome === 'received' && isWithin(one.received, period))
  const load = officialLoads(kept, period).find(one => one.officialId === officialId)
  const given = instructions.filter(
    one =>
      one.givenBy === officialId && one.state.status !== 'replaced' && isWithin(one.state.given?.on ?? null, period),
  )
  const on = coming.map(one => one.on).sort()[0] ?? null
  const ids = new Set(coming.filter(one => one.on === on).map(({ id }) => id))
  const next = applications.filter(({ id }) => ids.has(id))
  const everBefore = groundsOf(applications, {
    from: applications.reduce((least, { registered }) => (registered < least ? registered : least), today),
    to: today,
  })
  const { days = 0, persons = 0, minutes = 0, timed = 0 } = load ?? {}
  return {
    officialId,
    ...{ days, received: received.length, persons, minutes, timed },
    results: resultsOf(received.map(({ result }) => result)),
    repeats: received.filter(({ id }) => everBefore.has(id)).length,
    given: given.length,
    done: given.filter(({ state }) => state.executed !== null).length,
    onControl: given.filter(({ state }) => isControlled(state)).length,
    late: given.filter(one => isLate(one, today)).length,
    topics: topicsOf(
      received.map(({ topic }) => topic),
      next.map(({ topic }) => topic),
    ),
    next: on === null ? null : { on, applicants: ids.size, again: next.filter(({ id }) => everBefore.has(id)).length },
  }
}

function resultsOf(results: readonly (ReceptionResult | null)[]): OfficialPage['results'] {
  const counts = new Map<ReceptionResult, number>()
  for (const result of results) if (result !== null) counts.set(result, (counts.get(result) ?? 0) + 1)
  return [...counts].map(([result, count]) => ({ result, count })).sort((a, b) => b.count - a.count)
}

function topicsOf(received: readonly (string | null)[], next: readonly (string | null)[]): OfficialPage['topics'] {
  const countIn = (topic: string | null, all: readonly (string | null)[]) => all.filter(one => one === topic).length
  return [...new Set([...received, ...next])]
    .map(topic => ({ topic, received: countIn(topic, received), next: countIn(topic, next) }))
    .sort((a, b) => b.received + b.next - (a.received + a.next) || ((a.topic ?? '') < (b.topic ?? '') ? -1 : 1))
    .slice(0, MOST_TOPICS)
}
