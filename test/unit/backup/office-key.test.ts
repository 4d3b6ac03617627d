import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkCopy } from '#electron/backup/backups.ts'
import { readContainer } from '#electron/backup/container.ts'
import { COPY_FOLDER, containerFiles } from '#electron/backup/container-files.ts'
import { addErased, readErased } from '#electron/backup/erased-list.ts'
import { purgeCopies } from '#electron/backup/purge.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { openKeysWith } from '#electron/security/key-store.ts'
import { writeOpenKey } from '#electron/security/office-key.ts'
import { changeOfficeKey, drawOfficeKey, settleOfficeKey } from '#electron/security/office-key-change.ts'
import { openByTyped } from '#electron/security/recovery-file.ts'
import { decodeRing } from '#electron/security/ring-file.ts'
import { systemRandom } from '#electron/security/seal.ts'
import { contentOf, importJournal, newOffice, type Office, workingOffice } from './backup-rig.ts'

let office: Office
let paper: string
const others: Office[] = []

beforeEach(async () => {
  ;({ office, paper } = await workingOffice())
})
afterEach(async () => {
  for (const one of [office, ...others.splice(0)]) await one.end().catch(() => undefined)
})
const refused = (code: string) => ({ detail: { code } })

/** Changes the office key of an open desk; answers with its paper. */
async function changeKey({ desk }: Office): Promise<string> {
  const { place } = desk.state
  const { keys } = desk.state.desk()
  const drawn = drawOfficeKey(systemRandom)
  const by = { user: 'u1', role: 'administrator', reason: 'planned' } as const
  await changeOfficeKey({ place, keys, drawn, by, commit: key => writeOpenKey(place, key) })
  await settleOfficeKey(place, keys)
  return drawn.text
}

async function fresh(): Promise<Office> {
  const made = await newOffice()
  others.push(made)
  return made
}

async function putBack(one: Office, path: string, typed: string | null) {
  await one.restore.choose(path)
  const staged = await one.restore.stage(typed)
  await one.restore.decide(null)
  await one.restart()
  return staged
}

it('a copy of before is put back on a desk after: nothing is lost, the key and the paper in force stay', async () => {
  const made = await office.copy()
  const next = await changeKey(office)
  await importJournal(office, 1)
  const before = await contentOf(office)
  const { keyId } = office.desk.state.desk().keys
  expect(await office.restore.choose(made.path)).toMatchObject({ opensHere: true })
  expect(await putBack(office, made.path, null)).toMatchObject({ isCut: false, records: before.length })
  expect((await contentOf(office)).slice(0, before.length)).toEqual(before)
  expect(office.desk.state.desk().keys.keyId).toBe(keyId)
  expect(await openByTyped(office.desk.state.place, next)).not.toBeNull()
  expect(await openByTyped(office.desk.state.place, paper)).toBeNull()
  await importJournal(office, 0)
  expect((await office.desk.state.desk().journal.verify()).brokenAt).toBeNull()
})

it('each copy opens on a fresh computer by the paper of its own time, and by no other', async () => {
  const old = await office.copy()
  const before = await contentOf(office)
  const next = await changeKey(office)
  await importJournal(office, 1)
  const young = await office.copy()
  const after = await contentOf(office)
  for (const [copy, right, wrong, content] of [
    [old, paper, next, before],
    [young, next, paper, after],
  ] as const) {
    const one = await fresh()
    await one.restore.choose(copy.path)
    await expect(one.restore.stage(wrong)).rejects.toMatchObject(refused('access.wrong_paper'))
    await putBack(one, copy.path, right)
    expect((await contentOf(one)).slice(0, content.length)).toEqual(content)
  }
})

