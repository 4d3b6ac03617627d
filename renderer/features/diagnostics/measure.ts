import { median, type PageSpeed } from '#shared/diagnostics/speed.ts'
import type { Quarter } from '#shared/time/plain-date.ts'
import type { StoreClient } from '../../db/client.ts'

const ROUNDS = 5
/** A surname that is common everywhere, begun in letters of the other alphabet. */
const TYPED = 'Ahmet'

/** What a person waits for on the screens, measured on the lists of this desk: milliseconds, medians. */
export async function measurePage(store: StoreClient, quarter: Quarter): Promise<PageSpeed> {
  const took = async (ask: () => Promise<unknown>): Promise<number> => {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now()
      await ask()
      times.push(performance.now() - began)
    }
    return median(times) ?? 0
  }
  return {
    list: await took(() => store.query('applications.page', { filter: {}, after: null, limit: 50 })),
    search: await took(() => store.query('applications.search', { text: TYPED, limit: 50 })),
    report: await took(() => store.query('figures.quarter', { quarter })),
    start: store.openedAfter(),
  }
}
