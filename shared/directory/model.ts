import { z } from 'zod'
import { Code } from '../application/model.ts'
import { Bilingual } from '../official/model.ts'
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
  synonyms: z.array(z.string().max(200)).max(60),
  /** The topic this entry belongs under (a topic of the second level, a phrase), or null. */
  parent: Code.nullable().default(null),
  /** What and where, in both languages: of a competent body its matters, address, phone; of a room or a video link its equipment, capacity. */
  detail: Bilingual.nullable().default(null),
})
export type Entry = z.infer<typeof Entry>

/** The directories of the product, by the field of an application they serve. */
export const DIRECTORY_IDS = [
  'topic',
  'channel',
  'district',
  'category',
  'unit',
  'body',
  'outcome',
  'result',
  'language',
  'document',
  'powers',
  'room',
  'video_link',
  'phrase_said',
  'phrase_decision',
  'phrase_action',
] as const
export type DirectoryId = (typeof DIRECTORY_IDS)[number]

/** The directories an office edits. The others hold what the program itself decides by. */
export const EDITED_DIRECTORIES = [
  'topic',
  'district',
  'unit',
  'body',
  'room',
  'video_link',
  'category',
  'channel',
  'phrase_said',
  'phrase_decision',
  'phrase_action',
] as const
export type EditedDirectory = (typeof EDITED_DIRECTORIES)[number]

/** An entry as the office has set it, with the directory it stands in. */
export const SetEntry = z.strictObject({ directory: z.enum(DIRECTORY_IDS), entry: Entry })
export type SetEntry = z.infer<typeof SetEntry>

/** All directories of an office. */
export type Directories = Readonly<Record<DirectoryId, readonly Entry[]>>

/** An entry without an end, from its code, its two texts and other spellings. For seeds. */
export function entry(code: string, kk: string, ru: string, synonyms: string[] = []): Entry {
  return Entry.parse({ code, kk, ru, validFrom: null, validTo: null, synonyms })
}

/** The directories as the office keeps them: the seeds, and over them what was set, in the order of the seeds. */
export function withSet(seeds: Directories, set: readonly SetEntry[]): Directories {
  const merged = { ...seeds }
  for (const { directory, entry: one } of set) {
    const entries = merged[directory]
    const known = entries.some(other => other.code === one.code)
    merged[directory] = known ? entries.map(other => (other.code === one.code ? one : other)) : [...entries, one]
  }
  return merged
}

/** How an entry stands on a date: offered, not offered yet, or not any more. */
export type EntryStanding = 'offered' | 'not_yet' | 'ended'

/** How an entry stands on a date. `validFrom` and `validTo` are both days on which it is offered. */
export function standingOn({ validFrom, validTo }: Entry, date: PlainDate): EntryStanding {
  if (validTo !== null && validTo < date) return 'ended'
  return validFrom !== null && date < validFrom ? 'not_yet' : 'offered'
}

/** The entries offered on a date. */
export function validOn(entries: readonly Entry[], date: PlainDate): Entry[] {
  return entries.filter(one => standingOn(one, date) === 'offered')
}
