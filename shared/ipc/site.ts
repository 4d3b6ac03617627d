import { z } from 'zod'
import { PublicationState } from '../posting/publication.ts'
import { SiteTarget } from '../posting/site-target.ts'
import { PlainMonth } from '../time/plain-date.ts'

const Nothing = z.strictObject({})

/** A place with its password; null: the one that is kept for this very address and login. */
const Asked = z.strictObject({ target: SiteTarget, password: z.string().max(500).nullable() })

/** What stands at a place: its months with the numbers of their versions, and when it was made (UTC). */
export const StandsThere = z.strictObject({
  madeAt: z.iso.datetime(),
  months: z.array(z.strictObject({ month: PlainMonth, number: z.int().positive(), mark: z.string() })),
})
export type StandsThere = z.infer<typeof StandsThere>

/** The posted schedule on the site, published by itself (clause 7). Part of `CHANNELS`. */
export const SITE_CHANNELS = {
  'site.state': { args: Nothing, result: PublicationState },
  /** Asks for a folder or share of the site; null: the person closed the dialog. Throws `site.own_folder`. */
  'site.folder': { args: Nothing, result: z.strictObject({ folder: z.string().nullable() }) },
  /** Sets where it goes, or (null) that it goes nowhere. Throws `site.bad_*`, `site.not_https`, `site.own_folder`. */
  'site.configure': { args: z.strictObject({ asked: Asked.nullable() }), result: PublicationState },
  /** Puts a small file there, reads it and takes it away; tells what of ours stands there. Throws `site.*`, `file.*`. */
  'site.try': { args: Asked, result: z.strictObject({ there: StandsThere.nullable() }) },
  /** Publishes now, or reads anew what stands there. Throws `site.not_set`. */
  'site.publish': { args: Nothing, result: Nothing },
  /** Stops what is under way, until `site.publish`. */
  'site.stop': { args: Nothing, result: Nothing },
} as const
