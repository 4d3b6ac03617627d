import { z } from 'zod'
import { ImportedRecord, RowProblem } from '../application/model.ts'
import { ImportKind } from '../change/action-types.ts'

/** One column of a file being imported: what was understood, correctable by hand. */
export const ColumnView = z.strictObject({
  index: z.int(),
  header: z.string(),
  field: z.string().nullable(),
  /** Example texts of the column, for the person to recognise it. Shown, never stored. */
  samples: z.array(z.string()).max(5),
})
export type ColumnView = z.infer<typeof ColumnView>

/** The dry run of an import: nothing is written yet. */
export const ImportPreview = z.strictObject({
  importId: z.string(),
  kind: ImportKind,
  fileName: z.string(),
  sheet: z.string(),
  sheets: z.array(z.string()),
  headerRow: z.int(),
  columns: z.array(ColumnView),
  /** Fields this kind of file can have, in the order of the form, and whether each is needed. */
  fields: z.array(z.strictObject({ field: z.string(), needed: z.boolean() })),
  counts: z.strictObject({
    records: z.int(),
    marked: z.int(),
    badIin: z.int(),
    skipped: z.int(),
    already: z.int(),
  }),
  /** How many rows carry each problem. */
  problems: z.array(z.strictObject({ field: z.string(), code: z.string(), rows: z.int() })),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** One row of the dry run as shown: its place in the sheet, a few cells, what is wrong. */
export const PreviewRow = z.strictObject({
  sheetRow: z.int(),
  state: z.enum(['clean', 'marked', 'skipped']),
  /** Why a row is not a record (`import.skipped.<code>`): blank, title, totals, repeated header. */
  skippedAs: z.string().nullable(),
  problems: z.array(RowProblem),
  cells: z.array(z.string()),
  record: ImportedRecord.nullable(),
})
export type PreviewRow = z.infer<typeof PreviewRow>

/** Progress of a running import. `stopped` and `done` are final; success is said only at `done`. */
export const ImportProgress = z.strictObject({
  importId: z.string(),
  kind: ImportKind,
  fileName: z.string(),
  batch: z.string(),
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  done: z.int(),
  total: z.int(),
  kept: z.int(),
  already: z.int(),
  marked: z.int(),
  badIin: z.int(),
  error: z
    .strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
})
export type ImportProgress = z.infer<typeof ImportProgress>
