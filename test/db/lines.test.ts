import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Folder } from '#renderer/db/folder.ts'
import { Lines } from '#renderer/db/lines.ts'
import { listRow } from '#renderer/db/list-rows.ts'
import { createStore } from '#renderer/db/open-store.ts'
import { openRecords } from '#renderer/db/rows.ts'
import { makeSealer, type Sealer } from '#renderer/db/seal.ts'
import { SearchIndex } from '#renderer/db/search-index.ts'
import type { StoreDatabase } from '#renderer/db/store.ts'
import { type Cursor, chainPlaceOf } from '#shared/change/action.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { history, write } from './history.ts'
import { TestMachine } from './kit.ts'

const SEED = Number(process.env.QABYLDAU_SEED ?? 20261122)
const KEYS = () => ({ store: new Uint8Array(32).fill(7), index: new Uint8Array(32).fill(9) })

/** The lines as the disk would give them, newest first. */
async function linesOnDisk(db: StoreDatabase, sealer: Sealer) {
  const stored = (await db.applications.where('[day+id]').between([0, ''], [99_999_999, '']).toArray()).reverse()
  const records = await openRecords(sealer, stored)
  return stored.map(({ id, day, since }, at) => ({ id, day, since, row: listRow(records[at]!)[0] ?? null }))
}

it('lines in memory are those on the disk after any acts, however many are held and however few were read', async () => {
  const sealer = await makeSealer(KEYS(), globalThis.crypto)
  const between = fc.record({ fill: fc.boolean(), look: fc.array(fc.nat(7), { maxLength: 4 }), end: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.array(between, { maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 6 }),
      async (steps, betweens, size, most) => {
        const { db } = await createStore(new TestMachine(), sealer, null)
        let lines = new Lines(true, most)
        let folder = new Folder(db, sealer, new SearchIndex(), lines)
        await folder.start()
        const actions = write(steps)
        let from: Cursor = {}
        for (let start = 0, page = 0; start < actions.length; start += size, page += 1) {
          const own = actions.slice(start, start + size)
          const next = { ...from }
          for (const { id } of own) next[chainPlaceOf(id).installation] = chainPlaceOf(id).sequence
          await folder.fold({ actions: own, from, next })
          from = next
          const { fill = false, look = [], end = false } = betweens[page] ?? {}
          if (end) {
            lines = new Lines(false, most)
            folder = new Folder(db, sealer, new SearchIndex(), lines)
            await folder.start()
          }
          if (fill) while (await lines.fill({ db, sealer })) expect(lines.size).toBeLessThanOrEqual(most)
          const disk = await linesOnDisk(db, sealer)
          const ids = look.map(key => `application:a${key}`)
          expect(await lines.linesOf({ db, sealer }, ids)).toEqual(
            ids.flatMap(id => disk.find(line => line.id === id) ?? []),
          )
          expectSame(lines, disk)
        }
        db.close()
      },
    ),
    { seed: SEED, numRuns: 60, verbose: fc.VerbosityLevel.Verbose },
  )
})

/** Each line held stands so on the disk, and each part that memory answers is the disk's. */
function expectSame(lines: Lines, disk: Awaited<ReturnType<typeof linesOnDisk>>): void {
  for (let key = 0; key < 8; key += 1) {
    const line = lines.find(`application:a${key}`)
    if (line) expect(line).toEqual(disk.find(one => one.id === line.id))
  }
  for (const [from, to] of [
    [0, 99_999_999],
    [20260702, 20260702],
    [0, 0],
  ] as const) {
    const inRange = disk.filter(({ day }) => day >= from && day <= to)
    for (const after of [null, ...inRange]) {
      for (const limit of [1, 3, 100]) {
        const rest = after === null ? inRange : inRange.slice(inRange.indexOf(after) + 1)
        const part = lines.part({ from, to, after, limit })
        if (part !== null) expect(part).toEqual(rest.slice(0, limit))
      }
    }
  }
}

it('a store that is new is held whole, and one that is opened as soon as it was read', async () => {
  const sealer = await makeSealer(KEYS(), globalThis.crypto)
  const { db } = await createStore(new TestMachine(), sealer, null)
  const desk = new TestDesk(0)
  for (let index = 0; index < 450; index += 1) desk.imported(`a${index}`, 'b1', `s${index}`, {}, {})
  const fresh = new Lines(true)
  const folder = new Folder(db, sealer, new SearchIndex(), fresh)
  await folder.start()
  await folder.fold({ actions: desk.actions, from: {}, next: { [desk.installation]: 450 } })
  const all = { from: 0, to: 99_999_999, after: null, limit: 1_000 }
  expect(fresh.part(all)).toHaveLength(450)
  const opened = new Lines(false)
  expect(opened.part(all)).toBeNull()
  expect(await opened.fill({ db, sealer })).toBe(true)
  expect(opened.part({ ...all, limit: 100 })).toEqual(fresh.part({ ...all, limit: 100 }))
  expect(opened.part(all)).toBeNull()
  while (await opened.fill({ db, sealer }));
  expect(opened.part(all)).toEqual(fresh.part(all))
  db.close()
})

it('of an erased person nothing is left in memory from the moment of the fold, newest or looked at', async () => {
  const sealer = await makeSealer(KEYS(), globalThis.crypto)
  for (const most of [1, 10]) {
    const { db } = await createStore(new TestMachine(), sealer, null)
    const desk = new TestDesk(0)
    desk.imported('old', 'b1', 's1', {}, { surname: 'Канарейкина' })
    for (const key of ['new', 'newer']) desk.imported(key, 'b1', key, {}, {})
    const lines = new Lines(true, most)
    const folder = new Folder(db, sealer, new SearchIndex(), lines)
    await folder.start()
    const before = { [desk.installation]: 3 }
    await folder.fold({ actions: desk.actions, from: {}, next: before })
    const [line] = await lines.linesOf({ db, sealer }, ['application:old'])
    expect(line?.row?.surname).toBe('Канарейкина')
    await folder.fold({ actions: [desk.erase('s1')], from: before, next: { [desk.installation]: 4 } })
    expect(JSON.stringify(lines.find('application:old') ?? {})).not.toContain('Канарейкина')
    expect(JSON.stringify([...(lines as unknown as { others: Map<string, unknown> }).others])).not.toContain('Канар')
    db.close()
  }
})

it('what was read before a fold is not kept after it', async () => {
  const sealer = await makeSealer(KEYS(), globalThis.crypto)
  const { db } = await createStore(new TestMachine(), sealer, null)
  const desk = new TestDesk(0)
  desk.imported('old', 'b1', 's1', {}, { surname: 'Канарейкина' })
  const lines = new Lines(false)
  const folder = new Folder(db, sealer, new SearchIndex(), lines)
  await folder.start()
  const before = { [desk.installation]: 1 }
  await folder.fold({ actions: desk.actions, from: {}, next: before })
  const stale = await db.applications.toArray()
  const reading = lines.linesOfRows({ db, sealer }, async () => stale)
  await folder.fold({ actions: [desk.erase('s1')], from: before, next: { [desk.installation]: 2 } })
  await reading
  expect((await lines.linesOf({ db, sealer }, ['application:old']))[0]?.row).toMatchObject({
    surname: '',
    erased: true,
  })
  db.close()
})
