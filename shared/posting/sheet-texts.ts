import type { Bilingual } from '../official/model.ts'

/**
 * The words of a sheet in both languages at once, parameters put in: a bilingual parameter goes into each language in
 * its own form, a plain one into both. Keys are those of locales/.
 */
export type SheetTexts<Key extends string> = (
  key: Key,
  params?: Readonly<Record<string, Bilingual | string>>,
) => Bilingual
