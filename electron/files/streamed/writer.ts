import type { Cell, TableForm, TableHead } from '#shared/ipc/tables.ts'
import { csvTable } from './csv-table.ts'
import { xlsxTable } from './xlsx-table.ts'

/** A list that is written as its rows come. */
export interface TableWriter {
  readonly add: (rows: readonly (readonly Cell[])[]) => Promise<void>
  /** The whole file; nothing may be added after it. */
  readonly end: () => Promise<Uint8Array>
}

const WRITERS = { xlsx: xlsxTable, csv: csvTable } as const satisfies Record<
  TableForm,
  (head: TableHead) => TableWriter
>

/** Begins a list in a form. */
export function tableWriter(form: TableForm, head: TableHead): TableWriter {
  return WRITERS[form](head)
}
