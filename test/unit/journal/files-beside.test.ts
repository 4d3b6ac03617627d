import { expect, test } from 'vitest'
import { openDrafts } from '#electron/journal/drafts.ts'
import { encodeFrame, MAX_PAYLOAD, payloadAt } from '#electron/journal/frame.ts'
import { readSentinel, writeSentinel } from '#electron/journal/sentinel.ts'
import { createKeys } from '#electron/security/key-store.ts'
import { compareVersions } from '#shared/update/version.ts'
import { CANARY, FOLDER, testRandom, testStorage } from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

const unreadable = { detail: { code: 'draft.unreadable' } }

test('a draft is sealed, comes back, opens under no other name, and is dropped', async () => {
  const files = new MemoryFiles()
  const keys = await createKeys({ folder: FOLDER, files, storage: testStorage(), random: testRandom('drafts') })
  const drafts = openDrafts({ folder: FOLDER, keys, files })
  expect(await drafts.load('application')).toBeNull()
  await drafts.save('application', CANARY.surname)
  expect(await drafts.load('application')).toBe(CANARY.surname)
  const sealed = files.get(`${FOLDER}/drafts/application`)
  expect(sealed.includes(CANARY.surname)).toBe(false)
  files.put(`${FOLDER}/drafts/other`, sealed)
  await expect(drafts.load('other')).rejects.toMatchObject(unreadable)
  await drafts.drop('application')
  await drafts.drop('application')
  expect(files.paths()).not.toContain(`${FOLDER}/drafts/application`)
  for (const name of ['..', '../keys', '.hidden', 'a/b', '', 'a.tmp', 'a.unreadable', 'a.unreadable.2']) {
    await expect(drafts.save(name, 'x')).rejects.toThrow(RangeError)
  }
})

test('a draft that does not open is told once and set aside; what is typed next under its name writes over none', async () => {
  const files = new MemoryFiles()
  const keys = await createKeys({ folder: FOLDER, files, storage: testStorage(), random: testRandom('unreadable') })
  const drafts = openDrafts({ folder: FOLDER, keys, files })
  const path = `${FOLDER}/drafts/register`
  for (const aside of [`${path}.unreadable`, `${path}.unreadable.2`]) {
    await drafts.save('register', CANARY.surname)
    const damaged = files.get(path).subarray(1)
    files.put(path, damaged)
    expect(await drafts.peek('register')).toBeNull()
    await expect(drafts.load('register')).rejects.toMatchObject(unreadable)
    expect(await drafts.load('register')).toBeNull()
    await drafts.save('register', 'next')
    expect(files.get(aside)).toEqual(damaged)
    expect(await drafts.names()).toEqual(['register'])
  }
})

test('a sentinel comes back; a damaged or strange one says nothing', async () => {
  const files = new MemoryFiles()
  const sentinel = { storeId: 's1', shape: 1, cursor: {}, rows: 12 }
  expect(await readSentinel(FOLDER, files)).toBeNull()
  await writeSentinel(FOLDER, sentinel, files)
  expect(await readSentinel(FOLDER, files)).toEqual(sentinel)
  for (const bytes of ['', '{', '{"storeId":1}', '{"storeId":"s","shape":1,"cursor":{},"rows":1,"more":1}']) {
    files.put(`${FOLDER}/sentinel.json`, Buffer.from(bytes))
    expect(await readSentinel(FOLDER, files)).toBeNull()
  }
})

test('a frame is believed only whole, not empty, with its checksum and within the cap', () => {
  const frame = encodeFrame(Buffer.from('payload'))
  expect(payloadAt(frame, 0)?.toString()).toBe('payload')
  for (let length = 0; length < frame.length; length++) expect(payloadAt(frame.subarray(0, length), 0)).toBeNull()
  expect(payloadAt(Buffer.alloc(100), 0)).toBeNull()
  const huge = Buffer.from(frame)
  huge.writeUInt32LE(MAX_PAYLOAD + 1, 0)
  expect(payloadAt(huge, 0)).toBeNull()
  expect(() => encodeFrame(Buffer.alloc(0))).toThrow(RangeError)
})

test('versions are compared by number', () => {
  expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0)
  expect(compareVersions('0.1.0', '0.1.0')).toBe(0)
  expect(compareVersions('1.0.0-beta', '1.0.0')).toBe(0)
  expect(compareVersions('2.0.0', '10.0.0')).toBeLessThan(0)
})
