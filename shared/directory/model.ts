import { z } from 'zod'
import { Code } from '../application/model.ts'
import { PlainDate } from '../time/plain-date.ts'

/**
 * An entry of a directory. The code is never shown and never changes; the texts may. An entry is not deleted: from
 * `validTo` on it is no longer offered, and what was recorded with it stays. `synonyms` are other spellings met in files.
 */
export const Entry = z.strictObject({
  code: Code,
  kk: z.string().trim().min(1).max(200),
  ru: z.string().trim().min(1).max(200),
  validFrom: PlainDate.nullable(),
  validTo: PlainDate.nullable(),
  synonyms: z.array(z.string().max(200)),
})
export type Entry = z.infer<typeof Entry>

/** The directories of the product, by the field of an application they serve. */
export const DIRECTORY_IDS = ['topic', 'channel', 'district', 'category', 'outcome', 'result', 'language'] as const
export type DirectoryId = (typeof DIRECTORY_IDS)[number]

/** All directories of an office. */
export type Directories = Readonly<Record<DirectoryId, readonly Entry[]>>

/** An entry without an end, from its code, its two texts and other spellings. For seeds. */
export function entry(code: string, kk: string, ru: string, synonyms: string[] = []): Entry {
  return Entry.parse({ code, kk, ru, validFrom: null, validTo: null, synonyms })
}

/** The entries offered on a date: `validFrom` and `validTo` are both inside. */
export function validOn(entries: readonly Entry[], date: PlainDate): Entry[] {
  return entries.filter(
    one => (one.validFrom === null || one.validFrom <= date) && (one.validTo === null || date <= one.validTo),
  )
}
