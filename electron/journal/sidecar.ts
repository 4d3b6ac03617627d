import { z } from 'zod'
import { Stamp } from '#shared/time/stamp.ts'
import { writeAtomically } from './atomic-file.ts'
import { type IndexedSegment, STAMP_LENGTH } from './entity-index.ts'
import type { FileSystem } from './file-system.ts'
import type { JournalKeys } from './record.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** How a segment joins its chain and where it ends. */
const Ends = z.strictObject({
  size: z.int().nonnegative(),
  /** Sequence and hash of the record before the first. */
  after: z.int().nonnegative(),
  previous: Hash,
  last: z.int().nonnegative(),
  lastHash: Hash,
  /** Wall clock of the last record, UTC, ISO; empty in a segment without records. */
  lastAt: z.string(),
  /** Greatest stamp; null in a segment without records. */
  lastStamp: Stamp.nullable(),
})

/** The same with how many entities the records are of. */
const Head = Ends.extend({ entities: z.int().nonnegative() })

/**
 * What is known of a segment without reading it: how it joins the chain, what its records are of, and where each ends. Kept sealed
 * beside each closed segment, so that a start reads only the last segment.
 */
export interface SegmentFacts extends Readonly<z.infer<typeof Ends>>, IndexedSegment {
  /** Of each record where its frame ends, in bytes. */
  readonly ends: Uint32Array
}

const NUMBER = Uint32Array.BYTES_PER_ELEMENT

function contextOf(path: string): string {
  return `index|2|${path.split('/').slice(-2).join('/')}`
}

function sidecarPath(segmentPath: string): string {
  return segmentPath.replace(/\.seg$/, '.idx')
}

/** Keeps the facts of a closed segment. Never needed for correctness: a failure only makes the next start slower. */
export async function writeSidecar(
  files: FileSystem,
  segmentPath: string,
  facts: SegmentFacts,
  keys: JournalKeys,
): Promise<void> {
  const sealed = keys.seal(encodeFacts(facts), contextOf(segmentPath))
  await writeAtomically(files, sidecarPath(segmentPath), sealed).catch(() => undefined)
}

/** The facts of a closed segment, or null: missing, damaged, of another program, or of a segment of another size. */
export async function readSidecar(
  files: FileSystem,
  segmentPath: string,
  keys: JournalKeys,
): Promise<SegmentFacts | null> {
  const sealed = await files.readFile(sidecarPath(segmentPath))
  const plain = sealed && keys.open(sealed, contextOf(segmentPath))
  if (plain === null) return null
  const facts = decodeFacts(plain)
  const isSame = facts !== null && facts.size === (await files.sizeOf(segmentPath))
  return isSame ? facts : null
}

/** `u32le length | JSON of the head | of each entity: u32le end of its name, u32le newest | of each record: u32le entity, u32le end | stamps | names`. */
function encodeFacts({ names, nameEnds, stamps, newest, of, ends, ...head }: SegmentFacts): Buffer {
  const text = Buffer.from(JSON.stringify({ ...head, entities: nameEnds.length } satisfies z.infer<typeof Head>))
  const length = Buffer.alloc(NUMBER)
  length.writeUInt32LE(text.length)
  return Buffer.concat([length, text, ...[nameEnds, newest, of, ends].map(bytesOf), stamps, names])
}

// Authenticated under the office key: beyond the head only the lengths are checked.
function decodeFacts(plain: Buffer): SegmentFacts | null {
  const textEnd = NUMBER + plain.readUInt32LE(0)
  const head = Head.safeParse(JSON.parse(plain.toString('utf8', NUMBER, textEnd)))
  if (!head.success) return null
  const { entities, ...known } = head.data
  let at = textEnd
  const numbers = (count: number) => {
    at += count * NUMBER
    return new Uint32Array(new Uint8Array(plain.subarray(at - count * NUMBER, at)).buffer)
  }
  const count = known.last - known.after
  const lists = { nameEnds: numbers(entities), newest: numbers(entities), of: numbers(count), ends: numbers(count) }
  const stamps = plain.subarray(at, at + entities * STAMP_LENGTH)
  const names = plain.subarray(at + entities * STAMP_LENGTH)
  const isWhole = stamps.length === entities * STAMP_LENGTH && names.length === (lists.nameEnds.at(-1) ?? 0)
  return isWhole ? { ...known, ...lists, stamps, names } : null
}

function bytesOf(numbers: Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}
