import type { EntityId, InstallationId } from '#shared/change/action.ts'
import type { Stamp } from '#shared/time/stamp.ts'
import { removeLeftovers } from './atomic-file.ts'
import type { EntityIndex } from './entity-index.ts'
import type { FileSystem } from './file-system.ts'
import type { ChainHead } from './head-file.ts'
import { PlaceList } from './place-list.ts'
import type { JournalKeys } from './record.ts'
import { countSegments, damaged, MAX_SEGMENT_BYTES, segmentName } from './segments.ts'
import { readSidecar, type SegmentFacts, writeSidecar } from './sidecar.ts'
import { openStored } from './stored-action.ts'
import { TextTable } from './text-table.ts'
import { type ChainLink, emptyChain, type Walk, walk } from './walk.ts'

/** A record as the index takes it. */
export interface IndexedRecord {
  readonly entity: EntityId
  readonly stamp: Stamp
  readonly length: number
}

/** Closed segments of a chain of which the index is known, and where they end. */
export interface KnownChain {
  readonly installation: InstallationId
  /** Size in bytes, hash of the last record, how many there are. */
  readonly closed: readonly { readonly size: number; readonly hash: string; readonly records: number }[]
  readonly lastStamp: Stamp | null
  readonly lastAt: string
}

/** The segment that is written to, in memory: its records as they came. */
interface OpenSegment {
  /** The record before the first. */
  readonly from: ChainLink
  size: number
  readonly records: IndexedRecord[]
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
  /** The last segment; null where there is none yet. */
  tail: OpenSegment | null = null
  /** The last record. */
  link: ChainLink
  /** Greatest stamp of the chain. */
  lastStamp: Stamp | null = null
  lastAt = ''

  constructor(installation: InstallationId, folder: string, index: EntityIndex) {
    this.installation = installation
    this.folder = folder
    this.#index = index
    this.number = index.addChain(installation)
    this.link = emptyChain(installation)
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
    if (before !== null) this.closed.push({ size: before.size, hash: this.link.hash })
    this.tail = { from: this.link, size: 0, records: [] }
    this.places.startSegment([])
    return before === null ? null : factsOf(before, this.link, this.lastAt)
  }

  /** Takes a closed segment that follows the last one. */
  takeClosed(facts: SegmentFacts): void {
    this.closed.push({ size: facts.size, hash: facts.lastHash })
    this.places.startSegment(facts.ends)
    this.#index.addSegment(this.number, facts)
    if (facts.lastStamp !== null) this.#noteStamp(facts.lastStamp)
    this.#end(facts.last, facts.lastHash, facts.lastAt || this.lastAt)
  }

  /** Takes closed segments of which the index knows the records already. `ends`: of each segment, where its records end. */
  takeKnown({ closed, lastStamp, lastAt }: KnownChain, ends: readonly Uint32Array[]): void {
    for (const [place, { size, hash }] of closed.entries()) {
      this.closed.push({ size, hash })
      this.places.startSegment(ends[place] ?? new Uint32Array())
    }
    this.lastStamp = lastStamp
    this.#end(this.places.count, closed.at(-1)?.hash ?? this.link.hash, lastAt)
  }

  /** What `takeKnown` takes, while there is no segment but closed ones. */
  known(): { readonly chain: KnownChain; readonly ends: Uint32Array } {
    const { installation, closed, lastStamp, lastAt } = this
    const { ends, counts } = this.places.known()
    const segments = closed.map(({ size, hash }, place) => ({ size, hash, records: counts[place] ?? 0 }))
    return { chain: { installation, closed: segments, lastStamp, lastAt }, ends }
  }

  /** Takes records that follow the last one. */
  add(records: readonly IndexedRecord[], lastHash: string, lastAt: string): void {
    const { tail } = this
    if (tail === null) throw new Error('no segment')
    let { sequence } = this.link
    for (const record of records) {
      sequence += 1
      tail.records.push(record)
      tail.size += record.length
      this.places.push(record.length)
      this.#index.add(record.entity, this.number, sequence, record.stamp)
      this.#noteStamp(record.stamp)
    }
    this.#end(sequence, lastHash, lastAt)
  }

  #noteStamp(stamp: Stamp): void {
    if (this.lastStamp === null || stamp > this.lastStamp) this.lastStamp = stamp
  }

  #end(sequence: number, hash: string, lastAt: string): void {
    this.link = { installation: this.installation, sequence, hash }
    this.lastAt = lastAt
  }
}

/** What is kept of a segment that ends with a record. */
function factsOf({ from, size, records }: OpenSegment, last: ChainLink, lastAt: string): SegmentFacts {
  const entities = new TextTable()
  const stamps: Stamp[] = []
  const newest: number[] = []
  const of = new Uint32Array(records.length)
  const ends = new Uint32Array(records.length)
  let end = 0
  for (const [place, { entity, stamp, length }] of records.entries()) {
    const number = entities.add(entity)
    const greatest = stamps[number]
    if (greatest === undefined || stamp > greatest) {
      stamps[number] = stamp
      newest[number] = place
    }
    end += length
    of[place] = number
    ends[place] = end
  }
  const { bytes: names, ends: nameEnds } = entities.packed()
  const lastStamp = stamps.reduce<Stamp | null>((one, other) => (one === null || other > one ? other : one), null)
  return {
    ...{ size, after: from.sequence, previous: from.hash, last: last.sequence, lastHash: last.hash, lastAt, lastStamp },
    ...{ names, nameEnds, stamps: Buffer.from(stamps.join(''), 'latin1'), newest: Uint32Array.from(newest), of, ends },
  }
}

