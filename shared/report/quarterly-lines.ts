import type { Outcome, ReceptionResult } from '../application/model.ts'
import type { Entry } from '../directory/model.ts'
import { type Official, OfficialCategory } from '../official/model.ts'
import { compareKazakh } from '../text/collate.ts'
import { rangeOfQuarter } from '../time/plain-date.ts'
import { type Counts, countOf, type Dimension } from './counts.ts'
import { type LineDraft, lineOf, type Periods, REFUSALS, refusedOf, sumOf, wordsLabel } from './quarterly-line.ts'
import type { ReportLabel, ReportLine } from './quarterly-model.ts'
import { CATEGORY_LABELS, type LabelKey, LINE_LABELS, OUTCOME_LABELS, RESULT_LABELS } from './texts.ts'

type Labels = Readonly<Record<string, LabelKey>>
type Base = (counts: Counts) => number

const allRows: Base = counts => counts.rows

/**
 * Lines of a directory in its order, then codes it does not have, then what had no code. `without_zeros` leaves out
 * entries that were counted in neither period; entries that had ended before the quarter are left out in any case.
 */
export function directoryLines(
  periods: Periods,
  dimension: Dimension,
  entries: readonly Entry[],
  labels: Labels = {},
  zeros: 'with_zeros' | 'without_zeros' = 'with_zeros',
): LineDraft[] {
  const offered =
    zeros === 'with_zeros' ? new Set(entries.filter(one => isOf(periods, one)).map(one => one.code)) : null
  const codes = [
    ...entries.map(one => one.code),
    ...strangers(
      periods,
      dimension,
      entries.map(one => one.code),
    ),
  ]
  return [
    ...codes
      .filter(code => offered?.has(code) || isCounted(periods, dimension, code))
      .map(code => codeLine(periods, dimension, code, labelOfCode(code, entries, labels), allRows)),
    ...notStatedLines(periods, dimension),
  ]
}

/** Decisions, refusals as a sum with their reasons below it. */
export function outcomeLines(periods: Periods): LineDraft[] {
  const decided = (outcome: Outcome, level: ReportLine['level'] = 'line') =>
    codeLine(periods, 'byOutcome', outcome, wordsLabel(OUTCOME_LABELS[outcome]), allRows, level)
  return [
    decided('received'),
    decided('no_show'),
    decided('extended'),
    decided('withdrawn'),
    decided('left_without_consideration'),
    lineOf(periods, {
      key: 'outcome.refused',
      label: wordsLabel(LINE_LABELS.refused),
      count: refusedOf,
      base: allRows,
      drill: { facet: 'byOutcome', codes: [...REFUSALS] },
    }),
    decided('refused_competence', 'part'),
    decided('refused_repeat', 'part'),
    // Decisions that not every regulation knows stand in the report only where there were any.
    ...(['terminated', 'returned', 'forwarded'] as const)
      .filter(outcome => isCounted(periods, 'byOutcome', outcome))
      .map(outcome => decided(outcome)),
    decided('pending'),
  ]
}

/** What receptions ended with; the share is of the receptions whose result stands in the journal. */
export function resultLines(periods: Periods): LineDraft[] {
  const withResult: Base = counts => sumOf(counts.byResult)
  return (Object.keys(RESULT_LABELS) as ReceptionResult[]).map(result =>
    codeLine(periods, 'byResult', result, wordsLabel(RESULT_LABELS[result]), withResult),
  )
}

/** Those received out of turn by category of clause 11, and their sum. Nothing where there were none. */
export function categoryLines(periods: Periods, entries: readonly Entry[]): LineDraft[] {
  const codes = entries.map(one => one.code)
  const lines = [...codes, ...strangers(periods, 'byCategory', codes)]
    .filter(code => isCounted(periods, 'byCategory', code))
    .map(code => codeLine(periods, 'byCategory', code, labelOfCode(code, entries, CATEGORY_LABELS), allRows))
  if (lines.length === 0) return []
  const count: Base = counts => sumOf(counts.byCategory)
  const total = {
    key: 'priority.total',
    label: wordsLabel(LINE_LABELS.total),
    level: 'total',
    count,
    base: allRows,
    drill: { facet: 'byCategory', codes: countedCodes(periods, 'byCategory') },
  } as const
  return [lineOf(periods, total), ...lines]
}

