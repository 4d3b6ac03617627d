import type { ImportedRecord } from '../application/model.ts'
import type { Directories } from '../directory/model.ts'
import type { Official } from '../official/model.ts'
import { applyCount, type Countable, type Counts, noCounts } from '../report/counts.ts'
import { fail, ok, type Result } from '../result/result.ts'
import { JOURNAL_HEADERS, type JournalField } from './headers-journal.ts'
import { makeJournalReader } from './journal-row.ts'
import { type ProblemSummary, type SkippedRow, summarise } from './problems.ts'
import { whySkipped } from './skip-row.ts'
import { isBlank, type Table } from './table.ts'
import { type ColumnMapping, understandSheet, understandTable } from './understand-columns.ts'

/** A sheet of the file as the person sees it before importing: its filled rows, whether it is the one read, whether it could be. */
export interface SheetOverview {
  readonly name: string
  readonly hidden: boolean
  readonly filledRows: number
  readonly chosen: boolean
  readonly looksLikeJournal: boolean
}

/** What an import would bring, before anything is written. `records` and `skipped` together are all rows of the sheet. */
export interface JournalDryRun {
  readonly mapping: ColumnMapping<JournalField>
  readonly sheets: readonly SheetOverview[]
  readonly records: readonly ImportedRecord[]
  readonly skipped: readonly SkippedRow[]
  readonly counts: Counts
  readonly problems: readonly ProblemSummary[]
}

/**
 * Reads a journal without writing anything. `corrected` is a mapping a person has put right; without it the sheet and the
 * columns are found. Error: `import.no_header` where no sheet has a journal's header (or the corrected one is not there).
 */
export function dryRunJournal(
  table: Table,
  directories: Directories,
  officials: readonly Official[],
  corrected?: ColumnMapping<JournalField>,
): Result<JournalDryRun> {
  const mapping = corrected ?? understandTable(table, JOURNAL_HEADERS)
  const sheet = mapping === null ? undefined : table.sheets[mapping.sheet]
  if (mapping === null || sheet === undefined) return fail('import.no_header')
  const reader = makeJournalReader(mapping, directories, officials)
  const records: ImportedRecord[] = []
  const skipped: SkippedRow[] = []
  for (const [index, cells] of sheet.rows.entries()) {
    const reason = whySkipped(cells, index + 1, mapping, JOURNAL_HEADERS)
    if (reason === null) records.push(reader.read(cells, index + 1))
    else skipped.push({ sheetRow: index + 1, reason })
  }
  return ok({
    mapping,
    sheets: overview(table, mapping.sheet),
    records,
    skipped,
    counts: countRecords(records),
    problems: summarise(records.map(record => record.facts)),
  })
}

/** Counts of imported records, all days together. */
export function countRecords(records: readonly ImportedRecord[]): Counts {
  return records.reduce((counts, record) => applyCount(counts, countableOf(record), 1), noCounts())
}

/** What one imported record adds to the counts. An empty decision is `pending`. */
export function countableOf({ facts, personal }: ImportedRecord): Countable {
  return {
    legalEntity: facts.legalEntity,
    badIin: facts.badIin,
    marked: facts.problems.length > 0,
    byChannel: facts.channel,
    byOutcome: facts.outcome,
    byResult: facts.result,
    byTopic: facts.topic,
    byDistrict: facts.district,
    byCategory: personal.category,
    byLanguage: facts.language,
    byOfficial: facts.officialId,
  }
}

function overview(table: Table, chosen: number): SheetOverview[] {
  return table.sheets.map((sheet, index) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    filledRows: sheet.rows.filter(row => row.some(cell => !isBlank(cell))).length,
    chosen: index === chosen,
    looksLikeJournal: understandSheet(sheet, index, JOURNAL_HEADERS) !== null,
  }))
}
