import type { ListAbout } from '#shared/audit/model.ts'
import type { Saved } from '#shared/ipc/contract.ts'
import { type Cell, MOST_AT_ONCE, type TableForm, type TableHead } from '#shared/ipc/tables.ts'
import { ok, type Result } from '#shared/result/result.ts'
import { settled } from '../../app/desk.ts'
import { passwordAsked } from '../../components/password-asked.ts'

/** What is written, and who is told how far it is. */
export interface Writing {
  readonly form: TableForm
  readonly head: TableHead
  readonly fileName: string
  /** Rows as they are read. */
  readonly parts: AsyncIterable<readonly (readonly Cell[])[]> | Iterable<readonly (readonly Cell[])[]>
  readonly onRows: (count: number) => void
  readonly signal: AbortSignal
  /** What the audit says of it; the number of rows is counted here. */
  readonly about: Omit<ListAbout, 'count'>
}

/** Writes a list row by row and asks where it is kept; null: it was stopped, and nothing is on the disk. */
export async function writeTable(writing: Writing): Promise<Result<Saved | null>> {
  const { form, head, fileName, parts, onRows, signal, about } = writing
  const begun = await passwordAsked(() => settled(window.desk.tableBegin({ form, head })))
  if (!begun.ok) return begun
  const { id } = begun.value
  let count = 0
  for await (const part of parts) {
    for (let at = 0; at < part.length; at += MOST_AT_ONCE) {
      const rows = part.slice(at, at + MOST_AT_ONCE).map(row => [...row])
      const added = await settled(window.desk.tableAdd({ id, rows }))
      if (!added.ok) return added
      count += rows.length
      onRows(count)
      if (signal.aborted) break
    }
    if (signal.aborted) {
      await settled(window.desk.tableDrop({ id }))
      return ok(null)
    }
  }
  return settled(window.desk.tableEnd({ id, fileName, about: { ...about, count } }))
}
