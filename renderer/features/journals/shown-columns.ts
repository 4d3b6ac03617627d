import { z } from 'zod'
import { JOURNAL_IDS, type JournalId } from '../../db/journals/model.ts'
import type { JournalColumn } from './column.ts'

/** The columns a person has chosen, by journals: names of columns, nothing of what stands in them. */
const Kept = z.strictObject({
  version: z.literal(1),
  shown: z.partialRecord(z.enum(JOURNAL_IDS), z.array(z.string().max(40)).max(60)),
})
export type ChosenColumns = z.infer<typeof Kept>['shown']

/** What was kept; nothing where it is no such text. */
export function readChosen(text: string | null): ChosenColumns {
  if (text === null) return {}
  try {
    return Kept.safeParse(JSON.parse(text)).data?.shown ?? {}
  } catch {
    return {}
  }
}

/** The text that keeps a choice. */
export function writeChosen(shown: ChosenColumns): string {
  return JSON.stringify({ version: 1, shown } satisfies z.input<typeof Kept>)
}

/** The columns that are seen of a journal, in its own order; never none. */
export function shownOf(
  columns: readonly JournalColumn[],
  chosen: ChosenColumns,
  journal: JournalId,
): readonly JournalColumn[] {
  const keys = chosen[journal]
  const shown = columns.filter(({ key, isShown }) => (keys === undefined ? isShown : keys.includes(key)))
  return shown.length === 0 ? columns.slice(0, 1) : shown
}
