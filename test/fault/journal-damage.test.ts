import { beforeAll, describe, expect, test } from 'vitest'
import { encodeFrame, payloadAt } from '#electron/journal/frame.ts'
import { emptyChain, walk } from '#electron/journal/walk.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { draft, numbersOf, openDesk, ownFolder, readAll, testRandom } from './desk-rig.ts'
import { MemoryFiles } from './memory-files.ts'

const HEAD = '/desk-data/head'

/** A journal of several calls in two segments, closed in order. */
let closed: MemoryFiles
/** The same as a killed program leaves it: the head knows only of the first record. */
let killed: MemoryFiles
let segment = ''
let closedSegment = ''
let total = 0

beforeAll(async () => {
  const files = new MemoryFiles()
  const options = { files, random: testRandom('damage'), segmentBytes: 2600 }
  const desk = await openDesk(options)
  const [subject] = await desk.keyring.create(['tag'])
  let n = 0
  const early = await (async () => {
    await desk.journal.append([draft(n++, 'a0', subject)])
    await desk.journal.close()
    return files.get(HEAD)
  })()
  const again = await openDesk(options)
  for (const size of [1, 1, 1, 2, 1]) {
    await again.journal.append(Array.from({ length: size }, () => draft(n++)))
  }
  total = n
  segment = `${ownFolder(again)}/000002.seg`
  closedSegment = `${ownFolder(again)}/000001.seg`
  await again.journal.close()
  closed = files.copy()
  killed = files.copy()
  killed.put(HEAD, early)
  expect(files.paths().filter(path => path.endsWith('.seg'))).toHaveLength(2)
})

function reopen(files: MemoryFiles) {
  return openDesk({ files, random: testRandom('reopened'), segmentBytes: 2600 })
}

/** Opens, reads and verifies. `clean`: everything that was acknowledged is there and nothing was said. */
async function findings(files: MemoryFiles): Promise<'clean' | 'cut' | 'told' | 'refused'> {
  try {
    const { journal } = await reopen(files)
    const numbers = numbersOf(await readAll(journal))
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, i) => i))
    if (journal.report.cutBytes > 0) return 'cut'
    if ((await journal.verify()).brokenAt !== null) return 'told'
    return numbers.length === total ? 'clean' : 'told'
  } catch (cause) {
    if (cause instanceof ExpectedError && cause.detail.code === 'start.journal_damaged') {
      expect(Object.keys(cause.detail.params).sort()).toEqual(['offset', 'segment'])
      return 'refused'
    }
    throw cause
  }
}

function framesOf(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = at + 8 + bytes.readUInt32LE(at)
    frames.push(bytes.subarray(at, end))
    at = end
  }
  return frames
}

test('the journals these tests damage are sound', async () => {
  expect(await findings(closed.copy())).toBe('clean')
  expect(await findings(killed.copy())).toBe('clean')
})

