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
}

export type RingKeys = Pick<DeskKeys, 'seal' | 'open'>

const HEAD_CONTEXT = 'keys/subjects.ring|1'
const SUBJECT_LENGTH = 20
const KEY_LENGTH = 32

// Generation and place are authenticated with each frame: a copy put back, a frame moved, doubled or left out is seen.
function contextOf(generation: number, place: number): string {
  return `${HEAD_CONTEXT}|${generation}|${place}`
}

/** The first frame of a copy: its generation, moved on by every rewriting. */
export function encodeRingHead(keys: RingKeys, generation: number): Buffer {
  return encodeFrame(keys.seal(Buffer.from(String(generation)), HEAD_CONTEXT))
}

/** Sealed frames of entries that stand from `place` on. */
export function encodeEntries(
  keys: RingKeys,
  generation: number,
  place: number,
  entries: readonly RingEntry[],
): Buffer {
  return Buffer.concat(
    entries.map((entry, index) => {
      const plain = encodeEntry(entry)
      const frame = encodeFrame(keys.seal(plain, contextOf(generation, place + index)))
      plain.fill(0)
      return frame
    }),
  )
}

/** Reads a copy as far as it is right; frames after a wrong one are still tried. Null: not even its head is right. */
export function decodeRing(keys: RingKeys, bytes: Buffer): RingCopy | null {
  const head = payloadAt(bytes, 0)
  const generation = Number(head && keys.open(head, HEAD_CONTEXT)?.toString())
  if (!head || !Number.isSafeInteger(generation)) return null
  const entries = new Map<number, RingEntry>()
  let offset = FRAME_HEAD + head.length
  let whole = true
  for (let place = 0; offset < bytes.length; place++) {
    const sealed = payloadAt(bytes, offset)
    const plain = sealed && keys.open(sealed, contextOf(generation, place))
    if (plain) entries.set(place, decodeEntry(plain))
    else whole = false
    if (offset + FRAME_HEAD > bytes.length) break
    offset += FRAME_HEAD + bytes.readUInt32LE(offset)
  }
  return { generation, entries, whole, length: bytes.length }
}

/** An entry in clear: the caller fills it with zeros. */
export function encodeEntry({ subject, key, tag }: RingEntry): Buffer {
  return Buffer.concat([Buffer.from(subject), key, Buffer.from(tag ?? '')])
}

/** Reads an entry, and fills its bytes with zeros. */
export function decodeEntry(plain: Buffer): RingEntry {
  const keyEnd = SUBJECT_LENGTH + KEY_LENGTH
  const entry = {
    subject: SubjectId.parse(plain.toString('utf8', 0, SUBJECT_LENGTH)),
    key: Buffer.from(plain.subarray(SUBJECT_LENGTH, keyEnd)),
    tag: plain.length > keyEnd ? plain.toString('utf8', keyEnd) : null,
  }
  plain.fill(0)
  return entry
}
