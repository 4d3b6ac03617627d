import { expect, test } from 'vitest'
import { createClock } from '#electron/journal/clock.ts'
import { encodeFrame, payloadAt } from '#electron/journal/frame.ts'
import { HEADER_START } from '#electron/journal/record.ts'
import { actionId, entityId, inOrder } from '#shared/change/action.ts'
import { millisecondsOf } from '#shared/time/stamp.ts'
import {
  CANARY,
  type Desk,
  draft,
  FOLDER,
  numbersOf,
  openDesk,
  ownFolder,
  readAll,
  testRandom,
} from '#test/fault/desk-rig.ts'
import { MemoryFiles } from '#test/fault/memory-files.ts'

async function deskOn(files = new MemoryFiles(), more = {}): Promise<{ files: MemoryFiles; desk: Desk }> {
  return { files, desk: await openDesk({ files, random: testRandom('unit'), ...more }) }
}

function countOpened(files: MemoryFiles): () => number {
  let opened = 0
  const { open } = files
  files.open = (path, mode) => {
    opened += 1
    return open.call(files, path, mode)
  }
  return () => opened
}

test('an empty journal answers', async () => {
  const { desk } = await deskOn()
  const { journal } = desk
  expect(journal.report).toEqual({ records: 0, segments: 0, cutBytes: 0 })
  expect(journal.head()).toEqual({ cursor: {}, count: 0 })
  expect(await journal.read({}, 10)).toEqual({ actions: [], next: {}, atEnd: true, begun: [] })
  expect(await journal.verify()).toEqual({ records: 0, segments: 0, signatures: 0, brokenAt: null })
  expect(journal.headOf(entityId('office', 'main'))).toBeNull()
  expect(await journal.actionsOf(entityId('office', 'main'))).toEqual([])
  expect(await journal.append([])).toEqual([])
})

test('what is appended comes back as it was, by page, by entity and after a restart', async () => {
  const { files, desk } = await deskOn(new MemoryFiles(), { segmentBytes: 3000 })
  const [subject] = await desk.keyring.create(['tag'])
  const told = [
    ...(await desk.journal.append([draft(0, 'x'), draft(1, 'y', subject)])),
    ...(await desk.journal.append([{ ...draft(2, 'x'), basedOn: actionId(desk.journal.installation, 1) }])),
    ...(await desk.journal.append(Array.from({ length: 20 }, (_, i) => draft(3 + i)))),
  ]
  expect(told[1]?.personal?.value).toMatchObject(CANARY)
  for (const open of [desk, (await deskOn(files)).desk]) {
    const { journal } = open
    expect(await readAll(journal, 3)).toEqual(told)
    expect(await readAll(journal, 1000)).toEqual(told)
    expect(await journal.actionsOf(entityId('application', 'x'))).toEqual([told[0], told[2]])
    expect(journal.headOf(entityId('application', 'x'))).toBe(told[2]?.id)
    expect(journal.has(entityId('application', 'x'))).toBe(true)
    expect(journal.entitiesOf('application').slice(0, 3)).toEqual(['application:x', 'application:y', 'application:a3'])
    expect(journal.entitiesOf('office')).toEqual([])
    expect(journal.head()).toEqual({ cursor: { [journal.installation]: 23 }, count: 23 })
    expect(inOrder(told)).toEqual(told)
    await journal.close()
  }
})

test('what an entity went through is read in one way to the disk where it lies together', async () => {
  const { files, desk } = await deskOn()
  await desk.journal.append(Array.from({ length: 12 }, (_, at) => draft(at, at % 3 === 0 ? 'x' : `o${at}`)))
  const { journal } = (await deskOn(files)).desk
  const opened = countOpened(files)
  expect(await journal.actionsOf(entityId('application', 'x'))).toHaveLength(4)
  expect(opened()).toBe(1)
})

test('what was just done or looked up is answered without the disk, and is what the disk says', async () => {
  const { files, desk } = await deskOn()
  const x = entityId('application', 'x')
  const [subject] = await desk.keyring.create(['tag'])
  await desk.journal.append([draft(0, 'x', subject)])
  await desk.journal.append([{ ...draft(1, 'x'), beside: undefined, basedOn: desk.journal.headOf(x) }])
  const opened = countOpened(files)
  const known = await desk.journal.actionsOf(x)
  expect(opened()).toBe(0)
  const { journal } = (await deskOn(files)).desk
  const before = opened()
  expect(await journal.actionsOf(x)).toStrictEqual(known)
  expect(await journal.actionsOf(x)).toStrictEqual(known)
  expect(opened()).toBe(before + 1)
  expect((await journal.read({}, 10)).actions).toStrictEqual(known)
})

test('of what is known to be there nothing personal is answered once the person is erased', async () => {
  const { desk } = await deskOn()
  const x = entityId('application', 'x')
  const [subject] = await desk.keyring.create(['tag'])
  await desk.journal.append([draft(0, 'x', subject)])
  expect((await desk.journal.actionsOf(x))[0]?.personal?.value).toMatchObject(CANARY)
  await desk.keyring.erase([subject!])
  expect((await desk.journal.actionsOf(x))[0]?.personal).toEqual({ subject, value: null })
})

