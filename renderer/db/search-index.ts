import type { EntityRecord } from '#shared/change/project.ts'
import { ClaimsHeld } from './claims-held.ts'
import { KeptLists, newestFirst } from './kept-lists.ts'
import { firstAfter } from './name-order.ts'
import type { NameKey } from './query-types.ts'
import {
  type Block,
  blockOf,
  claimsAt,
  clearEntry,
  ENTRIES_IN_BLOCK,
  type Entry,
  emptyBlock,
  FIELDS,
  putEntry,
  type SealedBlock,
  sealableBlock,
} from './search-block.ts'
import { entryOf, hashOf } from './search-entry.ts'
import { NameFields } from './search-fields.ts'
import { type EntryFilter, isEverything, testOf } from './search-filter.ts'
import { costAt, costsOf, mayMatch, NO_MATCH } from './search-typed.ts'
import { TextPlaces } from './text-places.ts'

/** In digits alone no slip is forgiven. */
export const LETTER = /\p{L}/u

/** One entry found: which application and of which day. */
export interface Found {
  readonly id: string
  readonly day: number
}

/** One entry found in a list by name. */
export interface FoundName extends Found {
  readonly name: NameKey
}

/** What was found in the order of names, each read when it is taken: a page of ten years costs its rows. To be read before the index moves. */
export interface FoundNames {
  readonly length: number
  readonly at: (place: number) => FoundName | undefined
}

/**
 * The packed index of all live applications in the worker's memory: names for search, codes for filters. It is derived
 * from the rows, follows every fold, and is kept as sealed blocks so that a start does not open all rows.
 */
export class SearchIndex {
  private readonly names = new NameFields()
  private readonly texts = new TextPlaces()
  private readonly blocks: Block[] = []
  private readonly places = new Map<string, number>()
  private readonly changed = new Set<number>()
  private readonly claims = new ClaimsHeld()
  private readonly kept = new KeptLists()
  /** All places in the order of names; null until asked for. It follows each change: sorted anew, ten years would take a second. */
  private byName: number[] | null = null
  /** What was folded while the index is loaded; null: it is not being loaded. */
  private waiting: { readonly record: EntityRecord; readonly tags: readonly string[] }[] | null = null

  /** How many applications it knows. */
  get size(): number {
    return this.places.size
  }

  /** Brings an application up to date, with its tags as stored; one taken back leaves the index. While the index is loaded that waits. */
  put(record: EntityRecord, tags: readonly string[]): void {
    if (this.waiting !== null) this.waiting.push({ record, tags })
    else this.take(record, tags)
  }

  /** What was kept is loaded later: what is put until then waits for it. */
  expectLoad(): void {
    this.waiting ??= []
  }

  /** Loads what was kept, and then takes what was folded meanwhile, which is newer: folds do not wait for the names of ten years. */
  async loading(load: () => Promise<void>): Promise<void> {
    this.expectLoad()
    await load()
    const folded = this.waiting ?? []
    this.waiting = null
    for (const { record, tags } of folded) this.take(record, tags)
  }

  /** Takes an application as it was read from its row. */
  take(record: EntityRecord, tags: readonly string[]): void {
    const entry = entryOf(record, tags)
    const known = this.places.get(record.id)
    const before = known === undefined ? null : this.foundOf(known)
    if (known !== undefined) this.byName?.splice(this.byName.indexOf(known), 1)
    if (entry === null) this.remove(record.id, known)
    else this.order(this.keep(entry, known))
    const after = entry === null ? null : { id: entry.id, day: entry.day }
    this.kept.move(before, after, filter => this.passes(record.id, filter))
  }

  /** False: surely no application holds the claim of this tag. It spares a fold the look into the database. */
  mayHold(tag: string): boolean {
    return this.waiting !== null || this.claims.mayHold(hashOf(tag))
  }

  get blockCount(): number {
    return this.blocks.length
  }

  /** Blocks changed since the last snapshot, ready to be sealed. */
  changedBlocks(): { number: number; block: SealedBlock }[] {
    return [...this.changed].flatMap(number => {
      const block = this.blocks[number]
      return block ? [{ number, block: sealableBlock(block, this.names) }] : []
    })
  }

