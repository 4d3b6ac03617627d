import { open, readFile, rm, stat, truncate } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { patternOf, rawWords } from '#test/e2e/pages/words.ts'
import { seeded } from '#test/fixtures/import/vary-journal.ts'
import {
  copyOf,
  expectWhole,
  FULL,
  filesUnder,
  importWhole,
  logOf,
  makeDesk,
  newFolder,
  passFirstRun,
  remove,
  startDesk,
  storeFolders,
  whenReady,
  writeJournal,
} from './product-rig.ts'

const ROWS = 400
const SEED = Number(process.env.QABYLDAU_SEED ?? 20261122)
const FLIPS = FULL ? 20 : 1
const TOLD = patternOf(rawWords('kk', 'notice.store_rebuilt'))
const random = seeded(SEED)

let place: string
let csv: string
let prepared: string
const figures: Record<string, string> = {}

beforeAll(async () => {
  place = await newFolder('store')
  csv = await writeJournal(place, ROWS)
  prepared = await makeDesk(ROWS, csv)
})

afterAll(async () => {
  console.log(`store damaged, seed ${SEED}: ${JSON.stringify(figures)}`)
  await Promise.all([place, prepared].map(remove))
})

async function storeFiles(userData: string, name: RegExp): Promise<string[]> {
  const [folder = ''] = await storeFolders(userData)
  const files = (await filesUnder(folder)).filter(file => name.test(path.basename(file)))
  if (files.length === 0) throw new Error(`no file of the store is like ${name}`)
  return files.map(file => path.join(folder, file))
}

async function flipByte(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  const { size } = await handle.stat()
  const at = Math.floor(random() * size)
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at)
  buffer[0] = (buffer[0] ?? 0) ^ 0x10
  await handle.write(buffer, 0, 1, at)
  await handle.close()
}

async function cutFiles(userData: string, to: (size: number) => number, name: RegExp): Promise<void> {
  for (const file of await storeFiles(userData, name)) await truncate(file, to((await stat(file)).size))
}

const profile = (userData: string) => rm(path.join(userData, 'profile'), { recursive: true })
const sentinel = (userData: string) => rm(path.join(userData, 'desk-data/sentinel.json'))
const half = (size: number) => Math.floor(size / 2)
const DATA = /\.(log|ldb)$/

const DAMAGE: Record<string, (userData: string) => Promise<unknown>> = {
  'the folder of the store deleted': async userData => {
    for (const folder of await storeFolders(userData)) await rm(folder, { recursive: true })
  },
  'its files cut in half': userData => cutFiles(userData, half, DATA),
  'its files emptied': userData => cutFiles(userData, () => 0, DATA),
  'CURRENT emptied': userData => cutFiles(userData, () => 0, /^CURRENT$/),
  'MANIFEST removed': async userData => {
    for (const file of await storeFiles(userData, /^MANIFEST/)) await rm(file)
  },
  "Chromium's whole profile deleted": profile,
  'what main remembers of the store deleted': sentinel,
  'the profile and what main remembers deleted': userData => Promise.all([profile(userData), sentinel(userData)]),
}

async function startDamaged(name: string, damage: (userData: string) => Promise<unknown>): Promise<boolean> {
  const userData = await copyOf(prepared)
  await damage(userData)
  const since = performance.now()
  const desk = await startDesk({ userData })
  try {
    await whenReady(desk.page)
    const seconds = ((performance.now() - since) / 1000).toFixed(1)
    await expectWhole(desk.page, ROWS)
    const log = (await logOf(userData)).filter(line => line.event === 'store.rebuilt')
    const told = await desk.page.getByText(TOLD).count()
    figures[name] = `${log.map(line => line.code).join()} ${seconds} s`
    // Each rebuild is told to the person, and nothing is told where the store was whole.
    expect(told).toBe(Math.min(1, log.length))
    return told > 0
  } finally {
    await desk.close()
    await remove(userData)
  }
}

test.each(Object.keys(DAMAGE))('%s: the lists are all back, and the person is told', async name => {
  expect(await startDamaged(name, DAMAGE[name] ?? profile)).toBe(true)
})

test(
  `one byte of a data file flipped, ${FLIPS} times: never a wrong list, never one without a word`,
  async () => {
    let told = 0
    for (let flip = 1; flip <= FLIPS; flip++) {
      const flipAll = async (userData: string) => {
        for (const file of await storeFiles(userData, DATA)) if ((await readFile(file)).length > 0) await flipByte(file)
      }
      told += (await startDamaged(`byte flipped ${flip}`, flipAll)) ? 1 : 0
    }
    figures['bytes flipped, told'] = `${told} of ${FLIPS}`
  },
  60_000 + FLIPS * 20_000,
)

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
