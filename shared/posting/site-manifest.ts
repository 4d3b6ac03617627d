import { z } from 'zod'
import { PlainDate, PlainMonth } from '../time/plain-date.ts'

/** The list of what is published: it is written last, and whoever reads it knows whether all is there. */
export const MANIFEST_NAME = 'manifest.json'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** The order of an act among all: the stamp without the desk it was made at. */
export const PublicStamp = z.string().regex(/^\d{15}\.\d{6}$/)

/** A month with the number of its version, the mark its sheet carries and the stamp of the act that made it. */
export const PublishedMonth = z.object({
  month: PlainMonth,
  number: z.int().positive(),
  approvedOn: PlainDate,
  mark: z.string().max(20),
  stamp: PublicStamp,
})
export type PublishedMonth = z.infer<typeof PublishedMonth>

/** A file by its name, its length in bytes and its SHA-256. */
export const PublishedFile = z.object({
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/),
  bytes: z.int().nonnegative(),
  sha256: Digest,
})
export type PublishedFile = z.infer<typeof PublishedFile>

/**
 * What stands on the site. `edition` is the same wherever the same acts are known; `latest` the stamp of the last act any of
 * it was made of. What a later program adds is read over.
 */
export const SiteManifest = z.object({
  format: z.literal('qabyldau.site'),
  version: z.literal(1),
  edition: Digest,
  madeAt: z.iso.datetime(),
  latest: PublicStamp,
  months: z.array(PublishedMonth).min(1).max(24),
  files: z.array(PublishedFile).min(1).max(60),
})
export type SiteManifest = z.infer<typeof SiteManifest>

/** What of a manifest says how new it is. */
export interface SiteAge {
  readonly edition: string
  readonly latest: string
  readonly months: readonly PublishedMonth[]
}

/**
 * Whether something later stands there than we know: a later version of a month of ours, a month of `from` or after it we
 * know nothing of, or, where no month of ours is the later one, a later act of the office. An older never goes over a newer.
 */
export function isLaterThere(there: SiteAge, ours: SiteAge, from: PlainMonth): boolean {
  if (there.edition === ours.edition) return false
  const own = new Map(ours.months.map(one => [one.month, one.stamp]))
  const theirs = new Map(there.months.map(one => [one.month, one.stamp]))
  if (there.months.some(({ month, stamp }) => isAfter(stamp, own.get(month)) && month >= from)) return true
  const bringsMore = ours.months.some(({ month, stamp }) => isAfter(stamp, theirs.get(month)))
  return !bringsMore && there.latest > ours.latest
}

/** Whether a stamp is after another; anything is after what is not known. */
function isAfter(stamp: string, other: string | undefined): boolean {
  return other === undefined || stamp > other
}

/** The manifest in bytes that are no manifest of ours: null. */
export function readManifest(text: string): SiteManifest | null {
  try {
    const read = SiteManifest.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
