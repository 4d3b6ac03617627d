import { listRow } from './list-rows.ts'
import type { QueryContext } from './query-context.ts'
import type { ApplicationListRow, EarlierCase, ParamsOf } from './query-types.ts'
import { findState, openRecords } from './rows.ts'
import type { StoredState } from './store.ts'

/** Cases of the person who is being typed: by number, the surest first. */
export async function openEarlier(
  { db, sealer }: QueryContext,
  _: StoredState,
  { person, limit }: ParamsOf<'applications.earlier'>,
): Promise<EarlierCase[]> {
  const cases = new Map<string, EarlierCase>()
  for (const by of ['iin', 'bin', 'phone'] as const) {
    if (person[by] === '') continue
    const rows = await db.applications
      .where('tags')
      .equals(await sealer.tag(`${by}:${person[by]}`))
      .toArray()
    for (const record of await openRecords(
      sealer,
      rows.sort((a, b) => b.day - a.day),
    )) {
      const essence = findState('application', record)?.personal?.essence ?? ''
      for (const row of listRow(record) satisfies ApplicationListRow[]) {
        if (!cases.has(row.id)) cases.set(row.id, { row, essence, by, sameMatter: false })
      }
    }
  }
  return [...cases.values()].slice(0, limit)
}
