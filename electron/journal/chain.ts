import type { EntityId, InstallationId } from '#shared/change/action.ts'
import type { Stamp } from '#shared/time/stamp.ts'
import { removeLeftovers } from './atomic-file.ts'
import { type EntityIndex, PlaceList } from './entity-index.ts'
import type { FileSystem } from './file-system.ts'
import type { ChainHead } from './head-file.ts'
import type { JournalKeys } from './record.ts'
import { countSegments, damaged, MAX_SEGMENT_BYTES, segmentName } from './segments.ts'
import { readSidecar, type SegmentFacts, writeSidecar } from './sidecar.ts'
import { openStored } from './stored-action.ts'
import { type ChainLink, emptyChain, type Walk, walk } from './walk.ts'

/** A record as the index takes it. */
export interface IndexedRecord {
  readonly entity: EntityId
  readonly stamp: Stamp
  readonly length: number
}

function noFacts(after: ChainLink): SegmentFacts {
  const { sequence, hash } = after
  const ends = { after: sequence, previous: hash, last: sequence, lastHash: hash, lastAt: '' }
  return { ...ends, size: 0, entities: [], stamps: [], lengths: [] }
}

/** One desk's chain in memory: where its records lie, and where it ends. */
export class Chain {
  readonly installation: InstallationId
  readonly folder: string
  readonly places = new PlaceList()
  readonly number: number
  readonly #index: EntityIndex
  /** Size and last hash of the segments before the last. */
  readonly closed: { size: number; hash: string }[] = []
  /** Facts of the last segment; null where there is no segment yet. */
  tail: SegmentFacts | null = null
  /** Greatest stamp of the chain. */
  lastStamp: Stamp | null = null
  lastAt = ''

  constructor(installation: InstallationId, folder: string, index: EntityIndex) {
    this.installation = installation
    this.folder = folder
    this.#index = index
    this.number = index.addChain(installation)
  }

  get link(): ChainLink {
    if (this.tail === null) return emptyChain(this.installation)
    return { installation: this.installation, sequence: this.tail.last, hash: this.tail.lastHash }
  }

  get segments(): number {
    return this.closed.length + (this.tail === null ? 0 : 1)
  }

  pathOf(segment: number): string {
    return `${this.folder}/${segmentName(segment)}`
  }

  /** What is to be remembered of this chain outside its segments. */
  head(): ChainHead {
    const { sequence, hash } = this.link
    return { closed: [...this.closed], size: this.tail?.size ?? 0, last: sequence, hash }
  }

  /** Begins a segment after the last one; answers with the facts of the one that is closed by it. */
  startSegment(): SegmentFacts | null {
    const before = this.tail
    if (before !== null) this.closed.push({ size: before.size, hash: before.lastHash })
    this.tail = noFacts(this.link)
    return before
  }

  /** Takes records that follow the last one. */
  add(records: readonly IndexedRecord[], lastHash: string, lastAt: string): void {
    const tail = this.tail
    if (tail === null) throw new Error('no segment')
    for (const { entity, stamp, length } of records) {
      tail.entities.push(entity)
      tail.stamps.push(stamp)
      tail.lengths.push(length)
      tail.last += 1
      this.places.push({ segment: this.segments, offset: tail.size, length })
      this.#index.add(entity, this.number, tail.last, stamp)
      tail.size += length
      if (this.lastStamp === null || stamp > this.lastStamp) this.lastStamp = stamp
    }
    tail.lastHash = lastHash
    tail.lastAt = lastAt
    this.lastAt = lastAt
  }
}

/** What loading needs besides the chain itself. */
export interface Loading {
  readonly files: FileSystem
  readonly keys: JournalKeys
  readonly head: ChainHead | null
}

/**
 * Reads a chain: closed segments by their sidecars (or whole, where one is missing), the last one whole. A torn tail is
 * cut; answers with the bytes cut. Throws ExpectedError `start.journal_damaged` (segment, offset), `start.newer_data`.
 */
