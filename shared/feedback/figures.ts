import type { PlainDate } from '../time/plain-date.ts'
import type { FeedbackState } from './transitions.ts'

/**
 * What the log of exchanges comes to in a period (clause 37(3)); an exchange counts on its own day, one taken back nowhere.
 * `fromApplicant`: the applicant turned to us; `toApplicant`: we turned to the applicant; `notReached`: of the latter, those in
 * which nobody was reached; `applications`: applications of which there was an exchange; `followUps`: days to go on with that
 * lie in the period; `followedInTime`: of those, gone on with by that day; `late`: of those, later or not yet while it is past.
 */
export interface FeedbackFigures {
  readonly fromApplicant: number
  readonly toApplicant: number
  readonly notReached: number
  readonly applications: number
  readonly followUps: number
  readonly followedInTime: number
  readonly late: number
}

/** The figures of exchanges from one day to another, both included, as it stands on a day. */
export function feedbackFigures(
  states: readonly FeedbackState[],
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
  today: PlainDate,
): FeedbackFigures {
  const isIn = (day: PlainDate) => from <= day && day <= to
  const noted = states.flatMap(({ status, feedback, followedUp }) =>
    status === 'noted' && feedback !== null ? [{ ...feedback, followedUp }] : [],
  )
  const held = noted.filter(({ on }) => isIn(on))
  const due = noted.flatMap(({ followUp, followedUp }) =>
    followUp !== null && isIn(followUp) ? [{ by: followUp, on: followedUp?.on ?? null }] : [],
  )
  const sent = held.filter(({ direction }) => direction === 'to_applicant')
  return {
    fromApplicant: held.length - sent.length,
    toApplicant: sent.length,
    notReached: sent.filter(({ reached }) => !reached).length,
    applications: new Set(held.map(({ application }) => application)).size,
    followUps: due.length,
    followedInTime: due.filter(({ by, on }) => on !== null && on <= by).length,
    late: due.filter(({ by, on }) => (on ?? today) > by).length,
  }
}
