import {
  type ActionId,
  actionId,
  type Cursor,
  type EntityId,
  type InstallationId,
  type Noun,
} from '#shared/change/action.ts'
import type { Stamp } from '#shared/time/stamp.ts'

/** Where a record lies: segment (numbered from 1), offset and length of its frame. */
export interface Place {
  readonly segment: number
  readonly offset: number
  readonly length: number
}

const WIDTH = 3

/** Places of the records of one chain by sequence, packed: 12 bytes a record. */
export class PlaceList {
  #packed = new Uint32Array(1024 * WIDTH)
  #count = 0

  get count(): number {
    return this.#count
  }

  /** The place of the next sequence. */
  push(place: Place): void {
    const at = this.#count * WIDTH
    if (at === this.#packed.length) {
      const larger = new Uint32Array(this.#packed.length * 2)
      larger.set(this.#packed)
      this.#packed = larger
    }
    this.#packed.set([place.segment, place.offset, place.length], at)
    this.#count += 1
  }

  /** The place of a sequence, 1-based. Throws where there is none. */
  get(sequence: number): Place {
    if (sequence < 1 || sequence > this.#count) throw new RangeError(`no record ${sequence}`)
    const [segment = 0, offset = 0, length = 0] = this.#packed.subarray((sequence - 1) * WIDTH, sequence * WIDTH)
    return { segment, offset, length }
  }
}

/** A record of an entity: the chain's number among those of the index, and the sequence. */
export interface Reference {
  readonly chain: number
  readonly sequence: number
}

// Chain and sequence of a record in one number: sequences have 12 digits, which leaves room for 9,000 chains.
const CHAIN_STEP = 10 ** 12

/** Noun and day with which the id of a visit or a contact begins. */
const OF_DAY = /^[a-z]+:\d{8}(?=-)/

interface Entry {
  headStamp: Stamp
  head: number
  readonly records: number[]
}

/** Which records an entity has, and which of them is its head. In memory, made anew at each start. */
export class EntityIndex {
  readonly #chains: InstallationId[] = []
  readonly #entries = new Map<EntityId, Entry>()
  readonly #all: EntityId[] = []
  readonly #nouns = new Map<string, EntityId[]>()
  readonly #days = new Map<string, EntityId[]>()

  /** Number of a chain in references; chains are numbered as they come. */
  addChain(installation: InstallationId): number {
    return this.#chains.push(installation) - 1
  }

  add(entity: EntityId, chain: number, sequence: number, stamp: Stamp): void {
    const record = chain * CHAIN_STEP + sequence
    const entry = this.#entries.get(entity)
    if (entry === undefined) {
      this.#entries.set(entity, { headStamp: stamp, head: record, records: [record] })
      this.#all.push(entity)
      // By its text: a noun that this program does not know yet may be among them.
      noteUnder(this.#nouns, entity.slice(0, entity.indexOf(':')), entity)
      this.#noteDay(entity)
      return
    }
    entry.records.push(record)
    if (stamp > entry.headStamp) {
      entry.headStamp = stamp
      entry.head = record
    }
  }

  has(entity: EntityId): boolean {
    return this.#entries.has(entity)
  }

  /** Every entity in order of arrival of its first record: those that come later stand behind. */
  get all(): readonly EntityId[] {
    return this.#all
  }

  /** Entities of a noun in order of arrival of their first record. */
  entitiesOf(noun: Noun): EntityId[] {
    return [...(this.#nouns.get(noun) ?? [])]
  }

  /** Entities of a noun and a day (`yyyymmdd`) in order of arrival of their first record. */
  entitiesOfDay(noun: Noun, day: number): EntityId[] {
    return [...(this.#days.get(`${noun}:${day}`) ?? [])]
  }

  #noteDay(entity: EntityId): void {
    const day = OF_DAY.exec(entity)?.[0]
    if (day !== undefined) noteUnder(this.#days, day, entity)
  }

  /** The action with the greatest stamp. */
  headOf(entity: EntityId): ActionId | null {
    const entry = this.#entries.get(entity)
    if (entry === undefined) return null
    const { chain, sequence } = referenceOf(entry.head)
    const installation = this.#chains[chain]
    return installation === undefined ? null : actionId(installation, sequence)
  }

  /** The greatest stamp of an entity. */
  headStampOf(entity: EntityId): Stamp | null {
    return this.#entries.get(entity)?.headStamp ?? null
  }

  /** Every entity with the greatest of its stamps, in order of arrival of its first record. */
  *heads(): Iterable<{ entity: EntityId; stamp: Stamp }> {
    for (const [entity, { headStamp }] of this.#entries) yield { entity, stamp: headStamp }
  }

  /** Entities with a record beyond the cursor, in order of arrival of their first record. */
  movedAfter(cursor: Cursor): readonly EntityId[] {
    if (Object.keys(cursor).length === 0) return this.#all
    const ends = this.#chains.map((installation, chain) => chain * CHAIN_STEP + (cursor[installation] ?? 0))
    const isBeyond = (record: number) => record > (ends[Math.floor(record / CHAIN_STEP)] ?? 0)
    const moved: EntityId[] = []
    for (const [entity, { records }] of this.#entries) if (records.some(isBeyond)) moved.push(entity)
    return moved
  }

  /** Records of an entity in order of arrival. */
  recordsOf(entity: EntityId): Reference[] {
    return (this.#entries.get(entity)?.records ?? []).map(referenceOf)
  }
}

function noteUnder(lists: Map<string, EntityId[]>, key: string, entity: EntityId): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [entity])
  else known.push(entity)
}

function referenceOf(record: number): Reference {
  return { chain: Math.floor(record / CHAIN_STEP), sequence: record % CHAIN_STEP }
}
