import { execFile, execFileSync } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from './launch/launch.ts'

const run = promisify(execFile)
const script = path.join(root, 'test/e2e/offline/main-job.ts')

/** A network of its own with nothing in it but loopback: as root, or as a user who may have a namespace. */
const NAMESPACES = [['-n'], ['-r', '-n']].map(options => ['unshare', ...options])
const UP = '/sbin/ip link set lo up && exec "$@"'

interface Job {
  readonly steps: Readonly<Record<string, number>>
  readonly sizes: readonly number[]
  readonly outside: number
  readonly network: { readonly noRoute: number; readonly datagrams6: number }
  readonly stderr: string
}

describe('without any network', () => {
  let job: Job
  beforeAll(async () => {
    const namespace = NAMESPACES.find(canRun)
    if (namespace === undefined)
      throw new Error('no network namespace can be made here: run as root, or allow user namespaces')
    const [command = '', ...options] = [...namespace, 'sh', '-c', UP, 'sh', process.execPath, script]
    const { stdout } = await run(command, options, { cwd: root, maxBuffer: 10_000_000 })
    job = JSON.parse(stdout) as Job
  })

  test('there really is none: only loopback', () => {
    expect(job.outside).toBe(0)
  })

  test('the main job goes through: first run, import, list, schedule, report', () => {
    expect(Object.keys(job.steps)).toEqual(['start', 'first run', 'import', 'list', 'schedule', 'report'])
    for (const size of job.sizes) expect(size).toBeGreaterThan(5000)
  })

  test('nothing waits for an answer that cannot come', () => {
    for (const [step, milliseconds] of Object.entries(job.steps)) expect(milliseconds, step).toBeLessThan(20_000)
  })

  test('nothing tried to reach anybody', () => {
    expect(job.network).toEqual({ noRoute: 0, datagrams6: 0 })
  })
})

function canRun([command = '', ...options]: readonly string[]): boolean {
  try {
    execFileSync(command, [...options, 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
