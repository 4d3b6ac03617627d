import { maskIin } from '#shared/applicant/mask.ts'
import { isBlank, textOfCell } from '#shared/import/table.ts'
import type { ImportPreview, PreviewRow } from '#shared/ipc/imports.ts'
import { FIELDS, type ImportSession, NEEDED_FIELDS } from './session.ts'

const SAMPLES_SHOWN = 3

/** The dry run as the screen shows it. `already` is how many of the records are in the journal and stand. */
export function previewOf(session: ImportSession, already: number): ImportPreview {
  const { kind, plan, table } = session
  const { mapping } = plan.run
  const marked = plan.kind === 'journal' ? plan.run.counts.marked : plan.run.officials.filter(isMarked).length
  return {
    importId: session.id,
    kind,
    fileName: session.fileName,
    sheet: table.sheets[mapping.sheet]?.name ?? '',
    sheets: table.sheets.map(sheet => sheet.name),
    headerRow: mapping.headerRow,
    columns: mapping.columns.map(({ index, header, field }) => ({
      index,
      header,
      field,
      samples: samplesOf(session, index),
    })),
    fields: FIELDS[kind].map(field => ({ field, needed: NEEDED_FIELDS[kind].includes(field) })),
    counts: {
      records: recordCount(session),
      marked,
      badIin: plan.kind === 'journal' ? plan.run.counts.badIin : 0,
      skipped: plan.run.skipped.length,
      already,
    },
    problems: plan.run.problems.map(({ field, code, count }) => ({ field, code, rows: count })),
  }
}

/** Rows of the dry run in the order of the sheet: records, clean or marked, and rows that are no records, with the reason. */
export function previewRows(
  session: ImportSession,
  only: 'all' | 'marked' | 'skipped',
  offset: number,
  limit: number,
): { rows: PreviewRow[]; total: number } {
  const rows = allRows(session).filter(row => only === 'all' || row.state === only)
  const sheet = session.table.sheets[session.plan.run.mapping.sheet]
  const shown = rows.slice(offset, offset + limit).map(row => ({
    ...row,
    cells: (sheet?.rows[row.sheetRow - 1] ?? []).map(textOfCell),
  }))
  return { rows: shown, total: rows.length }
}

/** How many records the file holds. */
export function recordCount({ plan }: ImportSession): number {
  return plan.kind === 'journal' ? plan.run.records.length : plan.run.officials.length
}

function allRows({ plan }: ImportSession): Omit<PreviewRow, 'cells'>[] {
  const records: Omit<PreviewRow, 'cells'>[] =
    plan.kind === 'journal'
      ? plan.run.records.map(record => ({
          ...rowOf(record.facts.sheetRow, record.facts.problems),
          record,
        }))
      : plan.run.officials.map(({ sheetRow, problems }) => ({ ...rowOf(sheetRow, problems), record: null }))
  const skipped = plan.run.skipped.map(({ sheetRow, reason }) => ({
    sheetRow,
    state: 'skipped' as const,
    skippedAs: reason,
    problems: [],
    record: null,
  }))
  return [...records, ...skipped].sort((a, b) => a.sheetRow - b.sheetRow)
}

function rowOf(sheetRow: number, problems: PreviewRow['problems']): Omit<PreviewRow, 'cells' | 'record'> {
  return { sheetRow, state: problems.length > 0 ? 'marked' : 'clean', skippedAs: null, problems }
}

function isMarked(row: { readonly problems: readonly unknown[] }): boolean {
  return row.problems.length > 0
}

/** Enough to recognise the column by; a number of a person is masked. */
function shownOf(text: string): string {
  return /^\d{12}$/.test(text.trim()) ? maskIin(text.trim()) : text.slice(0, 60)
}

function samplesOf({ plan, table }: ImportSession, column: number): string[] {
  const { mapping } = plan.run
  const samples: string[] = []
  for (const row of table.sheets[mapping.sheet]?.rows.slice(mapping.headerRow) ?? []) {
    if (!isBlank(row[column])) samples.push(shownOf(textOfCell(row[column])))
    if (samples.length === SAMPLES_SHOWN) break
  }
  return samples
}
