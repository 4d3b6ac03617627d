import type { Language } from '#shared/application/model.ts'
import type { DateWords } from '#shared/time/official-date.ts'
import type { LocaleKey } from '../../i18n/keys.ts'

/** Keys of the words of the report in locales/. */
export type ReportKey = Extract<LocaleKey, `report.${string}`>

/** A sentence of the report in the language of the sheet. */
export type ReportTranslate = (key: ReportKey, params?: Readonly<Record<string, string | number>>) => string

/** The words a part of the sheet is written with: one language in a document (rules of document keeping). */
export interface ReportWords {
  readonly t: ReportTranslate
  readonly language: Language
  readonly dates: DateWords
}
