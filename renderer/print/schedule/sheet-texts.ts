import type { LocaleKey } from '../../i18n/keys.ts'

/** Keys of the words of the posted schedule in locales/. */
export type ScheduleSheetKey = Extract<LocaleKey, `schedule.${'sheet' | 'annex' | 'move'}.${string}`>

export type { SheetTexts } from '#shared/posting/sheet-texts.ts'
