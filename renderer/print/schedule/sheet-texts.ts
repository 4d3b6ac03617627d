import type { Bilingual } from '#shared/official/model.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

/** Keys of the words of the posted schedule in locales/. */
export type ScheduleSheetKey = Extract<LocaleKey, `schedule.${'sheet' | 'annex' | 'move'}.${string}`>

/**
 * The words of a sheet in both languages at once, parameters put in: a bilingual parameter goes into each language in
 * its own form, a plain one into both.
 */
export type SheetTexts<Key extends string> = (
  key: Key,
  params?: Readonly<Record<string, Bilingual | string>>,
) => Bilingual
