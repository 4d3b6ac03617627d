import { fail, ok, type Result } from '../result/result.ts'
import { OFFICIAL_HEADERS, type OfficialField } from './headers-officials.ts'
import { type OfficialRow, readOfficialRow } from './officials-row.ts'
import { type ProblemSummary, type SkippedRow, summarise } from './problems.ts'
import { whySkipped } from './skip-row.ts'
import type { Table } from './table.ts'
import { type ColumnMapping, indexesOf, understandTable } from './understand-columns.ts'

/** What an import of officials would bring, before anything is written. */
export interface OfficialsDryRun {
  readonly mapping: ColumnMapping<OfficialField>
  readonly officials: readonly OfficialRow[]
  readonly skipped: readonly SkippedRow[]
  readonly problems: readonly ProblemSummary[]
}

/** Reads a list of officials without writing anything. Error: `import.no_header`. */
export function dryRunOfficials(table: Table, corrected?: ColumnMapping<OfficialField>): Result<OfficialsDryRun> {
  const mapping = corrected ?? understandTable(table, OFFICIAL_HEADERS)
  const sheet = mapping === null ? undefined : table.sheets[mapping.sheet]
  if (mapping === null || sheet === undefined) return fail('import.no_header')
  const indexes = indexesOf(mapping)
  const officials: OfficialRow[] = []
  const skipped: SkippedRow[] = []
  for (const [index, cells] of sheet.rows.entries()) {
    const reason = whySkipped(cells, index + 1, mapping, OFFICIAL_HEADERS)
    if (reason === null) officials.push(readOfficialRow(cells, index + 1, indexes))
    else skipped.push({ sheetRow: index + 1, reason })
  }
  return ok({ mapping, officials, skipped, problems: summarise(officials) })
}
