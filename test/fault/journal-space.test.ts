import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { checkStamp, DATA_FORMAT } from '#electron/journal/stamp-file.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { draft, numbersOf, openDesk, ownFolder, readAll, testRandom } from './desk-rig.ts'
import { MemoryFiles } from './memory-files.ts'

/** A small disk: a tmpfs of 2 MB where mounting is permitted, else the same limit counted in front of a folder. */
function smallDisk(): { folder: string; files: FileSystem; end: () => void; kind: string } {
  const folder = mkdtempSync(join(tmpdir(), 'journal-space-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' })
    const end = () => {
      execFileSync('umount', [folder])
      rmSync(folder, { recursive: true })
    }
    return { folder, files: nodeFiles, end, kind: 'tmpfs' }
  } catch {
    return { folder, files: limited(2 * 1024 * 1024), end: () => rmSync(folder, { recursive: true }), kind: 'counted' }
  }
}

function limited(limit: number): FileSystem {
  let used = 0
  return {
    ...nodeFiles,
    freeSpace: async () => limit - used,
    async open(path, mode) {
      const file = await nodeFiles.open(path, mode)
      return {
        ...file,
        async write(position, bytes) {
          used += bytes.length
          if (used > limit) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
          await file.write(position, bytes)
        },
      }
    },
  }
}

test('the disk fills up: told, nothing acknowledged is lost, work goes on when there is space', async () => {
  const disk = smallDisk()
  try {
    const folder = `${disk.folder}/desk-data`
    const options = { files: disk.files, folder, segmentBytes: 200_000 }
    const desk = await openDesk(options)
    const acknowledged: number[] = []
    let refusal: unknown = null
    for (let n = 0; refusal === null; n++) {
      expect(n).toBeLessThan(3000)
      const body = { n, filler: 'x'.repeat(4000) }
      await desk.journal.append([{ ...draft(n), body }]).then(
        () => void acknowledged.push(n),
        cause => {
          refusal = cause
        },
      )
    }
    // The floor is 0, so either the count of free bytes or the write itself says it.
    expect(refusal).toMatchObject({ detail: { code: expect.stringMatching(/^journal\.disk_(full|floor)$/) } })
    expect(acknowledged.length).toBeGreaterThan(50)
    expect(numbersOf(await readAll(desk.journal))).toEqual(acknowledged)
    await desk.journal.close()
    const again = await openDesk(options)
    expect(again.journal.report.cutBytes).toBe(0)
    expect(numbersOf(await readAll(again.journal))).toEqual(acknowledged)
    expect((await again.journal.verify()).brokenAt).toBeNull()
    await again.journal.close()
  } finally {
    disk.end()
  }
})

test('the floor is reached: refused with the figures, and not a byte is written', async () => {
  const files = new MemoryFiles()
  const desk = await openDesk({ files, random: testRandom('floor'), floor: 500_000_000 })
  await desk.journal.append([draft(1)])
  const path = `${ownFolder(desk)}/000001.seg`
  const before = files.get(path)
  files.free = 500_000_100
  await expect(desk.journal.append([draft(2)])).rejects.toMatchObject({
    detail: { code: 'journal.disk_floor', params: { free: 500_000_100, floor: 500_000_000 } },
  })
  expect(files.get(path).equals(before)).toBe(true)
  files.free = 1e12
  await desk.journal.append([draft(3)])
  expect(numbersOf(await readAll(desk.journal))).toEqual([1, 3])
})

const STAMP = '/desk-data/stamp.json'

function startOf(files: MemoryFiles, app: string, engine = 45, folder = `profile-${engine}`, today = '2026-11-23') {
  return checkStamp({ folder: '/desk-data', app, store: { folder, engine, last: PlainDate.parse(today) }, files })
}

test('an older program on data of a newer layout refuses and changes nothing', async () => {
  const files = new MemoryFiles()
  await startOf(files, '1.10.0')
  const newer = { ...JSON.parse(files.get(STAMP).toString()), data: DATA_FORMAT + 1 }
  for (const found of [newer, { ...newer, data: DATA_FORMAT, format: 2, anything: [] }]) {
    files.put(STAMP, Buffer.from(JSON.stringify(found)))
    const before = files.get(STAMP)
    await expect(startOf(files, '1.9.9')).rejects.toMatchObject({
      detail: { code: 'start.newer_data', params: { found: '1.10.0', known: '1.9.9' } },
    })
    expect(files.get(STAMP).equals(before)).toBe(true)
  }
})

test('a lower version of the program works on data of its own layout, and the stamp keeps the newest that wrote', async () => {
  const files = new MemoryFiles()
  await startOf(files, '1.10.0')
  await startOf(files, '1.9.9')
  expect(JSON.parse(files.get(STAMP).toString())).toMatchObject({ app: '1.10.0', last: '1.9.9', data: DATA_FORMAT })
  await startOf(files, '2.0.0')
  expect(JSON.parse(files.get(STAMP).toString())).toMatchObject({ app: '2.0.0', last: '2.0.0' })
})

test('a lower Electron never opens the folder a higher one wrote; in a folder of its own it works', async () => {
  const files = new MemoryFiles()
  await startOf(files, '1.0.0', 46)
  const before = files.get(STAMP)
  await expect(startOf(files, '1.0.0', 45, 'profile-46')).rejects.toThrow('start.newer_store')
  expect(files.get(STAMP).equals(before)).toBe(true)
  await startOf(files, '1.0.0', 45)
  expect(JSON.parse(files.get(STAMP).toString()).stores).toEqual([
    { folder: 'profile-46', engine: 46, last: '2026-11-23' },
    { folder: 'profile-45', engine: 45, last: '2026-11-23' },
  ])
})

test('a stamp of the first form is read, and what it did not tell is written beside', async () => {
  const files = new MemoryFiles()
  files.put(STAMP, Buffer.from('{"format":1,"app":"0.1.0","data":1}\n'))
  await startOf(files, '0.2.0')
  expect(JSON.parse(files.get(STAMP).toString())).toEqual({
    ...{ format: 1, app: '0.2.0', last: '0.2.0', data: DATA_FORMAT },
    stores: [
      { folder: 'profile', engine: 0, last: '2026-11-23' },
      { folder: 'profile-45', engine: 45, last: '2026-11-23' },
    ],
  })
})
