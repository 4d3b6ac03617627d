import { expect, it } from 'vitest'
import { MemoryFiles } from '#test/fault/memory-files.ts'
import { opened, writtenLog } from '#test/unit/audit/audit-rig.ts'

const LINES = 100_000

/** Processor time in milliseconds: what else runs on the machine says nothing about the audit. */
function spentSince(begin: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begin)
  return Math.round((user + system) / 1000)
}

it('100,000 lines of the audit are verified in at most 2 s, and searched in at most 4', async () => {
  const files = new MemoryFiles()
  const anchors = await writtenLog(files, LINES, 1_000, 4 * 1024 * 1024)
  const log = await opened(files)
  const verifying = process.cpuUsage()
  expect(await log.verify(anchors)).toEqual({ records: LINES, anchors: anchors.length, broken: null })
  const verified = spentSince(verifying)
  const reading = process.cpuUsage()
  expect((await log.read({ before: null, limit: 100, passes: () => false })).records).toEqual([])
  const read = spentSince(reading)
  console.info(`audit, ${LINES} lines: verified ${verified} ms, read through ${read} ms`)
  expect(verified).toBeLessThan(2_000)
  expect(read).toBeLessThan(4_000)
}, 120_000)
