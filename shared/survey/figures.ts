import type { EntityId } from '../change/action.ts'
import { PlainDate, PlainTime, type Quarter, rangeOfQuarter } from '../time/plain-date.ts'
import { callList } from './call-list.ts'
import { type Interval, wilson } from './interval.ts'
import { type Answer, LEAST_TOLD, OUTCOMES, type Outcome, RATINGS, type Rated, type Rating } from './model.ts'
import type { SurveyState } from './transitions.ts'

/** The lowest rating of who is satisfied. */
const SATISFIED = 4

/** Whether a rating on the whole is of somebody satisfied: null where it was not said. */
export function isSatisfied(overall: Rated): 'satisfied' | 'not_satisfied' | null {
  if (typeof overall !== 'number') return null
  return overall >= SATISFIED ? 'satisfied' : 'not_satisfied'
}

/** Fewer answers than this are told as few: an interval of some 18 points to each side. */
export const FEW = 30

/** A share of those who rated, 0 to 1, with its 95 % interval; and the mean. */
export interface Share extends Interval {
  readonly count: number
  readonly of: number
  readonly share: number
  readonly mean: number
}

/** A question: null where fewer than five rated. */
export interface RatedFigures {
  readonly rating: Rating
  readonly told: Share | null
  readonly notConcerned: number
}

/** A stratum: `told` null where it would tell of fewer than five, or let them be reckoned. Code null: told apart by nothing. */
export interface StratumFigures {
  readonly code: string | null
  readonly answers: number
  readonly told: Share | null
}

/** What a survey came to. */
export interface SurveyFigures {
  /** Answers in the journal. */
  readonly answers: number
  /** Those who answered, and all who were drawn and are or were to be called, without those who may no longer be. */
  readonly answered: number
  readonly eligible: number
  /** `answered / eligible`, 0 to 1; null: nobody is to be called. */
  readonly responseRate: number | null
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Who is satisfied on the whole; null: fewer than five said. */
  readonly satisfied: Share | null
  readonly ratings: readonly RatedFigures[]
  readonly strata: readonly StratumFigures[]
  readonly isFew: boolean
}

/** Before every call: what hangs on the time of day does not show. */
const NEVER = { on: PlainDate.parse('1900-01-01'), at: PlainTime.parse('00:00') }

/** The figures of a survey of its anonymous answers and of its calls. Definitions: docs/survey.md. */
export function surveyFigures(state: SurveyState, answers: readonly Answer[]): SurveyFigures {
  // What does not hang on the time: who was taken into the work and how it ended.
  const members = callList(state, NEVER)
  const eligible = members.filter(({ status }) => status !== 'gone').length
  const answered = members.filter(({ status }) => status === 'answered').length
  const satisfied = shareOf(answers.map(({ ratings }) => ratings.overall))
  return {
    answers: answers.length,
    answered,
    eligible,
    responseRate: eligible === 0 ? null : answered / eligible,
    outcomes: outcomesOf(state),
    satisfied,
    ratings: RATINGS.map(rating => {
      const rated = answers.map(({ ratings }) => ratings[rating])
      const notConcerned = rated.filter(one => one === 'not_concerned').length
      return { rating, told: shareOf(rated), notConcerned: answers.length < LEAST_TOLD ? 0 : notConcerned }
    }),
    strata: strataOf(answers),
    isFew: answers.length < FEW,
  }
}

/** The surveys by phone (clause 36) that were closed in a quarter, in the order of their ends. */
export function surveysOfQuarter<T extends SurveyState>(states: readonly T[], quarter: Quarter): T[] {
  const { from, to } = rangeOfQuarter(quarter)
  const isOf = ({ survey, closedOn }: T) =>
    survey?.kind === 'contacts' && closedOn !== null && closedOn >= from && closedOn <= to
  return states.filter(isOf).sort((a, b) => ((a.closedOn as string) < (b.closedOn as string) ? -1 : 1))
}

/** The survey of the same kind closed last before another, to compare with; null: there is none. */
export function surveyBefore<T extends SurveyState & { readonly id: EntityId }>(states: readonly T[], of: T): T | null {
  const earlier = states.filter(
    one => one.id !== of.id && one.status === 'closed' && one.survey?.kind === of.survey?.kind && ends(one) < ends(of),
  )
  return earlier.sort((a, b) => (ends(a) < ends(b) ? 1 : -1))[0] ?? null
}

function ends({ survey }: SurveyState): PlainDate | '' {
  return survey?.to ?? ''
}

function outcomesOf({ attempts }: SurveyState): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map(one => [one, 0])) as Record<Outcome, number>
  for (const { outcome } of attempts) counts[outcome] += 1
  return counts
}

function shareOf(rated: readonly Rated[]): Share | null {
  const numbers = rated.filter(one => typeof one === 'number')
  if (numbers.length < LEAST_TOLD) return null
  const count = numbers.filter(one => one >= SATISFIED).length
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length
  return { count, of: numbers.length, share: count / numbers.length, mean, ...wilson(count, numbers.length) }
}

/** A single stratum that is not told could be reckoned from the sum: then the smallest that is told is held back too. */
function strataOf(answers: readonly Answer[]): StratumFigures[] {
  const codes = [...new Set(answers.map(({ stratum }) => stratum))].sort((a, b) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
  if (codes.length < 2) return []
  const strata = codes.map((code): StratumFigures => {
    const own = answers.filter(({ stratum }) => stratum === code)
    return { code, answers: own.length, told: shareOf(own.map(({ ratings }) => ratings.overall)) }
  })
  if (strata.filter(({ told }) => told === null).length !== 1) return strata
  const told = strata.filter(one => one.told !== null).sort((a, b) => a.answers - b.answers)
  return strata.map(one => (one === told[0] ? { ...one, told: null } : one))
}
