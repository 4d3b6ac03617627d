import { expect, it } from 'vitest'
import { openAuditLog } from '#electron/audit/log.ts'
import { AuditRecord } from '#shared/audit/model.ts'
import { diceOf, MemoryFiles } from '#test/fault/memory-files.ts'
import { entryOf, FOLDER, keysOf, opened, writtenLog } from './audit-rig.ts'

const ALL = { before: null, limit: 1_000, passes: () => true }

/** A disk that takes nothing while it is full. */
class FullDisk extends MemoryFiles {
  isFull = false

  override async open(path: string, mode: 'read' | 'edit' | 'create') {
    const file = await super.open(path, mode)
    return {
      ...file,
      write: (position: number, bytes: Uint8Array) =>
        this.isFull
          ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
          : file.write(position, bytes),
    }
  }
}

it('an export is on the disk when it is told as recorded, together with the looks before it', async () => {
  const files = new MemoryFiles()
  const log = await opened(files)
  log.note(entryOf(1))
  expect(await log.record(entryOf(2, { kind: 'saved' }))).toBe(2)
  files.losePower(diceOf(7))
  const { records } = await (await opened(files)).read(ALL)
  expect(records.map(({ sequence, kind }) => `${sequence} ${kind}`)).toEqual(['2 saved', '1 viewed'])
})

it('what the disk does not take is refused where it must be recorded, and waits where it is a look', async () => {
  const files = new FullDisk()
  const failed: string[] = []
  const log = await opened(files, { onFailed: code => failed.push(code) })
  await log.record(entryOf(1, { kind: 'saved' }))
  files.isFull = true
  await expect(log.record(entryOf(2, { kind: 'saved' }))).rejects.toThrow('audit.not_written')
  log.note(entryOf(3))
  await log.flush()
  expect(failed).toEqual(['journal.disk_full', 'journal.disk_full'])
  files.isFull = false
  expect(await log.record(entryOf(4, { kind: 'saved' }))).toBe(3)
  const { records } = await log.read(ALL)
  expect(records.map(({ at }) => at)).toEqual([4, 3, 1].map(number => entryOf(number).at))
  expect(await log.verify([])).toMatchObject({ records: 3, broken: null })
})

it('a look that comes while those before it are being written is not lost', async () => {
  const log = await opened(new MemoryFiles())
  log.note(entryOf(1))
  const written = log.flush()
  // Turn by turn, so that one of the looks meets the writing at every point of it.
  for (let number = 2; number <= 40; number++) {
    log.note(entryOf(number))
    await Promise.resolve()
  }
  await written
  const { records } = await log.read(ALL)
  expect(records.map(({ at }) => at)).toEqual(Array.from({ length: 40 }, (_, index) => entryOf(40 - index).at))
})

it('looks that were lost for want of room are told by their number', async () => {
  const files = new FullDisk()
  const log = await opened(files)
  files.isFull = true
  for (let number = 1; number <= 5_003; number++) log.note(entryOf(number))
  files.isFull = false
  await log.flush()
  const { records } = await log.read({ ...ALL, passes: ({ kind }) => kind === 'not_recorded' })
  expect(records).toMatchObject([{ sequence: 1, count: 3, user: 'system' }])
  expect(log.head().count).toBe(5_001)
})

it('a tail torn at every byte is cut at the next start, and the log goes on from what was whole', async () => {
  const whole = new MemoryFiles()
  await writtenLog(whole, 3, 1)
  const path = `${FOLDER}/000001.log`
  const bytes = whole.get(path)
  for (let cut = 1; cut < bytes.length; cut++) {
    const files = new MemoryFiles()
    files.put(path, bytes.subarray(0, cut))
    const log = await opened(files)
    await log.record(entryOf(9))
    expect(await log.verify([])).toMatchObject({ records: log.head().count, broken: null })
    expect(log.head().count).toBeLessThan(4)
  }
})

it('a line changed in the middle stays as evidence: what follows it is read, and new lines are written', async () => {
  const files = new MemoryFiles()
  await writtenLog(files, 20, 20)
  const path = `${FOLDER}/000001.log`
  const bytes = files.get(path)
  bytes.writeUInt8(bytes.readUInt8(900) ^ 1, 900)
  files.put(path, bytes)
  const log = await opened(files)
  await log.record(entryOf(30))
  const { records, unread } = await log.read(ALL)
  expect([records.length, unread, records[0]?.sequence]).toEqual([20, 0, 21])
  expect((await log.verify([])).broken).toMatchObject({ why: 'edited' })
  expect(files.get(path)).toEqual(bytes)
})

it('is read newest first, a page at a time, none twice and none left out, over segments', async () => {
  const files = new MemoryFiles()
  await writtenLog(files, 200)
  expect(files.paths().length).toBeGreaterThan(2)
  const log = await opened(files)
  const read: number[] = []
  const passes = ({ sequence }: AuditRecord) => sequence % 3 === 0
  for (let before: number | null = null, isEnd = false; !isEnd; ) {
    const page = await log.read({ before, limit: 7, passes })
    read.push(...page.records.map(({ sequence }) => sequence))
    before = page.next
    isEnd = before === null
  }
  expect(read).toEqual(Array.from({ length: 66 }, (_, at) => 198 - at * 3))
})

it('nothing of a line lies in clear, and there is no field for a name, an IIN, a telephone or a file', async () => {
  const files = new MemoryFiles()
  const log = await opened(files)
  await log.record(entryOf(1, { user: 'canaryuser', kind: 'searched', what: 'iin', tag: 'a'.repeat(43) }))
  const bytes = files.get(`${FOLDER}/000001.log`)
  for (const word of ['canaryuser', 'searched', 'application:', 'aaaaaaaa', '2026']) {
    expect(bytes.includes(Buffer.from(word))).toBe(false)
  }
  const texts = ['Ахметов', '850101300017', '+7 701 555 01 23', 'list.xlsx', 'Ахметов А. 1985']
  const fields = ['user', 'entity', 'subject', 'reason', 'tag', 'what', 'kind'] as const
  const record = { sequence: 1, ...entryOf(1) }
  for (const field of fields) {
    for (const text of texts) {
      // A digit is a letter of an id: of a user main alone writes it.
      if (field === 'user' && /^\d+$/.test(text)) continue
      expect(AuditRecord.safeParse({ ...record, [field]: text }).success).toBe(false)
    }
  }
  expect(AuditRecord.safeParse({ ...record, fields: ['Ахметов'] }).success).toBe(false)
  expect(AuditRecord.safeParse({ ...record, name: 'x' }).success).toBe(false)
})

it('another key opens nothing, and says how much', async () => {
  const files = new MemoryFiles()
  await writtenLog(files, 5)
  const log = await openAuditLog({ folder: FOLDER, keys: keysOf(2), files })
  expect(await log.read(ALL)).toEqual({ records: [], next: null, unread: 5 })
})
