import fc from 'fast-check'
import { expect, it } from 'vitest'
import { endingAt } from '#renderer/db/cursors.ts'
import { Folder } from '#renderer/db/folder.ts'
import { Lines } from '#renderer/db/lines.ts'
import { createStore } from '#renderer/db/open-store.ts'
import { openRecords } from '#renderer/db/rows.ts'
import { makeSealer, type Sealer } from '#renderer/db/seal.ts'
import { SearchIndex } from '#renderer/db/search-index.ts'
import { getState, type StoreDatabase } from '#renderer/db/store.ts'
import { type Action, type Cursor, chainPlaceOf } from '#shared/change/action.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
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
  const known = new Set<string>()
  let from: Cursor = {}
  return Array.from({ length: Math.ceil(actions.length / size) }, (_, page) => {
    const own = actions.slice(page * size, (page + 1) * size)
    const next = { ...from }
    for (const { id } of own) next[chainPlaceOf(id).installation] = chainPlaceOf(id).sequence
    const begun = [...new Set(own.map(({ entity }) => entity))].filter(entity => !known.has(entity))
    for (const entity of begun) known.add(entity)
    const one = { actions: own, from, next, begun }
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
        const { written } = await folder.fold(page, () => {
          reading = onDisk(db, sealer)
        })
        await written
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
          await expect(fold().then(({ written }) => written)).rejects.toThrow('full')
          put.restore()
          failed += 1
        }
        const state = await (await fold()).written
        await (await calm.fold(page)).written
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

it('pages folded while those before them are written, which now and then fails, come to the same as one after another', async () => {
  const sealer = await makeSealer(KEYS(), globalThis.crypto)
  const failing = fc.array(fc.nat(4), { minLength: 4, maxLength: 8 })
  let [failed, behind] = [0, 0]
  await fc.assert(
    fc.asyncProperty(history, fc.integer({ min: 1, max: 2 }), failing, async (steps, size, fails) => {
      const { db } = await createStore(new TestMachine(), sealer, null)
      const { db: other } = await createStore(new TestMachine(), sealer, null)
      const [folder, calm] = [await openFolder(db, sealer), await openFolder(other, sealer)]
      const pages = pagesOf(write(steps), size)
      for (const page of pages) await (await calm.fold(page)).written
      // As the page does: what is not known to be written is sent again from there.
      let done = 0
      for (let time = 0; done < pages.length; time += 1) {
        let put: ReturnType<typeof failPuts> | null = null
        const writing: Promise<unknown>[] = []
        for (const [at, page] of pages.slice(done).entries()) {
          if (at === fails[time]) put = failPuts('meta', 1, new DOMException('full', 'QuotaExceededError'))
          const folding = await folder.fold(page).catch(error => error as Error)
          if (folding instanceof Error) break
          writing.push(folding.written)
        }
        const ends = await Promise.allSettled(writing)
        const whole = ends.findIndex(({ status }) => status === 'rejected')
        behind += ends.slice(whole + 1).filter(({ status }) => whole >= 0 && status === 'rejected').length
        failed += Number(put !== null)
        put?.restore()
        done += whole < 0 ? ends.length : whole
      }
      expect(await onDisk(db, sealer)).toEqual(await onDisk(other, sealer))
      db.close()
      other.close()
    }),
    { seed: SEED, numRuns: 100, verbose: fc.VerbosityLevel.Verbose },
  )
  // What was folded behind a writing that failed is what this is about.
  expect([failed > 50, behind > 20], `${failed} failed, ${behind} behind`).toEqual([true, true])
})

it('what came before its turn, or in a page read again, is not taken for begun', async () => {
  const sealer = await makeSealer(KEYS(), globalThis.crypto)
  const desk = new TestDesk(0)
  const first = desk.approve('2026-10', null)
  const second = desk.approve('2026-10', first.id)
  const [from, half, whole] = [{}, endingAt(first.id), endingAt(second.id)]
  const begun = [first.entity]
  const before = [
    { actions: [first, second], from, next: {} },
    { actions: [first], from, next: half, begun },
  ]
  for (const early of before) {
    const { db } = await createStore(new TestMachine(), sealer, null)
    await (await (await openFolder(db, sealer)).fold(early)).written
    // Of a new run: nothing is in memory.
    const folder = await openFolder(db, sealer)
    const isHot = Object.keys(early.next).length === 0
    const page = isHot
      ? { actions: [first], from, next: half, begun }
      : { actions: [first, second], from, next: whole, begun }
    await (await folder.fold(page)).written
    expect((await onDisk(db, sealer)).records.map(({ actions }) => actions.length)).toEqual([2])
    db.close()
  }
})
