import { marksOf } from '#shared/change/project-view.ts'
import { listRow } from './list-rows.ts'
import type { QueryContext } from './query-context.ts'
import type { AnswerOf, ParamsOf } from './query-types.ts'
import { openRecords } from './rows.ts'
import type { StoreDatabase, StoredApplication } from './store.ts'

/** The applications, oldest first. */
export async function readWaiting(db: StoreDatabase): Promise<StoredApplication[]> {
  return db.applications.orderBy('[day+id]').toArray()
}

/** Those that wait for what was asked. */
export async function openWaiting(
  { sealer }: QueryContext,
  rows: readonly StoredApplication[],
  { mark, limit }: ParamsOf<'applications.waiting'>,
): Promise<AnswerOf<'applications.waiting'>> {
  const records = (await openRecords(sealer, rows)).filter(record => marksOf(record.view).includes(mark))
  return { rows: records.slice(0, limit).flatMap(listRow), total: records.length }
}
