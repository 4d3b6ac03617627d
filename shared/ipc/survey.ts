import { z } from 'zod'
import { Language } from '../application/model.ts'
import { RequestId } from '../application/registration.ts'
import { Action, EntityId } from '../change/action.ts'
import {
  Attempt,
  FrameCounts,
  MOST_REACHABLE,
  OUTCOMES,
  Ratings,
  STRATA_BY,
  Stratum,
  SURVEY_KINDS,
} from '../survey/model.ts'
import { PlainDate } from '../time/plain-date.ts'

/** The calls of the survey: the draw and the seed are main's, and so are answers until they may be in the journal. */
export const SURVEY_CHANNELS = {
  /**
   * Draws the sample of a frame by a new seed and opens the survey. The same request twice is one survey. Throws
   * `survey.period`, `survey.overlaps`, `survey.frame`.
   */
  'survey.open': {
    args: z.strictObject({
      request: RequestId,
      kind: z.enum(SURVEY_KINDS),
      from: PlainDate,
      to: PlainDate,
      by: z.enum(STRATA_BY),
      frame: FrameCounts,
      members: z.array(z.strictObject({ entity: EntityId, stratum: Stratum.shape.code })).max(MOST_REACHABLE),
      size: z.int().min(1).max(MOST_REACHABLE),
    }),
    result: z.strictObject({ action: Action }),
  },
  /** Notes a call that brought no answers. The same request twice is one call. Throws `survey.closed`, `survey.again`. */
  'survey.attempt': {
    args: z.strictObject({
      survey: EntityId,
      request: RequestId,
      attempt: Attempt.extend({ outcome: z.enum(OUTCOMES).exclude(['answered']), mode: z.literal('phone') }),
    }),
    result: z.strictObject({ action: Action }),
  },
  /**
   * Keeps what a member answered and notes the call, once. The answers are on the disk before this resolves, and in the
   * journal with others, later. Throws `survey.closed`, `survey.answered_before`.
   */
  'survey.answer': {
    args: z.strictObject({
      survey: EntityId,
      request: RequestId,
      member: z.int().nonnegative(),
      mode: Attempt.shape.mode,
      language: Language,
      ratings: Ratings,
      comment: z.string().trim().max(1000),
    }),
    result: z.strictObject({ action: Action }),
  },
  /** Ends a survey: all answers that wait go into the journal. Throws `survey.closed`. */
  'survey.close': { args: z.strictObject({ survey: EntityId }), result: z.strictObject({ action: Action }) },
} as const