describe.each(['closed', 'killed'])('a journal that was %s', kind => {
  const start = () => (kind === 'closed' ? closed : killed).copy()

  test('one byte flipped, at every position: refused or told, never accepted', async () => {
    for (const path of [closedSegment, segment]) {
      const whole = start().get(path)
      // The closed segment is the same in both journals: there every third position is enough.
      for (let at = 0; at < whole.length; at += path === closedSegment ? 3 : 1) {
        const files = start()
        const bytes = Buffer.from(whole)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
        files.put(path, bytes)
        const found = await findings(files)
        // What was closed in order was acknowledged to the last byte: none of it is ever cut.
        expect(found, `${path} byte ${at}`).toMatch(kind === 'closed' ? /told|refused/ : /cut|told|refused/)
      }
    }
  })

  test('one byte flipped with its checksum put right, at every position: found', async () => {
    const whole = start().get(segment)
    const frames = framesOf(whole)
    let from = 0
    for (const [index, frame] of frames.entries()) {
      for (let at = 8; at < frame.length; at++) {
        const payload = Buffer.from(frame.subarray(8))
        payload[at - 8] = (payload[at - 8] ?? 0) ^ 1
        const files = start()
        const forged = [...frames]
        forged[index] = encodeFrame(payload)
        files.put(segment, Buffer.concat(forged))
        // A format number raised by the flip is a newer program's record, which is refused as well.
        const found = await findings(files).catch(cause => (cause instanceof ExpectedError ? 'refused' : cause))
        expect(found, `frame ${index} byte ${at} from ${from}`).toMatch(/told|refused/)
      }
      from += frame.length
    }
  })

  test('records edited, removed, swapped, doubled, replayed, cut and grown again: found', async () => {
    for (const path of [closedSegment, segment]) {
      const frames = framesOf(start().get(path))
      const last = frames.length - 1
      const other = framesOf(start().get(path === segment ? closedSegment : segment))
      const attacks: Record<string, Buffer[]> = {
        'first removed': frames.slice(1),
        'middle removed': frames.toSpliced(1, 1),
        swapped: [frames[1], frames[0], ...frames.slice(2)].filter(frame => frame !== undefined),
        doubled: [...frames, frames[last] ?? Buffer.alloc(0)],
        'doubled inside': frames.toSpliced(1, 0, frames[0] ?? Buffer.alloc(0)),
        'replayed from the other segment': [...frames, other[0] ?? Buffer.alloc(0)],
        'cut and grown with an old one': [...frames.slice(0, -1), other[0] ?? Buffer.alloc(0)],
        'other segment': other,
      }
      for (const [name, forged] of Object.entries(attacks)) {
        const files = start()
        files.put(path, Buffer.concat(forged))
        expect(await findings(files), `${path} ${name}`).not.toBe('clean')
      }
    }
  })

  test('a signature of another desk: found by verify', async () => {
    const stranger = await openDesk({ files: new MemoryFiles(), random: testRandom('stranger') })
    const frames = framesOf(start().get(segment))
    const payload = Buffer.from(frames[0]?.subarray(8) ?? [])
    payload.set(stranger.keys.sign(Buffer.alloc(32)), payload.length - 64)
    const files = start()
    files.put(segment, Buffer.concat([encodeFrame(payload), ...frames.slice(1)]))
    const { journal } = await reopen(files)
    expect((await journal.verify()).brokenAt).toMatch(/\/000002\.seg:0$/)
  })

  test('a segment missing, its sidecar missing or damaged, the head missing or damaged', async () => {
    const missing = start()
    missing.drop(closedSegment)
    expect(await findings(missing)).toBe('refused')
    for (const path of [closedSegment.replace('.seg', '.idx'), HEAD]) {
      const dropped = start()
      dropped.drop(path)
      expect(await findings(dropped)).toBe('clean')
      const spoilt = start()
      spoilt.put(path, Buffer.alloc(spoilt.get(path).length))
      expect(await findings(spoilt)).toBe('clean')
    }
  })
})

test('cut at every length after a kill: exactly the torn call goes, and work goes on', async () => {
  const whole = killed.get(segment)
  const records = walkFrom(whole)
  for (let length = 0; length < whole.length; length++) {
    const files = killed.copy()
    files.put(segment, whole.subarray(0, length))
    const desk = await reopen(files)
    const good = records.filter(end => end <= length).at(-1) ?? 0
    expect(desk.journal.report.cutBytes, `length ${length}`).toBe(length - good)
    expect(files.get(segment)).toHaveLength(good)
    await desk.journal.append([draft(100)])
    expect(numbersOf(await readAll(desk.journal)).at(-1)).toBe(100)
    expect((await desk.journal.verify()).brokenAt).toBeNull()
  }
})

test('cut at every length after an orderly end: refused, since those bytes were acknowledged', async () => {
  const whole = closed.get(segment)
  for (let length = 0; length < whole.length; length++) {
    const files = closed.copy()
    files.put(segment, whole.subarray(0, length))
    expect(await findings(files), `length ${length}`).toBe('refused')
  }
  const gone = closed.copy()
  gone.drop(segment)
  expect(await findings(gone)).toBe('refused')
})

/** Where the calls of the last segment end. */
function walkFrom(bytes: Buffer): number[] {
  const ends: number[] = []
  let at = 0
  for (const frame of framesOf(bytes)) {
    at += frame.length
    const payload = payloadAt(frame, 0)
    const header = JSON.parse(payload?.toString('utf8', 2, 2 + payload.readUInt16LE(0)) ?? '')
    if (header.s === header.e) ends.push(at)
  }
  return ends
}

test('pages of one call in any order are a torn call; a later call behind them is damage', async () => {
  const files = new MemoryFiles()
  const desk = await openDesk({ files, random: testRandom('pages') })
  await desk.journal.append([draft(0)])
  await desk.journal.append([draft(1), draft(2), draft(3)])
  const path = `${ownFolder(desk)}/000001.seg`
  const frames = framesOf(files.get(path))
  const hole = Buffer.alloc(frames[1]?.length ?? 0)
  const one = Buffer.concat([frames[0], hole, frames[2], frames[3]].filter(part => part !== undefined))
  const start = emptyChain(desk.journal.installation)
  expect(walk(one, start)).toMatchObject({ state: 'torn', end: frames[0]?.length })
  await desk.journal.append([draft(4)])
  const later = framesOf(files.get(path))[4] ?? Buffer.alloc(0)
  expect(walk(Buffer.concat([one, later]), start)).toMatchObject({ state: 'damaged', brokenAt: frames[0]?.length })
})
