import type { RowProblem } from '../application/model.ts'

/**
 * Everything an imported row can be marked for; the sentence is `import.problem.<code>` in locales/. Parameters never
 * hold a name, a number or the text of a cell.
 */
export const PROBLEM_CODES = [
  'name_missing',
  'name_incomplete',
  'name_parts',
  'name_characters',
  'name_one_language',
  'iin_characters',
  'iin_length',
  'iin_zeros',
  'iin_is_bin',
  'iin_check',
  'bin_characters',
  'bin_length',
  'bin_zeros',
  'bin_is_iin',
  'bin_check',
  'phone_unreadable',
  'phone_several',
  'date_missing',
  'date_unreadable',
  'received_before_registered',
  'channel_unknown',
  'district_unknown',
  'category_unknown',
  'language_unknown',
  'topic_unknown',
  'outcome_unknown',
  'result_unknown',
  'official_unknown',
  'official_several',
  'official_category_unknown',
  'rule_unknown',
  'hours_unreadable',
  'email_unreadable',
  'cell_error',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** Parameters of a problem's sentence: `count` of digits for the `_length` codes, of candidates for the `_several` codes. */
export function problem(field: string, code: ProblemCode, params: RowProblem['params'] = {}): RowProblem {
  return { field, code, params }
}

/** Why a row of the sheet is not a record; the sentence is `import.skipped.<code>` in locales/. */
export const SKIP_REASONS = [
  'title',
  'header',
  'repeated_header',
  'column_numbers',
  'blank',
  'number_only',
  'totals',
  'note',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

/** A row that is not a record, by its number in the sheet (from 1). */
export interface SkippedRow {
  readonly sheetRow: number
  readonly reason: SkipReason
}

/** How often one problem was met and the first rows it stands in (at most 20 sheet rows). */
export interface ProblemSummary {
  readonly field: string
  readonly code: string
  readonly count: number
  readonly sheetRows: readonly number[]
}

/** Problems of many rows, the most frequent first. */
export function summarise(rows: Iterable<{ sheetRow: number; problems: readonly RowProblem[] }>): ProblemSummary[] {
  const byKey = new Map<string, { field: string; code: string; count: number; sheetRows: number[] }>()
  for (const row of rows) {
    for (const { field, code } of row.problems) {
      const key = `${code} ${field}`
      const sum = byKey.get(key) ?? { field, code, count: 0, sheetRows: [] }
      sum.count += 1
      if (sum.sheetRows.length < 20) sum.sheetRows.push(row.sheetRow)
      byKey.set(key, sum)
    }
  }
  return [...byKey.values()].sort((a, b) => b.count - a.count)
}
