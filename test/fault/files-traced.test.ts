import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nodeFiles } from '#electron/journal/file-system.ts'
import { AREAS } from './areas/all.ts'
import type { Area } from './areas/area.ts'
import { count } from './counted.ts'
import { FULL } from './product-rig.ts'
import { canTrace, type Disturbed, Worker } from './traced.ts'

/** What is written: each refused in three ways, and the process killed there. */
const WRITING = ['openat', 'pwrite64', 'fdatasync', 'fsync', 'rename', 'ftruncate', 'unlink', 'mkdir']
/** What is read or put away: refused; killed there it is as killed after the write before it. */
const READING = ['read', 'pread64', 'getdents64', 'statx', 'statfs', 'close']

/** Ways to disturb, each from the first call to the one that is no longer there. */
const WAYS: readonly Omit<Disturbed, 'at'>[] = [
  ...WRITING.flatMap(call => ['EIO', 'ENOSPC', 'EPERM', 'KILL'].map(fault => ({ call, fault }))),
  ...READING.map(call => ({ call, fault: 'EIO' })),
  ...['pwrite64', 'fdatasync', 'openat'].map(call => ({ call, fault: 'ENOSPC', lasting: true })),
]
/** The short form: one call of each kind, refused; killed at the dearest ones. */
const SOME: readonly Omit<Disturbed, 'at'>[] = [
  ...['openat', 'pwrite64', 'fdatasync', 'read'].map(call => ({ call, fault: 'EIO' })),
  ...['rename', 'unlink'].map(call => ({ call, fault: 'ENOSPC' })),
  { call: 'fdatasync', fault: 'KILL' },
]

let scratch: string
let worker: Worker
let folders = 0

beforeAll(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'fault-traced-'))
  worker = new Worker(scratch)
})

afterAll(async () => {
  await worker.end()
  rmSync(scratch, { recursive: true })
})

/** One trial over a copy of what was prepared; null: there is no such call. */
async function tried(area: Area, made: string, disturbed: Disturbed) {
  folders += 1
  const folder = path.join(scratch, `at-${folders}`)
  cpSync(made, folder, { recursive: true })
  if (!(await worker.isAlive())) worker = new Worker(scratch)
  await worker.isAlive()
  try {
    const { told, isHit } = await worker.work(area.name, folder, disturbed, scratch)
    if (!isHit) return null
    const came = await area.judge({ folder, files: nodeFiles }, told)
    return { ...came, unclear: told.unclear }
  } finally {
    // A worker that was killed may still be writing its last bytes.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}

async function disturb(area: Area): Promise<void> {
  const made = path.join(scratch, 'made', area.name)
  mkdirSync(made, { recursive: true })
  await area.prepare({ folder: made, files: nodeFiles })
  let faults = 0
  for (const way of FULL ? WAYS : SOME) faults += await disturbBy(area, made, way)
  expect(faults).toBeGreaterThan(FULL ? 60 : 2)
}

/** One call after another disturbed in one way; how many there were. */
async function disturbBy(area: Area, made: string, way: Omit<Disturbed, 'at'>): Promise<number> {
  const wrong: string[] = []
  const harm = { lost: 0, doubled: 0, torn: 0, unclear: 0 }
  let faults = 0
  for (let at = FULL ? 1 : 2; FULL || at === 2; at++) {
    const name = `${way.call} ${way.fault}${way.lasting ? ' lasting' : ''} at ${at}`
    const came = await tried(area, made, { ...way, at }).catch((cause: unknown) => {
      throw new Error(`${area.name}: ${name}`, { cause })
    })
    if (came === null) break
    faults += 1
    for (const [kind, found] of Object.entries(came)) {
      harm[kind as keyof typeof harm] += found.length
      if (found.length > 0) wrong.push(`${name}: ${kind} ${found.join()}`)
    }
  }
  if (wrong.length > 0) console.log(`${area.name}\n${wrong.join('\n')}`)
  count('faults of files', `${area.name}, calls of the system`, faults, harm)
  return faults
}

if (canTrace) test.each(AREAS)('$name: a fault at calls of the system', { timeout: 3_600_000 }, disturb)
else test('calls of the system cannot be disturbed here: files-in-memory.test.ts plays them', () => undefined)
