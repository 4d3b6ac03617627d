import type { EntityRecord } from '#shared/change/project.ts'
import { countableOf, dayOf } from '#shared/change/project-view.ts'
import { facetOf } from '#shared/report/counts.ts'
import { foldWords } from '#shared/text/fold.ts'
import { findState } from './rows.ts'
import {
  type Block,
  blockOf,
  CODES,
  codeAt,
  ENTRIES_IN_BLOCK,
  type Entry,
  emptyBlock,
  entriesWith,
  type IndexedCode,
  nameAt,
  putEntry,
  replaceEntry,
  type SealedBlock,
  sealableBlock,
  spellingAt,
  wordOf,
} from './search-block.ts'

/** What a list is narrowed by. Days are `yyyymmdd`, both ends included. */
export interface EntryFilter {
  readonly from: number
  readonly to: number
  /** Of each kind any of the codes. */
  readonly codes: readonly { readonly kind: IndexedCode; readonly anyOf: readonly string[] }[]
  readonly marked: boolean | null
}

/** One entry found: which application and of which day. */
export interface Found {
  readonly id: string
  readonly day: number
}

const ENOUGH_MATCHES = 4000

/**
 * The packed index of all live applications in the worker's memory: names folded for search, codes for filters. It is
 * derived from the rows, follows every fold, and is kept as sealed blocks so that a start does not open all rows.
 */
export class SearchIndex {
  private readonly blocks: Block[] = []
  private readonly places = new Map<string, number>()
  private readonly changed = new Set<number>()
  private readonly claims = new Set<number>()

  /** How many applications it knows. */
  get size(): number {
    return this.places.size
  }

  /** Brings an application up to date, with its tags as stored; one taken back leaves the index. */
  put(record: EntityRecord, tags: readonly string[]): void {
    const entry = entryOf(record, hashOf(tags[0]))
    if (entry !== null) this.claims.add(entry.claim)
    if (entry !== null && this.replace(entry)) return
    this.remove(record.id)
    if (entry === null) return
    let last = this.blocks.at(-1)
    if (!last || last.ids.length >= ENTRIES_IN_BLOCK) {
      last = emptyBlock()
      this.blocks.push(last)
    }
    const number = this.blocks.length - 1
    this.places.set(record.id, number * ENTRIES_IN_BLOCK + last.ids.length)
    putEntry(last, entry)
    this.changed.add(number)
  }

  /** False: surely no application holds the claim of this tag. It spares a fold the look into the database. */
  mayHold(tag: string): boolean {
    return this.claims.has(hashOf(tag))
  }

  /** Blocks changed since the last snapshot, ready to be sealed. */
  changedBlocks(): { number: number; block: SealedBlock }[] {
    return [...this.changed].flatMap(number => {
      const block = this.blocks[number]
      return block ? [{ number, block: sealableBlock(block) }] : []
    })
  }

  /** The changed blocks are kept now. */
  markKept(): void {
    this.changed.clear()
  }

  /** Adds a block of a snapshot. Blocks come in the order of their numbers. */
  load(sealed: SealedBlock): void {
    const block = blockOf(sealed)
    const first = this.blocks.length * ENTRIES_IN_BLOCK
    this.blocks.push(block)
    for (const [index, id] of block.ids.entries()) {
      if (!isAlive(block, index)) continue
      this.places.set(id, first + index)
      this.claims.add(block.claims[index] ?? 0)
    }
  }

  /** Applications that pass the filter and, where given, hold all words of `text` in any spelling; newest first. */
  filter(filter: EntryFilter, text: string): Found[] {
    const words = wordsOf(text)
    const found: Found[] = []
    for (const block of this.blocks) {
      const wanted = filter.codes.map(({ kind, anyOf }) => [kind, anyOf.map(code => wordOf(block, code))] as const)
      const entries = words.length > 0 ? entriesWith(block, words) : block.ids.keys()
      for (const index of entries) {
        const day = block.days[index] ?? -1
        if (!isAlive(block, index) || day < filter.from || day > filter.to) continue
        if (filter.marked !== null && (block.marked[index] === 1) !== filter.marked) continue
        if (wanted.every(([kind, words]) => words.includes(codeAt(block, index, kind) ?? -2)))
          found.push(foundAt(block, index))
      }
    }
    return found.sort(newestFirst)
  }

