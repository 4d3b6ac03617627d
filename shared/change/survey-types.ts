import { z } from 'zod'
import { RequestId } from '../application/registration.ts'
import { Answer, Attempt, Survey } from '../survey/model.ts'

/** The survey of applicants (clause 36; KZ-2026 rule 38). Part of `ACTION_TYPES`. */
export const SURVEY_TYPES = {
  /** Drawn by a seed that main made in the same turn. */
  'survey.opened': {
    noun: 'survey',
    version: 1,
    body: z.strictObject({ request: RequestId, survey: Survey }),
    personal: null,
  },
  'survey.attempted': {
    noun: 'survey',
    version: 1,
    body: z.strictObject({ request: RequestId, attempt: Attempt }),
    personal: null,
  },
  /** Appended together with the answers that were waiting. */
  'survey.closed': { noun: 'survey', version: 1, body: z.strictObject({}), personal: null },
  /** Appended with at least four others in an order of chance, by nobody of the desk (ADR 18). */
  'answer.given': { noun: 'answer', version: 1, body: z.strictObject({ answer: Answer }), personal: null },
} as const