test('a call that was refused by the disk is known of nowhere', async () => {
  const { files, desk } = await deskOn()
  const { freeSpace } = files
  files.freeSpace = async () => 0
  const refused = { detail: { code: 'journal.disk_floor' } }
  await expect(desk.journal.append([draft(0, 'x')])).rejects.toMatchObject(refused)
  files.freeSpace = freeSpace
  await desk.journal.append([draft(1, 'y')])
  expect(await desk.journal.actionsOf(entityId('application', 'x'))).toEqual([])
  expect(numbersOf(await desk.journal.actionsOf(entityId('application', 'y')))).toEqual([1])
})

test('what was appended a moment ago is read once without the disk, and then from the disk the same', async () => {
  const { files, desk } = await deskOn(new MemoryFiles(), { segmentBytes: 9000 })
  const { journal } = desk
  const [erased, kept] = await desk.keyring.create(['tag1', 'tag2'])
  const drafts = (from: number) =>
    Array.from({ length: 30 }, (_, at) => draft(from + at, `a${from + at}`, at === 7 ? kept : null))
  const told = [...(await journal.append([draft(0, 'x', erased)])), ...(await journal.append(drafts(1)))]
  const after = { [journal.installation]: 1 }
  let opened = 0
  const { open } = files
  files.open = (path, mode) => {
    opened += 1
    return open.call(files, path, mode)
  }
  expect(await journal.read(after, 20)).toEqual({
    ...{ actions: told.slice(1, 21), next: { [journal.installation]: 21 }, atEnd: false },
    begun: told.slice(1, 21).map(({ entity }) => entity),
  })
  expect((await journal.read({ [journal.installation]: 21 }, 20)).actions).toEqual(told.slice(21))
  expect(opened).toBe(0)
  expect((await journal.read({}, 100)).actions).toEqual(told)
  expect(opened).toBeGreaterThan(0)
  told.push(...(await journal.append(drafts(31))), ...(await journal.append([draft(61, 'y', erased)])))
  if (erased !== undefined) await desk.keyring.erase([erased])
  const values = (await readAll(journal, 50)).map(({ body, personal }) => [body.n, personal?.value?.surname])
  expect(values).toHaveLength(62)
  expect(values.filter(([, surname]) => surname !== undefined)).toEqual([
    [8, CANARY.surname],
    [38, CANARY.surname],
  ])
})

test('what a day begins with is known by the day, also after a restart, and by nothing like it', async () => {
  const { files, desk } = await deskOn()
  const visits = ['20261123-a-0001', '20261124-a-0001', '20261123-b-0001'].map(key => entityId('visit', key))
  const others = [entityId('contact', '20261123-c'), entityId('visit', '202611230-a'), entityId('visit', 'x20261123-a')]
  await desk.journal.append([...visits, ...others].map((entity, at) => ({ ...draft(at), entity })))
  await desk.journal.append([{ ...draft(9), entity: visits[0]!, basedOn: desk.journal.headOf(visits[0]!) }])
  for (const { journal } of [desk, (await deskOn(files)).desk]) {
    expect(journal.entitiesOfDay('visit', 20261123)).toEqual([visits[0], visits[2]])
    expect(journal.entitiesOfDay('contact', 20261123)).toEqual([others[0]])
    expect(journal.entitiesOfDay('visit', 20261125)).toEqual([])
    await journal.close()
  }
})

test('a cursor beyond the end gives nothing; what is appended between pages comes later', async () => {
  const { desk } = await deskOn()
  await desk.journal.append([draft(0), draft(1), draft(2)])
  const beyond = { [desk.journal.installation]: 99 }
  expect(await desk.journal.read(beyond, 10)).toEqual({ actions: [], next: beyond, atEnd: true, begun: [] })
  const page = await desk.journal.read({}, 2)
  expect(page.atEnd).toBe(false)
  await desk.journal.append([draft(3)])
  const rest = await desk.journal.read(page.next, 10)
  expect(numbersOf(rest.actions)).toEqual([2, 3])
  expect(rest.atEnd).toBe(true)
})

test('calls made at once run one after another', async () => {
  const { desk } = await deskOn()
  const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => desk.journal.append([draft(i)])))
  expect(answers.flat().map(action => action.id)).toEqual(
    answers.map((_, i) => actionId(desk.journal.installation, i + 1)),
  )
  expect((await desk.journal.verify()).brokenAt).toBeNull()
})