  /**
   * Applications whose name or organisation holds all words of `text` in any spelling. Ranked: the very spelling typed
   * before its likes, a name that begins so before one that holds it, then the newest.
   */
  search(text: string, limit: number): Found[] {
    const words = wordsOf(text)
    if (words.length === 0) return []
    const typed = text.trim().toLowerCase()
    const matches: { found: Found; rank: number }[] = []
    for (const block of this.blocks.toReversed()) {
      for (const index of entriesWith(block, words)) {
        if (isAlive(block, index)) {
          matches.push({ found: foundAt(block, index), rank: rankAt(block, index, words, typed) })
        }
      }
      // A text of two letters matches half the office: the newest blocks are enough then.
      if (matches.length >= ENOUGH_MATCHES) break
    }
    matches.sort((a, b) => a.rank - b.rank || newestFirst(a.found, b.found))
    return matches.slice(0, limit).map(match => match.found)
  }

  private replace(entry: Entry): boolean {
    const place = this.places.get(entry.id)
    if (place === undefined) return false
    const number = Math.floor(place / ENTRIES_IN_BLOCK)
    const block = this.blocks[number]
    if (!block || !replaceEntry(block, place % ENTRIES_IN_BLOCK, entry)) return false
    this.changed.add(number)
    return true
  }

  private remove(id: string): void {
    const place = this.places.get(id)
    if (place === undefined) return
    const number = Math.floor(place / ENTRIES_IN_BLOCK)
    const block = this.blocks[number]
    if (block) block.days[place % ENTRIES_IN_BLOCK] = -1
    this.places.delete(id)
    this.changed.add(number)
  }
}

function entryOf(record: EntityRecord, claim: number): Entry | null {
  const state = findState('application', record)
  const day = dayOf(record.view)
  const countable = countableOf(record.view)
  if (state === null || day === null || countable === null) return null
  const { surname = '', given = '', patronymic = '', organisation = '' } = state.personal ?? {}
  const spelling = [surname, given, patronymic, organisation].join(' ').trim()
  const codes = CODES.map(code => (code === 'batch' ? (state.batch ?? '') : facetOf(countable, code)))
  return {
    id: record.id,
    day,
    marked: countable.marked,
    claim,
    codes,
    name: foldWords(spelling),
    spelling: spelling.toLowerCase(),
  }
}

/** 30 bits of a tag: a claim stands first among the tags of a row. */
function hashOf(tag: string | undefined): number {
  let hash = 0
  for (const letter of tag?.slice(0, 8) ?? '') hash = (hash * 61 + letter.charCodeAt(0)) % 0x3fff_ffff
  return hash
}

function wordsOf(text: string): string[] {
  return foldWords(text)
    .split(' ')
    .filter(word => word !== '')
}

function isAlive(block: Block, index: number): boolean {
  return (block.days[index] ?? -1) >= 0
}

function foundAt(block: Block, index: number): Found {
  return { id: block.ids[index] ?? '', day: block.days[index] ?? -1 }
}

function newestFirst(a: Found, b: Found): number {
  return b.day - a.day || (a.id < b.id ? 1 : -1)
}

function rankAt(block: Block, index: number, words: readonly string[], typed: string): number {
  const name = nameAt(block, index)
  const first = words[0] ?? ''
  const place = name.startsWith(first) ? 0 : ` ${name}`.includes(` ${first}`) ? 1 : 2
  return (spellingAt(block, index).includes(typed) ? 0 : 3) + place
}
