import { z } from 'zod'
import { Code, Language } from '../application/model.ts'
import { EntityId } from '../change/action.ts'
import { PlainDate, PlainTime } from '../time/plain-date.ts'

/** Who is asked: those of clause 36 (given a consultation, or declined to be booked), or all applicants of a period. */
export const SURVEY_KINDS = ['contacts', 'applicants'] as const
export type SurveyKind = (typeof SURVEY_KINDS)[number]

/** By what a sample is spread: `all` one stratum. Words: `survey.by.<by>`. */
export const STRATA_BY = ['kind', 'language', 'district', 'channel', 'all'] as const
export type StrataBy = (typeof STRATA_BY)[number]

/** Why somebody of the frame cannot be called. Words: `survey.fallen.<why>`. */
export const FALLEN = ['no_consent', 'no_phone', 'same_phone', 'erased'] as const
export type Fallen = (typeof FALLEN)[number]

/** People of a frame that can be called, at most: a longer period is asked in parts. */
export const MOST_REACHABLE = 10_000

/** Calls without an answer after which another one of the stratum is called instead. */
export const ATTEMPTS = 3

/** Answers under which no figure is told: it would tell of a person. */
export const LEAST_TOLD = 5

/** What the respondent rates (clause 36; KZ-2026 rule 38): the words are `survey.rating.<rating>`, the question `survey.ask.*`. */
export const RATINGS = ['quality', 'completeness', 'correctness', 'convenience', 'overall'] as const
export type Rating = (typeof RATINGS)[number]

/** 1 (worst) to 5 (best); not concerned by the question; null: would not say. */
export const Rated = z.union([z.int().min(1).max(5), z.literal('not_concerned'), z.null()])
export type Rated = z.infer<typeof Rated>

/** Each rating of a sheet. */
export const Ratings = z.strictObject({
  quality: Rated,
  completeness: Rated,
  correctness: Rated,
  convenience: Rated,
  overall: Rated,
})
export type Ratings = z.infer<typeof Ratings>

/** The mark of a member in the frame: 16 hexadecimal digits. Source: docs/survey.md. */
export const Mark = z.string().regex(/^[0-9a-f]{16}$/)
export type Mark = z.infer<typeof Mark>

/** 128 random bits, said by main alone. */
export const Seed = z.string().regex(/^[0-9a-f]{32}$/)
export type Seed = z.infer<typeof Seed>

/** The version of the draw (docs/survey.md). */
export const DRAW_VERSION = 1

/** How many of a frame there are, who falls out, and who is left. */
export const FrameCounts = z.strictObject({
  all: z.int().nonnegative(),
  reachable: z.int().nonnegative(),
  fallen: z.strictObject({
    no_consent: z.int().nonnegative(),
    no_phone: z.int().nonnegative(),
    same_phone: z.int().nonnegative(),
    erased: z.int().nonnegative(),
  }),
})
export type FrameCounts = z.infer<typeof FrameCounts>

/** A stratum: its code (a directory's, a language, a kind; empty: not known), the marks of its frame, and how many are asked. */
export const Stratum = z.strictObject({
  code: Code.or(z.literal('')),
  quota: z.int().nonnegative(),
  marks: z.array(Mark).max(MOST_REACHABLE),
})
export type Stratum = z.infer<typeof Stratum>

/** One who was drawn: `stratum` is a place in `strata`. */
export const Drawn = z.strictObject({ entity: EntityId, stratum: z.int().nonnegative() })
export type Drawn = z.infer<typeof Drawn>

/** A survey as it was opened. It says all that an auditor needs to draw again. */
export const Survey = z.strictObject({
  kind: z.enum(SURVEY_KINDS),
  from: PlainDate,
  to: PlainDate,
  by: z.enum(STRATA_BY),
  frame: FrameCounts,
  size: z.int().min(1).max(MOST_REACHABLE),
  seed: Seed,
  draw: z.literal(DRAW_VERSION),
  strata: z.array(Stratum).min(1).max(400),
  /** The sample and those who may replace, in the order of the draw. */
  drawn: z.array(Drawn).max(MOST_REACHABLE),
})
export type Survey = z.infer<typeof Survey>

/** What became of a call. `gone`: may no longer be called. Words: `survey.outcome.<outcome>`. */
export const OUTCOMES = ['answered', 'no_answer', 'busy', 'call_back', 'declined', 'wrong_number', 'gone'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A call to a member (its place in `drawn`), or a sheet filled on paper. */
export const Attempt = z.strictObject({
  member: z.int().nonnegative(),
  outcome: z.enum(OUTCOMES),
  /** When to call again, where it was said. */
  again: z.strictObject({ on: PlainDate, at: PlainTime }).nullable(),
  mode: z.enum(['phone', 'paper']),
})
export type Attempt = z.infer<typeof Attempt>

/** What somebody answered. Nothing here says who, or who asked (ADR 18). */
export const Answer = z.strictObject({
  survey: EntityId,
  /** Null where so few were like it that it would tell. */
  stratum: Code.or(z.literal('')).nullable(),
  language: Language.nullable(),
  ratings: Ratings,
  comment: z.string().trim().max(1000),
})
export type Answer = z.infer<typeof Answer>
