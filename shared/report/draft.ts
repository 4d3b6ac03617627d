import type { Language } from '../application/model.ts'
import { type NarrativeKey, narrativeOf } from './narrative.ts'
import type { QuarterlyReport } from './quarterly-model.ts'
import { type DocumentMakings, type ReportDocument, reportDocument } from './report-paper.ts'

/** Words of locales/ in one language, parameters put in. */
export type Words = (key: string, params?: Readonly<Record<string, string>>) => string

/** The document of a report as it is proposed: no version, and the words its figures make of themselves. */
export function draftDocument(
  report: QuarterlyReport,
  makings: Omit<DocumentMakings, 'narrative' | 'version'>,
  words: Readonly<Record<Language, Words>>,
): ReportDocument {
  const bare = reportDocument(report, { ...makings, narrative: [], version: null }, key => ({
    kk: words.kk(key),
    ru: words.ru(key),
  }))
  const tell = (language: Language) => (key: NarrativeKey, params: Readonly<Record<string, string>>) =>
    words[language](key, params)
  return { ...bare, narrative: narrativeOf(bare, { kk: tell('kk'), ru: tell('ru') }) }
}