test('a refused draft refuses its call and leaves the journal as it was', async () => {
  const { desk } = await deskOn()
  const [subject] = await desk.keyring.create([null])
  if (subject === undefined) throw new Error('no subject')
  await desk.journal.append([draft(0, 'a', subject)])
  await desk.keyring.erase([subject])
  await expect(desk.journal.append([draft(1), draft(2, 'b', subject)])).rejects.toMatchObject({
    detail: { code: 'subject.erased' },
  })
  const large = { ...draft(3), body: { n: 3, text: 'x'.repeat(5_000_000) } }
  await expect(desk.journal.append([large])).rejects.toMatchObject({ detail: { code: 'journal.too_large' } })
  await desk.journal.append([draft(4)])
  expect(numbersOf(await readAll(desk.journal))).toEqual([0, 4])
})

test('an erased person is unreadable everywhere, and the chain still verifies', async () => {
  const { files, desk } = await deskOn(new MemoryFiles(), { segmentBytes: 1500 })
  const [erased, kept] = await desk.keyring.create(['tag1', 'tag2'])
  if (erased === undefined || kept === undefined) throw new Error('no subjects')
  await desk.journal.append([draft(0, 'a', erased), draft(1, 'b', kept)])
  await desk.journal.append([draft(2, 'c', erased)])
  const key = Buffer.from(desk.keyring.keyOf(erased) ?? [])
  await desk.keyring.erase([erased])
  for (const open of [desk, (await deskOn(files)).desk]) {
    const values = (await readAll(open.journal)).map(action => action.personal?.value?.surname ?? null)
    expect(values).toEqual([null, CANARY.surname, null])
    expect(open.keyring.findByTag('tag1')).toBeNull()
    expect((await open.journal.verify()).brokenAt).toBeNull()
  }
  for (const path of files.paths()) expect(files.get(path).includes(key)).toBe(false)
})

test('no name, IIN, phone, tag or key is in clear in any file', async () => {
  const { files, desk } = await deskOn(new MemoryFiles(), { segmentBytes: 2000 })
  const tag = desk.keys.tagOf('iin', CANARY.iin)
  const [subject] = await desk.keyring.create([tag])
  if (subject === undefined) throw new Error('no subject')
  for (let n = 0; n < 5; n++) await desk.journal.append([draft(n, `a${n}`, subject)])
  await desk.journal.close()
  const { storeKey, indexKey } = desk.keys.storeKeys()
  const secrets = [...Object.values(CANARY), tag, storeKey, indexKey, Buffer.from(desk.keyring.keyOf(subject) ?? [])]
  for (const path of files.paths()) {
    const bytes = files.get(path)
    for (const secret of secrets) {
      expect(bytes.includes(secret), path).toBe(false)
      expect(bytes.includes(Buffer.from(secret).toString('base64')), path).toBe(false)
      expect(bytes.includes(Buffer.from(secret).toString('hex')), path).toBe(false)
    }
  }
  expect(files.paths().some(path => path.endsWith('.idx'))).toBe(true)
})

test('stamps rise through a clock that was set back, and the date of acts does not jump with it', async () => {
  let wall = 1_795_000_000_000
  const clock = createClock({ wall: () => wall, monotonic: () => 0 })
  const { files, desk } = await deskOn(new MemoryFiles(), { now: () => clock.now() })
  const [before] = await desk.journal.append([draft(0)])
  wall -= 24 * 3_600_000
  const [after] = await desk.journal.append([draft(1)])
  expect((after?.stamp ?? '') > (before?.stamp ?? '')).toBe(true)
  expect(after?.at).toBe(before?.at)
  const again = await openDesk({ files, random: testRandom('later'), now: () => wall })
  const [later] = await again.journal.append([draft(2)])
  expect((later?.stamp ?? '') > (after?.stamp ?? '')).toBe(true)
  expect(millisecondsOf(later?.stamp ?? before?.stamp ?? ('' as never))).toBe(1_795_000_000_000)
})

test('a record of a newer form and a record under another key are refused with their own words', async () => {
  const { files, desk } = await deskOn()
  await desk.journal.append([draft(0)])
  const path = `${ownFolder(desk)}/000001.seg`
  const payload = Buffer.from(payloadAt(files.get(path), 0) ?? [])
  const newer = Buffer.from(payload)
  newer[newer.indexOf(HEADER_START) + 5] = '2'.charCodeAt(0)
  const newerFiles = files.copy()
  newerFiles.put(path, encodeFrame(newer))
  await expect(openDesk({ files: newerFiles })).rejects.toMatchObject({
    detail: { code: 'start.newer_data', params: { found: 2, known: 1 } },
  })
  const otherKey = Buffer.from(payload)
  const keyAt = otherKey.indexOf(desk.keys.keyId)
  otherKey.write(desk.keys.keyId === '00000000' ? '11111111' : '00000000', keyAt)
  const otherFiles = files.copy()
  // The head remembers the hash of this record, which stands under the header's key id as well.
  otherFiles.drop(`${FOLDER}/head`)
  otherFiles.put(path, encodeFrame(otherKey))
  await expect(openDesk({ files: otherFiles })).rejects.toMatchObject({
    detail: { code: 'start.key_unavailable', params: { reason: 'other_key' } },
  })
})
