import { z } from 'zod'
import { PlainDate } from '../time/plain-date.ts'

/**
 * Kinds of records that have a retention term of their own. `application`: the application with its visits and demands;
 * `protocol`: with its instructions; `exchange`: what an applicant asked or was told; `contact`: a call or a consultation
 * without an application; `request`: what a person asked of their own data.
 */
export const RETAINED_KINDS = ['application', 'letter', 'protocol', 'exchange', 'contact', 'request'] as const
export const RetainedKind = z.enum(RETAINED_KINDS)
export type RetainedKind = z.infer<typeof RetainedKind>

/** Where a term stands, as the person typed it: the item of the nomenclature of cases or the document. */
export const Citation = z.string().trim().min(3).max(300)

/** The longest term in years that is not "permanent". */
export const MOST_YEARS = 75

/**
 * The office's own retention terms: years of each kind, each with where they stand, or the last day of what is over. Nothing is
 * proposed where the office has set none.
 */
export const RetentionTerms = z.discriminatedUnion('how', [
  z.strictObject({
    how: z.literal('years'),
    terms: z
      .array(z.strictObject({ kind: RetainedKind, years: z.int().min(1).max(MOST_YEARS), citation: Citation }))
      .min(1)
      .refine(terms => new Set(terms.map(({ kind }) => kind)).size === terms.length),
  }),
  z.strictObject({ how: z.literal('day'), until: PlainDate, citation: Citation }),
])
export type RetentionTerms = z.infer<typeof RetentionTerms>

/** Why a person's data are kept past their term, said by a person: a case in court, the archive, an inspection, the person's own wish. */
export const HoldGround = z.enum(['court', 'archive', 'inspection', 'asked'])
export type HoldGround = z.infer<typeof HoldGround>
