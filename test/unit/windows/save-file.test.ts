import { describe, expect, it } from 'vitest'
import { fileSaver, markOf } from '#electron/windows/save-file.ts'
import { FailFiles } from '#test/fault/fail-files.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

const OURS = markOf('room-110', '/srv/clerk/desk')
const FILE = '/share/report.pdf'
const BYTES = Buffer.from('sheet')

/** A save cut off by a kill at the first call that leaves something behind. */
async function killedSave(files: MemoryFiles, mark: string): Promise<string> {
  for (let at = 1; ; at++) {
    await fileSaver(new FailFiles(files, at, 'kill'), mark)('/share', [{ name: 'report.pdf', bytes: BYTES }]).then(
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
  await fileSaver(files, OURS)('/share', [{ name: 'schedule.pdf', bytes: BYTES }])
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
  await fileSaver(files, OURS)('/share', [{ name: 'report.pdf', bytes: BYTES }])
  expect(files.paths()).toEqual([...others, FILE].sort())
})

it('two saves at once to one folder do not remove what the other is writing', async () => {
  const files = new MemoryFiles()
  const save = fileSaver(files, OURS)
  const names = ['a', 'b', 'c'].map(name => `/share/${name}.pdf`)
  await Promise.all(names.map(name => save('/share', [{ name: name.slice(7), bytes: BYTES }])))
  expect(files.paths()).toEqual(names)
})

it('a folder that cannot be listed is saved to', async () => {
  const files = new MemoryFiles()
  files.list = async () => {
    throw Object.assign(new Error('no'), { code: 'EACCES' })
  }
  await fileSaver(files, OURS)('/share', [{ name: 'report.pdf', bytes: BYTES }])
  expect(files.get(FILE)).toEqual(BYTES)
})

describe('files that belong together', () => {
  const names = ['index.html', 'schedule.json', 'receptions.ics']
  const old = () => {
    const files = new MemoryFiles()
    for (const name of [...names, 'others.txt']) files.put(`/site/${name}`, Buffer.from(`old ${name}`))
    return files
  }
  const fresh = names.map(name => ({ name, bytes: Buffer.from(`new ${name}`) }))
  const read = (files: MemoryFiles) => names.map(name => String(files.get(`/site/${name}`)))

  it('a disk that fails at any call is told and leaves whole files only, and until all bytes are written the old ones', async () => {
    const seen = { old: 0, mixed: 0, saved: 0 }
    for (let at = 1; seen.saved === 0; at++) {
      const files = old()
      const failing = new FailFiles(files, at, 'ENOSPC')
      const error = await fileSaver(failing, OURS)('/site', fresh).then(
        () => null,
        (cause: unknown) => cause,
      )
      if (!failing.hit) seen.saved = at
      else expect(error).toMatchObject({ detail: { code: 'file.disk_full' } })
      for (const [place, text] of read(files).entries())
        expect([`old ${names[place]}`, `new ${names[place]}`]).toContain(text)
      expect(files.paths()).toEqual([...names, 'others.txt'].map(name => `/site/${name}`).sort())
      if (read(files).every(text => text.startsWith('old'))) seen.old += 1
      else if (failing.hit) seen.mixed += 1
    }
    // Nine calls write three files, the tenth takes the first name; each name and the folder's flush may fail after it.
    expect(seen.old).toBeGreaterThanOrEqual(10)
    expect(seen.mixed).toBe(3)
  })

  it('a kill at any call leaves no half of a file under its name', async () => {
    for (let at = 1; at < 20; at++) {
      const files = old()
      await fileSaver(new FailFiles(files, at, 'kill'), OURS)('/site', fresh).catch(() => undefined)
      for (const [place, text] of read(files).entries())
        expect([`old ${names[place]}`, `new ${names[place]}`]).toContain(text)
    }
  })
})
