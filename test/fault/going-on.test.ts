import { describe, expect, it } from 'vitest'
import { beginsOf, nextLetter } from '#electron/desk/go-on.ts'
import { openDesk as asDesk } from '#electron/desk/open-desk.ts'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { commonWithParcel, commonWithServer } from '#electron/sync/fork.ts'
import { forgetMemory } from '#electron/sync/memory.ts'
import { officeDesks } from '#electron/sync/office-desks.ts'
import { toDocument } from '#electron/sync/wire.ts'
import { type Action, InstallationId } from '#shared/change/action.ts'
import { documentId } from '#shared/sync/document.ts'
import { SimDesk, SimOffice, toldBy } from '#test/sim/office-rig.ts'
import { count } from './counted.ts'
import { FOLDER } from './desk-rig.ts'
import { FailFiles, type Fault } from './fail-files.ts'
import type { MemoryFiles } from './memory-files.ts'

/** A computer whose disk is a copy of a desk's. */
async function twinOf(
  office: SimOffice,
  disk: MemoryFiles,
  name: string,
  numbers: readonly string[] = [],
): Promise<SimDesk> {
  const twin = new SimDesk(office, name)
  twin.numbers.push(...numbers)
  for (const path of disk.paths()) twin.files.put(path, disk.get(path))
  await twin.open()
  return twin
}

async function work(desk: SimDesk, presses: number): Promise<void> {
  for (let i = 0; i < presses; i++) await desk.act(desk.office.dice)
}

/** Main's act: what is shared with others is found, and the desk is another one from its next opening on. */
async function goOn(desk: SimDesk, common: number | null, files: FileSystem = desk.files): Promise<void> {
  const open = await asDesk({ ...desk.desk, reportBug: () => undefined })
  await forgetMemory(files, FOLDER)
  const begins = await beginsOf(open, { letter: await nextLetter(open), common, restored: null })
  await desk.desk.keys.beginAnew(begins)
  await desk.desk.journal.close()
}

const commonOf = (desk: SimDesk) => commonWithServer(desk.desk, desk.parts().actions)

/** What was done, whatever chain tells it and under whatever installation. */
function deedsOf(actions: readonly Action[]): string[] {
  const kindOf = (entity: string) => entity.replace(/:[0-9a-z]{16}-/, ':')
  return actions
    .filter(({ entity }) => entity.startsWith('application:'))
    .map(({ entity, body, personal }) => JSON.stringify([kindOf(entity), body, personal?.value ?? null]))
    .sort()
}

/** Records of the desk's own chain. */
function lengthOf({ desk: { journal } }: SimDesk): number {
  return journal.head().cursor[journal.installation] ?? 0
}

interface Apart {
  readonly office: SimOffice
  readonly desk: SimDesk
  readonly other: SimDesk
  /** The disk as it was before the last work of the desk. */
  readonly earlier: MemoryFiles
  readonly given: readonly string[]
}

/** Two desks of an office that agree; then one goes on working, and agrees again. */
async function twoDesks(seed: number): Promise<Apart> {
  const office = new SimOffice(seed)
  const [desk, other] = [await office.add(), await office.add()]
  await work(desk, 6)
  await work(other, 6)
  await office.settle()
  const earlier = desk.files.copy()
  const given = [...desk.numbers]
  await work(desk, 5)
  await office.settle()
  return { office, desk, other, earlier, given }
}

/** Both have the same, each deed of what was done there once. */
async function expectAgreed(office: SimOffice, desks: readonly SimDesk[], deeds: readonly string[]): Promise<void> {
  for (let round = 0; round < 3; round++) for (const desk of desks) await desk.exchange(true)
  const [first, ...others] = await Promise.all(desks.map(toldBy))
  expect(deedsOf(first ?? [])).toEqual([...deeds].sort())
  for (const one of others) expect(one).toEqual(first)
  for (const desk of desks) expect((await desk.desk.journal.verify()).brokenAt).toBeNull()
  expect(office.desks.length).toBeGreaterThan(1)
}

