import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { AtDesk } from '../../e2e/pages/at-desk.ts'
import { sitDown } from '../../e2e/pages/at-desk.ts'
import type { Bench } from '../bench.ts'
import type { Row } from '../row.ts'
import { workingDay } from '../stored-desk.ts'

/** A thousand actions folded beside a thousand rows put: whose store it is fills at half the speed of bare rows or better. */
export const rebuild: Row = {
  ...{
    name: 'S9',
    what: 'rebuild from the journal, per 1,000 actions',
    beside: 'bulk put, per 1,000 rows',
    unit: 'ms',
  },
  samples: 1,
  goal: { as: 'ratio', most: 2 },
  open: async bench => {
    let last: Rebuilt | null = null
    return {
      product: async () => {
        last = await rebuilt(bench)
        tasksOf(bench).push(last.longTasks)
        return last.perThousand
      },
      baseline: async () => last?.rawPerThousand ?? Number.NaN,
    }
  },
}

export const longTasks: Row = {
  ...{ name: 'S16', what: 'long tasks: rebuild', beside: '', unit: 'tasks', samples: 1 },
  goal: { as: 'alone', most: 0 },
  open: async bench => ({
    product: async n => tasksOf(bench)[n] ?? (await rebuilt(bench)).longTasks,
    baseline: async () => 0,
  }),
}

interface Rebuilt {
  readonly perThousand: number
  readonly rawPerThousand: number
  readonly longTasks: number
}

function tasksOf(bench: Bench): number[] {
  const known = bench.kept.get('rebuild.tasks') as number[] | undefined
  const tasks = known ?? []
  bench.kept.set('rebuild.tasks', tasks)
  return tasks
}

/** The store of a desk is gone; the program fills it anew, and the same rows are put into a bare database beside it. */
async function rebuilt(bench: Bench): Promise<Rebuilt> {
  const userData = await bench.copy()
  for (const folder of await storeFolders(userData)) await rm(folder, { recursive: true })
  const at = await sitDown('kk', { userData, env: workingDay() })
  try {
    await at.page.evaluate(noteLongTasks)
    await at.page.locator('footer .good').waitFor({ timeout: 3 * 3_600_000 })
    const took = await at.page.evaluate(() => performance.now())
    const longTasks = await at.page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.length)
    const { records } = await bench.making()
    const raw = await rawPut(at)
    return { perThousand: took / (records / 1000), rawPerThousand: raw.took / (raw.rows / 1000), longTasks }
  } finally {
    await at.desk.close()
  }
}

/** Those of before are told too: the observer keeps them. */
function noteLongTasks(): void {
  const page = window as unknown as { longTasks: number[] }
  page.longTasks = []
  new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) page.longTasks.push(Math.round(duration))
  }).observe({ type: 'longtask', buffered: true })
}

async function storeFolders(userData: string): Promise<string[]> {
  const entries = await readdir(path.join(userData, 'profile'), { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory() && /desk\.app.*(\.indexeddb\.leveldb|_0)$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
}

/** Copies every row of the store into a bare database of the same tables and indexes; only the putting is timed. */
function rawPut({ page }: AtDesk): Promise<{ took: number; rows: number }> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const names = (await indexedDB.databases())
      .map(({ name = '' }) => name)
      .filter(name => name.startsWith('qabyldau-'))
    const from = await asked(indexedDB.open(names[0] ?? ''))
    const tables = ['applications', 'entities']
    const opening = indexedDB.open('bench-rows')
    opening.onupgradeneeded = () => {
      for (const table of tables) {
        const store = from.transaction(table).objectStore(table)
        const copy = opening.result.createObjectStore(table, { keyPath: store.keyPath as string })
        for (const name of store.indexNames) {
          const { keyPath, multiEntry } = store.index(name)
          copy.createIndex(name, keyPath, { multiEntry })
        }
      }
    }
    const to = await asked(opening)
    let took = 0
    let count = 0
    for (const table of tables) {
      for (let after: IDBKeyRange | null = null; ; ) {
        const rows: { id: string }[] = await asked(from.transaction(table).objectStore(table).getAll(after, 2000))
        const last = rows.at(-1)
        if (last === undefined) break
        after = IDBKeyRange.lowerBound(last.id, true)
        const started = performance.now()
        const transaction = to.transaction(table, 'readwrite', { durability: 'relaxed' })
        for (const row of rows) transaction.objectStore(table).put(row)
        await new Promise<void>((resolve, reject) => {
          transaction.oncomplete = () => resolve()
          transaction.onerror = () => reject(transaction.error)
        })
        took += performance.now() - started
        count += rows.length
      }
    }
    from.close()
    to.close()
    return { took, rows: count }
  })
}
