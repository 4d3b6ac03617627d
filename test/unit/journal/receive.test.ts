import { expect, test } from 'vitest'
import { encodeFrame, payloadAt } from '#electron/journal/frame.ts'
import { ReceiveError } from '#electron/journal/receiving.ts'
import { entityId } from '#shared/change/action.ts'
import { millisecondsOf } from '#shared/time/stamp.ts'
import {
  type Desk,
  draft,
  FOLDER,
  numbersOf,
  openDesk,
  opening,
  ownFolder,
  readAll,
  testRandom,
} from '#test/fault/desk-rig.ts'
import { FailFiles } from '#test/fault/fail-files.ts'
import { diceOf, MemoryFiles } from '#test/fault/memory-files.ts'

const ALL = { after: 0, limit: 1000, bytes: 1e9 }

async function twoDesks(now?: () => number) {
  const files = new MemoryFiles()
  const here = await openDesk({ files, random: testRandom('here') })
  const there = await openDesk({
    ...{ files: new MemoryFiles(), random: testRandom('there'), office: here, segmentBytes: 2000 },
    ...(now && { now }),
  })
  await here.journal.append([opening(here), draft(1, 'mine')])
  await there.journal.append([opening(there, 'Б'), draft(2, 'theirs')])
  return { files, here, there }
}

function chainOf({ journal }: Desk, asked = ALL) {
  return journal.sealed(journal.installation, asked)
}

async function refusal(work: Promise<unknown>): Promise<ReceiveError> {
  const error = await work.then(
    () => null,
    cause => cause,
  )
  expect(error).toBeInstanceOf(ReceiveError)
  return error
}

test("another desk's chain is taken as it was written, read, verified by its own key, and taken again without harm", async () => {
  const { files, here, there } = await twoDesks()
  await there.journal.append([draft(3), draft(4)])
  await here.journal.receive(there.journal.installation, await chainOf(there, { ...ALL, limit: 2 }))
  const rest = await chainOf(there, { ...ALL, after: 2 })
  const taken = await here.journal.receive(there.journal.installation, rest)
  expect(taken.map(({ id }) => id)).toEqual((await readAll(there.journal)).slice(2).map(({ id }) => id))
  expect(numbersOf(await readAll(here.journal)).filter(n => n > 0)).toEqual([1, 2, 3, 4])
  expect(await here.journal.verify()).toMatchObject({ records: 6, brokenAt: null })
  expect(await refusal(here.journal.receive(there.journal.installation, rest))).toMatchObject({ why: 'other_chain' })
  await here.journal.close()
  const again = await openDesk({ files, random: testRandom('again') })
  expect(await readAll(again.journal)).toEqual(await readAll(here.journal))
  // Handed on by a desk that only received it, it is the same bytes.
  expect(await again.journal.sealed(there.journal.installation, ALL)).toEqual(await chainOf(there))
})

test('calls are handed on and taken whole, however long', async () => {
  const { here, there } = await twoDesks()
  await there.journal.append(Array.from({ length: 40 }, (_, i) => draft(10 + i)))
  const payloads = await chainOf(there, { after: 2, limit: 3, bytes: 100 })
  expect(payloads).toHaveLength(40)
  await here.journal.receive(there.journal.installation, await chainOf(there, { ...ALL, limit: 2 }))
  expect(await here.journal.receive(there.journal.installation, payloads.slice(0, 39))).toEqual([])
  expect(await here.journal.receive(there.journal.installation, payloads)).toHaveLength(40)
})

test('a record that was changed, left out, of another office, of an unknown desk or badly signed is refused, and nothing is written', async () => {
  const { files, here, there } = await twoDesks()
  await there.journal.append([draft(3)])
  const before = files.copy()
  const [first = Buffer.alloc(0), second = Buffer.alloc(0), third = Buffer.alloc(0)] = await chainOf(there)
  const { installation } = there.journal
  const flipped = (payload: Buffer, at: number) => {
    const copy = Buffer.from(payload)
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  }
  const stranger = await openDesk({ files: new MemoryFiles(), random: testRandom('stranger') })
  await stranger.journal.append([opening(stranger)])
  const silent = await openDesk({ files: new MemoryFiles(), random: testRandom('silent'), office: here })
  await silent.journal.append([draft(9)])
  const why = async (chain: Desk, payloads: Buffer[]) =>
    (await refusal(here.journal.receive(chain.journal.installation, payloads))).why
  expect(await why(there, [first, second, flipped(third, third.length - 70)])).toBe('damaged')
  expect(await why(there, [first, second, flipped(third, third.length - 1)])).toBe('signature')
  expect(await why(there, [first, third])).toBe('other_chain')
  expect(await why(there, [second, third])).toBe('other_chain')
  expect(await why(there, [Buffer.from('nothing of ours')])).toBe('other_chain')
  expect(await why(stranger, await chainOf(stranger))).toBe('other_key')
  expect(await why(silent, await chainOf(silent))).toBe('unknown_desk')
  expect(await why(here, await chainOf(here))).toBe('other_chain')
  expect(here.journal.head().cursor[installation]).toBeUndefined()
  expect(files.paths().filter(path => path.endsWith('.seg'))).toEqual(
    before.paths().filter(path => path.endsWith('.seg')),
  )
  await here.journal.receive(installation, [first, second])
  // Another desk of the office cannot tell a key in this one's place.
  await there.journal.append([{ ...opening(there), body: { ...opening(here).body, letter: 'Я' } }])
  expect((await here.journal.receive(installation, await chainOf(there, { ...ALL, after: 2 }))).length).toBe(2)
  expect(await here.journal.verify()).toMatchObject({ brokenAt: null })
})

