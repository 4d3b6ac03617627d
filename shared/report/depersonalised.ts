/** What is released of a record for statistics (Law 94-V, art. 17): codes and lengths of time, nothing a person is told by. */
export interface StatisticFact {
  /** `yyyy-mm`; generalised to `yyyy-Qn`, then to `yyyy`. */
  readonly month: string
  /** Codes of directories; null: not stated. `ANY` once generalised. */
  readonly district: string | null
  readonly topic: string | null
  readonly category: string | null
  readonly channel: string | null
  readonly language: string | null
  readonly outcome: string
  readonly result: string | null
  /** Calendar days from the registration to the reception; null: none was held. */
  readonly daysToReception: number | null
}

/** Stands in place of a value that was generalised. */
export const ANY = '*'

/** A record is told only among at least so many that look the same by all an outsider may know of it. */
export const LEAST_ALIKE = 5

/** What may be known of a person from elsewhere: when, from where, about what, who, how and in what language they asked. */
type Known = Pick<StatisticFact, 'month' | 'district' | 'topic' | 'category' | 'channel' | 'language'>

const NO_WAY = { channel: ANY, language: ANY }
const NO_ONE = { ...NO_WAY, category: ANY }
const NO_MATTER = { ...NO_ONE, topic: ANY }

/** Ever less of it: each step hides more of the records that are still too few. */
const STEPS: readonly ((fact: Known) => Partial<Known>)[] = [
  () => ({}),
  () => NO_WAY,
  () => NO_ONE,
  () => NO_MATTER,
  ({ month }) => ({ ...NO_MATTER, month: quarterOf(month) }),
  ({ month }) => ({ ...NO_MATTER, district: ANY, month: quarterOf(month) }),
  ({ month }) => ({ ...NO_MATTER, district: ANY, month: month.slice(0, 4) }),
]

/** What may leave the office, and what was done to it. */
export interface Depersonalised {
  readonly facts: readonly StatisticFact[]
  /** Of how many records something was generalised. */
  readonly generalised: number
  /** How many were left out: they were too few even then. */
  readonly suppressed: number
}

/**
 * Records no one can be told by: each shares month, district, topic, category, channel and language with at least `least - 1` others
 * (k-anonymity by local generalisation, Sweeney 2002); too few are generalised step by step, and left out where nothing
 * helps. They stand in the order of their values, so that the order of the source is not told either.
 */
export function depersonalise(facts: readonly StatisticFact[], least = LEAST_ALIKE): Depersonalised {
  let rest = facts
  let kept = 0
  const released: StatisticFact[] = []
  for (const [step, hide] of STEPS.entries()) {
    const groups = Map.groupBy(
      rest.map(fact => [fact, { ...fact, ...hide(fact) }] as const),
      ([, hidden]) => keyOf(hidden),
    )
    const left: StatisticFact[] = []
    for (const group of groups.values()) {
      if (group.length >= least) released.push(...group.map(([, hidden]) => hidden))
      else left.push(...group.map(([fact]) => fact))
    }
    if (step === 0) kept = released.length
    rest = left
  }
  const inOrder = released.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0))
  return { facts: inOrder, generalised: released.length - kept, suppressed: rest.length }
}

/** By what records look the same. */
function keyOf({ month, district, topic, category, channel, language }: Known): string {
  return JSON.stringify([month, district, topic, category, channel, language])
}

function orderOf(fact: StatisticFact): string {
  return keyOf(fact) + JSON.stringify(fact)
}

function quarterOf(month: string): string {
  return `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`
}
