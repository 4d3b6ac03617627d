import { setTimeout as pass } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportProgress } from '#shared/ipc/imports.ts'
import { seeded } from '#test/fixtures/import/vary-journal.ts'
import { count } from './counted.ts'
import { killAndReturn, pidsOf, TARGETS, type Target } from './killing.ts'
import {
  actionsOf,
  beginImport,
  copyOf,
  expectWhole,
  FULL,
  importWhole,
  makeDesk,
  newFolder,
  remove,
  rowsOf,
  startDesk,
  writeJournal,
} from './product-rig.ts'

const ROWS = 1000
/** Words of main while so many come in: of the beginning, of each five hundred, of the end. */
const WORDS = 4
const SEED = Number(process.env.QABYLDAU_SEED ?? 20261122)
/** Each target once; `npm run test:full -- fault` kills fifty times. */
const MOMENTS = FULL ? 50 : 3

let place: string
let csv: string
let prepared: string
const figures = { moments: 0, acknowledged: 0, lost: 0, doubled: 0, cutShort: 0, backMs: [] as number[] }

beforeAll(async () => {
  place = await newFolder('kill')
  csv = await writeJournal(place, ROWS)
  prepared = await makeDesk(0, csv)
})

afterAll(async () => {
  console.log(`killed, seed ${SEED}: ${JSON.stringify({ ...figures, backMs: Math.max(0, ...figures.backMs) })}`)
  await Promise.all([place, prepared].map(remove))
})

const random = seeded(SEED)
const moments = Array.from({ length: MOMENTS }, (_, index) => ({
  moment: index + 1,
  target: TARGETS[index % TARGETS.length] as Target,
  after: Math.floor(random() * WORDS),
  later: Math.floor(random() * 60),
}))

test.each(moments)(
  '$target killed, moment $moment: after $after words of main and $later ms',
  async ({ target, after, later }) => {
    const userData = await copyOf(prepared)
    let desk = await startDesk({ userData })
    try {
      const pids = await pidsOf(desk, target)
      const told: ImportProgress[] = []
      await beginImport(desk, csv, told)
      await expect.poll(() => told.length >= after, { timeout: 60_000, interval: 1 }).toBe(true)
      await pass(later)
      const kept = told.at(-1)?.kept ?? 0
      desk = await killAndReturn(desk, target, pids, milliseconds => figures.backMs.push(milliseconds))
      const rows = rowsOf(await actionsOf(desk.page))
      const lost = Array.from({ length: kept }, (_, row) => row).filter(row => !rows.includes(row))
      const repeated = await importWhole(desk, csv)
      expect(repeated).toMatchObject({ state: 'done', done: ROWS })
      const actions = await actionsOf(desk.page)
      const final = rowsOf(actions)
      figures.moments += 1
      figures.acknowledged += kept
      figures.lost += lost.length
      figures.doubled += final.length - new Set(final).size
      figures.cutShort += kept < ROWS ? 1 : 0
      count('kills of the program', `${target}, while a journal is imported`, 1, {
        lost: lost.length,
        doubled: final.length - new Set(final).size,
      })
      await expectWhole(desk.page, ROWS, actions)
    } finally {
      await desk.close()
      await remove(userData)
    }
  },
)
