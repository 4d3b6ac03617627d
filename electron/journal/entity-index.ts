import {
  type Action,
  type ActionId,
  actionId,
  type Cursor,
  type EntityId,
  type InstallationId,
  type Noun,
} from '#shared/change/action.ts'
import type { Stamp } from '#shared/time/stamp.ts'
import type { Column, Read } from './columns.ts'
import { grown, NONE, TextTable } from './text-table.ts'

/** Entities in an order that does not change while pages of them are asked for. */
export interface EntityList {
  readonly size: number
  at(place: number): EntityId
}

/** Entities as such a list. */
export function listOf(entities: readonly EntityId[]): EntityList {
  return { size: entities.length, at: place => entities[place] as EntityId }
}

/** A record of an entity: the chain's number among those of the index, and the sequence. */
export interface Reference {
  readonly chain: number
  readonly sequence: number
}

// Chain and sequence of a record in one number: sequences have 12 digits, which leaves room for 9,000 chains.
const CHAIN_STEP = 10 ** 12

const FIRST_ENTITIES = 1024
const FIRST_RECORDS = 4096

/** Characters of a stamp: 15 digits, a dot, 6 digits, a dot, 16 letters. */
export const STAMP_LENGTH = 39

/** The records of a closed segment as the index takes them. */
export interface IndexedSegment {
  /** Sequence of the record before the first. */
  readonly after: number
  /** Each entity once, in the order of its first record here: their ids one behind the other, and where each ends. */
  readonly names: Buffer
  readonly nameEnds: Uint32Array
  /** Of each entity the greatest stamp here, and the place of the record with it, from 0. */
  readonly stamps: Buffer
  readonly newest: Uint32Array
  /** Of each record the place of its entity. */
  readonly of: Uint32Array
}

/** Entities that belong together, by their numbers; their ids are made when first asked for. */
interface Listed {
  readonly numbers: number[]
  readonly ids: EntityId[]
}

/**
 * Which records an entity has, and which of them is its head. In memory, made anew at each start: entities are numbered as they come,
 * and the records of one hang on one another, so that ten years are a few long lists and no object for each.
 */
export class EntityIndex {
  readonly #chains: InstallationId[] = []
  #entities = new TextTable()
  /** Of each entity the greatest stamp, its characters one behind the other. */
  #headStamps = Buffer.alloc(STAMP_LENGTH * FIRST_ENTITIES)
  /** Of each entity its head, its first and its last record, by their places in `#records`. */
  #heads = new Uint32Array(FIRST_ENTITIES)
  #first = new Uint32Array(FIRST_ENTITIES)
  #last = new Uint32Array(FIRST_ENTITIES)
  /** How many entities have a record, and how many a head. */
  #linked = 0
  #led = 0
  /** Every record as it came, and of each the place of the next one of its entity; 0: none. */
  #records = new Float64Array(FIRST_RECORDS)
  #next = new Uint32Array(FIRST_RECORDS)
  #count = 0
  #nouns = new Lists()
  #days = new Lists()

  /** The index of which chains, in their order, and columns are known. */
  static restored(chains: readonly InstallationId[], columns: Read[]): EntityIndex {
    const index = new EntityIndex()
    index.#chains.push(...chains)
    index.#entities = TextTable.restored(columns)
    const [stamps, heads, first, last, records, next] = columns.splice(0, 6) as [Read, Read, Read, Read, Read, Read]
    index.#headStamps = Buffer.from(stamps.room)
    index.#heads = new Uint32Array(heads.room)
    index.#first = new Uint32Array(first.room)
    index.#last = new Uint32Array(last.room)
    index.#records = new Float64Array(records.room)
    index.#next = new Uint32Array(next.room)
    index.#linked = first.count
    index.#led = heads.count
    index.#count = records.count
    index.#nouns = Lists.restored(columns)
    index.#days = Lists.restored(columns)
    return index
  }

