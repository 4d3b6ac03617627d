import type { Directories } from '../directory/model.ts'
import type { QuarterlyData } from '../ipc/documents.ts'
import { quarterAYearBefore } from '../time/plain-date.ts'
import { eventSections } from './event-sections.ts'
import { isBroughtAlone } from './known.ts'
import {
  type DefinitionId,
  type LineDraft,
  lineOf,
  type Periods,
  REFUSALS,
  refusedOf,
  sumOf,
  wordsLabel,
} from './quarterly-line.ts'
import {
  categoryLines,
  countedCodes,
  directoryLines,
  officialLines,
  outcomeLines,
  resultLines,
} from './quarterly-lines.ts'
import type { QuarterlyReport, ReportLabel, ReportLine, ReportSection } from './quarterly-model.ts'
import { termLines } from './terms.ts'
import {
  DEFINITION_TEXTS,
  LANGUAGE_LABELS,
  LINE_LABELS,
  OUTCOME_LABELS,
  SECTION_TITLES,
  type SectionId,
} from './texts.ts'

/** What a report is computed from: counts of the quarter by date of registration, of the same quarter a year before, officials. */
export type QuarterlyInput = Pick<QuarterlyData, 'quarter' | 'current' | 'previous' | 'figures' | 'terms' | 'officials'>

/**
 * The quarterly report of clause 38 from the counts of two quarters. Directories of a few entries keep their zero lines,
 * long ones do not; lines stand in the order of the directory, officials in the order of clause 2. What was counted under
 * a code no directory has stays, by its code; what had no code is told as "not stated", so that every section adds up.
 */
export function quarterlyReport(input: QuarterlyInput, directories: Directories): QuarterlyReport {
  const { quarter, current, previous } = input
  const periods: Periods = { quarter, current, previous }
  const sections = [
    section('summary', summaryLines(periods)),
    section('applicants', applicantLines(periods)),
    section('channel', directoryLines(periods, 'byChannel', directories.channel)),
    section('outcome', outcomeLines(periods)),
    section('result', resultLines(periods)),
    section('priority', categoryLines(periods, directories.category)),
    section('language', directoryLines(periods, 'byLanguage', directories.language, LANGUAGE_LABELS)),
    section('district', directoryLines(periods, 'byDistrict', directories.district), 'district', 'bars'),
    section('topic', directoryLines(periods, 'byTopic', directories.topic, {}, 'without_zeros'), 'topic', 'bars'),
    section('official', officialLines(periods, input.officials)),
    ...ofEvents(input),
    section('terms', input.terms === undefined ? [] : termLines({ quarter, ...input.terms })),
    section('quality', qualityLines(periods)),
  ].filter(({ lines }) => lines.length > 0)
  return {
    quarter,
    previousQuarter: quarterAYearBefore(quarter),
    compared: previous !== null,
    sections,
    definitions: [...definitionsOf(sections), ...noDataOf(sections, input)],
  }
}

/** The section of an id. Throws where the report has none: no line was left in it. */
export function getSection(report: QuarterlyReport, id: SectionId): ReportSection {
  const found = report.sections.find(one => one.id === id)
  if (!found) throw new RangeError(`no section ${id}`)
  return found
}

/** `definition` is that of the lines that bring none; most sections have one of their own name. */
function section(
  id: SectionId,
  lines: readonly LineDraft[],
  definition: DefinitionId = getDefinitionOf(id),
  chart: ReportSection['chart'] = null,
): ReportSection {
  return {
    id,
    title: SECTION_TITLES[id],
    chart,
    lines: lines.map(line => ({ ...line, definition: DEFINITION_TEXTS[line.definition ?? definition] })),
  }
}

/** Sections of what happened in the quarter; none where the figures are not given. */
function ofEvents({ quarter, figures, officials }: QuarterlyInput): ReportSection[] {
  if (figures === undefined) return []
  return eventSections({ quarter, ...figures }, officials).map(([id, lines, chart]) =>
    section(id, lines, undefined, chart),
  )
}

function getDefinitionOf(id: SectionId): DefinitionId {
  if (id === 'summary') return 'registered'
  // Each of its figures brings its own.
  if (id === 'waits') return 'daysToAnswer'
  return id === 'priority' ? 'outOfTurn' : id
}

