import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashOf, isInstalled, readStamp, writeStamp } from '../../../tools/setup/stamps.mjs'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'stamps-'))
  await mkdir(path.join(root, 'src/deep'), { recursive: true })
  await writeFile(path.join(root, 'src/deep/a.ts'), 'a')
  await writeFile(path.join(root, 'src/b.ts'), 'b')
  await writeFile(path.join(root, 'lock.json'), '{}')
})
afterEach(() => rm(root, { recursive: true }))

const places = ['src', 'lock.json', 'not-there']

test('a touched file asks for no work, a changed, renamed, added or removed one does', async () => {
  const before = hashOf(root, places)
  await utimes(path.join(root, 'src/b.ts'), 1, 1)
  expect(hashOf(root, places)).toBe(before)
  await writeFile(path.join(root, 'src/b.ts'), 'c')
  const changed = hashOf(root, places)
  await writeFile(path.join(root, 'src/new.ts'), '')
  const added = hashOf(root, places)
  await rm(path.join(root, 'src/b.ts'))
  const removed = hashOf(root, places)
  expect(new Set([before, changed, added, removed]).size).toBe(4)
})

test('what moves from one file to the next is a change', async () => {
  await writeFile(path.join(root, 'src/b.ts'), 'xy')
  await writeFile(path.join(root, 'src/c.ts'), '')
  const before = hashOf(root, places)
  await writeFile(path.join(root, 'src/b.ts'), 'x')
  await writeFile(path.join(root, 'src/c.ts'), 'y')
  expect(hashOf(root, places)).not.toBe(before)
})

test('a stamp is read as it was written, and empty where there is none', () => {
  const file = path.join(root, 'new/folder/.stamp')
  expect(readStamp(file)).toBe('')
  writeStamp(file, 'abc')
  expect(readStamp(file)).toBe('abc')
})

const lock = {
  packages: {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '2.0.0', integrity: 'x' },
    'node_modules/windows-only': { version: '1.0.0', integrity: 'w', optional: true },
  },
}

test('an installation counts when it holds every needed package of the lockfile', () => {
  const a = { version: '2.0.0', integrity: 'x' }
  expect(isInstalled(lock, { packages: { 'node_modules/a': a } })).toBe(true)
  expect(isInstalled(lock, { packages: {} })).toBe(false)
  expect(isInstalled(lock, { packages: { 'node_modules/a': { ...a, version: '2.0.1' } } })).toBe(false)
  expect(isInstalled(lock, { packages: { 'node_modules/a': { ...a, integrity: 'y' } } })).toBe(false)
  expect(
    isInstalled(lock, { packages: { 'node_modules/a': a, 'node_modules/windows-only': { version: '0.9.0' } } }),
  ).toBe(false)
})
