import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '#test/e2e/launch/launch.ts'
import {
  call,
  FULL,
  makeDesk,
  newFolder,
  remove,
  startDesk,
  storeFigures,
  storeFolders,
  whenReady,
  writeJournal,
} from './product-rig.ts'

/** Records, and the seconds in which all of them are to be back on an idle machine. */
const SIZES = FULL
  ? [
      { rows: 10_000, goal: 10 },
      { rows: 50_000, goal: 45 },
    ]
  : [{ rows: 1000, goal: 10 }]
/** What the rebuild may take beside a start of the whole store, in times of what bare Dexie takes for as many records. */
const MOST = 8

let place: string

beforeAll(async () => {
  place = await newFolder('restore')
})
afterAll(() => remove(place))

test.each(SIZES)(
  'a store of $rows records that was deleted is back',
  async ({ rows, goal }) => {
    const userData = await makeDesk(rows, await writeJournal(place, rows))
    const usual = await startWhole(userData)
    for (const folder of await storeFolders(userData)) await rm(folder, { recursive: true })
    const since = performance.now()
    const seconds = () => (performance.now() - since) / 1000
    const desk = await startDesk({ userData })
    try {
      await whenReady(desk.page)
      const ready = seconds()
      await expect
        .poll(async () => (await storeFigures(desk.page)).applications, { timeout: 600_000, interval: 200 })
        .toBe(rows)
      const whole = seconds()
      const raw = await rawPut(desk.page, rows)
      const told = [ready, whole, raw].map(figure => figure.toFixed(1))
      const words = `ready after ${told[0]} s, whole after ${told[1]} s (goal ${goal} s), bare Dexie ${told[2]} s`
      console.log(`${rows} records: ${words}`)
      expect(await call(desk.page, 'journalVerify')).toMatchObject({ brokenAt: null })
      expect(whole).toBeLessThan(3 * usual + MOST * raw)
    } finally {
      await desk.close()
      await remove(userData)
    }
  },
  1_800_000,
)

/** Seconds in which a desk with its store stands open. */
async function startWhole(userData: string): Promise<number> {
  const since = performance.now()
  const desk = await startDesk({ userData })
  try {
    await whenReady(desk.page)
    const seconds = (performance.now() - since) / 1000
    expect(await desk.quit()).toBe(0)
    return seconds
  } finally {
    await desk.close()
  }
}

/** Seconds in which Dexie puts so many records of 2 KB in the same page. */
async function rawPut(page: Page, rows: number): Promise<number> {
  await page.addInitScript({ path: path.join(root, 'node_modules/dexie/dist/dexie.js') })
  await page.reload()
  await whenReady(page)
  return page.evaluate(async count => {
    type Raw = {
      version: (n: number) => { stores: (s: object) => void }
      table: (n: string) => { bulkPut: (rows: object[]) => Promise<void> }
    }
    const { Dexie } = window as unknown as { Dexie: new (name: string) => Raw }
    const db = new Dexie('raw-records')
    db.version(1).stores({ records: 'id' })
    const since = performance.now()
    for (let from = 0; from < count; from += 1000) {
      const records = Array.from({ length: Math.min(1000, count - from) }, (_, index) => ({
        id: from + index,
        sealed: crypto.getRandomValues(new Uint8Array(2048)),
      }))
      await db.table('records').bulkPut(records)
    }
    return (performance.now() - since) / 1000
  }, rows)
}