describe('a desk that others have more of', () => {
  it('goes on as a new one: what it had lost comes back, and nothing is doubled', async () => {
    const { office, desk, other, earlier } = await twoDesks(11)
    const before = deedsOf(await toldBy(desk))
    const back = await twinOf(office, earlier, 'back')
    await expect(back.exchange()).rejects.toMatchObject({ why: 'data_behind' })
    expect(await commonOf(back)).toBeNull()
    const old = back.desk.journal.installation
    await goOn(back, null)
    await back.open()
    const own = back.desk.journal.installation
    expect(own).not.toBe(old)
    await work(back, 4)
    const done = (await back.desk.journal.read({ [old]: 1e9, [other.desk.journal.installation]: 1e9 }, 1000)).actions
    await expectAgreed(office, [back, other], [...before, ...deedsOf(done)])
    const desks = await officeDesks(back.desk.journal)
    expect(desks.find(({ isOwn }) => isOwn)).toMatchObject({ installation: own, letter: 'Б', replaces: old })
  })

  it('believes nobody else that it is behind', async () => {
    const { office, desk, other } = await twoDesks(13)
    const own = desk.desk.journal.installation
    const [last] = await desk.desk.journal.sealed(own, { after: lengthOf(desk) - 1, limit: 1, bytes: 1 })
    const { _id, ...record } = toDocument(last ?? Buffer.alloc(0), null)
    const by = other.desk.journal.installation
    const junk = { ...record, s: 99_999, b: 99_999, e: 99_999, _id: documentId(InstallationId.parse(own), 99_999, by) }
    await office.actions.database.write([junk])
    await desk.exchange(true)
    await work(desk, 2)
    await desk.exchange(true)
    expect((await toldBy(desk)).length).toBeGreaterThan(0)
  })

  it('a file of another desk tells the same', async () => {
    const { office, other, earlier } = await twoDesks(12)
    const back = await twinOf(office, earlier, 'back')
    const shared = lengthOf(back)
    const stick = (await other.writeStick(true)) ?? Buffer.alloc(0)
    await expect(back.takeStick(stick)).rejects.toMatchObject({ detail: { code: 'parcel.data_behind' } })
    expect(await commonWithParcel(back.desk, back.files, '/stick/file.qsync')).toBeNull()
    await work(back, 3)
    expect(await commonWithParcel(back.desk, back.files, '/stick/file.qsync')).toBe(shared)
    const mine = deedsOf(await toldBy(back))
    await goOn(back, shared)
    await back.open()
    expect(deedsOf(await toldBy(back))).toEqual(mine)
    await back.takeStick(stick)
    await other.takeStick((await back.writeStick(true)) ?? Buffer.alloc(0))
    expect(await toldBy(other)).toEqual(await toldBy(back))
  })
})

/** A desk that was copied to another computer, and both went on working. */
async function forked(
  seed: number,
  presses = 7,
): Promise<Apart & { readonly copy: SimDesk; readonly deeds: string[] }> {
  const apart = await twoDesks(seed)
  const copy = await twinOf(apart.office, apart.earlier, 'copy', apart.given)
  const begun = copy.desk.journal.head().cursor
  const shared = lengthOf(copy)
  await work(copy, presses)
  const done = (await copy.desk.journal.read(begun, 1000)).actions
  await expect(copy.exchange()).rejects.toMatchObject({ why: expect.stringMatching(/^(two_writers|data_behind)$/) })
  expect(await commonOf(copy)).toBe(shared)
  return { ...apart, copy, deeds: [...deedsOf(await toldBy(apart.desk)), ...deedsOf(done)] }
}

