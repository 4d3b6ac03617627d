import type { QuarterlyData } from '#shared/ipc/documents.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type PlainDate, type Quarter, quarterAYearBefore } from '#shared/time/plain-date.ts'
import type { StoreClient } from '../../db/client.ts'

/** The data of a quarterly report: this quarter beside the same of last year, null where the store has nothing of it. */
export async function findQuarterlyData(
  store: StoreClient,
  quarter: Quarter,
  preparedOn: PlainDate,
): Promise<QuarterlyData> {
  const before = quarterAYearBefore(quarter)
  const [current, previous, ofCurrent, ofPrevious, officials, entries, office] = await Promise.all([
    store.query('counts.quarter', { quarter }),
    store.query('counts.quarter', { quarter: before }),
    store.query('figures.quarter', { quarter }),
    store.query('figures.quarter', { quarter: before }),
    store.query('officials.all', {}),
    store.query('entries.all', {}),
    store.query('office.current', {}),
  ])
  if (!office?.office) throw new ExpectedError('desk.not_ready')
  return {
    quarter,
    current,
    previous: previous.rows === 0 ? null : previous,
    figures: { current: ofCurrent, previous: previous.rows === 0 ? null : ofPrevious },
    officials: [...officials],
    entries: entries.flatMap(({ directory, entry }) =>
      directory !== null && entry !== null ? [{ directory, entry }] : [],
    ),
    office: office.office,
    preparedOn,
  }
}
