import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noteKeyChange } from '#electron/desk/key-change.ts'
import type { OpenDesk } from '#electron/desk/open-desk.ts'
import { dropAsked } from '#electron/security/asked-key.ts'
import { chainPlaceOf } from '#shared/change/action.ts'
import { readAll } from '#test/fault/desk-rig.ts'
import {
  ask,
  askAt,
  BY,
  bring,
  changeKey,
  giveAt,
  newDisk,
  type Seat,
  sit,
  stand,
  takeAt,
} from '#test/fault/key-handing-rig.ts'
import { placeOf } from '#test/fault/office-key-rig.ts'

let a: Seat
let b: Seat
let given: { path: string; digits: string }

beforeEach(async () => {
  a = await sit(await newDisk('А'))
  b = await sit(await newDisk('Б', { of: a }))
  await bring(a, b)
  await bring(b, a)
  await changeKey(a)
  given = await giveAt(a, await askAt(b, a), b)
})
afterEach(async () => {
  for (const seat of [a, b]) await stand(seat)
})

/** What the own chain of a desk says of the key. */
const toldBy = async ({ desk }: Seat) =>
  (await readAll(desk.journal, 200))
    .filter(({ id, type }) => chainPlaceOf(id).installation === desk.journal.installation && type.includes('.key_'))
    .map(({ type }) => type)

/** The desk that took the key is opened once more, under that key. `between`: what becomes of its disk. */
async function again(between: () => Promise<void> = async () => undefined): Promise<void> {
  await stand(b)
  await between()
  b = await sit(b.files)
  expect(b.desk.keys.keyId).toBe(a.desk.keys.keyId)
  expect(b.bugs).toEqual([])
}

/** The key comes in force, and the journal cannot say so. */
async function takeUntold(): Promise<void> {
  vi.spyOn(b.desk.journal, 'append').mockRejectedValueOnce(new Error('the disk'))
  await takeAt(b, given)
  expect([b.bugs.length, await toldBy(b)]).toEqual([1, []])
}

it('a desk that took the key tells no change of it where its journal comes back from a copy of before', async () => {
  const isOfJournal = (path: string) => /desk-data\/(?:journal\/|head)/.test(path)
  const before = b.files.copy()
  await takeAt(b, given)
  expect(await toldBy(b)).toEqual(['office.key_taken'])
  await again(async () => {
    for (const path of b.files.paths().filter(isOfJournal)) await b.files.remove(path)
    for (const path of before.paths().filter(isOfJournal)) b.files.put(path, before.get(path))
  })
  expect(await toldBy(b)).toEqual([])
})

it('nor where nothing is left of what it asked for and its journal could not say that the key was taken', async () => {
  await takeUntold()
  await dropAsked(placeOf(b.files))
  await again()
  expect(await toldBy(b)).toEqual([])
})

it('it says that the key was taken before it asks anew, where the journal could not: whose it was is not written over', async () => {
  await takeUntold()
  await ask(b, 'key.ask')
  expect(await toldBy(b)).toEqual(['office.key_taken'])
  await again()
  expect(await toldBy(b)).toEqual(['office.key_taken'])
  expect((await ask(b, 'key.state')).asked).not.toBeNull()
})

it('the desk that changed it tells it, also where it goes on as another installation since; a link of before is told as ever', async () => {
  expect(await toldBy(a)).toEqual(['office.key_changed', 'office.key_given'])
  const { journal } = b.desk
  const { installation, change } = a.desk.keys
  expect(change).toMatchObject({ installation })
  const tells = async (keys: Partial<OpenDesk['keys']>) => {
    const actNow = vi.fn(async () => [])
    await noteKeyChange({ journal, keys: { change, begins: null, ...keys } as OpenDesk['keys'] }, BY, actNow)
    return actNow.mock.calls.length === 1
  }
  const begins = { replaces: installation, earlier: [] } as unknown as OpenDesk['keys']['begins']
  expect(await tells({ installation: journal.installation, begins })).toBe(true)
  expect(await tells({ installation: journal.installation })).toBe(false)
  const { installation: _, ...before } = change as NonNullable<typeof change>
  expect(await tells({ installation: journal.installation, change: before })).toBe(true)
})
