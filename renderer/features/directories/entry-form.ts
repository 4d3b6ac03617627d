import { z } from 'zod'
import { newCode } from '#shared/directory/code.ts'
import { type EditedDirectory, Entry } from '#shared/directory/model.ts'
import { isPlaceDirectory, PLACE_LENGTH } from '#shared/directory/places.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

const NEEDED: LocaleKey = 'form.needed'
const LONG: LocaleKey = 'directories.fault.long'
const SYNONYMS: LocaleKey = 'directories.fault.synonyms'
const DAYS: LocaleKey = 'directories.fault.days_order'

const name = z.string().trim().min(1, NEEDED).max(200, LONG)
const detail = z.string().trim().max(400, LONG)

/** An entry of a directory as it is typed: a place stands on sheets, so its name is short. */
export function entryFieldsOf(directory: EditedDirectory): typeof EntryFields {
  if (!isPlaceDirectory(directory)) return EntryFields
  const short = name.max(PLACE_LENGTH[directory], LONG)
  return EntryFields.safeExtend({ kk: short, ru: short })
}

/** An entry as it is typed: other spellings a line each, days as the boxes of dates give them. */
export const EntryFields = z
  .object({
    kk: name,
    ru: name,
    parent: z.string(),
    synonyms: z.string().refine(typed => {
      const lines = linesOf(typed)
      return lines.length <= 60 && lines.every(line => line.length <= 200)
    }, SYNONYMS),
    detailKk: detail,
    detailRu: detail,
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
  })
  .refine(({ validFrom, validTo }) => !validFrom || !validTo || validFrom <= validTo, {
    path: ['validTo'],
    message: DAYS,
  })
export type EntryFields = z.infer<typeof EntryFields>

/** What the form shows of an entry; of none, an empty form. */
export function fieldsOf(entry: Entry | null): EntryFields {
  return {
    kk: entry?.kk ?? '',
    ru: entry?.ru ?? '',
    parent: entry?.parent ?? '',
    synonyms: entry?.synonyms.join('\n') ?? '',
    detailKk: entry?.detail?.kk ?? '',
    detailRu: entry?.detail?.ru ?? '',
    validFrom: entry?.validFrom ?? null,
    validTo: entry?.validTo ?? null,
  }
}

/** The entry of a form under its code; a new one gets a code that none of `taken` is. Throws where it is no entry. */
export function entryOf(form: EntryFields, code: string | null, taken: readonly string[]): Entry {
  return Entry.parse({
    code: code ?? newCode(form.ru, taken),
    kk: form.kk,
    ru: form.ru,
    parent: form.parent || null,
    synonyms: linesOf(form.synonyms),
    detail: form.detailKk || form.detailRu ? { kk: form.detailKk, ru: form.detailRu } : null,
    validFrom: form.validFrom || null,
    validTo: form.validTo || null,
  })
}

/** Lines that say something, each once. */
export function linesOf(typed: string): string[] {
  return [...new Set(typed.split('\n').map(line => line.trim()))].filter(line => line !== '')
}
