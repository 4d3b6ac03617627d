import { crc32 } from 'node:zlib'
import { expect, it } from 'vitest'
import { openAuditLog } from '#electron/audit/log.ts'
import { verifyLog } from '#electron/audit/verify.ts'
import { FRAME_HEAD } from '#electron/journal/frame.ts'
import type { AuditHead } from '#shared/audit/model.ts'
import { type Dice, diceOf, MemoryFiles } from '#test/fault/memory-files.ts'
import { entryOf, FOLDER, KEYS, keysOf, writtenLog } from './audit-rig.ts'

const SEED = 20261123
const LINES = 250
const PLACES = 200
const EVERY = 25

const files = new MemoryFiles()
const anchors = await writtenLog(files, LINES, EVERY)
const PATHS = files.paths().filter(path => path.startsWith(FOLDER))

/** Frames of all segments, in order, and where each segment begins. */
const FRAMES = PATHS.flatMap(path => framesOf(files.get(path)))

function framesOf(bytes: Buffer): Buffer[] {
  const frames: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = at + FRAME_HEAD + bytes.readUInt32LE(at)
    frames.push(bytes.subarray(at, end))
    at = end
  }
  return frames
}

/** The log as a stranger leaves it: these frames in one file. */
function left(frames: readonly Buffer[]): MemoryFiles {
  const attacked = new MemoryFiles()
  attacked.put(PATHS[0] ?? '', Buffer.concat(frames))
  return attacked
}

/** A log that somebody who has the key wrote anew from a line on. */
async function regrown(from: number, count: number): Promise<MemoryFiles> {
  const attacked = left(FRAMES.slice(0, from - 1))
  const log = await openAuditLog({ folder: FOLDER, keys: keysOf(1), files: attacked })
  for (let number = from; number <= count; number++) log.note(entryOf(number, { user: 'somebody' }))
  await log.close()
  return attacked
}

const found = (attacked: MemoryFiles, known: readonly AuditHead[] = anchors) =>
  verifyLog({ files: attacked, folder: FOLDER, keys: KEYS, anchors: known, head: { count: 0, hash: '0'.repeat(64) } })

/** Changes a byte and mends the checksum, as whoever knows the form would. */
function edited(frame: Buffer, dice: Dice): Buffer {
  const bytes = Buffer.from(frame)
  const at = FRAME_HEAD + Math.floor(dice() * (bytes.length - FRAME_HEAD))
  bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + Math.floor(dice() * 255)), at)
  bytes.writeUInt32LE(crc32(bytes.subarray(FRAME_HEAD)), 4)
  return bytes
}

/** What is done at a line (from 1), and which lines the finding must name. */
const ATTACKS: Record<string, (line: number, dice: Dice) => MemoryFiles | Promise<MemoryFiles>> = {
  edit: (line, dice) => left(FRAMES.map((frame, at) => (at === line - 1 ? edited(frame, dice) : frame))),
  delete: line => left(FRAMES.filter((_, at) => at !== line - 1)),
  swap: line => {
    const other = line === LINES ? line - 1 : line + 1
    return left(
      FRAMES.map(
        (frame, at) => (at === line - 1 ? FRAMES[other - 1] : at === other - 1 ? FRAMES[line - 1] : frame) as Buffer,
      ),
    )
  },
  duplicate: line => left(FRAMES.flatMap((frame, at) => (at === line - 1 ? [frame, frame] : [frame]))),
  truncate: line => left(FRAMES.slice(0, line - 1)),
  'truncate and regrow, with the key': line => regrown(line, LINES + 10),
  'rewrite of the whole, with the key': line => regrown(1, LINES + line),
}

it.each(Object.keys(ATTACKS))(
  `%s at ${PLACES} places: every one is found, and its place told`,
  async kind => {
    const dice = diceOf(SEED)
    const missed: number[] = []
    for (let trial = 0; trial < PLACES; trial++) {
      const line = kind.startsWith('rewrite') ? trial + 1 : 1 + Math.floor(dice() * LINES)
      const { broken } = await found(await (ATTACKS[kind] as (typeof ATTACKS)[string])(line, dice))
      const first = kind.startsWith('rewrite') ? 1 : line
      // A line beside it is as good: of two that were swapped the first stands where another should.
      const isTold = broken !== null && broken.since <= first + 1 && broken.line >= first - 1
      if (!isTold) missed.push(line)
    }
    expect(missed).toEqual([])
  },
  120_000,
)

it('the log as it was written holds, and meets every anchor', async () => {
  expect(await found(files)).toEqual({ records: LINES, anchors: anchors.length, broken: null })
})

it('without anchors a rewrite by whoever has the key would pass: the journal is what finds it', async () => {
  expect((await found(await regrown(120, LINES), [])).broken).toBeNull()
})

it('a segment taken away from between is found', async () => {
  const attacked = files.copy()
  attacked.drop(PATHS[1] ?? '')
  const before = framesOf(files.get(PATHS[0] ?? '')).length
  expect((await found(attacked)).broken).toEqual({ since: before + 1, line: before + 1, why: 'order' })
})

it('a log of another desk or another office is no line of this one', async () => {
  const foreign = new MemoryFiles()
  const log = await openAuditLog({ folder: FOLDER, keys: keysOf(2), files: foreign })
  await log.record(entryOf(1))
  expect((await found(foreign, [])).broken).toMatchObject({ line: 1, why: 'edited' })
})

it('every finding in words: changed, out of order, cut off, rewritten', async () => {
  const whys = []
  for (const kind of ['edit', 'swap', 'truncate', 'truncate and regrow, with the key']) {
    const { broken } = await found(await (ATTACKS[kind] as (typeof ATTACKS)[string])(120, diceOf(SEED)))
    whys.push(broken?.why)
  }
  expect(whys).toEqual(['edited', 'order', 'cut', 'rewritten'])
})
