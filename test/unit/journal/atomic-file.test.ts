import { expect, test } from 'vitest'
import { removeLeftovers, writeAtomically } from '#electron/journal/atomic-file.ts'
import { FailFiles, type Fault } from '#test/fault/fail-files.ts'
import { diceOf, MemoryFiles } from '#test/fault/memory-files.ts'

const PATH = '/folder/settings.json'
const OLD = Buffer.from('old '.repeat(50))
const NEW = Buffer.from('new '.repeat(70))

function disk(): MemoryFiles {
  const files = new MemoryFiles()
  files.put(PATH, OLD)
  return files
}

test.each<Fault>(['kill', 'ENOSPC', 'EIO'])(
  '%s at every call, then power lost: old or new, never torn',
  async fault => {
    for (let at = 1; ; at++) {
      const files = disk()
      const failing = new FailFiles(files, at, fault)
      const wait = async () => undefined
      const told = await writeAtomically(failing, PATH, NEW, { wait }).then(
        () => 'written',
        cause => cause.detail?.code ?? 'system',
      )
      const before = files.get(PATH)
      expect(before.equals(OLD) || before.equals(NEW)).toBe(true)
      if (fault !== 'kill') expect(files.paths()).toEqual([PATH])
      files.losePower(diceOf(at))
      const left = files.get(PATH)
      expect(left.equals(OLD) || left.equals(NEW)).toBe(true)
      if (told === 'written') expect(left.equals(NEW)).toBe(true)
      if (!failing.hit) {
        expect(at).toBe(6)
        return
      }
      expect(told).toBe(fault === 'ENOSPC' ? 'file.disk_full' : 'file.write_failed')
    }
  },
)

test('held by another program: tried again for 5 s, then told, and nothing is left behind', async () => {
  const files = disk()
  let tries = 0
  let held = 3
  const rename = files.rename.bind(files)
  files.rename = async (from, to) => {
    tries += 1
    if (tries <= held) throw Object.assign(new Error('held'), { code: 'EBUSY' })
    await rename(from, to)
  }
  let waited = 0
  const wait = async (milliseconds: number) => {
    waited += milliseconds
  }
  await writeAtomically(files, PATH, NEW, { wait })
  expect(files.get(PATH).equals(NEW)).toBe(true)
  expect(tries).toBe(4)
  held = Number.POSITIVE_INFINITY
  waited = 0
  await expect(writeAtomically(files, PATH, OLD, { wait })).rejects.toMatchObject({ detail: { code: 'file.busy' } })
  expect(waited).toBeGreaterThanOrEqual(5000)
  expect(waited).toBeLessThan(6000)
  expect(files.paths()).toEqual([PATH])
})

test('what a killed program left is removed, and nothing else', async () => {
  const files = disk()
  files.put('/folder/head.0123456789ab.tmp', NEW)
  files.put('/folder/notes.tmp', NEW)
  await removeLeftovers(files, '/folder')
  expect(files.paths()).toEqual(['/folder/notes.tmp', PATH])
})
