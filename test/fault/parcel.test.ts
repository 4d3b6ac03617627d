import { generateKeyPairSync, sign } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeParcel } from '#electron/sync/parcel.ts'
import { type Chunk, chunksOf, openParcelFile, writeParcelFile } from '#electron/sync/parcel-file.ts'
import { checkParcel, takeParcel } from '#electron/sync/take-parcel.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { type SimDesk, SimOffice, toldBy } from '#test/sim/office-rig.ts'
import { count } from './counted.ts'
import { FailFiles, type Fault } from './fail-files.ts'
import { type Dice, diceOf, MemoryFiles } from './memory-files.ts'

const SEED = Number(process.env.QABYLDAU_SEED ?? 20261123)
const EACH = 32
const STICK = '/stick/file.qsync'
const FAULTS: readonly Fault[] = ['ENOSPC', 'EIO', 'EPERM', 'kill']

let sender: SimDesk
let taker: SimDesk
let stranger: SimDesk
let stick: Buffer
let chunks: Chunk[]

beforeAll(async () => {
  const office = new SimOffice(7)
  sender = await office.add()
  taker = await office.add()
  for (let i = 0; i < 40; i++) await sender.act(office.dice)
  for (let i = 0; i < 10; i++) await taker.act(office.dice)
  await sender.erase(office.dice)
  stranger = await new SimOffice(8).add()
  await stranger.act(diceOf(3))
  stick = must(await sender.writeStick(true))
  chunks = await opened(sender, stick)
})

function must(bytes: Buffer | null): Buffer {
  if (bytes === null) throw new Error('nothing was written')
  return bytes
}

async function opened(desk: SimDesk, bytes: Buffer): Promise<Chunk[]> {
  const files = new MemoryFiles()
  files.put(STICK, bytes)
  const found: Chunk[] = []
  const file = await openParcelFile(files, STICK, desk.desk.keys)
  for await (const { kind, bytes: plain } of chunksOf(files, file, desk.desk.keys)) {
    found.push({ kind, bytes: Buffer.from(plain) })
  }
  return found
}

/** A file of these chunks that the desk signs: what somebody with the office key could make. */
async function made(desk: SimDesk, content: readonly Chunk[], keys = desk.desk.keys): Promise<Buffer> {
  const files = new MemoryFiles()
  async function* all() {
    yield* content
  }
  await writeParcelFile(files, STICK, keys, all())
  return files.get(STICK)
}

/** The frames of a file: head, then chunks as they lie, then the signature. */
function frames(bytes: Buffer): { head: Buffer; sealed: Buffer[]; signature: Buffer } {
  const starts = 12 + bytes.readUInt32LE(8)
  const ends = bytes.length - 64
  const sealed: Buffer[] = []
  for (let at = starts; at < ends; ) {
    const next = at + 4 + bytes.readUInt32LE(at)
    sealed.push(bytes.subarray(at, next))
    at = next
  }
  return { head: bytes.subarray(0, starts), sealed, signature: bytes.subarray(ends) }
}

function joined(dice: Dice, change: (sealed: Buffer[], at: number) => Buffer[]): Buffer {
  const { head, sealed, signature } = frames(stick)
  return Buffer.concat([head, ...change([...sealed], Math.floor(dice() * (sealed.length - 1))), signature])
}

function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const hurt = Buffer.from(bytes)
  hurt[at] = (hurt[at] ?? 0) ^ (1 << bit)
  return hurt
}

function withHead(change: (head: Record<string, unknown>) => void): Buffer {
  const length = stick.readUInt32LE(8)
  const head = JSON.parse(stick.subarray(12, 12 + length).toString())
  change(head)
  const bytes = Buffer.from(JSON.stringify(head))
  const size = Buffer.alloc(4)
  size.writeUInt32LE(bytes.length)
  return Buffer.concat([stick.subarray(0, 8), size, bytes, stick.subarray(12 + length)])
}

function resealed(change: (content: Chunk[]) => Chunk[]): Promise<Buffer> {
  return made(sender, change(chunks.map(chunk => ({ ...chunk }))))
}

