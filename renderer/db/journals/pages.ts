import type { StateOf } from '#shared/change/project-view.ts'
import { addDays, type PlainDate, PlainMonth, rangeOfMonth } from '#shared/time/plain-date.ts'
import type { QueryContext } from '../query-context.ts'
import type { EntityState } from '../query-types.ts'
import { openStates } from '../states.ts'
import type { JournalAsked, JournalPage, JournalRow } from './model.ts'

/** Reads a page of a journal. */
export type JournalSource = (context: QueryContext, asked: JournalAsked) => Promise<JournalPage>

/** A page of whole days out of records that were read in the order of their days, one more than the limit. */
export function wholeDays<T>(read: readonly T[], limit: number, dayOf: (one: T) => PlainDate): PlainDate | null {
  const last = read[limit - 1]
  return read.length > limit && last !== undefined ? dayOf(last) : null
}

/** The first day that is still to be read. */
export function startOf({ from, after }: JournalAsked): PlainDate {
  return after === null ? from : addDays(after, 1)
}

/** A journal that is read month by month, the empty months passed over. */
export function byMonth(readMonth: (context: QueryContext, month: PlainMonth) => Promise<JournalRow[]>): JournalSource {
  return async (context, asked) => {
    const rows: JournalRow[] = []
    for (let start = startOf(asked); start <= asked.to; ) {
      const month = PlainMonth.parse(start.slice(0, 7))
      const { to } = rangeOfMonth(month)
      rows.push(...(await readMonth(context, month)).filter(({ day }) => day >= start && day <= asked.to))
      if (rows.length >= asked.limit && to < asked.to) return { rows: inOrder(rows), next: to }
      start = addDays(to, 1)
    }
    return { rows: inOrder(rows), next: null }
  }
}

/** A journal that is short: read as a whole. */
export function asWhole(read: (context: QueryContext, asked: JournalAsked) => Promise<JournalRow[]>): JournalSource {
  return async (context, asked) =>
    asked.after === null ? { rows: inOrder(await read(context, asked)), next: null } : { rows: [], next: null }
}

/** The states of a noun that stand under a tag. */
export async function taggedStates<N extends keyof StateOf>(
  { db, sealer }: QueryContext,
  noun: N,
  text: string,
): Promise<EntityState<N>[]> {
  const tag = await sealer.tag(text)
  const rows = await db.entities.where('tags').equals(tag).toArray()
  return openStates(
    sealer,
    noun,
    rows.filter(row => row.noun === noun),
  )
}

/** By day; of one day in the order it was read. */
function inOrder(rows: readonly JournalRow[]): JournalRow[] {
  return rows.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
