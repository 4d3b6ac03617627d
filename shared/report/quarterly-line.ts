import type { Bilingual } from '../official/model.ts'
import type { Quarter } from '../time/plain-date.ts'
import type { Counts } from './counts.ts'
import type { FacetDrill, ReportLabel, ReportLine } from './quarterly-model.ts'
import type { DEFINITION_TEXTS } from './texts.ts'

/** Counts of the quarter of a report and of the same quarter a year before, null where there are none. */
export interface Periods {
  readonly quarter: Quarter
  readonly current: Counts
  readonly previous: Counts | null
}

/** How a line is counted: from the counts of either period; `base` is what its share is taken of. */
export interface LineRule {
  readonly key: string
  readonly label: ReportLabel
  readonly count: (counts: Counts) => number
  readonly base?: (counts: Counts) => number
  readonly note?: Bilingual
  readonly level?: ReportLine['level']
  /** Where it is not the definition of its section. */
  readonly definition?: DefinitionId
  readonly drill: Omit<FacetDrill, 'quarter'>
}

/** A definition by its name in `DEFINITION_TEXTS`. */
export type DefinitionId = keyof typeof DEFINITION_TEXTS

/** A line before its section gives it the definition that it does not bring itself. */
export type LineDraft = Omit<ReportLine, 'definition'> & { readonly definition: DefinitionId | null }

/** A line of the report by its rule. */
export function lineOf({ quarter, current, previous }: Periods, rule: LineRule): LineDraft {
  const now = rule.count(current)
  const before = previous === null ? null : rule.count(previous)
  return {
    key: rule.key,
    label: rule.label,
    note: rule.note ?? null,
    level: rule.level ?? 'line',
    unit: 'count',
    current: now,
    previous: before,
    difference: before === null ? null : now - before,
    percent: before === null ? null : percentOf(now - before, before),
    share: rule.base ? percentOf(now, rule.base(current)) : null,
    definition: rule.definition ?? null,
    drill: { ...rule.drill, quarter },
  }
}

/** Per cent of `part` in `whole` to one decimal, halves away from zero; null where the whole is zero. */
export function percentOf(part: number, whole: number): number | null {
  if (whole === 0) return null
  const rounded = Math.round((Math.abs(part) * 1000) / whole) / 10
  return part < 0 ? -rounded : rounded
}

/** A label that stands in locales/. */
export function wordsLabel(key: Extract<ReportLabel, { from: 'words' }>['key']): ReportLabel {
  return { from: 'words', key }
}

/** The sum of a counter. */
export function sumOf(counter: Readonly<Record<string, number>>): number {
  return Object.values(counter).reduce((sum, count) => sum + count, 0)
}

/** Applications refused for any reason. */
export function refusedOf({ byOutcome }: Counts): number {
  return REFUSALS.reduce((sum, outcome) => sum + (byOutcome[outcome] ?? 0), 0)
}

/** Decisions that refuse a reception. */
export const REFUSALS = ['refused_competence', 'refused_repeat'] as const
