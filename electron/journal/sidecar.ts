import { z } from 'zod'
import { EntityId } from '#shared/change/action.ts'
import { Stamp } from '#shared/time/stamp.ts'
import { writeAtomically } from './atomic-file.ts'
import type { FileSystem } from './file-system.ts'
import type { JournalKeys } from './record.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * What is known of a segment without reading it: how it joins the chain, and of each record the entity, the stamp and
 * the length of its frame. Kept sealed beside each closed segment, so that a start reads only the last segment.
 */
export const SegmentFacts = z.strictObject({
  size: z.int().nonnegative(),
  /** Sequence and hash of the record before the first. */
  after: z.int().nonnegative(),
  previous: Hash,
  last: z.int().nonnegative(),
  lastHash: Hash,
  /** Wall clock of the last record, UTC, ISO; empty in a segment without records. */
  lastAt: z.string(),
  entities: z.array(EntityId),
  stamps: z.array(Stamp),
  lengths: z.array(z.int().positive()),
})
export type SegmentFacts = z.infer<typeof SegmentFacts>

function contextOf(path: string): string {
  return `index|1|${path.split('/').slice(-2).join('/')}`
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
  const sealed = keys.seal(Buffer.from(JSON.stringify(facts)), contextOf(segmentPath))
  await writeAtomically(files, sidecarPath(segmentPath), sealed).catch(() => undefined)
}

/** The facts of a closed segment, or null: missing, damaged, or of a segment of another size. */
export async function readSidecar(
  files: FileSystem,
  segmentPath: string,
  keys: JournalKeys,
): Promise<SegmentFacts | null> {
  const sealed = await files.readFile(sidecarPath(segmentPath))
  const plain = sealed && keys.open(sealed, contextOf(segmentPath))
  if (plain === null) return null
  const facts = parseFacts(plain)
  const isSame = facts !== null && facts.size === (await files.sizeOf(segmentPath))
  return isSame ? facts : null
}

// Authenticated under the office key, so the shape is only checked as a whole: a zod pass over each of 8,000 entries
// of each segment would cost more than reading them.
function parseFacts(plain: Buffer): SegmentFacts | null {
  try {
    const value: unknown = JSON.parse(plain.toString('utf8'))
    const facts = value as SegmentFacts
    const shape = SegmentFacts.safeParse({ ...facts, entities: [], stamps: [], lengths: [] })
    const sameLength = facts.entities.length === facts.stamps.length && facts.stamps.length === facts.lengths.length
    return shape.success && sameLength && facts.entities.length === facts.last - facts.after ? facts : null
  } catch {
    return null
  }
}
