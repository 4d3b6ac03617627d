import { expect, it } from 'vitest'
import { fileSaver, markOf } from '#electron/windows/save-file.ts'
import { FailFiles } from '#test/fault/fail-files.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

const OURS = markOf('room-110', '/srv/clerk/desk')
const FILE = '/share/report.pdf'
const BYTES = Buffer.from('sheet')

/** A save cut off by a kill at the first call that leaves something behind. */
async function killedSave(files: MemoryFiles, mark: string): Promise<string> {
  for (let at = 1; ; at++) {
    await fileSaver(new FailFiles(files, at, 'kill'), mark)(FILE, BYTES).then(
      () => expect.fail('no call left anything'),
      () => undefined,
    )
    const left = files.paths().find(name => name.endsWith('.tmp') && name.includes(mark))
    if (left !== undefined) return left
  }
}

it('what a killed save of this desk left goes with the next save to the folder, whatever its name', async () => {
  const files = new MemoryFiles()
  const left = await killedSave(files, OURS)
  expect(left).toContain('qabyldau-')
  await fileSaver(files, OURS)('/share/schedule.pdf', BYTES)
  expect(files.paths()).toEqual(['/share/schedule.pdf'])
})

it("others' files stay: another desk's save under way, another program's, and what only looks alike", async () => {
  const files = new MemoryFiles()
  const others = [
    `${FILE}.${markOf('room-111', '/srv/clerk/desk')}0123456789ab.tmp`,
    `${FILE}.${markOf('room-110', '/srv/other/desk')}0123456789ab.tmp`,
    `${FILE}.0123456789ab.tmp`,
    `${FILE}.${OURS}0123456789ab.tmp.pdf`,
    '/share/qabyldau-notes.tmp',
  ]
  for (const name of others) files.put(name, BYTES)
  await fileSaver(files, OURS)(FILE, BYTES)
  expect(files.paths()).toEqual([...others, FILE].sort())
})

it('two saves at once to one folder do not remove what the other is writing', async () => {
  const files = new MemoryFiles()
  const save = fileSaver(files, OURS)
  const names = ['a', 'b', 'c'].map(name => `/share/${name}.pdf`)
  await Promise.all(names.map(name => save(name, BYTES)))
  expect(files.paths()).toEqual(names)
})

it('a folder that cannot be listed is saved to', async () => {
  const files = new MemoryFiles()
  files.list = async () => {
    throw Object.assign(new Error('no'), { code: 'EACCES' })
  }
  await fileSaver(files, OURS)(FILE, BYTES)
  expect(files.get(FILE)).toEqual(BYTES)
})
