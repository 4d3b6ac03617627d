import { encodeFrame, FRAME_HEAD, payloadAt } from '#electron/journal/frame.ts'
import { SubjectId } from '#shared/change/action.ts'
import type { DeskKeys } from './key-store.ts'

/** A subject with its key (32 bytes) and the tag by which the person is found again. */
export interface RingEntry {
  readonly subject: SubjectId
  readonly key: Buffer
  readonly tag: string | null
}

/** One copy of the ring as read from disk. `entries` by place; `whole` is false where a frame is torn or wrong. */
export interface RingCopy {
  readonly generation: number
  readonly entries: ReadonlyMap<number, RingEntry>
  readonly whole: boolean
  /** Bytes of the copy. */
  readonly length: number
  /** Frames of entries, and whether they are of the layout that is written now. */
  readonly frames: number
  readonly isCurrent: boolean
}

export type RingKeys = Pick<DeskKeys, 'seal' | 'open'>

/** What the head of a copy says of its frames: now each holds some entries, of the first layout it held one. */
const HEAD_CONTEXT = 'keys/subjects.ring|2'
const FIRST_CONTEXT = 'keys/subjects.ring|1'
/** Bytes of a subject's id and of its key. */
export const SUBJECT_LENGTH = 20
export const KEY_LENGTH = 32
/** Entries that are sealed together where many are written at once. */
const TOGETHER = 256
const NUMBER = 2

// Generation and place are authenticated with each frame: a copy put back, a frame moved, doubled or left out is seen.
function contextOf(layout: string, generation: number, place: number): string {
  return `${layout}|${generation}|${place}`
}

/** The first frame of a copy: its generation, moved on by every rewriting. */
export function encodeRingHead(keys: RingKeys, generation: number): Buffer {
  return encodeFrame(keys.seal(Buffer.from(String(generation)), HEAD_CONTEXT))
}

/** Frames that so many entries come to when they are written at once. */
export function framesOf(entries: number): number {
  return Math.ceil(entries / TOGETHER)
}

/** Sealed frames of entries that stand from `place` on: `u16le count | sealed (u16le length | entry)...` each. */
export function encodeEntries(
  keys: RingKeys,
  generation: number,
  place: number,
  entries: readonly RingEntry[],
): Buffer {
  const frames: Buffer[] = []
  for (let at = 0; at < entries.length; at += TOGETHER) {
    const some = entries.slice(at, at + TOGETHER).map(encodeEntry)
    const plain = Buffer.concat(some.flatMap(entry => [numberOf(entry.length), entry]))
    const sealed = keys.seal(plain, contextOf(HEAD_CONTEXT, generation, place + at))
    frames.push(encodeFrame(Buffer.concat([numberOf(some.length), sealed])))
    for (const bytes of [plain, ...some]) bytes.fill(0)
  }
  return Buffer.concat(frames)
}

function numberOf(count: number): Buffer {
  const bytes = Buffer.alloc(NUMBER)
  bytes.writeUInt16LE(count)
  return bytes
}

/** Reads a copy as far as it is right; frames after a wrong one are still tried. Null: not even its head is right. */
export function decodeRing(keys: RingKeys, bytes: Buffer): RingCopy | null {
  const entries = new Map<number, RingEntry>()
  const facts = readRing(keys, bytes, (place, plain, from, to) => entries.set(place, decodeEntry(plain, from, to)))
  return facts && { ...facts, entries }
}

/** The same, telling each entry as it lies in bytes, which are zeros afterwards. */
export function readRing(
  keys: RingKeys,
  bytes: Buffer,
  tell: (place: number, plain: Buffer, from: number, to: number) => void,
): Omit<RingCopy, 'entries'> | null {
  const head = payloadAt(bytes, 0)
  const layout = [HEAD_CONTEXT, FIRST_CONTEXT].find(one => head && keys.open(head, one))
  if (!head || layout === undefined) return null
  const generation = Number(keys.open(head, layout)?.toString())
  if (!Number.isSafeInteger(generation)) return null
  const isCurrent = layout === HEAD_CONTEXT
  let offset = FRAME_HEAD + head.length
  let whole = true
  let frames = 0
  for (let place = 0; offset < bytes.length; frames++) {
    const payload = payloadAt(bytes, offset)
    const plain = payload && keys.open(payload.subarray(isCurrent ? NUMBER : 0), contextOf(layout, generation, place))
    if (plain === null) whole = false
    else if (isCurrent) tellTogether(plain, place, tell)
    else tell(place, plain, 0, plain.length)
    plain?.fill(0)
    if (offset + FRAME_HEAD + NUMBER > bytes.length) break
    // Also of a wrong frame: those after it are told apart by their places.
    place += isCurrent ? bytes.readUInt16LE(offset + FRAME_HEAD) : 1
    offset += FRAME_HEAD + bytes.readUInt32LE(offset)
  }
  return { generation, whole, length: bytes.length, frames, isCurrent }
}

function tellTogether(plain: Buffer, first: number, tell: Parameters<typeof readRing>[2]): void {
  for (let place = first, at = 0; at < plain.length; place++) {
    const from = at + NUMBER
    at = from + plain.readUInt16LE(at)
    tell(place, plain, from, at)
  }
}

/** An entry in clear: the caller fills it with zeros. */
export function encodeEntry({ subject, key, tag }: RingEntry): Buffer {
  return Buffer.concat([Buffer.from(subject), key, Buffer.from(tag ?? '')])
}

/** An entry as it lies in bytes from `from` up to `to`; the caller fills them with zeros. */
export function decodeEntry(plain: Buffer, from = 0, to = plain.length): RingEntry {
  const keyStart = from + SUBJECT_LENGTH
  const tagStart = keyStart + KEY_LENGTH
  return {
    subject: SubjectId.parse(plain.toString('utf8', from, keyStart)),
    key: Buffer.from(plain.subarray(keyStart, tagStart)),
    tag: to > tagStart ? plain.toString('utf8', tagStart, to) : null,
  }
}
