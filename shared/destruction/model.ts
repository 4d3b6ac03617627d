import { z } from 'zod'
import { RequestId } from '../application/registration.ts'
import { SubjectId } from '../change/action.ts'
import { DeskLetter } from '../office/model.ts'
import { DIMENSIONS } from '../report/counts.ts'
import { HoldGround, RetentionTerms } from '../retention/model.ts'
import { PlainDate } from '../time/plain-date.ts'

/** So many people are destroyed by one act at most; others are due for the next. */
export const MOST_DESTROYED = 2000

/** Number of an act of destruction: a series a year of each desk. */
export const DestructionNumber = z.strictObject({
  letter: DeskLetter,
  suffix: z.int().min(10).max(99).nullable(),
  year: z.int().min(2000).max(9999),
  serial: z.int().min(1).max(999_999),
})
export type DestructionNumber = z.infer<typeof DestructionNumber>

/** One of the three who sign the act. */
export const CommissionMember = z.strictObject({
  name: z.string().trim().min(2).max(120),
  post: z.string().trim().min(2).max(200),
})
export type CommissionMember = z.infer<typeof CommissionMember>

/** The chair first. */
export const Commission = z.array(CommissionMember).length(3)
export type Commission = z.infer<typeof Commission>

/** An application as the act names it: our number (null of a row from Excel) and the day it came. */
export const NamedApplication = z.strictObject({ number: z.string().max(40).nullable(), on: PlainDate.nullable() })
export type NamedApplication = z.infer<typeof NamedApplication>

/** What was destroyed, by what it was. */
export const DESTROYED_KINDS = [
  'applications',
  'visits',
  'letters',
  'protocols',
  'instructions',
  'demands',
  'exchanges',
  'contacts',
  'requests',
  'files',
] as const
export type DestroyedKind = (typeof DESTROYED_KINDS)[number]

export const DestroyedCounts = z.strictObject(
  Object.fromEntries(DESTROYED_KINDS.map(kind => [kind, z.int().nonnegative()])) as Record<DestroyedKind, z.ZodInt>,
)
export type DestroyedCounts = z.infer<typeof DestroyedCounts>

/**
 * What of the figures hung on what is destroyed, by day: it is counted on by the act, so that the figures of the past stay as they
 * were. Sums of codes; of whom they are nothing says. `day`: `yyyymmdd`.
 */
export const KeptSums = z.strictObject({
  figures: z.array(z.strictObject({ day: z.int(), by: z.record(z.string().max(300), z.int()) })),
  counts: z.array(
    z.strictObject({
      day: z.int(),
      dimension: z.enum(DIMENSIONS),
      code: z.string().max(80),
      count: z.int().positive(),
    }),
  ),
})
export type KeptSums = z.infer<typeof KeptSums>

/** What the commission confirmed: by which terms, of how many people, which applications. No name but of those who sign. */
export const Confirmed = z.strictObject({
  request: RequestId,
  number: DestructionNumber,
  terms: RetentionTerms,
  commission: Commission,
  people: z
    .array(
      z.strictObject({
        subject: SubjectId,
        applications: z.array(NamedApplication),
        /** The one of this act who is the same person: desks that were apart began them twice. Absent: a person of their own. */
        same: SubjectId.optional(),
      }),
    )
    .min(1)
    .max(2 * MOST_DESTROYED),
  counts: DestroyedCounts,
  /** Who was past the term and is kept by a person's word. */
  excluded: z.array(z.strictObject({ ground: HoldGround, applications: z.array(NamedApplication) })).max(10_000),
  kept: KeptSums,
})
export type Confirmed = z.infer<typeof Confirmed>

/** How many people an act is about: whom desks that were apart began twice is one. */
export function peopleOf({ people }: Pick<Confirmed, 'people'>): number {
  return people.filter(({ same }) => same === undefined).length
}
