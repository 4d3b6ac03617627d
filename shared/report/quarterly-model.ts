import { z } from 'zod'
import { CHECK_STATES } from '../compliance/model.ts'
import { ProfileId } from '../office/model.ts'
import { Bilingual } from '../official/model.ts'
import { Quarter } from '../time/plain-date.ts'
import { FACETS } from './counts.ts'
import {
  CATEGORY_LABELS,
  DEFINITION_TEXTS,
  EVENT_LABELS,
  LANGUAGE_LABELS,
  LINE_LABELS,
  OUTCOME_LABELS,
  RESULT_LABELS,
  SECTION_TITLES,
  type SectionId,
  TERM_LABELS,
} from './texts.ts'

const LabelKeys = z.enum([
  ...Object.values(LINE_LABELS),
  ...Object.values(OUTCOME_LABELS),
  ...Object.values(RESULT_LABELS),
  ...Object.values(CATEGORY_LABELS),
  ...Object.values(LANGUAGE_LABELS),
  ...Object.values(EVENT_LABELS),
  ...Object.values(TERM_LABELS),
])
const SectionTitles = z.enum(Object.values(SECTION_TITLES))
const DefinitionText = z.enum(Object.values(DEFINITION_TEXTS))

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
export const FacetDrill = z.strictObject({
  facet: z.enum([...FACETS, 'rows', 'marked']),
  codes: z.array(z.string()),
  quarter: Quarter,
})
export type FacetDrill = z.infer<typeof FacetDrill>

/**
 * The records behind a figure by event: those that add to the measure on days of the quarter, under any of the codes of
 * the dimension; without a dimension under any code (`codes` are empty then). Opened by `report.records`.
 */
export const EventDrill = z.strictObject({
  measure: z.string().max(60),
  dimension: z.string().max(60).nullable(),
  codes: z.array(z.string().max(200)).max(1_000),
  quarter: Quarter,
})
export type EventDrill = z.infer<typeof EventDrill>

/** The duties of a clause in the quarter, of one state or of any; null: of every act, clause, state. Opened by the monitor. */
export const DutyDrill = z.strictObject({
  act: ProfileId.nullable(),
  clause: z.string().max(10).nullable(),
  state: z.enum(CHECK_STATES).nullable(),
  quarter: Quarter,
})
export type DutyDrill = z.infer<typeof DutyDrill>

/** What a figure opens; told apart by `facet`, `measure` or `clause`. */
export const Drill = z.union([FacetDrill, EventDrill, DutyDrill])
export type Drill = z.infer<typeof Drill>

/** What a figure is measured in. Counts are whole; days, minutes and per cent have one decimal. */
export const FigureUnit = z.enum(['count', 'days', 'minutes', 'percent'])
export type FigureUnit = z.infer<typeof FigureUnit>

/**
 * One figure of the report in both periods, in its unit. `current`, `previous` are null where nothing was measured, and
 * `previous`, `difference` where there is nothing to compare with;
 * `percent` (change in per cent, one decimal) also where the previous figure is zero. `share` is the part of the section's
 * base in per cent, one decimal; null where a share says nothing. `level`: a sum, a figure, a part of the figure above.
 */
export const ReportLine = z.strictObject({
  key: z.string(),
  label: ReportLabel,
  note: Bilingual.nullable(),
  level: z.enum(['total', 'line', 'part']),
  unit: FigureUnit,
  current: z.number().nonnegative().nullable(),
  previous: z.number().nonnegative().nullable(),
  difference: z.number().nullable(),
  percent: z.number().nullable(),
  share: z.number().nullable(),
  /** What is counted, from what, and by which date: one of the report's definitions. */
  definition: DefinitionText,
  drill: Drill,
})
export type ReportLine = z.infer<typeof ReportLine>

export const ReportSection = z.strictObject({
  id: z.enum(Object.keys(SECTION_TITLES) as [SectionId, ...SectionId[]]),
  title: SectionTitles,
  /** How the section is drawn beside its table: a bar a line, a column a week, or not at all. */
  chart: z.enum(['bars', 'weeks']).nullable(),
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
  definitions: z.array(z.strictObject({ label: ReportLabel, text: DefinitionText })),
})
export type QuarterlyReport = z.infer<typeof QuarterlyReport>