  /** The changed blocks are kept now. */
  markKept(): void {
    this.changed.clear()
  }

  /** Adds a block of a snapshot. Blocks come in the order of their numbers. */
  load(sealed: SealedBlock): void {
    const block = blockOf(sealed, this.names)
    const first = this.blocks.length * ENTRIES_IN_BLOCK
    this.blocks.push(block)
    this.byName = null
    this.kept.clear()
    for (const [index, id] of block.ids.entries()) {
      if (!isAlive(block, index)) continue
      this.places.set(id, first + index)
      this.texts.add(block.fields, index * FIELDS.length, first + index)
      for (const claim of claimsAt(block, index)) this.claims.add(claim)
    }
  }

  /** Whether the application is known and passes the filter. */
  passes(id: string, filter: EntryFilter): boolean {
    const place = this.places.get(id)
    const block = place === undefined ? undefined : this.blocks[Math.floor(place / ENTRIES_IN_BLOCK)]
    return block !== undefined && place !== undefined && testOf(block, filter)(place % ENTRIES_IN_BLOCK)
  }

  /** Applications that pass the filter and, where given, match all words of `text` in any spelling; newest first. */
  filter(filter: EntryFilter, text: string): readonly Found[] {
    const kept = text.trim() === '' ? this.kept.find(filter) : undefined
    if (kept !== undefined) return kept
    const found: Found[] = []
    const matches = this.matcherOf(text)
    for (const block of this.blocks) {
      const passes = testOf(block, filter)
      for (let index = 0; index < block.ids.length; index += 1) {
        if (passes(index) && matches(block, index)) found.push(foundAt(block, index))
      }
    }
    found.sort(newestFirst)
    if (text.trim() === '') this.kept.keep(filter, found)
    return found
  }

  /** The same in the order of the names: surname, given name, patronymic by the Kazakh alphabet, then the newest. */
  filterByName(filter: EntryFilter, text: string): FoundNames {
    this.byName ??= this.orderByName()
    if (isEverything(filter) && text.trim() === '') return this.namesAt(this.byName)
    const matches = this.matcherOf(text)
    const tests = this.blocks.map(block => testOf(block, filter))
    const found = this.byName.filter(place => {
      const number = Math.floor(place / ENTRIES_IN_BLOCK)
      const index = place % ENTRIES_IN_BLOCK
      const block = this.blocks[number]
      return block !== undefined && tests[number]?.(index) === true && matches(block, index)
    })
    return this.namesAt(found)
  }

  private namesAt(places: readonly number[]): FoundNames {
    const at = (n: number) => {
      const place = places[n]
      return place === undefined ? undefined : this.namedAt(place)
    }
    return { length: places.length, at }
  }

  /**
   * Applications whose names match all words of `text`: in the very spelling first, then its likes (letters of the other
   * alphabets, the beginning or a part of a word, Latin letters, the wrong layout of the keyboard); where these are fewer
   * than `limit`, also those one slip a word away. The newest first among equals.
   */
  search(text: string, limit: number): Found[] {
    const found = this.bestOf(text, limit, false)
    return found.length < limit && LETTER.test(text) ? this.bestOf(text, limit, true) : found
  }

  /** The same with those one slip away in any case. */
  searchNear(text: string, limit: number): Found[] {
    return this.bestOf(text, limit, true)
  }

  private bestOf(text: string, limit: number, slips: boolean): Found[] {
    const costs = costsOf(text, this.names, slips)
    if (costs === null) return []
    const best: { found: Found; cost: number }[] = []
    for (const place of this.texts.of(costs.rare)) {
      const index = place % ENTRIES_IN_BLOCK
      const block = this.blocks[Math.floor(place / ENTRIES_IN_BLOCK)]
      if (block === undefined) continue
      const cost = costAt(costs, block.fields, index * FIELDS.length)
      const last = best[limit - 1]
      if (cost >= NO_MATCH || (last && cost > last.cost)) continue
      const one = { found: foundAt(block, index), cost }
      if (last && cost === last.cost && newestFirst(last.found, one.found) < 0) continue
      const at = best.findIndex(
        other => cost < other.cost || (cost === other.cost && newestFirst(one.found, other.found) < 0),
      )
      best.splice(at < 0 ? best.length : at, 0, one)
      if (best.length > limit) best.pop()
    }
    return best.map(({ found }) => found)
  }

