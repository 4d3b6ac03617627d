import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Desk, isAlive, processGone } from '#test/e2e/launch/launch.ts'
import { wordsIn } from '#test/e2e/pages/words.ts'
import { seeded } from '#test/fixtures/import/vary-journal.ts'
import { BACKENDS, type Backend, surroundingsOf } from './backends.ts'
import { count } from './counted.ts'
import {
  actionsOf,
  beginImport,
  call,
  digestOf,
  ended,
  expectWhole,
  FULL,
  failureText,
  importWhole,
  passFirstRun,
  remove,
  rowsOf,
  startDesk,
  type Watched,
  writeJournal,
} from './product-rig.ts'

const run = promisify(execFile)
const MEGABYTE = 1024 * 1024
const ROWS = 2000
/** An import that is still under way when the disk has been filled. */
const LONG = 6000
const t = wordsIn('kk')

const SEED = Number(process.env.QABYLDAU_SEED ?? 20261123)
/** Disks that are filled to the last byte, for each backend of the store. */
const DISKS = Number(process.env.QABYLDAU_DISKS ?? (FULL ? 20 : 1))
const random = seeded(SEED)
const fillings = BACKENDS.flatMap(backend =>
  Array.from({ length: DISKS }, (_, index) => ({
    backend,
    filling: index + 1,
    words: 1 + Math.floor(random() * 3),
    later: Math.floor(random() * 80),
  })),
)

let disk: string
let desk: Desk | undefined
let env: Record<string, string> = {}
let csv: string
let place: string

/** A disk of its own, small enough to be filled, can be had by root on Linux only. */
const canMount = process.platform === 'linux' && process.getuid?.() === 0

beforeEach(async () => {
  if (!canMount) return
  disk = await mkdtemp(path.join(tmpdir(), 'fault-disk-'))
  await run('mount', ['-t', 'tmpfs', '-o', 'size=220m', 'tmpfs', disk])
  place = await mkdtemp(path.join(tmpdir(), 'fault-files-'))
  csv = await writeJournal(place, ROWS)
  // The floor of a new desk is larger than this disk.
  await mkdir(path.join(disk, 'desk/desk-data'), { recursive: true })
  await writeFile(path.join(disk, 'desk/desk-data/settings.json'), '{"floorMegabytes":50}')
})

/** A new desk on the small disk. */
async function begin(backend: Backend): Promise<Desk> {
  env = await surroundingsOf(backend, place)
  desk = await startDesk({ userData: path.join(disk, 'desk'), env })
  await passFirstRun(desk)
  return desk
}

afterEach(async () => {
  if (!canMount) return
  await desk?.close()
  // Chromium's helpers end a moment after it: while one lives the disk is in use.
  await vi.waitFor(() => run('umount', [disk]), { timeout: 30_000, interval: 50 })
  await remove(disk)
  await remove(place)
})

async function freeMegabytes(): Promise<number> {
  const { bavail, bsize } = await statfs(disk)
  return (bavail * bsize) / MEGABYTE
}

/** Fills the disk until so many megabytes are left; somebody else may take the last ones first. */
async function fill(left: number): Promise<void> {
  const bytes = Buffer.alloc(Math.floor(((await freeMegabytes()) - left) * MEGABYTE))
  await writeFile(path.join(disk, 'filler'), bytes).catch(error => {
    if (error.code !== 'ENOSPC') throw error
  })
}

const freeSpace = () => rm(path.join(disk, 'filler'), { force: true })

async function restart(old: Desk): Promise<Desk> {
  const { browserPid } = old
  if (isAlive(old.mainPid)) process.kill(old.mainPid, 'SIGKILL')
  await old.exited
  await processGone(browserPid)
  await old.close()
  return startDesk({ userData: path.join(disk, 'desk'), env })
}