/** Each definition once, under the figure that brings it first, or its section where all its figures share it. */
function definitionsOf(sections: readonly ReportSection[]): QuarterlyReport['definitions'] {
  const found = new Map<ReportLine['definition'], ReportLabel>()
  for (const { title, lines } of sections) {
    const isShared = lines.every(({ definition }) => definition === lines[0]?.definition)
    for (const { label, definition } of lines) {
      if (!found.has(definition)) found.set(definition, isShared ? wordsLabel(title) : label)
    }
  }
  return [...found].map(([text, label]) => ({ label, text }))
}

/** Why a figure is not given where nobody could have recorded it. */
function noDataOf(sections: readonly ReportSection[], { figures }: QuarterlyInput): QuarterlyReport['definitions'] {
  const [current, previous] = [figures?.current, figures?.previous].map(one => (one ? isBroughtAlone(one) : false))
  const lacks = sections.some(({ lines }) =>
    lines.some(line => (current && line.current === null) || (previous && line.previous === null)),
  )
  return lacks ? [{ label: wordsLabel(LINE_LABELS.noData), text: DEFINITION_TEXTS.noData }] : []
}

const DECIDED = { received: 'received', no_show: 'noShow', extended: 'extended' } as const

/** The figures a reader wants first. */
function summaryLines(periods: Periods): LineDraft[] {
  const decided = (outcome: 'received' | 'no_show' | 'extended') =>
    lineOf(periods, {
      key: `summary.${outcome}`,
      label: wordsLabel(OUTCOME_LABELS[outcome]),
      definition: DECIDED[outcome],
      count: counts => counts.byOutcome[outcome] ?? 0,
      base: counts => counts.rows,
      drill: { facet: 'byOutcome', codes: [outcome] },
    })
  return [
    lineOf(periods, {
      key: 'summary.registered',
      label: wordsLabel(LINE_LABELS.registered),
      level: 'total',
      count: counts => counts.rows,
      base: counts => counts.rows,
      drill: { facet: 'rows', codes: [] },
    }),
    decided('received'),
    decided('no_show'),
    decided('extended'),
    lineOf(periods, {
      key: 'summary.refused',
      definition: 'refused',
      label: wordsLabel(LINE_LABELS.refused),
      count: refusedOf,
      base: counts => counts.rows,
      drill: { facet: 'byOutcome', codes: [...REFUSALS] },
    }),
    lineOf(periods, {
      key: 'summary.out_of_turn',
      definition: 'outOfTurn',
      label: wordsLabel(LINE_LABELS.outOfTurn),
      count: counts => sumOf(counts.byCategory),
      base: counts => counts.rows,
      drill: { facet: 'byCategory', codes: countedCodes(periods, 'byCategory') },
    }),
  ]
}

function applicantLines(periods: Periods): LineDraft[] {
  return [
    lineOf(periods, {
      key: 'applicants.natural',
      label: wordsLabel(LINE_LABELS.natural),
      count: counts => counts.rows - counts.legalEntities,
      base: counts => counts.rows,
      drill: { facet: 'applicant', codes: ['natural'] },
    }),
    lineOf(periods, {
      key: 'applicants.legal',
      label: wordsLabel(LINE_LABELS.legal),
      count: counts => counts.legalEntities,
      base: counts => counts.rows,
      drill: { facet: 'applicant', codes: ['legal'] },
    }),
  ]
}

/** How far the journal itself can be trusted: told to the reader rather than kept silent. */
function qualityLines(periods: Periods): LineDraft[] {
  return [
    lineOf(periods, {
      key: 'quality.marked',
      label: wordsLabel(LINE_LABELS.marked),
      count: counts => counts.marked,
      base: counts => counts.rows,
      drill: { facet: 'marked', codes: [] },
    }),
    lineOf(periods, {
      key: 'quality.bad_iin',
      label: wordsLabel(LINE_LABELS.badIin),
      level: 'part',
      count: counts => counts.badIin,
      base: counts => counts.rows,
      drill: { facet: 'identifier', codes: ['bad'] },
    }),
  ]
}