/** What loading needs besides the chain itself. */
export interface Loading {
  readonly files: FileSystem
  readonly keys: JournalKeys
  readonly head: ChainHead | null
}

/** Sidecars that are read before their turn. */
const AHEAD = 8

/**
 * Reads the closed segments of a chain behind those that are known, by their sidecars (or whole, where one is missing); answers with how
 * many segments there are. Throws ExpectedError `start.journal_damaged` (segment, offset), `start.newer_data`.
 */
export async function loadClosed(chain: Chain, loading: Loading): Promise<number> {
  const { files, head } = loading
  await removeLeftovers(files, chain.folder)
  const count = await countSegments(files, chain.folder, chain.installation)
  const known = head === null ? 0 : head.closed.length + (head.size > 0 ? 1 : 0)
  if (count < known) throw damaged(chain.installation, count + 1, 0)
  const ahead: Promise<SegmentFacts | null>[] = []
  for (let number = chain.segments + 1; number < count; number++) {
    for (let next = number + ahead.length; next < count && ahead.length < AHEAD; next++) {
      const reading = readSidecar(files, chain.pathOf(next), loading.keys)
      // Heard when its turn comes; until then it must not count as nobody's.
      reading.catch(() => undefined)
      ahead.push(reading)
    }
    await takeSegment(chain, number, (await ahead.shift()) ?? null, loading)
    checkAgainst(chain, number, head)
  }
  return count
}

/**
 * Reads the last segment of a chain whole, its number being `count`; none where that is 0. A torn tail is cut; answers with the bytes
 * cut. Throws as `loadClosed`.
 */
export async function loadLast(chain: Chain, count: number, loading: Loading): Promise<number> {
  if (count === 0) return 0
  const cut = await takeLast(chain, count, loading)
  checkAgainst(chain, count, loading.head)
  return cut
}

/** Takes a segment by its sidecar, or whole where there is none. */
async function takeSegment(
  chain: Chain,
  number: number,
  kept: SegmentFacts | null,
  { files, keys }: Loading,
): Promise<void> {
  const path = chain.pathOf(number)
  const { sequence, hash } = chain.link
  if (kept !== null) {
    if (kept.after !== sequence || kept.previous !== hash) throw damaged(chain.installation, number, 0)
    chain.takeClosed(kept)
    return
  }
  const found = walk(await readSegment(chain, number, files), chain.link)
  if (found.state !== 'whole') throw damaged(chain.installation, number, found.brokenAt)
  const { records, lastAt } = opened(chain, number, found, keys)
  const facts = factsOf({ from: chain.link, size: found.end, records }, found.link, lastAt)
  chain.takeClosed(facts)
  await writeSidecar(files, path, facts, keys)
}

async function takeLast(chain: Chain, number: number, { files, keys, head }: Loading): Promise<number> {
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
  const { records, lastAt } = opened(chain, number, found, keys)
  if (found.end < bytes.length) await cutTail(files, chain.pathOf(number), found.end)
  chain.startSegment()
  chain.add(records, found.link.hash, lastAt || chain.lastAt)
  return bytes.length - found.end
}

/** Reads a chain whole: `loadClosed`, then `loadLast`. */
export async function loadChain(chain: Chain, loading: Loading): Promise<number> {
  return loadLast(chain, await loadClosed(chain, loading), loading)
}

function checkAgainst(chain: Chain, number: number, head: ChainHead | null): void {
  const known = head?.closed[number - 1]
  if (known === undefined) return
  const size = chain.tail === null ? chain.closed.at(-1)?.size : chain.tail.size
  if (size !== known.size || chain.link.hash !== known.hash) throw damaged(chain.installation, number, 0)
}

async function readSegment(chain: Chain, number: number, files: FileSystem): Promise<Buffer> {
  const path = chain.pathOf(number)
  if (((await files.sizeOf(path)) ?? 0) > MAX_SEGMENT_BYTES)
    throw damaged(chain.installation, number, MAX_SEGMENT_BYTES)
  const bytes = await files.readFile(path)
  if (bytes === null) throw damaged(chain.installation, number, 0)
  return bytes
}

/** What the index takes of each record, and the wall clock of the last one; empty where there is none. */
function opened(
  chain: Chain,
  number: number,
  found: Walk,
  keys: JournalKeys,
): { records: IndexedRecord[]; lastAt: string } {
  let lastAt = ''
  const records = found.records.map(record => {
    const stored = openStored(record, keys)
    if (stored === null) throw damaged(chain.installation, number, record.offset)
    lastAt = stored.at
    return { entity: stored.entity, stamp: stored.stamp, length: record.length }
  })
  return { records, lastAt }
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
