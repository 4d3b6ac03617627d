import { z } from 'zod'
import type { Office } from '../office/model.ts'
import { profileOn } from '../regulation/profile.ts'
import { AppError } from '../result/result.ts'
import { isApprovedByQuarter, monthsOfQuarter, quarterOfMonth } from '../schedule/approval.ts'
import { type PlainDate, PlainMonth, type Quarter, rangeOfMonth } from '../time/plain-date.ts'
import { SiteTarget } from './site-target.ts'

/** Months whose sheets go along as one: a quarter that is approved as a whole, or one month. */
export interface PublishedUnit {
  readonly quarter: Quarter | null
  readonly months: readonly PlainMonth[]
}

/**
 * What is published of the months that stand approved: this one and all after it; of a quarter that is approved as a whole
 * (KZ-2026 rule 19) all three, as long as it lasts. A quarter that is not whole is not held back: its months go alone.
 */
export function publishedUnits(approved: readonly PlainMonth[], office: Office, today: PlainDate): PublishedUnit[] {
  const known = new Set(approved)
  const current = PlainMonth.parse(today.slice(0, 7))
  const units = new Map<string, PublishedUnit>()
  for (const month of [...known].sort()) {
    const whole = wholeQuarter(month, office, known)
    if ((whole?.months.at(-1) ?? month) < current) continue
    const unit = whole ?? { quarter: null, months: [month] }
    units.set(unit.quarter ?? month, unit)
  }
  return [...units.values()]
}

function wholeQuarter(month: PlainMonth, office: Office, known: ReadonlySet<PlainMonth>): PublishedUnit | null {
  if (!isApprovedByQuarter(profileOn(office, rangeOfMonth(month).from))) return null
  const quarter = quarterOfMonth(month)
  const months = monthsOfQuarter(quarter)
  return months.every(one => known.has(one)) ? { quarter, months } : null
}

/** A month as it is published, told to the page. */
const ToldMonth = z.strictObject({ month: PlainMonth, number: z.int().positive(), mark: z.string() })

/** What was published, and read back equal to the last byte. `at`: instant, UTC, ISO. */
export const Published = z.strictObject({
  place: z.string(),
  edition: z.string(),
  digest: z.string(),
  at: z.iso.datetime(),
  months: z.array(ToldMonth),
})
export type Published = z.infer<typeof Published>

/**
 * How the publication stands. `off`: no place is set; `empty`: nothing approved to publish; `published`: what stands approved
 * stands there; `waiting`: it will be tried, at `nextAt`; `working`; `held`: stopped by hand until it is asked for again.
 */
export const PUBLICATION_PHASES = ['off', 'empty', 'published', 'waiting', 'working', 'held'] as const

/** The same as the page is told it. No password, nobody's name. */
export const PublicationState = z.strictObject({
  phase: z.enum(PUBLICATION_PHASES),
  target: SiteTarget.nullable(),
  /** Whether a password is kept for it. */
  hasPassword: z.boolean(),
  /** What stands approved now and is to stand on the site. */
  wanted: z.array(ToldMonth),
  published: Published.nullable(),
  /** When it was last read and found equal, or could not be: then `failed` says why. */
  checkedAt: z.iso.datetime().nullable(),
  /** Why the last try came to nothing, how many there were, when. */
  failed: z.strictObject({ error: AppError, at: z.iso.datetime(), tries: z.int().positive() }).nullable(),
  nextAt: z.iso.datetime().nullable(),
  /** Steps done of all of the one under way. */
  progress: z.strictObject({ done: z.int().nonnegative(), total: z.int().positive() }).nullable(),
})
export type PublicationState = z.infer<typeof PublicationState>