export async function loadChain(chain: Chain, loading: Loading): Promise<number> {
  const { files, head } = loading
  await removeLeftovers(files, chain.folder)
  const count = await countSegments(files, chain.folder, chain.installation)
  const known = head === null ? 0 : head.closed.length + (head.size > 0 ? 1 : 0)
  if (count < known) throw damaged(chain.installation, count + 1, 0)
  let cut = 0
  for (let number = 1; number <= count; number++) {
    if (number < count) await loadClosed(chain, number, loading)
    else cut = await loadLast(chain, number, loading)
    checkAgainst(chain, number, head)
  }
  return cut
}

async function loadClosed(chain: Chain, number: number, { files, keys }: Loading): Promise<void> {
  const path = chain.pathOf(number)
  const { sequence, hash } = chain.link
  const kept = await readSidecar(files, path, keys)
  if (kept !== null) {
    if (kept.after !== sequence || kept.previous !== hash) throw damaged(chain.installation, number, 0)
    take(chain, kept)
    return
  }
  const found = walk(await readSegment(chain, number, files), chain.link)
  if (found.state !== 'whole') throw damaged(chain.installation, number, found.brokenAt)
  const facts = factsOf(chain, number, found, keys)
  take(chain, facts)
  await writeSidecar(files, path, facts, keys)
}

async function loadLast(chain: Chain, number: number, { files, keys, head }: Loading): Promise<number> {
  const bytes = await readSegment(chain, number, files)
  const found = walk(bytes, chain.link)
  if (found.state === 'damaged') throw damaged(chain.installation, number, found.brokenAt)
  const isKnown = head !== null && head.closed.length === number - 1
  // These bytes were acknowledged: they are not a torn write, somebody or something changed them.
  if (isKnown && found.end < head.size) throw damaged(chain.installation, number, found.brokenAt)
  const remembered = isKnown ? found.records.find(record => record.header.s === head.last) : undefined
  if (remembered !== undefined && remembered.hash.toString('hex') !== head?.hash) {
    throw damaged(chain.installation, number, remembered.offset)
  }
  const facts = factsOf(chain, number, found, keys)
  if (found.end < bytes.length) await cutTail(files, chain.pathOf(number), found.end)
  take(chain, facts)
  return bytes.length - found.end
}

function checkAgainst(chain: Chain, number: number, head: ChainHead | null): void {
  const known = head?.closed[number - 1]
  if (known === undefined) return
  const actual = { size: chain.tail?.size, hash: chain.tail?.lastHash }
  if (actual.size !== known.size || actual.hash !== known.hash) throw damaged(chain.installation, number, 0)
}

async function readSegment(chain: Chain, number: number, files: FileSystem): Promise<Buffer> {
  const path = chain.pathOf(number)
  if (((await files.sizeOf(path)) ?? 0) > MAX_SEGMENT_BYTES)
    throw damaged(chain.installation, number, MAX_SEGMENT_BYTES)
  const bytes = await files.readFile(path)
  if (bytes === null) throw damaged(chain.installation, number, 0)
  return bytes
}

function factsOf(chain: Chain, number: number, found: Walk, keys: JournalKeys): SegmentFacts {
  const facts = { ...noFacts(chain.link), size: found.end, last: found.link.sequence, lastHash: found.link.hash }
  for (const record of found.records) {
    const stored = openStored(record, keys)
    if (stored === null) throw damaged(chain.installation, number, record.offset)
    facts.entities.push(stored.entity)
    facts.stamps.push(stored.stamp)
    facts.lengths.push(record.length)
    facts.lastAt = stored.at
  }
  return facts
}

function take(chain: Chain, facts: SegmentFacts): void {
  chain.startSegment()
  const records = facts.entities.map((entity, i) => {
    const stamp = facts.stamps[i]
    const length = facts.lengths[i]
    if (stamp === undefined || length === undefined) throw new Error('facts of a segment')
    return { entity, stamp, length }
  })
  chain.add(records, facts.lastHash, facts.lastAt || chain.lastAt)
}

async function cutTail(files: FileSystem, path: string, end: number): Promise<void> {
  const file = await files.open(path, 'edit')
  try {
    await file.truncate(end)
    await file.flush()
  } finally {
    await file.close()
  }
}
