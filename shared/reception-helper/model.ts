import { z } from 'zod'
import { Language } from '../application/model.ts'
import { Bilingual, OfficialName } from '../official/model.ts'
import { PlainDate } from '../time/plain-date.ts'

/** Who helps visitors on a reception day (clause 16, KZ-2026 rule 28). Volunteers on reception days only. */
export const HelperKind = z.enum(['lawyer', 'psychologist', 'social_worker', 'volunteer', 'interpreter'])
export type HelperKind = z.infer<typeof HelperKind>

/** Days of a helper: the dates named, or weekdays (1 Monday to 7 Sunday) within `since` and `until`. */
export const HelperDays = z.strictObject({
  dates: z.array(PlainDate).max(366),
  weekdays: z.array(z.int().min(1).max(7)).max(7),
})
export type HelperDays = z.infer<typeof HelperDays>

/** A helper of the reception room. */
export const Helper = z.strictObject({
  kind: HelperKind,
  name: OfficialName,
  organisation: Bilingual,
  phone: z.string().max(40),
  languages: z.array(Language).max(2),
  days: HelperDays,
  since: PlainDate.nullable(),
  until: PlainDate.nullable(),
})
export type Helper = z.infer<typeof Helper>
