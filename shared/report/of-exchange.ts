import { type DemandState, givenOn } from '../demand/transitions.ts'
import type { FeedbackState } from '../feedback/transitions.ts'
import { isSatisfied } from '../survey/figures.ts'
import type { AnswerState, SurveyState } from '../survey/transitions.ts'
import { type Contribution, happened } from './contribution.ts'

/** What a demand for materials adds: that it was made, and that the whole of it was given, in time or late (clause 31). */
export function contributionsOfDemand(state: DemandState): Contribution[] {
  const { made, dueOn } = state
  if (made === null || state.status === 'withdrawn') return []
  const given = givenOn(state)
  const term = given === null || dueOn === null ? null : given <= dueOn ? 'in_time' : 'late'
  return [...happened('demand_made', made.on), ...happened('demand_given', given, { term })]
}

/** An exchange with an applicant, by who began it (clause 37). */
export function contributionsOfFeedback({ status, feedback }: FeedbackState): Contribution[] {
  if (status !== 'noted' || feedback === null) return []
  return happened('exchange', feedback.on, { direction: feedback.direction })
}

/** The calls of a survey by how they ended (clause 36). */
export function contributionsOfSurvey({ attempts }: SurveyState): Contribution[] {
  return attempts.flatMap(({ on, outcome }) => happened('survey_call', on, { outcome }))
}

/** An answer of a survey, on the day it went into the journal: satisfied on the whole, not, or not said. */
export function contributionsOfAnswer({ answer, on }: AnswerState): Contribution[] {
  if (answer === null) return []
  return happened('survey_answer', on, { result: isSatisfied(answer.ratings.overall) })
}
