import type { BenchPage } from './in-page.ts'

/** What the bench of the report keeps in the page. */
export interface ReportPage extends BenchPage {
  rows: { table(name: string): RawTable; close(): void }
  longTasks: number[]
}

interface RawTable {
  bulkAdd(rows: unknown): Promise<void>
  where(index: string): {
    between(
      from: unknown,
      to: unknown,
      withFrom: boolean,
      withTo: boolean,
    ): { limit(n: number): { toArray(): Promise<RawRow[]> } }
  }
}

interface RawRow {
  readonly id: number
  readonly day: string
  readonly [field: string]: unknown
}

/** A page of actions into the store worker; the milliseconds until it is folded. */
export function foldPage(page: {
  actions: unknown[]
  installation: string
  before: number
  atEnd: boolean
}): Promise<number> {
  const { storeWorker } = window as unknown as BenchPage
  const { actions, installation, before, atEnd } = page
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const heard = ({ data }: MessageEvent) => {
      if (data.kind !== 'folded' && data.kind !== 'failed') return
      storeWorker.removeEventListener('message', heard)
      if (data.kind === 'failed') reject(new Error(JSON.stringify(data.error)))
      else resolve(performance.now() - started)
    }
    storeWorker.addEventListener('message', heard)
    const from = { [installation]: before }
    const next = { [installation]: before + actions.length }
    storeWorker.postMessage({ kind: 'fold', page: { actions, from, next }, atEnd })
  })
}

/** Dexie as it is, the same applications in clear under their days: what a program without sums would read. */
export async function fillRows(rows: readonly object[]): Promise<void> {
  const page = window as unknown as ReportPage & { Dexie: new (name: string) => ReportPage['rows'] }
  const raw = new page.Dexie('bench-rows') as ReportPage['rows'] & {
    version(n: number): { stores(schema: object): void }
    open(): Promise<void>
  }
  raw.version(1).stores({ rows: '++id, [day+id]' })
  await raw.open()
  for (let at = 0; at < rows.length; at += 4000) await raw.table('rows').bulkAdd(rows.slice(at, at + 4000))
  page.rows = raw
}

/** The loop somebody would write by hand: four thousand rows at a time, every count of both quarters in one go. */
export async function loopOver(periods: readonly unknown[]): Promise<number> {
  const table = (window as unknown as ReportPage).rows.table('rows')
  const fields = ['channel', 'outcome', 'result', 'topic', 'district', 'category', 'language', 'official', 'applicant']
  const started = performance.now()
  for (const { from, to } of periods as { from: string; to: string }[]) {
    const sums: Record<string, number> = {}
    let after: unknown[] = [from, 0]
    for (;;) {
      const rows = await table
        .where('[day+id]')
        .between(after, [to, Number.MAX_SAFE_INTEGER], false, true)
        .limit(4000)
        .toArray()
      for (const row of rows) {
        for (const field of fields) {
          const key = `${field}.${row[field]}`
          sums[key] = (sums[key] ?? 0) + 1
        }
      }
      const last = rows.at(-1)
      if (last === undefined || rows.length < 4000) break
      after = [last.day, last.id]
    }
  }
  return performance.now() - started
}

/** All a report asks of the store, as its screen asks it; the milliseconds until it is there. */
export async function measuredReport([quarter, before]: readonly [string, string]) {
  const { ask } = window as unknown as BenchPage
  const started = performance.now()
  const [current, previous, ofCurrent, ofPrevious, officials] = await Promise.all([
    ask('counts.quarter', { quarter }),
    ask('counts.quarter', { quarter: before }),
    ask('figures.quarter', { quarter }),
    ask('figures.quarter', { quarter: before }),
    ask('officials.all', {}),
    ask('entries.all', {}),
    ask('office.current', {}),
  ])
  const took = performance.now() - started
  return {
    took,
    data: { quarter, current, previous, figures: { current: ofCurrent, previous: ofPrevious }, officials },
  }
}

/** Each question alone, one after another: which of them the time goes to. */
export async function measuredEach(quarter: string): Promise<Record<string, number>> {
  const { ask } = window as unknown as BenchPage
  const took: Record<string, number> = {}
  for (const name of ['counts.quarter', 'figures.quarter', 'officials.all', 'entries.all', 'office.current']) {
    const started = performance.now()
    await ask(name, name.endsWith('quarter') ? { quarter } : {})
    took[name] = Math.round(10 * (performance.now() - started)) / 10
  }
  return took
}

/** From now on every task of the page over 50 ms is noted. */
export function watchLong(): void {
  const page = window as unknown as ReportPage
  page.longTasks = []
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) page.longTasks.push(Math.round(duration))
  }).observe({ type: 'longtask' })
}