  private matcherOf(text: string): (block: Block, index: number) => boolean {
    const costs = costsOf(text, this.names, false)
    if (costs === null) return () => text.trim() === ''
    return (block, index) => {
      const at = index * FIELDS.length
      return mayMatch(costs, block.fields, at) && costAt(costs, block.fields, at) < NO_MATCH
    }
  }

  /** Puts an entry where it belongs in the order of names. */
  private order(place: number): void {
    const { byName } = this
    if (byName === null) return
    const sorted = { length: byName.length, at: (n: number) => this.namedAt(byName[n] ?? 0) }
    byName.splice(firstAfter(sorted, this.namedAt(place)), 0, place)
  }

  private orderByName(): number[] {
    const ranks = this.names.ranksOf()
    const blockAt = (place: number) => this.blocks[Math.floor(place / ENTRIES_IN_BLOCK)]
    const rankAt = (place: number, field: number) =>
      ranks[blockAt(place)?.fields[(place % ENTRIES_IN_BLOCK) * FIELDS.length + field] ?? 0] ?? 0
    return [...this.places.values()].sort((a, b) => {
      for (let field = 0; field < FIELDS.length - 1; field += 1) {
        const difference = rankAt(a, field) - rankAt(b, field)
        if (difference !== 0) return difference
      }
      const [blockA, blockB] = [blockAt(a), blockAt(b)]
      if (!blockA || !blockB) return 0
      return newestFirst(foundAt(blockA, a % ENTRIES_IN_BLOCK), foundAt(blockB, b % ENTRIES_IN_BLOCK))
    })
  }

  private foundOf(place: number): Found | null {
    const block = this.blocks[Math.floor(place / ENTRIES_IN_BLOCK)]
    return block === undefined ? null : foundAt(block, place % ENTRIES_IN_BLOCK)
  }

  private namedAt(place: number): FoundName {
    const block = this.blocks[Math.floor(place / ENTRIES_IN_BLOCK)] ?? emptyBlock()
    const index = place % ENTRIES_IN_BLOCK
    const text = (field: number) => this.names.textOf(block.fields[index * FIELDS.length + field] ?? 0)
    return { ...foundAt(block, index), name: [text(0), text(1), text(2)] }
  }

  private keep(entry: Entry, known: number | undefined): number {
    for (const claim of entry.claims) this.claims.add(claim)
    const place = known ?? this.nextPlace()
    const number = Math.floor(place / ENTRIES_IN_BLOCK)
    const block = this.blocks[number] ?? emptyBlock()
    this.blocks[number] = block
    const at = (place % ENTRIES_IN_BLOCK) * FIELDS.length
    if (known !== undefined) this.texts.remove(block.fields, at, place)
    putEntry(block, place % ENTRIES_IN_BLOCK, entry, this.names)
    this.texts.add(block.fields, at, place)
    this.places.set(entry.id, place)
    this.changed.add(number)
    return place
  }

  private nextPlace(): number {
    const last = this.blocks.length - 1
    const count = this.blocks[last]?.ids.length ?? ENTRIES_IN_BLOCK
    return last * ENTRIES_IN_BLOCK + count
  }

  private remove(id: string, place: number | undefined): void {
    if (place === undefined) return
    const number = Math.floor(place / ENTRIES_IN_BLOCK)
    const block = this.blocks[number]
    if (block) {
      this.texts.remove(block.fields, (place % ENTRIES_IN_BLOCK) * FIELDS.length, place)
      clearEntry(block, place % ENTRIES_IN_BLOCK)
    }
    this.places.delete(id)
    this.changed.add(number)
  }
}

function isAlive(block: Block, index: number): boolean {
  return (block.days[index] ?? -1) >= 0
}

function foundAt(block: Block, index: number): Found {
  return { id: block.ids[index] ?? '', day: block.days[index] ?? -1 }
}