describe('a desk that two computers write as', () => {
  it.each([21, 22, 23])('the one that is stopped tells anew what only it did, once (seed %i)', async seed => {
    const { office, desk, other, copy, deeds } = await forked(seed)
    await goOn(copy, await commonOf(copy))
    await copy.open()
    await expectAgreed(office, [copy, other, desk], deeds)
    const own = copy.desk.journal.installation
    const mine = (await toldBy(copy)).filter(({ id }) => id.startsWith(own))
    for (const { basedOn } of mine.filter(({ basedOn }) => basedOn !== null)) {
      expect((await toldBy(copy)).some(({ id }) => id === basedOn)).toBe(true)
    }
    // A number that both gave is two applications.
    const numbered = (await toldBy(copy)).filter(({ entity }) => /^application:[0-9a-z]{16}-/.test(entity))
    const begun = numbered.filter(({ id, entity }) => id.startsWith(own) && entity.includes(own))
    expect(begun.length).toBeGreaterThan(0)
    await copy.open()
    expect(copy.desk.journal.installation).toBe(own)
    await expectAgreed(office, [copy, other, desk], deeds)
  })

  it('is another desk for good: each start after it leaves both chains as they are', async () => {
    const { office, desk, other, copy } = await forked(41, 1)
    await goOn(copy, await commonOf(copy))
    await copy.open()
    // The other computer has written more than the fork was long.
    await work(desk, 12)
    for (let round = 0; round < 3; round++) for (const one of [copy, other, desk]) await one.exchange(true)
    const told = await toldBy(copy)
    for (let start = 0; start < 3; start++) {
      await copy.open()
      expect(await toldBy(copy)).toEqual(told)
    }
    await expectAgreed(office, [copy, other, desk], deedsOf(told))
  })

  it('a file tells it too where the other computer has written no more than this one', async () => {
    const { desk, other, copy } = await forked(44, 20)
    const stick = (await other.writeStick(true)) ?? Buffer.alloc(0)
    expect(lengthOf(copy)).toBeGreaterThan(lengthOf(desk))
    await expect(copy.takeStick(stick)).rejects.toMatchObject({ detail: { code: 'parcel.data_behind' } })
    expect(await commonWithParcel(copy.desk, copy.files, '/stick/file.qsync')).toBe(await commonOf(copy))
  })

  it('a file that leaves out where they part is not believed: one of everything is asked for', async () => {
    const { desk, other, copy } = await forked(42)
    await other.writeStick(false)
    await work(desk, 3)
    await desk.exchange()
    await other.exchange()
    const stick = (await other.writeStick(false)) ?? Buffer.alloc(0)
    copy.files.put('/stick/file.qsync', stick)
    await expect(commonWithParcel(copy.desk, copy.files, '/stick/file.qsync')).rejects.toMatchObject({
      detail: { code: 'desk.whole_file' },
    })
  })

  it('stops at what another desk handed on too, before it has written anything', async () => {
    const { office, desk, other, earlier } = await twoDesks(43)
    const copy = await twinOf(office, earlier, 'copy')
    // The server lost what the desk wrote, and has it again from the other alone.
    office.actions.wipe()
    office.people.wipe()
    await other.exchange()
    await other.exchange(true)
    await work(copy, 9)
    const own = copy.desk.journal.installation
    await expect(copy.exchange()).rejects.toMatchObject({
      why: expect.stringMatching(/^(two_writers|data_behind)$/),
    })
    const there = await office.actions.database.range({ from: `${own}:`, to: `${own}:~`, limit: 1000, content: 'ids' })
    const ids = (there as { _id: string }[]).map(({ _id }) => _id)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.filter(id => !id.includes('~'))).toEqual([])
    await desk.exchange()
  })

  it.each<Fault>(['kill', 'EIO', 'ENOSPC'])('cut short anywhere it is gone on with: %s', async fault => {
    const { office, copy } = await forked(31)
    const mine = deedsOf(await toldBy(copy))
    const common = await commonOf(copy)
    let [injected, torn] = [0, 0]
    for (let at = 1; ; at++) {
      const failing = new FailFiles(copy.files.copy(), at, fault)
      const cut = new SimDesk(office, `cut ${fault} ${at}`)
      await cut
        .open(failing)
        .then(() => goOn(cut, common, failing))
        .then(() => cut.open(failing))
        .catch(() => undefined)
      if (!failing.hit) break
      injected += 1
      const again = await twinOf(office, failing.inner as MemoryFiles, `again ${fault} ${at}`)
      if (JSON.stringify(deedsOf(await toldBy(again))) !== JSON.stringify(mine)) torn += 1
      if ((await again.desk.journal.verify()).brokenAt !== null) torn += 1
    }
    expect(injected).toBeGreaterThan(20)
    count('faults of files', `a desk that goes on as a new one, ${fault}`, injected, { torn })
  })
})