const DAMAGE: Readonly<Record<string, (dice: Dice) => Buffer | Promise<Buffer>>> = {
  'a bit turned': dice => flipped(stick, Math.floor(dice() * stick.length), Math.floor(dice() * 8)),
  'cut short': dice => stick.subarray(0, Math.floor(dice() * stick.length)),
  'something behind it': dice => Buffer.concat([stick, Buffer.alloc(1 + Math.floor(dice() * 200), 7)]),
  'a piece moved': dice => joined(dice, (all, at) => [...all.slice(0, at), ...all.slice(at).reverse()]),
  'a piece left out': dice => joined(dice, (all, at) => all.filter((_, place) => place !== at)),
  'a piece twice': dice => joined(dice, (all, at) => [...all.slice(0, at + 1), ...all.slice(at)]),
  'signed by nobody known': async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const { keys } = sender.desk
    const forged = { ...keys, keyId: keys.keyId, installation: keys.installation, seal: keys.seal.bind(keys) }
    return made(
      sender,
      chunks,
      Object.assign(forged, { sign: (bytes: Uint8Array) => sign(null, bytes, privateKey) }) as never,
    )
  },
  'of another office': async () => must(await stranger.writeStick(true)),
  'of a newer program': () => withHead(head => Object.assign(head, { f: 2, more: true })),
  'as if another desk wrote it': () => withHead(head => Object.assign(head, { i: taker.desk.journal.installation })),
  'another file': dice => Buffer.from(`PK${String(dice()).repeat(Math.floor(dice() * 90))}`),
  'no end': () => resealed(all => all.slice(0, -1)),
  'more told than there is': () =>
    resealed(all => [...all.slice(0, -1), { kind: 'end', bytes: Buffer.from('{"records":9999,"keys":1}') }]),
  'nonsense inside the seal': dice =>
    resealed(all => all.map((one, at) => (at === 1 ? { ...one, bytes: Buffer.from(`[{"_id":${dice()}}]`) } : one))),
}

/** What must not change: every record, every key, and what is remembered. */
async function stateOf(desk: SimDesk): Promise<unknown> {
  return [await toldBy(desk), desk.desk.keyring.size, desk.memory.current, desk.kept.current]
}

describe('files that are damaged or hostile', () => {
  test.each(Object.keys(DAMAGE))(
    '%s: refused in words, and nothing changes',
    async name => {
      const dice = diceOf(SEED)
      const before = await stateOf(taker)
      let refused = 0
      let unclear = 0
      for (let i = 0; i < EACH; i++) {
        taker.files.put(STICK, await (DAMAGE[name] as (dice: Dice) => Promise<Buffer>)(dice))
        try {
          await checkParcel(taker.parcelParts(), STICK)
        } catch (error) {
          if (error instanceof ExpectedError && error.detail.code.startsWith('parcel.')) refused += 1
          else unclear += 1
        }
      }
      expect(await stateOf(taker)).toEqual(before)
      expect({ refused, unclear }).toEqual({ refused: EACH, unclear: 0 })
    },
    120_000,
  )
})

describe('a file that is whole', () => {
  test('is taken after all of that, once: the same again changes nothing', async () => {
    await taker.takeStick(stick)
    const told = await toldBy(taker)
    for (const id of sender.acknowledged) expect(told.some(action => action.id === id)).toBe(true)
    expect(taker.memory.current.relay).toBe(true)
    const parts = taker.parcelParts()
    const again = await takeParcel(parts, await checkParcel(parts, STICK))
    expect(again.taken).toBe(0)
    expect(await toldBy(taker)).toEqual(told)
  })

  test('what it holds of a person cannot be read without the office key', () => {
    for (const word of ['Қанарейқызы', '850101300017', '+77015550123', 'application', 'essence']) {
      expect(stick.includes(Buffer.from(word))).toBe(false)
    }
  })

  test('a file is written whole or not at all, whatever call of the disk fails', async () => {
    for (const fault of FAULTS) {
      let injected = 0
      let torn = 0
      for (let at = 1; ; at++) {
        const files = new MemoryFiles()
        const failing = new FailFiles(files, at, fault)
        await writeParcel({ ...sender.parcelParts(), files: failing }, STICK, { whole: true }).catch(() => undefined)
        if (!failing.hit) break
        injected += 1
        const left = await files.readFile(STICK)
        if (left === null) continue
        taker.files.put(STICK, left)
        await checkParcel(taker.parcelParts(), STICK).catch(() => {
          torn += 1
        })
      }
      count('faults of files', `a file for other desks being written, ${fault}`, injected, { torn })
    }
  }, 120_000)

  test('a take that a disk cuts short is gone on with: nothing is lost, doubled or half', async () => {
    const wanted = (await toldBy(sender)).map(({ id }) => id)
    for (const fault of FAULTS) {
      let injected = 0
      let lost = 0
      for (let at = 1; at < 400; at++) {
        const office = new SimOffice(7)
        await office.add()
        const other = await office.add()
        const failing = new FailFiles(other.files, at, fault)
        other.files.put(STICK, stick)
        if (!(await cutShort(other, failing))) break
        injected += 1
        await other.open()
        await other.takeStick(stick)
        const told = new Set((await toldBy(other)).map(({ id }) => id))
        lost += wanted.filter(id => !told.has(id)).length
      }
      count('faults of files', `a file of another desk being taken in, ${fault}`, injected, { lost })
    }
  }, 300_000)
})

/** Takes the file in on a disk that fails; whether the call that fails was reached. */
async function cutShort(desk: SimDesk, failing: FailFiles): Promise<boolean> {
  await desk.open(failing).catch(() => undefined)
  try {
    const parts = { ...desk.parcelParts(), files: failing }
    await takeParcel(parts, await checkParcel(parts, STICK))
  } catch {
    // What the disk said; what counts is what the next start finds.
  }
  return failing.hit
}
