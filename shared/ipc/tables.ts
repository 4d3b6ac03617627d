import { z } from 'zod'
import { Language } from '../application/model.ts'
import { ListAbout } from '../audit/model.ts'
import { Saved } from './documents.ts'

/** What a column holds: dates are `yyyy-mm-dd`, numbers are numbers; all else is text, whatever it looks like. */
export const ColumnKind = z.enum(['text', 'date', 'number'])
export type ColumnKind = z.infer<typeof ColumnKind>

/** A value of a cell; null: nothing. */
export const Cell = z.union([z.string().max(32_000), z.number(), z.null()])
export type Cell = z.infer<typeof Cell>

/** Forms a list is written in: a workbook, or text with separators. */
export const TableForm = z.enum(['xlsx', 'csv'])
export type TableForm = z.infer<typeof TableForm>

/** The head of a list that is written row by row. */
export const TableHead = z.strictObject({
  language: Language,
  title: z.string().max(300),
  /** What stands under the title: period, filter, by whom and when. */
  told: z.array(z.string().max(2000)).max(40),
  columns: z
    .array(z.strictObject({ title: z.string().max(200), kind: ColumnKind }))
    .min(1)
    .max(60),
  /** What was done to the rows, as sentences: a sheet of its own; empty: there is none. */
  notes: z.array(z.string().max(2000)).max(60),
})
export type TableHead = z.infer<typeof TableHead>

/** Rows of one list at most: what a workbook holds and a computer of an office still opens. */
export const MOST_WRITTEN = 200_000

/** Rows that go over at once. */
export const MOST_AT_ONCE = 1_000

const Ref = z.strictObject({ id: z.string().regex(/^[0-9a-z]{16}$/) })

/** Lists that are written as they are read, so that neither side holds the whole and a person may stop it. */
export const TABLE_CHANNELS = {
  /** Begins a list of this window; one it had begun and not ended is dropped. */
  'table.begin': { args: z.strictObject({ form: TableForm, head: TableHead }), result: Ref },
  /** Throws `table.not_begun`, `table.too_many` (most). */
  'table.add': {
    args: z.strictObject({ ...Ref.shape, rows: z.array(z.array(Cell).max(60)).max(MOST_AT_ONCE) }),
    result: z.strictObject({}),
  },
  /** Ends the list and asks where it is kept. `about`: what the audit says of it. Throws `table.not_begun`, `file.*`. */
  'table.end': {
    args: z.strictObject({ ...Ref.shape, fileName: z.string().max(120), about: ListAbout.optional() }),
    result: Saved,
  },
  'table.drop': { args: Ref, result: z.strictObject({}) },
} as const
