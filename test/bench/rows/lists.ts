import { CODES } from '#test/fixtures/history/town.ts'
import type { BenchWindow } from '../bench.ts'
import type { Row } from '../row.ts'

/** Pages that are turned at most on the way down a list. */
const MOST_PAGES = 400

export const byDay = ofList('applications, the newest first', { filter: {} })
export const byNameOrder = ofList('applications by name', { filter: {}, sort: 'name' })
export const narrowed = ofList('applications of one district', {
  filter: { facets: [{ facet: 'byDistrict', codes: [CODES.district[0]] }] },
})

export const ofJournal: Row = {
  ...{ name: 'S7', what: 'journal of registrations: any page', beside: 'its first page', unit: 'ms', samples: 10 },
  goal: { as: 'ratio', most: 1.2 },
  open: async bench => {
    const page = await bench.page()
    const asked = { journal: 'registrations', from: '2016-10-01', to: '2026-09-30', limit: 50 }
    const timed = (after: string | null) =>
      page.evaluate(given => (window as unknown as BenchWindow).timed('journals.page', given), { ...asked, after })
    const any = (n: number) => `${2017 + ((n * 7) % 9)}-0${1 + ((n * 5) % 9)}-1${n % 10}`
    return { product: n => timed(any(n)), baseline: () => timed(null) }
  },
}

function ofList(what: string, asked: { filter: object; sort?: 'name' }): Row {
  return {
    ...{ name: 'S7', what: `${what}: any page`, beside: 'its first page', unit: 'ms', samples: 10 },
    goal: { as: 'ratio', most: 1.2 },
    open: async bench => {
      const page = await bench.page()
      const keys = await page.evaluate(keysDown, { asked, most: MOST_PAGES })
      const timed = (after: unknown) =>
        page.evaluate(given => (window as unknown as BenchWindow).timed('applications.page', given), {
          ...{ ...asked, limit: 50 },
          after,
        })
      return { product: n => timed(keys[(n * 17 + 5) % keys.length]), baseline: () => timed(null) }
    },
  }
}

/** Where the pages of a list begin, on the way down. */
async function keysDown({ asked, most }: { asked: object; most: number }): Promise<unknown[]> {
  const keys: unknown[] = []
  for (let after: unknown = null; keys.length < most; ) {
    const page = await (window as unknown as BenchWindow).ask('applications.page', { ...asked, after, limit: 50 })
    after = (page as { next: unknown }).next
    if (after === null) break
    keys.push(after)
  }
  if (keys.length === 0) throw new Error('a list of one page')
  return keys
}