function onItsOwnDisk(): void {
  test('filled while an import runs: said, nothing half; with space again a repeat completes, nothing doubled', async () => {
    desk = await begin('LevelDB')
    csv = await writeJournal(place, LONG)
    const import_ = await beginImport(desk, csv)
    await vi.waitUntil(() => import_.told.some(one => one.kept > 0), { timeout: 60_000, interval: 1 })
    await fill(30)
    const last = await ended(import_)
    expect(last).toMatchObject({ state: 'failed', error: { code: 'journal.disk_floor' } })
    const rows = rowsOf(await actionsOf(desk.page))
    expect(rows).toEqual(Array.from({ length: last.kept }, (_, row) => row))
    expect(await call(desk.page, 'journalVerify')).toMatchObject({ brokenAt: null })
    await freeSpace()
    expect(await importWhole(desk, csv)).toMatchObject({ state: 'done', already: last.kept, kept: LONG - last.kept })
    await expectWhole(desk.page, LONG)
    console.log(`disk filled after ${last.kept} of ${LONG} records: refused whole, repeat completed`)
  })

  test('started while the disk is full: told with the figure, the store not opened; with space again all is there', async () => {
    desk = await begin('LevelDB')
    expect(await importWhole(desk, csv)).toMatchObject({ state: 'done', kept: ROWS })
    await expectWhole(desk.page, ROWS)
    expect(await desk.quit()).toBe(0)
    await fill(20)
    const store = path.join(disk, 'desk/profile/chromium-host/Default/IndexedDB')
    const data = path.join(disk, 'desk/desk-data')
    const before = [await digestOf(store), await digestOf(data)]
    desk = await restart(desk)
    const said = await failureText(desk.page)
    const free = /(\d+) МБ бос/.exec(said)?.[1] ?? ''
    expect(Number(free)).toBeGreaterThan(0)
    expect(Number(free)).toBeLessThanOrEqual(20)
    expect(said).toContain(t('recovery.what.disk_full', { free, floor: 50 }))
    expect([await digestOf(store), await digestOf(data)]).toEqual(before)
    await freeSpace()
    desk = await restart(desk)
    await expectWhole(desk.page, ROWS)
  })

  test.each(fillings)(
    '$backend, disk $filling: not a byte left after $words words and $later ms, below the floor too: every acknowledged record is there',
    async ({ backend, words, later }) => {
      desk = await begin(backend)
      const import_ = await beginImport(desk, csv)
      await vi.waitUntil(() => import_.told.filter(one => one.kept > 0).length >= words || isOver(import_), {
        timeout: 60_000,
        interval: 1,
      })
      await pass(later)
      await fill(0)
      const last = await ended(import_)
      // Opened while it is full as well, as a person does who does not know why.
      desk = await restart(desk).catch(() => undefined)
      await desk?.close()
      await freeSpace()
      desk = await startDesk({ userData: path.join(disk, 'desk'), env })
      const rows = rowsOf(await actionsOf(desk.page))
      const acknowledged = Array.from({ length: last.kept }, (_, row) => row)
      const distinct = new Set(rows)
      count('full disks', `${backend}, seed ${SEED}`, 1, {
        lost: acknowledged.filter(row => !distinct.has(row)).length,
        doubled: rows.length - distinct.size,
      })
      expect(rows).toEqual(acknowledged)
      expect(await importWhole(desk, csv)).toMatchObject({ state: 'done', already: last.kept })
      await expectWhole(desk.page, ROWS)
    },
    300_000,
  )
}

/** Whether the import was quicker than the disk was filled. */
function isOver({ told }: Watched): boolean {
  return told.some(one => one.state !== 'running')
}

if (canMount) describe('a disk that fills', onItsOwnDisk)
else {
  // Nobody but root may mount a disk: journal-space.test.ts plays a full one to the journal itself.
  test('without the right to mount a disk only the floor is proved: no byte is taken under it', async () => {
    const userData = await mkdtemp(path.join(tmpdir(), 'fault-floor-'))
    const { bavail, bsize } = await statfs(userData)
    await mkdir(path.join(userData, 'desk-data'))
    const floorMegabytes = Math.min(100_000, Math.ceil((bavail * bsize) / MEGABYTE) + 1000)
    await writeFile(path.join(userData, 'desk-data/settings.json'), JSON.stringify({ floorMegabytes }))
    const started = await startDesk({ userData })
    try {
      if (floorMegabytes < 100_000) expect(await failureText(started.page)).toContain(String(floorMegabytes))
      else expect(started.page.url()).toContain('index.html')
    } finally {
      await started.close()
      await remove(userData)
    }
  })
}
