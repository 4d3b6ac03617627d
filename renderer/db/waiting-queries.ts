import { listRow } from './list-rows.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, ParamsOf } from './query-types.ts'
import { openRecords, startOfMark } from './rows.ts'
import { getTotals, type StoreDatabase, type StoredApplication } from './store.ts'

/** The oldest applications with a mark, and how many there are. */
interface WaitingRead {
  readonly rows: readonly StoredApplication[]
  readonly total: number
}

/** Reads by the index of marks, in which the days of one mark stand in their order. */
export async function readWaiting(
  db: StoreDatabase,
  { mark, limit }: ParamsOf<'applications.waiting'>,
): Promise<WaitingRead> {
  const waiting = db.applications.where('marks').startsWith(startOfMark(mark))
  const [rows, { marks }] = await db.transaction('r', db.applications, db.meta, () =>
    Promise.all([waiting.limit(limit).toArray(), getTotals(db)]),
  )
  return { rows, total: marks[mark] ?? 0 }
}

/** Opens those that wait. */
export async function openWaiting(
  { sealer }: QueryContext,
  { rows, total }: WaitingRead,
): Promise<AnswerOf<'applications.waiting'>> {
  return { rows: (await openRecords(sealer, rows)).flatMap(listRow), total }
}