/** Applications by wished official: categories in the order of clause 2, within one as the directory lists them. */
export function officialLines(periods: Periods, officials: readonly Official[]): LineDraft[] {
  const ordered = OfficialCategory.options.flatMap(category => officials.filter(one => one.category === category))
  const known = ordered
    .filter(({ id }) => isCounted(periods, 'byOfficial', id))
    .map(official => ({
      ...codeLine(periods, 'byOfficial', official.id, { from: 'directory', text: nameOf(official) }, allRows),
      note: official.position,
    }))
  const gone = strangers(
    periods,
    'byOfficial',
    ordered.map(({ id }) => id),
  ).map(id => codeLine(periods, 'byOfficial', id, wordsLabel(LINE_LABELS.unknownOfficial), allRows))
  return [...known, ...gone, ...notStatedLines(periods, 'byOfficial')]
}

function codeLine(
  periods: Periods,
  dimension: Dimension,
  code: string,
  label: ReportLabel,
  base: Base,
  level: ReportLine['level'] = 'line',
): LineDraft {
  return lineOf(periods, {
    key: `${dimension}.${code}`,
    label,
    level,
    count: counts => countOf(counts[dimension], code),
    base,
    drill: { facet: dimension, codes: [code] },
  })
}

/** The rows a dimension has no code for. */
function notStatedLines(periods: Periods, dimension: Dimension): LineDraft[] {
  const count: Base = counts => counts.rows - sumOf(counts[dimension])
  const line = lineOf(periods, {
    key: `${dimension}:none`,
    label: wordsLabel(LINE_LABELS.notStated),
    count,
    base: allRows,
    drill: { facet: dimension, codes: [''] },
  })
  return line.current === 0 && !line.previous ? [] : [line]
}

/** Codes counted in either period that are not among the known ones, in the order of the alphabet. */
function strangers(periods: Periods, dimension: Dimension, known: readonly string[]): string[] {
  return countedCodes(periods, dimension)
    .filter(code => !known.includes(code))
    .sort(compareKazakh)
}

/** The codes counted in either period. */
export function countedCodes({ current, previous }: Periods, dimension: Dimension): string[] {
  return [...new Set([current, previous].flatMap(one => (one ? Object.keys(one[dimension]) : [])))]
}

function isCounted({ current, previous }: Periods, dimension: Dimension, code: string): boolean {
  return countOf(current[dimension], code) > 0 || (previous !== null && countOf(previous[dimension], code) > 0)
}

/** Whether an entry was offered on any day of the quarter. */
function isOf({ quarter }: Periods, { validFrom, validTo }: Entry): boolean {
  const { from, to } = rangeOfQuarter(quarter)
  return (validFrom === null || validFrom <= to) && (validTo === null || from <= validTo)
}

function labelOfCode(code: string, entries: readonly Entry[], labels: Labels): ReportLabel {
  const key = Object.hasOwn(labels, code) ? labels[code] : undefined
  if (key) return wordsLabel(key)
  const found = entries.find(one => one.code === code)
  return { from: 'directory', text: { kk: found?.kk ?? code, ru: found?.ru ?? code } }
}

/** An official's name as directories write it, in either language. */
export function nameOf({ name }: Official): { kk: string; ru: string } {
  const parts = [name.surname, name.given, name.patronymic]
  const joined = (language: 'kk' | 'ru', other: 'kk' | 'ru') =>
    parts
      .map(part => part[language] || part[other])
      .filter(part => part !== '')
      .join(' ')
  return { kk: joined('kk', 'ru'), ru: joined('ru', 'kk') }
}
