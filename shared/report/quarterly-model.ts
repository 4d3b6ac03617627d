import { z } from 'zod'
import { Bilingual } from '../official/model.ts'
import { Quarter } from '../time/plain-date.ts'
import { FACETS } from './counts.ts'
import {
  CATEGORY_LABELS,
  DEFINITION_TEXTS,
  LANGUAGE_LABELS,
  LINE_LABELS,
  OUTCOME_LABELS,
  RESULT_LABELS,
  SECTION_TITLES,
  type SectionId,
} from './texts.ts'

const LabelKeys = z.enum([
  ...Object.values(LINE_LABELS),
  ...Object.values(OUTCOME_LABELS),
  ...Object.values(RESULT_LABELS),
  ...Object.values(CATEGORY_LABELS),
  ...Object.values(LANGUAGE_LABELS),
])
const SectionTitles = z.enum(Object.values(SECTION_TITLES))

/** The words of a line: a key of locales/, or the text of a directory or of an official's name. */
export const ReportLabel = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('words'), key: z.union([LabelKeys, SectionTitles]) }),
  z.strictObject({ from: z.literal('directory'), text: Bilingual }),
])
export type ReportLabel = z.infer<typeof ReportLabel>

/**
 * The records behind a figure: what the list of applications is narrowed by. Any of the codes of the facet; an empty code
 * stands for records without one. `rows` are all of the quarter, `marked` those with problems; both have no codes.
 */
export const Drill = z.strictObject({
  facet: z.enum([...FACETS, 'rows', 'marked']),
  codes: z.array(z.string()),
  quarter: Quarter,
})
export type Drill = z.infer<typeof Drill>

/**
 * One figure of the report in both periods. `previous`, `difference` are null where there is nothing to compare with;
 * `percent` (change in per cent, one decimal) also where the previous figure is zero. `share` is the part of the section's
 * base in per cent, one decimal; null where a share says nothing. `level`: a sum, a figure, a part of the figure above.
 */
export const ReportLine = z.strictObject({
  key: z.string(),
  label: ReportLabel,
  note: Bilingual.nullable(),
  level: z.enum(['total', 'line', 'part']),
  current: z.int().nonnegative(),
  previous: z.int().nonnegative().nullable(),
  difference: z.int().nullable(),
  percent: z.number().nullable(),
  share: z.number().nullable(),
  drill: Drill,
})
export type ReportLine = z.infer<typeof ReportLine>

export const ReportSection = z.strictObject({
  id: z.enum(Object.keys(SECTION_TITLES) as [SectionId, ...SectionId[]]),
  title: SectionTitles,
  lines: z.array(ReportLine),
})
export type ReportSection = z.infer<typeof ReportSection>

/**
 * The quarterly report of the reception room (clause 38): sections in the order they are read, the first one holding the
 * main figures, and what each figure means.
 */
export const QuarterlyReport = z.strictObject({
  quarter: Quarter,
  previousQuarter: Quarter,
  /** False: the store has nothing of the same quarter of last year. */
  compared: z.boolean(),
  sections: z.array(ReportSection),
  definitions: z.array(z.strictObject({ label: ReportLabel, text: z.enum(Object.values(DEFINITION_TEXTS)) })),
})
export type QuarterlyReport = z.infer<typeof QuarterlyReport>
