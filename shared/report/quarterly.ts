import type { Directories } from '../directory/model.ts'
import type { QuarterlyData } from '../ipc/documents.ts'
import { quarterAYearBefore } from '../time/plain-date.ts'
import { lineOf, type Periods, REFUSALS, refusedOf, sumOf, wordsLabel } from './quarterly-line.ts'
import {
  categoryLines,
  countedCodes,
  directoryLines,
  officialLines,
  outcomeLines,
  resultLines,
} from './quarterly-lines.ts'
import type { QuarterlyReport, ReportLabel, ReportLine, ReportSection } from './quarterly-model.ts'
import {
  DEFINITION_TEXTS,
  LANGUAGE_LABELS,
  LINE_LABELS,
  OUTCOME_LABELS,
  SECTION_TITLES,
  type SectionId,
} from './texts.ts'

/** What a report is computed from: counts of the quarter by date of registration, of the same quarter a year before, officials. */
export type QuarterlyInput = Pick<QuarterlyData, 'quarter' | 'current' | 'previous' | 'officials'>

/**
 * The quarterly report of clause 38 from the counts of two quarters. Directories of a few entries keep their zero lines,
 * long ones do not; lines stand in the order of the directory, officials in the order of clause 2. What was counted under
 * a code no directory has stays, by its code; what had no code is told as "not stated", so that every section adds up.
 */
export function quarterlyReport(input: QuarterlyInput, directories: Directories): QuarterlyReport {
  const { quarter, current, previous } = input
  const periods: Periods = { quarter, current, previous }
  const sections: ReportSection[] = [
    section('summary', summaryLines(periods)),
    section('applicants', applicantLines(periods)),
    section('channel', directoryLines(periods, 'byChannel', directories.channel)),
    section('outcome', outcomeLines(periods)),
    section('result', resultLines(periods)),
    section('priority', categoryLines(periods, directories.category)),
    section('language', directoryLines(periods, 'byLanguage', directories.language, LANGUAGE_LABELS)),
    section('district', directoryLines(periods, 'byDistrict', directories.district)),
    section('topic', directoryLines(periods, 'byTopic', directories.topic, {}, 'without_zeros')),
    section('official', officialLines(periods, input.officials)),
    section('quality', qualityLines(periods)),
  ]
  return {
    quarter,
    previousQuarter: quarterAYearBefore(quarter),
    compared: previous !== null,
    sections: sections.filter(({ lines }) => lines.length > 0),
    definitions: DEFINITIONS.map(([label, text]) => ({ label: wordsLabel(label), text: DEFINITION_TEXTS[text] })),
  }
}

/** The section of an id. Throws where the report has none: no line was left in it. */
export function getSection(report: QuarterlyReport, id: SectionId): ReportSection {
  const found = report.sections.find(one => one.id === id)
  if (!found) throw new RangeError(`no section ${id}`)
  return found
}

function section(id: SectionId, lines: ReportLine[]): ReportSection {
  return { id, title: SECTION_TITLES[id], lines }
}

/** The figures a reader wants first. */
function summaryLines(periods: Periods): ReportLine[] {
  const decided = (outcome: 'received' | 'no_show' | 'extended') =>
    lineOf(periods, {
      key: `summary.${outcome}`,
      label: wordsLabel(OUTCOME_LABELS[outcome]),
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
      label: wordsLabel(LINE_LABELS.refused),
      count: refusedOf,
      base: counts => counts.rows,
      drill: { facet: 'byOutcome', codes: [...REFUSALS] },
    }),
    lineOf(periods, {
      key: 'summary.out_of_turn',
      label: wordsLabel(LINE_LABELS.outOfTurn),
      count: counts => sumOf(counts.byCategory),
      base: counts => counts.rows,
      drill: { facet: 'byCategory', codes: countedCodes(periods, 'byCategory') },
    }),
  ]
}

function applicantLines(periods: Periods): ReportLine[] {
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
function qualityLines(periods: Periods): ReportLine[] {
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

const DEFINITIONS: readonly (readonly [
  Extract<ReportLabel, { from: 'words' }>['key'],
  keyof typeof DEFINITION_TEXTS,
])[] = [
  [LINE_LABELS.registered, 'registered'],
  [OUTCOME_LABELS.received, 'received'],
  [OUTCOME_LABELS.no_show, 'noShow'],
  [OUTCOME_LABELS.extended, 'extended'],
  [LINE_LABELS.refused, 'refused'],
  [LINE_LABELS.outOfTurn, 'outOfTurn'],
  [SECTION_TITLES.applicants, 'applicants'],
  [SECTION_TITLES.channel, 'channel'],
  [SECTION_TITLES.outcome, 'outcome'],
  [SECTION_TITLES.result, 'result'],
  [SECTION_TITLES.language, 'language'],
  [SECTION_TITLES.district, 'district'],
  [SECTION_TITLES.topic, 'topic'],
  [SECTION_TITLES.official, 'official'],
  [SECTION_TITLES.quality, 'quality'],
]
