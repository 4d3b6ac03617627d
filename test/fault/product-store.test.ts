import { cp, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from '#test/e2e/launch/launch.ts'
import { exportList } from '#test/e2e/pages/applications.ts'
import { atDesk } from '#test/e2e/pages/at-desk.ts'
import { goTo, savedSentence } from '#test/e2e/pages/frame.ts'
import { patternOf, rawWords } from '#test/e2e/pages/words.ts'
import { seeded } from '#test/fixtures/import/vary-journal.ts'
import { BACKENDS, type Backend, surroundingsOf } from './backends.ts'
import { count } from './counted.ts'
import {
  copyOf,
  expectWhole,
  FULL,
  importWhole,
  logOf,
  makeDesk,
  newFolder,
  passFirstRun,
  remove,
  startDesk,
  whenReady,
  writeJournal,
} from './product-rig.ts'
import { DAMAGE, type Damage, FLIPS, FLIPS_OF_A_LARGE_STORE, flip, OF_A_LARGE_STORE } from './store-damage.ts'

/** So many that LevelDB has written tables; in the short form as few as show the damage. */
const ROWS = Number(process.env.QABYLDAU_ROWS ?? (FULL ? 4000 : 400))
const SEED = Number(process.env.QABYLDAU_SEED ?? 20261122)
const TIMES = Number(process.env.QABYLDAU_TIMES ?? (FULL ? 20 : 1))
/** Seconds after the start of the program in which the screens say what is happening, half of the time: the goal, and what a busy machine may need. */
const TOLD_IN = FULL ? 3 : 30
const TOLD = patternOf(rawWords('kk', 'notice.store_rebuilt'))
/** What the screens say while the lists are not there: that they are read, that they are built anew, that they were. */
const SAID = (['status.reading', 'status.filling', 'filling.sentence', 'notice.store_rebuilt'] as const)
  .map(key => patternOf(rawWords('kk', key)).source)
  .join('|')
const random = seeded(SEED)

/** The short form takes a few of each: what each backend does of its own accord, and what it does not notice. */
const SHORT = new Set([
  ...['the folder of the store deleted', 'the profile and what main remembers deleted'],
  ...['its files cut in half', 'CURRENT emptied', 'MANIFEST removed', '4 KiB of zeros in the log', 'the header broken'],
  'the id of a row renamed',
])

/** SQLite has free pages: where one of them is hit every row still reads, and there is nothing to tell. */
const MAY_SPOIL_NOTHING = new Set(['4 KiB of zeros in the middle', 'the last page cut off'])

let place: string
let csv: string
const prepared = {} as Record<Backend, string>
const surroundings = {} as Record<Backend, Record<string, string>>
const figures: Record<string, string> = {}
/** Seconds from the start of the program to the words. */
const toldAfter: number[] = []

beforeAll(async () => {
  place = await newFolder('store')
  csv = await writeJournal(place, ROWS)
  for (const backend of BACKENDS) {
    surroundings[backend] = await surroundingsOf(backend, place)
    prepared[backend] = await makeDesk(ROWS, csv, surroundings[backend])
  }
}, 300_000)

afterAll(async () => {
  console.log(`store of ${ROWS} rows damaged, seed ${SEED}: ${JSON.stringify(figures, null, 1)}`)
  await Promise.all([place, ...Object.values(prepared)].map(remove))
})

/** Rows that the program leaves out of a file of the whole list: each was to be read and opened for it. */
async function missingOnFile(desk: Desk): Promise<number[]> {
  const at = atDesk(desk, 'kk')
  const file = path.join(place, 'list.xlsx')
  for (let time = 1; ; time++) {
    await whenReady(desk.page)
    await goTo(at, 'applications')
    await exportList(at, file)
    // Where the question finds the store broken it is built anew, and the screen with it: then it is asked again.
    const saved = savedSentence(at).then(
      () => true,
      () => false,
    )
    if (time < 3 && !(await Promise.race([saved, pass(8_000, false)]))) continue
    if (!(await saved)) throw new Error(`not written: ${await desk.page.getByRole('alert').allInnerTexts()}`)
    const parts = unzipSync(await readFile(file))
    await rm(file)
    const texts = Object.values(parts).map(bytes => Buffer.from(bytes).toString('utf8'))
    const found = new Set(texts.flatMap(text => [...text.matchAll(/Тексеров(\d+)/g)].map(([, row]) => Number(row))))
    return Array.from({ length: ROWS }, (_, row) => row).filter(row => !found.has(row))
  }
}

/** Starts over a damaged store: whole lists in the end, and whether the person was told. Says when that was. */
async function startOver(backend: Backend, name: string, userData: string): Promise<boolean> {
  const before = (await logOf(userData)).length
  const since = performance.now()
  const desk = await startDesk({ userData, env: surroundings[backend] })
  const seconds = () => (performance.now() - since) / 1000
  try {
    const opened = seconds()
    const words = desk.page.getByText(new RegExp(SAID)).first().waitFor({ timeout: 60_000 })
    await Promise.race([words.catch(() => undefined), whenReady(desk.page)])
    const said = seconds()
    await whenReady(desk.page)
    const ready = seconds()
    await expectWhole(desk.page, ROWS)
    const counted = seconds()
    const missing = await missingOnFile(desk)
    expect(missing, `${name}: ${JSON.stringify((await logOf(userData)).slice(before))}`).toEqual([])
    await whenReady(desk.page)
    const log = (await logOf(userData)).slice(before).filter(line => line.event === 'store.rebuilt')
    const told = await desk.page.getByText(TOLD).count()
    const codes = log.map(line => line.code).join()
    const [page, saying, lists, whole] = [opened, said, ready, counted].map(one => one.toFixed(1))
    figures[`${backend}: ${name}`] = `${codes} page ${page} s, words ${saying} s, ready ${lists} s, whole ${whole} s`
    if (told > 0) toldAfter.push(said)
    // Each rebuild is told to the person, and nothing is told where the store was whole.
    expect(told).toBe(Math.min(1, log.length))
    return told > 0
  } finally {
    await desk.close()
  }
}

async function startDamaged(backend: Backend, name: string, damage: Damage): Promise<boolean> {
  const userData = await copyOf(prepared[backend])
  try {
    await damage(userData)
    return await startOver(backend, name, userData)
  } finally {
    await remove(userData)
  }
}

describe.each(BACKENDS)('a store in %s', backend => {
  const all = { ...DAMAGE[backend], ...(FULL && backend === 'LevelDB' ? OF_A_LARGE_STORE : {}) }
  const names = Object.keys(all).filter(name => FULL || SHORT.has(name))

  test.each(names)('%s: the lists are all back, and the person is told', async name => {
    const told = await startDamaged(backend, name, all[name] as Damage)
    count('damaged stores', backend, 1, { unclear: told || MAY_SPOIL_NOTHING.has(name) ? 0 : 1 })
  })

  const places = { ...FLIPS[backend], ...(FULL && backend === 'LevelDB' ? FLIPS_OF_A_LARGE_STORE : {}) }
  test.each(Object.entries(places))(
    `one byte %s flipped, ${TIMES} times: never a wrong list, never one without a word`,
    async (where, files) => {
      let told = 0
      for (let time = 1; time <= TIMES; time++) {
        told += (await startDamaged(backend, `byte ${where} flipped ${time}`, flip(files, random))) ? 1 : 0
        count('damaged stores', `${backend}, a byte ${where} flipped`, 1)
      }
      figures[`${backend}: bytes ${where} flipped, told`] = `${told} of ${TIMES}`
    },
    60_000 + TIMES * 60_000,
  )

  const other = backend === 'LevelDB' ? 'SQLite' : 'LevelDB'
  test(`opened by a Chromium with ${other}, and by its own again: the lists are all there each time`, async () => {
    const userData = await copyOf(prepared[backend])
    try {
      const first = await startOver(other, `made in ${backend}`, userData)
      const again = await startOver(backend, `opened in ${other} between`, userData)
      count('damaged stores', `${backend}, opened by the other backend`, 2, { unclear: first || again ? 0 : 1 })
    } finally {
      await remove(userData)
    }
  })
})

test('the data folder put back to an older copy: the lists follow the journal, and nobody is told that nothing is lost', async () => {
  const userData = await copyOf(prepared.LevelDB)
  const more = await writeJournal(place, 2 * ROWS)
  let desk = await startDesk({ userData, env: surroundings.LevelDB })
  try {
    expect(await importWhole(desk, more)).toMatchObject({ state: 'done' })
    await expectWhole(desk.page, 2 * ROWS)
    expect(await desk.quit()).toBe(0)
    await desk.close()
    await rm(path.join(userData, 'desk-data'), { recursive: true })
    await cp(path.join(prepared.LevelDB, 'desk-data'), path.join(userData, 'desk-data'), { recursive: true })
    desk = await startDesk({ userData, env: surroundings.LevelDB })
    await expectWhole(desk.page, ROWS)
    expect(await desk.page.getByText(patternOf(rawWords('kk', 'notice.store_ahead'))).count()).toBe(1)
    expect(await desk.page.getByText(TOLD).count()).toBe(0)
  } finally {
    await desk.close()
    await remove(userData)
  }
})

test('the first start, the first list and the next start say nothing of a rebuilt store', async () => {
  const userData = await newFolder('first')
  let desk = await startDesk({ userData })
  try {
    await passFirstRun(desk)
    expect(await desk.page.getByText(TOLD).count()).toBe(0)
    await importWhole(desk, csv)
    await expectWhole(desk.page, ROWS)
    expect(await desk.quit()).toBe(0)
    await desk.close()
    desk = await startDesk({ userData })
    await expectWhole(desk.page, ROWS)
    expect(await desk.page.getByText(TOLD).count()).toBe(0)
    expect((await logOf(userData)).map(line => line.event)).toEqual([
      'program.started',
      'program.ended',
      'program.started',
    ])
  } finally {
    await desk.close()
    await remove(userData)
  }
})

test(`half of the time the screens say what is happening within ${TOLD_IN} s of the start of the program`, () => {
  const sorted = toldAfter.toSorted((one, other) => one - other)
  const [median = Number.POSITIVE_INFINITY, latest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)]
  console.log(`told after ${median.toFixed(2)} s (median of ${sorted.length}), ${latest?.toFixed(2)} s at the latest`)
  expect(median).toBeLessThan(TOLD_IN)
})