it('a copy of after is put back on a desk that has not seen the change, with what that desk wrote since', async () => {
  const old = await office.copy()
  const next = await changeKey(office)
  const young = await office.copy()
  const behind = await fresh()
  await putBack(behind, old.path, paper)
  expect(behind.desk.state.desk().keys.keyId).toBe(old.index.keyId)
  expect(await behind.restore.choose(young.path)).toMatchObject({ opensHere: false })
  await importJournal(behind, 1)
  const written = await contentOf(behind)
  await putBack(behind, young.path, next)
  expect((await contentOf(behind)).slice(0, written.length)).toEqual(written)
  expect(behind.desk.state.desk().keys.keyId).toBe(young.index.keyId)
  await importJournal(behind, 0)
  expect((await behind.desk.state.desk().journal.verify()).brokenAt).toBeNull()
})

it('where the desk does not open, its own paper opens a copy of before and keeps what was written after', async () => {
  const made = await office.copy()
  const next = await changeKey(office)
  await importJournal(office, 1)
  const before = await contentOf(office)
  await office.desk.state.close()
  const closed = office.desk
  office.desk = (await fresh()).desk
  await office.restore.choose(made.path)
  expect(await office.restore.stage(next)).toMatchObject({ isCut: false, records: before.length })
  await office.restore.decide(null)
  office.desk = closed
  await office.restart()
  expect((await contentOf(office)).slice(0, before.length)).toEqual(before)
  expect(await openByTyped(office.desk.state.place, next)).not.toBeNull()
})

it('by the paper of before, what only the new key opens is not joined and is told as cut; nothing fails', async () => {
  const made = await office.copy()
  const before = await contentOf(office)
  await changeKey(office)
  await importJournal(office, 1)
  await office.desk.state.close()
  const closed = office.desk
  office.desk = (await fresh()).desk
  await office.restore.choose(made.path)
  expect(await office.restore.stage(paper)).toMatchObject({ isCut: true, records: before.length })
  office.desk = closed
})

it('copies of either key are read whole, and an erased person goes out of both under the key of each', async () => {
  const old = await office.copy()
  const next = await changeKey(office)
  const young = await office.copy()
  const { keys, keyring } = office.desk.state.desk()
  expect(young.index.keyId).not.toBe(old.index.keyId)
  for (const { path } of [old, young]) expect((await checkCopy(nodeFiles, path, keys)).records).toBeGreaterThan(0)
  const { subject } = ((await office.desk.actions()).find(({ personal }) => personal !== null)?.personal ?? {}) as {
    subject: Parameters<typeof keyring.keyOf>[0]
  }
  expect(await purgeCopies(nodeFiles, office.place, keys, new Set([subject]))).toBe(2)
  await addErased(nodeFiles, office.place, keys, [{ subject, ground: 'request' }])
  for (const [copy, typed] of [
    [old, paper],
    [young, next],
  ] as const) {
    const container = await readContainer(nodeFiles, copy.path)
    const place = { folder: COPY_FOLDER, files: containerFiles(nodeFiles, container) }
    const key = await openByTyped(place, typed)
    const own = await openKeysWith({ ...office.desk.state.place, ...place }, key ?? Buffer.alloc(32), 'plain')
    const ring = decodeRing(own, (await place.files.readFile(`${COPY_FOLDER}/keys/subjects.ring`)) ?? Buffer.alloc(0))
    expect(ring?.whole).toBe(true)
    expect([...(ring?.entries.values() ?? [])].some(entry => entry.subject === subject)).toBe(false)
    // Who opens an old copy alone must be told of the erased as well.
    expect(await readErased(nodeFiles, office.place, own)).toEqual([{ subject, ground: 'request' }])
  }
})

it('a copy names in clear which keys it has and no key of them', async () => {
  await changeKey(office)
  const office32 = await office.desk.state.desk().keys.lend(async key => key.toString('base64'))
  const made = await office.copy()
  expect((await readFile(made.path)).toString('latin1')).not.toContain(office32)
  expect(made.index.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['keys/older.key', 'keys/older.key.2', 'keys/recovery.key']),
  )
})
