import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Folder } from '#renderer/db/folder.ts'
import { Lines } from '#renderer/db/lines.ts'
import { createStore } from '#renderer/db/open-store.ts'
import { openRecords } from '#renderer/db/rows.ts'
import { makeSealer, type Sealer } from '#renderer/db/seal.ts'
import { SearchIndex } from '#renderer/db/search-index.ts'
import { loadIndex } from '#renderer/db/search-snapshot.ts'
import { getState, getTotals, type StoreDatabase } from '#renderer/db/store.ts'
import { type Action, type Cursor, chainPlaceOf } from '#shared/change/action.ts'
import { history, write } from './history.ts'
import { TestMachine } from './kit.ts'

const SEED = Number(process.env.QABYLDAU_SEED ?? 20261122)
const EVERYTHING = { from: 0, to: 99_999_999, codes: [], marked: null }

/**
 * Folds the journal page by page; before each page whole entities are brought before their turn, or the worker ends and the next one
 * folds while its index is loaded.
 */
async function fold(
  actions: readonly Action[],
  sealer: Sealer,
  before: readonly (readonly string[] | 'end')[],
  size: number,
) {
  const { db } = await createStore(new TestMachine(), sealer, null)
  let index = new SearchIndex()
  let folder = new Folder(db, sealer, index, new Lines(true))
  await folder.start()
  let loading: Promise<void> = Promise.resolve()
  let from: Cursor = {}
  for (let start = 0, page = 0; start < actions.length; start += size, page += 1) {
    const hot = before[page]
    if (hot === 'end') {
      index = new SearchIndex()
      folder = new Folder(db, sealer, index, new Lines(false))
      await folder.start()
      loading = loadIndex(db, sealer, index)
    } else if (hot !== undefined) {
      const brought = actions.filter(({ entity }) => hot.includes(entity) || !entity.startsWith('application:'))
      await folder.fold({ actions: brought, from: {}, next: {} })
    }
    const own = actions.slice(start, start + size)
    const next = { ...from }
    for (const { id } of own) next[chainPlaceOf(id).installation] = chainPlaceOf(id).sequence
    await folder.fold({ actions: own, from, next })
    from = next
  }
  await loading
  const held = await contentOf(db, sealer, index)
  db.close()
  return held
}

/** All that a screen could be shown, opened. */
async function contentOf(db: StoreDatabase, sealer: Sealer, index: SearchIndex) {
  const { cursor, seen, rows } = await getState(db)
  const stored = [...(await db.applications.toArray()), ...(await db.entities.toArray())]
  const days = await db.days.toArray()
  const figures = await db.figures.toArray()
  return {
    ...{ cursor, seen, rows, totals: await getTotals(db) },
    inTables: stored.length,
    clear: stored.map(({ sealed, ...clear }) => clear),
    records: await openRecords(sealer, stored),
    figures: await Promise.all(
      figures.map(async ({ day, sealed }) => [day, await sealer.open('figures', day, sealed)]),
    ),
    days: await Promise.all(days.map(async ({ day, sealed }) => [day, await sealer.open('days', day, sealed)])),
    attentions: await db.attentions.toArray(),
    listed: index.filter(EVERYTHING, '').map(found => found.id),
    found: index.search('мұхамбетова', 100).map(found => found.id),
  }
}

it('bringing any entities before their turn, at any time and through any ends, changes nothing in the end', async () => {
  const keys = { store: new Uint8Array(32).fill(7), index: new Uint8Array(32).fill(9) }
  const sealer = await makeSealer(keys, globalThis.crypto)
  const hot = fc.array(fc.constantFrom(...Array.from({ length: 8 }, (_, key) => `application:a${key}`)), {
    maxLength: 5,
  })
  const before = fc.array(
    fc.oneof({ weight: 3, arbitrary: hot }, { weight: 1, arbitrary: fc.constant('end' as const) }),
    {
      minLength: 1,
      maxLength: 10,
    },
  )
  await fc.assert(
    fc.asyncProperty(history, before, fc.integer({ min: 1, max: 9 }), async (steps, brought, size) => {
      const actions = write(steps)
      const plain = await fold(actions, sealer, [], size)
      const filled = await fold(actions, sealer, brought, size)
      expect(filled).toEqual(plain)
      expect(filled.rows).toBe(filled.inTables)
    }),
    { seed: SEED, numRuns: 60, verbose: fc.VerbosityLevel.Verbose },
  )
})
