import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Folder } from '#renderer/db/folder.ts'
import { Lines } from '#renderer/db/lines.ts'
import { createStore } from '#renderer/db/open-store.ts'
import { openRecords } from '#renderer/db/rows.ts'
import { makeSealer, type Sealer } from '#renderer/db/seal.ts'
import { SearchIndex } from '#renderer/db/search-index.ts'
import { getState, type StoreDatabase } from '#renderer/db/store.ts'
import { type Action, type Cursor, chainPlaceOf } from '#shared/change/action.ts'
import { history, write } from './history.ts'
import { failPuts, TestMachine } from './kit.ts'

const SEED = Number(process.env.QABYLDAU_SEED ?? 20261123)
const KEYS = () => ({ store: new Uint8Array(32).fill(7), index: new Uint8Array(32).fill(9) })

/** All that stands on the disk, opened: sealing the same twice gives other bytes. */
async function onDisk(db: StoreDatabase, sealer: Sealer) {
  const [applications, entities, days, figures, totals, state] = await Promise.all([
    db.applications.toArray(),
    db.entities.toArray(),
    db.days.toArray(),
    db.figures.toArray(),
    db.meta.get('totals'),
    getState(db),
  ])
  const { storeId: _, check: __, ...reached } = state
  return {
    records: await openRecords(sealer, [...applications, ...entities]),
    days: await Promise.all(days.map(({ day, sealed }) => sealer.open('days', day, sealed))),
    figures: await Promise.all(figures.map(({ day, sealed }) => sealer.open('figures', day, sealed))),
    totals,
    reached,
  }
}

function pagesOf(actions: readonly Action[], size: number) {
  let from: Cursor = {}
  return Array.from({ length: Math.ceil(actions.length / size) }, (_, page) => {
    const own = actions.slice(page * size, (page + 1) * size)
    const next = { ...from }
    for (const { id } of own) next[chainPlaceOf(id).installation] = chainPlaceOf(id).sequence
    const one = { actions: own, from, next }
    from = next
    return one
  })
}

async function openFolder(db: StoreDatabase, sealer: Sealer): Promise<Folder> {
  const folder = new Folder(db, sealer, new SearchIndex(), new Lines(true))
  await folder.start()
  return folder
}

it('what is read from the moment of the telling is what the fold has written', async () => {
  const sealer = await makeSealer(KEYS(), globalThis.crypto)
  await fc.assert(
    fc.asyncProperty(history, fc.integer({ min: 1, max: 9 }), async (steps, size) => {
      const { db } = await createStore(new TestMachine(), sealer, null)
      const folder = await openFolder(db, sealer)
      for (const page of pagesOf(write(steps), size)) {
        let reading: ReturnType<typeof onDisk> | null = null
        await folder.fold(page, () => {
          reading = onDisk(db, sealer)
        })
        expect(reading).not.toBeNull()
        expect(await reading).toEqual(await onDisk(db, sealer))
      }
      db.close()
    }),
    { seed: SEED, numRuns: 40, verbose: fc.VerbosityLevel.Verbose },
  )
})

it('folds whose writing fails now and then come to the same as those that never failed', async () => {
  const sealer = await makeSealer(KEYS(), globalThis.crypto)
  const failing = fc.array(fc.nat(3), { maxLength: 12 })
  let failed = 0
  await fc.assert(
    fc.asyncProperty(history, fc.integer({ min: 1, max: 9 }), failing, async (steps, size, fails) => {
      const { db } = await createStore(new TestMachine(), sealer, null)
      const { db: other } = await createStore(new TestMachine(), sealer, null)
      const [folder, calm] = [await openFolder(db, sealer), await openFolder(other, sealer)]
      for (const [at, page] of pagesOf(write(steps), size).entries()) {
        let told = 0
        const fold = () =>
          folder.fold(page, moved => {
            told += Number(moved !== null && moved !== 'any')
          })
        for (let time = 0; time < (fails[at] ?? 0); time += 1) {
          const put = failPuts('meta', 1, new DOMException('full', 'QuotaExceededError'))
          await expect(fold()).rejects.toThrow('full')
          put.restore()
          failed += 1
        }
        const state = await fold()
        await calm.fold(page)
        expect(told).toBe(1)
        const { storeId: _, check: __, ...reached } = state
        expect((await onDisk(db, sealer)).reached).toEqual(reached)
      }
      expect(await onDisk(db, sealer)).toEqual(await onDisk(other, sealer))
      db.close()
      other.close()
    }),
    { seed: SEED, numRuns: 40, verbose: fc.VerbosityLevel.Verbose },
  )
  expect(failed).toBeGreaterThan(50)
})
