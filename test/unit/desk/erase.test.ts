import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { eraseSubject } from '#electron/desk/erase.ts'
import { SubjectId as Subject, type SubjectId } from '#shared/change/action.ts'
import { FIRST_RUN, JOURNALS, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let subject: SubjectId

beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  const preview = await desk.imports.open('journal', JOURNALS[0]!)
  await desk.imports.run(preview.importId).ended
  const imported = (await desk.actions()).find(action => action.type === 'application.imported')
  subject = Subject.parse(imported?.personal?.subject)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await desk.end()
})

function storeKey(): string {
  return desk.state.desk().keys.storeKeys().storeKey.toString('hex')
}

const erase = () => eraseSubject(desk.state.desk(), subject, 'request', desk.state.actor())

async function isReadable(): Promise<boolean> {
  return (await desk.actions()).some(action => action.personal?.subject === subject && action.personal.value !== null)
}

it('a person is unreadable and the store has another key; a second time is refused', async () => {
  const before = storeKey()
  await erase()
  expect(await isReadable()).toBe(false)
  expect(storeKey()).not.toBe(before)
  await expect(erase()).rejects.toMatchObject({ detail: { code: 'change.not_lawful' } })
})

it('a person whom a desk apart began a second time goes as one', async () => {
  const { keyring } = desk.state.desk()
  const entry = keyring.entryOf(subject)
  if (entry?.tag == null) throw new Error('no tag')
  const twin = Subject.parse('zzzzzzzzzzzzzzzzzzzz')
  await keyring.adopt([{ subject: twin, key: Buffer.alloc(32, 7), tag: entry.tag }])
  expect(new Set(await erase())).toEqual(new Set([subject, twin]))
  expect([keyring.keyOf(subject), keyring.keyOf(twin), keyring.findByTag(entry.tag)]).toEqual([null, null, null])
  expect((await desk.actions()).filter(action => action.type === 'subject.erased')).toHaveLength(2)
})

it('an erasure whose key could not be dropped goes on when it is asked for again, and is one fact', async () => {
  const { keyring } = desk.state.desk()
  vi.spyOn(keyring, 'erase').mockRejectedValueOnce(new Error('disk'))
  await expect(erase()).rejects.toThrow('disk')
  expect(await isReadable()).toBe(true)
  await erase()
  expect(await isReadable()).toBe(false)
  expect((await desk.actions()).filter(action => action.type === 'subject.erased')).toHaveLength(1)
})

it('power that fails between any two steps leaves an erasure that the next start ends, the key of the store too', async () => {
  for (const step of ['rotateStoreKey', 'erase'] as const) {
    const { keys, keyring } = desk.state.desk()
    const before = storeKey()
    const failing = step === 'erase' ? vi.spyOn(keyring, step) : vi.spyOn(keys, step)
    failing.mockRejectedValueOnce(new Error('power'))
    await expect(erase()).rejects.toThrow('power')
    desk = await desk.restart()
    expect(await isReadable()).toBe(false)
    expect(storeKey()).not.toBe(before)
    const next = (await desk.actions()).find(action => action.personal !== null && action.personal.value !== null)
    subject = Subject.parse(next?.personal?.subject)
  }
})

it('of someone nothing was ever kept of, nothing is written', async () => {
  const { journal } = desk.state.desk()
  const before = journal.head().count
  subject = Subject.parse('nobodynobodynobodyno')
  await expect(erase()).rejects.toMatchObject({ detail: { code: 'subject.unknown' } })
  expect(journal.head().count).toBe(before)
})
