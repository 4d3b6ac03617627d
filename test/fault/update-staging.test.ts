import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FileSystem, nodeFiles } from '#electron/journal/file-system.ts'
import { demandKept, inMemory, keepProgram, listKept } from '#electron/update/staged.ts'
import { verifyPackage } from '#electron/update/verify-package.ts'
import { judgedBy, programPackage, publisher } from '#test/unit/update/package-kit.ts'

const ours = publisher()
const judged = judgedBy([ours])
const OLD = Buffer.alloc(3000, 'old')
const NEW = Buffer.alloc(5000, 'new')

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fault-update-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function keep(bytes: Buffer, files: FileSystem = nodeFiles): Promise<void> {
  const source = inMemory(bytes)
  await keepProgram(files, folder, source, await verifyPackage(source, judged))
}

const KILLED = 'the power went'

/** A file system that stops at its n-th change and does nothing after it, as a program that was killed. */
function killedAt(limit: number): { files: FileSystem; isHit: () => boolean } {
  let left = limit
  let isHit = false
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left-- <= 0) {
      isHit = true
      throw new Error(KILLED)
    }
    return work()
  }
  const files: FileSystem = {
    ...nodeFiles,
    open: async (name, mode) => {
      const file = await (mode === 'read' ? nodeFiles.open(name, mode) : step(() => nodeFiles.open(name, mode)))
      return { ...file, write: (at, bytes) => step(() => file.write(at, bytes)), flush: () => step(() => file.flush()) }
    },
    rename: (from, to) => step(() => nodeFiles.rename(from, to)),
    remove: name => step(() => nodeFiles.remove(name)),
    makeFolder: name => step(() => nodeFiles.makeFolder(name)),
    flushFolder: name => step(() => nodeFiles.flushFolder(name)),
  }
  return { files, isHit: () => isHit }
}

/** What is kept of a version: its bytes where it passes every look, else nothing. */
async function kept(version: string): Promise<Buffer | null> {
  const all = await listKept(nodeFiles, folder)
  if (!all.some(one => one.version === version)) return null
  return readFile(await demandKept(nodeFiles, folder, version, judged))
}

test('killed at whichever step, what was kept of another version stands, and the new one is whole or not there; the next try keeps it', async () => {
  let steps = 0
  for (let isHit = true; isHit; steps++) {
    await rm(folder, { recursive: true, force: true })
    await keep(programPackage(ours, { version: '0.1.0' }, OLD))
    const killing = killedAt(steps)
    await keep(programPackage(ours, { version: '0.2.0' }, NEW), killing.files).catch(error =>
      expect(String(error)).toContain(KILLED),
    )
    isHit = killing.isHit()
    expect(await kept('0.1.0')).toEqual(OLD)
    expect([null, NEW.toString()]).toContain((await kept('0.2.0'))?.toString() ?? null)
    await keep(programPackage(ours, { version: '0.2.0' }, NEW))
    expect(await kept('0.2.0')).toEqual(NEW)
  }
  expect(steps).toBeGreaterThan(8)
})

test('killed while another build of the same version is kept: one of both whole or nothing, never a mix that is run', async () => {
  let steps = 0
  for (let isHit = true; isHit; steps++) {
    await rm(folder, { recursive: true, force: true })
    await keep(programPackage(ours, { version: '0.2.0' }, OLD))
    const killing = killedAt(steps)
    await keep(programPackage(ours, { version: '0.2.0' }, NEW), killing.files).catch(() => undefined)
    isHit = killing.isHit()
    expect([null, OLD.toString(), NEW.toString()]).toContain((await kept('0.2.0'))?.toString() ?? null)
  }
  expect(steps).toBeGreaterThan(8)
})

test('a kept program that was changed, cut, joined by another file or has lost its own is not run', async () => {
  const own = path.join(folder, '0.2.0')
  const spoil = [
    () => writeFile(path.join(own, 'qabyldau.deb'), Buffer.alloc(5000, 'bad')),
    () => writeFile(path.join(own, 'qabyldau.deb'), NEW.subarray(1)),
    () => writeFile(path.join(own, 'more.deb'), NEW),
    () => rm(path.join(own, 'qabyldau.deb')),
    () => rm(path.join(own, 'head')),
    () => writeFile(path.join(own, 'head'), 'x'),
  ]
  for (const one of spoil) {
    await rm(folder, { recursive: true, force: true })
    await keep(programPackage(ours, { version: '0.2.0' }, NEW))
    expect(await demandKept(nodeFiles, folder, '0.2.0', judged)).toBe(path.join(own, 'qabyldau.deb'))
    await one()
    await expect(demandKept(nodeFiles, folder, '0.2.0', judged)).rejects.toThrow('update.kept_changed')
  }
})

test('a package that changes between the look and the keeping is not kept', async () => {
  const bytes = programPackage(ours, { version: '0.2.0' }, NEW)
  const verified = await verifyPackage(inMemory(bytes), judged)
  const changed = Buffer.from(bytes)
  changed[changed.length - 1] = 0
  await expect(keepProgram(nodeFiles, folder, inMemory(changed), verified)).rejects.toThrow('update.file_changed')
  expect(await kept('0.2.0')).toBeNull()
})