  /** All of it but the chains, as `restored` takes it; they are the index's own, to be read before anything is added. */
  columns(): Column[] {
    const [entities, records] = [this.size, this.#count]
    return [
      ...this.#entities.columns(),
      this.#headStamps.subarray(0, entities * STAMP_LENGTH),
      ...[this.#heads, this.#first, this.#last].map(column => column.subarray(0, entities)),
      this.#records.subarray(0, records),
      this.#next.subarray(0, records),
      ...this.#nouns.columns(),
      ...this.#days.columns(),
    ]
  }

  /** Chains in the order of their numbers. */
  get chains(): readonly InstallationId[] {
    return this.#chains
  }

  /** Number of a chain in references; chains are numbered as they come. */
  addChain(installation: InstallationId): number {
    const known = this.#chains.indexOf(installation)
    return known >= 0 ? known : this.#chains.push(installation) - 1
  }

  add(entity: EntityId, chain: number, sequence: number, stamp: Stamp): void {
    const number = this.#entities.add(entity)
    this.#link(number, chain * CHAIN_STEP + sequence)
    this.#lead(number, Buffer.from(stamp, 'latin1'), 0, this.#count - 1)
  }

  /** Takes the records of a segment of a chain together. */
  addSegment(chain: number, { after, names, nameEnds, stamps, newest, of }: IndexedSegment): void {
    const from = this.#count
    const numbers: number[] = []
    let start = 0
    for (const end of nameEnds) {
      numbers.push(this.#entities.addBytes(names, start, end))
      start = end
    }
    const record = chain * CHAIN_STEP + after + 1
    for (let place = 0; place < of.length; place++) this.#link(numbers[of[place] as number] as number, record + place)
    for (const [place, number] of numbers.entries()) {
      this.#lead(number, stamps, place * STAMP_LENGTH, from + (newest[place] as number))
    }
  }

  /** A record behind those its entity has. */
  #link(number: number, record: number): void {
    const place = this.#count
    if (place === this.#records.length) {
      this.#records = grown(this.#records, new Float64Array(place * 2))
      this.#next = grown(this.#next, new Uint32Array(place * 2))
    }
    this.#records[place] = record
    this.#count += 1
    if (number === this.#linked) this.#begin(number, place)
    else this.#next[this.#last[number] as number] = place
    this.#last[number] = place
  }

  /** A new entity, with its first record: under its noun and, where its key begins with one, its day. */
  #begin(number: number, place: number): void {
    if (number === this.#first.length) {
      this.#heads = grown(this.#heads, new Uint32Array(number * 2))
      this.#first = grown(this.#first, new Uint32Array(number * 2))
      this.#last = grown(this.#last, new Uint32Array(number * 2))
    }
    this.#first[number] = place
    this.#linked += 1
    const { bytes, start, end } = this.#entities.placeOf(number)
    const colon = bytes.indexOf(COLON, start)
    this.#nouns.add(bytes, start, colon, number)
    if (isDay(bytes, colon + 1, end)) this.#days.add(bytes, start, colon + 1 + DAY, number)
  }

  /** Takes a stamp that begins at `from` as that of the head, where it is the greatest so far. */
  #lead(number: number, stamps: Buffer, from: number, place: number): void {
    const at = number * STAMP_LENGTH
    if (at + STAMP_LENGTH > this.#headStamps.length) {
      this.#headStamps = grown(this.#headStamps, Buffer.allocUnsafe(this.#headStamps.length * 2))
    }
    if (number < this.#led && !isGreater(stamps, from, this.#headStamps, at)) return
    stamps.copy(this.#headStamps, at, from, from + STAMP_LENGTH)
    this.#heads[number] = place
    this.#led = Math.max(this.#led, number + 1)
  }

  has(entity: EntityId): boolean {
    return this.#entities.find(entity) !== NONE
  }

  /** How many entities there are. */
  get size(): number {
    return this.#entities.size
  }

  /** An entity by its place in the order of arrival of first records, from 0: those that come later stand behind. */
  at(place: number): EntityId {
    return this.#entities.textOf(place) as EntityId
  }

  /** Entities of a noun in order of arrival of their first record. */
  entitiesOf(noun: Noun): EntityId[] {
    return this.#listed(this.#nouns.of(noun))
  }

  /** Entities of a noun and a day (`yyyymmdd`) in order of arrival of their first record. */
  entitiesOfDay(noun: Noun, day: number): EntityId[] {
    return this.#listed(this.#days.of(`${noun}:${day}`))
  }

  #listed(list: Listed = { numbers: [], ids: [] }): EntityId[] {
    const { numbers, ids } = list
    for (let at = ids.length; at < numbers.length; at++) ids.push(this.at(numbers[at] as number))
    return [...ids]
  }

  /** The action with the greatest stamp. */
  headOf(entity: EntityId): ActionId | null {
    const number = this.#entities.find(entity)
    if (number === NONE) return null
    const { chain, sequence } = referenceOf(this.#records[this.#heads[number] as number] as number)
    const installation = this.#chains[chain]
    return installation === undefined ? null : actionId(installation, sequence)
  }

  /** The greatest stamp of an entity. */
  headStampOf(entity: EntityId): Stamp | null {
    const number = this.#entities.find(entity)
    return number === NONE ? null : this.#headStampOf(number)
  }

  #headStampOf(number: number): Stamp {
    return this.#headStamps.toString('latin1', number * STAMP_LENGTH, (number + 1) * STAMP_LENGTH) as Stamp
  }

  /** Every entity with the greatest of its stamps, in order of arrival of its first record. */
  *heads(): Iterable<{ entity: EntityId; stamp: Stamp }> {
    for (let number = 0; number < this.size; number++) {
      yield { entity: this.at(number), stamp: this.#headStampOf(number) }
    }
  }

  /** Entities with a record beyond the cursor, in order of arrival of their first record. */
  movedAfter(cursor: Cursor): EntityList {
    if (Object.keys(cursor).length === 0) return this
    const isBeyond = this.#beyond(cursor)
    const moved: EntityId[] = []
    for (let number = 0; number < this.size; number++) {
      if (this.#placesOf(number).some(isBeyond)) moved.push(this.at(number))
    }
    return listOf(moved)
  }

  /** The entities of these actions that have no record up to the cursor: who holds nothing beyond it holds nothing of them. */
  begunAfter(cursor: Cursor, actions: readonly Pick<Action, 'entity'>[]): EntityId[] {
    const isBeyond = this.#beyond(cursor)
    return [...new Set(actions.map(({ entity }) => entity))].filter(entity => {
      const number = this.#entities.find(entity)
      return number !== NONE && this.#placesOf(number).every(isBeyond)
    })
  }

  /** Whether the record at a place lies beyond the cursor. */
  #beyond(cursor: Cursor): (place: number) => boolean {
    const ends = this.#chains.map((installation, chain) => chain * CHAIN_STEP + (cursor[installation] ?? 0))
    return place => {
      const record = this.#records[place] as number
      return record > (ends[Math.floor(record / CHAIN_STEP)] ?? 0)
    }
  }

  /** Records of an entity in order of arrival. */
  recordsOf(entity: EntityId): Reference[] {
    const number = this.#entities.find(entity)
    if (number === NONE) return []
    return this.#placesOf(number).map(place => referenceOf(this.#records[place] as number))
  }

  #placesOf(number: number): number[] {
    const places: number[] = []
    let place = this.#first[number] as number
    do {
      places.push(place)
      place = this.#next[place] as number
    } while (place > 0)
    return places
  }
}

/** Digits of a day (`yyyymmdd`), with which the key of a visit or a contact begins, before a dash. */
const DAY = 8
const [DASH, ZERO, NINE, COLON] = [45, 48, 57, 58]

function isDay(text: Buffer, from: number, to: number): boolean {
  if (from + DAY >= to || text[from + DAY] !== DASH) return false
  for (let at = from; at < from + DAY; at++) {
    const code = text[at] as number
    if (code < ZERO || code > NINE) return false
  }
  return true
}

function isGreater(a: Buffer, aFrom: number, b: Buffer, bFrom: number): boolean {
  for (let at = 0; at < STAMP_LENGTH; at++) {
    const difference = (a[aFrom + at] as number) - (b[bFrom + at] as number)
    if (difference !== 0) return difference > 0
  }
  return false
}

/** Entities under texts: nouns, days. By the bytes of the text, since a noun that this program does not know yet may be among them. */
class Lists {
  #texts = new TextTable()
  readonly #lists: Listed[] = []

  static restored(columns: Read[]): Lists {
    const lists = new Lists()
    lists.#texts = TextTable.restored(columns)
    const [ends, numbers] = columns.splice(0, 2) as [Read, Read]
    const all = new Uint32Array(numbers.room)
    let start = 0
    for (const end of new Uint32Array(ends.room, 0, ends.count)) {
      const numbers: number[] = []
      for (; start < end; start++) numbers.push(all[start] as number)
      lists.#lists.push({ numbers, ids: [] })
    }
    return lists
  }

  /** Its texts, where the numbers of each end, and the numbers of all. */
  columns(): Column[] {
    let end = 0
    const ends = Uint32Array.from(this.#lists, ({ numbers }) => {
      end += numbers.length
      return end
    })
    const all = new Uint32Array(end)
    for (const [place, { numbers }] of this.#lists.entries())
      all.set(numbers, place === 0 ? 0 : (ends[place - 1] as number))
    return [...this.#texts.columns(), ends, all]
  }

  add(bytes: Buffer, from: number, to: number, number: number): void {
    const text = this.#texts.addBytes(bytes, from, to)
    const list = this.#lists[text]
    if (list === undefined) this.#lists[text] = { numbers: [number], ids: [] }
    else list.numbers.push(number)
  }

  of(text: string): Listed | undefined {
    return this.#lists[this.#texts.find(text)]
  }
}

function referenceOf(record: number): Reference {
  return { chain: Math.floor(record / CHAIN_STEP), sequence: record % CHAIN_STEP }
}