test('an entity that two desks wrote to is given in the order it arrived, over many segments', async () => {
  const { here, there } = await twoDesks()
  const own = await here.journal.append(
    Array.from({ length: 40 }, (_, at) => draft(at, at % 4 === 0 ? 'both' : `o${at}`)),
  )
  await there.journal.append(Array.from({ length: 40 }, (_, at) => draft(at, at % 4 === 0 ? 'both' : `t${at}`)))
  const arrived = await here.journal.receive(there.journal.installation, await chainOf(there))
  const last = await here.journal.append([draft(90, 'both')])
  const both = [...own, ...arrived, ...last].filter(({ entity }) => entity === 'application:both')
  expect(both).toHaveLength(21)
  expect((await here.journal.actionsOf(entityId('application', 'both'))).map(({ id }) => id)).toEqual(
    both.map(({ id }) => id),
  )
})

test('a record of a newer form is left where it is and told so', async () => {
  const { here, there } = await twoDesks()
  const [first = Buffer.alloc(0)] = await chainOf(there)
  const newer = Buffer.from(first)
  newer[newer.indexOf('"f":1') + 4] = '2'.charCodeAt(0)
  const error = await refusal(here.journal.receive(there.journal.installation, [newer]))
  expect(error).toMatchObject({ why: 'newer', sequence: 1 })
})

test("a desk whose clock is a day ahead moves nobody else's, but acts on what it touched come after it", async () => {
  const day = 24 * 3_600_000
  const { here, there } = await twoDesks(() => 1_790_000_000_000 + day)
  await here.journal.receive(there.journal.installation, await chainOf(there))
  const [own, onTheirs] = await here.journal.append([draft(5, 'other'), draft(6, 'theirs')])
  expect(millisecondsOf(own?.stamp as never)).toBe(1_790_000_000_000)
  expect(
    (onTheirs?.stamp ?? '') > ((await here.journal.actionsOf(entityId('application', 'theirs')))[0]?.stamp ?? ''),
  ).toBe(true)
  const [next] = await here.journal.append([draft(7)])
  expect(millisecondsOf(next?.stamp as never)).toBe(1_790_000_000_000)
})

test('power lost at any call of a taking leaves whole calls, and what is missing is taken again', async () => {
  const { here, there } = await twoDesks()
  await there.journal.append([draft(3), draft(4)])
  await there.journal.append([draft(5)])
  await here.journal.close()
  for (let at = 1; ; at++) {
    const files = new MemoryFiles()
    const first = await openDesk({ files, random: testRandom('here'), office: here })
    await first.journal.append([opening(first)])
    await first.journal.close()
    const failing = new FailFiles(files, at, 'kill')
    const desk = await openDesk({ files: failing, random: testRandom(`at ${at}`) }).catch(() => null)
    const taken = desk?.journal.receive(there.journal.installation, await chainOf(there)).catch(() => null)
    const told = (await taken) ?? null
    files.losePower(diceOf(at))
    const again = await openDesk({ files, random: testRandom(`again ${at}`) })
    const held = again.journal.head().cursor[there.journal.installation] ?? 0
    expect([0, 2, 4, 5]).toContain(held)
    if (told !== null) expect(held).toBe(5)
    await again.journal.receive(there.journal.installation, await chainOf(there, { ...ALL, after: held }))
    expect(numbersOf(await readAll(again.journal)).filter(n => n > 0)).toEqual([2, 3, 4, 5])
    expect(await again.journal.verify()).toMatchObject({ brokenAt: null })
    if (!failing.hit) break
  }
})

test('frames that travel are the frames that lie on the disk', async () => {
  const { files, here, there } = await twoDesks()
  await here.journal.receive(there.journal.installation, await chainOf(there))
  const bytes = files.get(`${FOLDER}/journal/${there.journal.installation}/000001.seg`)
  const payload = payloadAt(bytes, 0)
  expect(encodeFrame(payload ?? Buffer.alloc(1))).toEqual(bytes.subarray(0, 8 + (payload?.length ?? 0)))
  expect(ownFolder(here)).not.toContain(there.journal.installation)
})
