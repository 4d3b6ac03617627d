import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileSystem } from '#electron/journal/file-system.ts'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { checkStamp } from '#electron/journal/stamp-file.ts'
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

test('an older program on newer data refuses and changes nothing', async () => {
  const files = new MemoryFiles()
  await checkStamp({ folder: '/desk-data', app: '1.10.0', files })
  const before = files.get('/desk-data/stamp.json')
  await expect(checkStamp({ folder: '/desk-data', app: '1.9.9', files })).rejects.toMatchObject({
    detail: { code: 'start.newer_data', params: { found: '1.10.0', known: '1.9.9' } },
  })
  expect(files.get('/desk-data/stamp.json').equals(before)).toBe(true)
  await checkStamp({ folder: '/desk-data', app: '1.10.0', files })
  await checkStamp({ folder: '/desk-data', app: '2.0.0', files })
  await expect(checkStamp({ folder: '/desk-data', app: '1.10.0', files })).rejects.toThrow('start.newer_data')
})
