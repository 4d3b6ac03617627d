import { z } from 'zod'
import type { Language } from '../application/model.ts'
import type { Office } from '../office/model.ts'
import { Bilingual } from '../official/model.ts'
import { profileOn } from '../regulation/profile.ts'
import { PlainDate, Quarter, rangeOfQuarter } from '../time/plain-date.ts'
import { FigureUnit, type QuarterlyReport, type ReportLabel } from './quarterly-model.ts'
import { BASIS_TEXTS } from './texts.ts'

/** A longer text in both languages: a definition, a paragraph. */
export const LongBilingual = z.strictObject({ kk: z.string().max(3000), ru: z.string().max(3000) })
export type LongBilingual = z.infer<typeof LongBilingual>

/** A figure as it stands in a document: its name is text in both languages, and it opens nothing. */
export const DocumentLine = z.strictObject({
  key: z.string().max(300),
  label: Bilingual,
  note: Bilingual.nullable(),
  level: z.enum(['total', 'line', 'part']),
  unit: FigureUnit,
  current: z.number().nullable(),
  previous: z.number().nullable(),
  difference: z.number().nullable(),
  percent: z.number().nullable(),
  share: z.number().nullable(),
})
export type DocumentLine = z.infer<typeof DocumentLine>

export const DocumentSection = z.strictObject({
  id: z.string().max(60),
  title: Bilingual,
  chart: z.enum(['bars', 'weeks']).nullable(),
  lines: z.array(DocumentLine).max(1000),
})
export type DocumentSection = z.infer<typeof DocumentSection>

/** The report in words, paragraph by paragraph. */
export const Narrative = z.array(LongBilingual).max(60)
export type Narrative = z.infer<typeof Narrative>

/**
 * The report of a quarter as paper, tables and Word files are made of it, in both languages and in nothing but itself: no
 * word of it changes with the program or with a directory. `version` null: a draft, and it says so.
 */
export const ReportDocument = z.strictObject({
  quarter: Quarter,
  previousQuarter: Quarter,
  compared: z.boolean(),
  office: z.strictObject({
    name: Bilingual,
    room: z.string().max(40),
    address: Bilingual,
    phone: z.string().max(40),
  }),
  /** By which clause of which act it is prepared. */
  basis: Bilingual,
  narrative: Narrative,
  sections: z.array(DocumentSection).max(60),
  definitions: z.array(z.strictObject({ label: Bilingual, text: LongBilingual })).max(200),
  version: z.int().min(1).max(999).nullable(),
  preparedOn: PlainDate,
  preparedBy: z.string().max(120),
})
export type ReportDocument = z.infer<typeof ReportDocument>

/** A key of locales/ in both languages. */
export type SayBoth = (key: string) => { readonly kk: string; readonly ru: string }

/** What a document is made of beside the figures. */
export interface DocumentMakings extends Pick<ReportDocument, 'narrative' | 'version' | 'preparedOn' | 'preparedBy'> {
  readonly office: Pick<Office, 'name' | 'room' | 'address' | 'phone' | 'profiles'>
}

/** The document of a report: every key of its words is put into words. */
export function reportDocument(report: QuarterlyReport, makings: DocumentMakings, say: SayBoth): ReportDocument {
  const { name, room, address, phone } = makings.office
  const both = (label: ReportLabel): Bilingual => (label.from === 'words' ? { ...say(label.key) } : label.text)
  return {
    quarter: report.quarter,
    previousQuarter: report.previousQuarter,
    compared: report.compared,
    office: { name, room, address, phone },
    basis: { ...say(BASIS_TEXTS[profileOn(makings.office, rangeOfQuarter(report.quarter).to)]) },
    narrative: makings.narrative,
    sections: report.sections.map(({ id, title, chart, lines }) => ({
      id,
      title: { ...say(title) },
      chart,
      lines: lines.map(({ key, label, note, level, unit, current, previous, difference, percent, share }) => ({
        key,
        label: both(label),
        note,
        level,
        unit,
        current,
        previous,
        difference,
        percent,
        share,
      })),
    })),
    definitions: report.definitions.map(({ label, text }) => ({ label: both(label), text: { ...say(text) } })),
    version: makings.version,
    preparedOn: makings.preparedOn,
    preparedBy: makings.preparedBy,
  }
}

/** The section of an id, or null where no line was left in it. */
export function findSection({ sections }: Pick<ReportDocument, 'sections'>, id: string): DocumentSection | null {
  return sections.find(one => one.id === id) ?? null
}

/** A text of a document in one language. */
export function inLanguage(text: { readonly kk: string; readonly ru: string }, language: Language): string {
  return text[language] || text.kk || text.ru
}
