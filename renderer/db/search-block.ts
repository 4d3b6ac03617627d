import { FACETS } from '#shared/report/counts.ts'
import type { NameFields } from './search-fields.ts'

/** Entries of one block: few enough that sealing one is quick, many enough that ten years are under a hundred. */
export const ENTRIES_IN_BLOCK = 4096

/** Codes of an entry, in the order of the columns: its facets, the batch, the status, and all its marks in one. */
export const CODES = [...FACETS, 'batch', 'status', 'marks'] as const
export type IndexedCode = (typeof CODES)[number]

/** Claims an application may hold: its number in e-Otinish, its time, its person on that day. */
const CLAIMS = 3

/** Texts an entry is found by: the applicant's names, and all others it names (organisation, principal, members). */
export const FIELDS = ['surname', 'given', 'patronymic', 'others'] as const

/** One application in the index. */
export interface Entry {
  readonly id: string
  /** Day of registration `yyyymmdd`, 0 without a date. */
  readonly day: number
  readonly marked: boolean
  /** One code per column, empty where there is none. */
  readonly codes: readonly string[]
  /** Short hashes of the claims the application holds. */
  readonly claims: readonly number[]
  /** One text per field, as spelled. */
  readonly texts: readonly string[]
}

/**
 * A block in memory. Entry after entry, `codes` holds places in `words`, `fields` numbers of the texts the whole index
 * shares, `claims` hashes, 0 where there is none; a day of -1 is a dead entry.
 */
export interface Block {
  readonly ids: string[]
  readonly days: Int32Array
  readonly marked: Uint8Array
  readonly claims: Uint32Array
  readonly codes: Uint16Array
  readonly words: string[]
  readonly fields: Uint32Array
}

/** A block as it is sealed: plain JSON, its texts each once. */
export interface SealedBlock {
  readonly ids: readonly string[]
  readonly days: readonly number[]
  readonly marked: readonly number[]
  readonly claims: readonly number[]
  readonly codes: readonly number[]
  readonly words: readonly string[]
  /** Places in `texts`. */
  readonly fields: readonly number[]
  readonly texts: readonly string[]
}

const COLUMNS = CODES.length

/** A block with nothing in it. */
export function emptyBlock(): Block {
  return {
    ids: [],
    days: new Int32Array(ENTRIES_IN_BLOCK),
    marked: new Uint8Array(ENTRIES_IN_BLOCK),
    claims: new Uint32Array(ENTRIES_IN_BLOCK * CLAIMS),
    codes: new Uint16Array(ENTRIES_IN_BLOCK * COLUMNS),
    words: [],
    fields: new Uint32Array(ENTRIES_IN_BLOCK * FIELDS.length),
  }
}

/** Whether it is of the shape that is sealed now. */
export function isOfThisShape({ ids, claims }: SealedBlock): boolean {
  return claims.length === ids.length * CLAIMS
}

/** Hashes of the claims of an entry. */
export function claimsAt(block: Block, index: number): Uint32Array {
  return block.claims.subarray(index * CLAIMS, (index + 1) * CLAIMS)
}

/** The block in memory of a sealed one. */
export function blockOf(sealed: SealedBlock, names: NameFields): Block {
  const block = emptyBlock()
  block.ids.push(...sealed.ids)
  block.words.push(...sealed.words)
  block.days.set(sealed.days)
  block.marked.set(sealed.marked)
  block.claims.set(sealed.claims)
  block.codes.set(sealed.codes)
  const numbers = sealed.texts.map(text => names.numberOf(text))
  block.fields.set(sealed.fields.map(place => numbers[place] ?? 0))
  return block
}

/** What is sealed of a block. */
export function sealableBlock(block: Block, names: NameFields): SealedBlock {
  const count = block.ids.length
  const places = new Map<number, number>()
  const fields: number[] = []
  for (const number of block.fields.subarray(0, count * FIELDS.length)) {
    const place = places.get(number) ?? places.size
    places.set(number, place)
    fields.push(place)
  }
  return {
    ids: block.ids,
    days: [...block.days.subarray(0, count)],
    marked: [...block.marked.subarray(0, count)],
    claims: [...block.claims.subarray(0, count * CLAIMS)],
    codes: [...block.codes.subarray(0, count * COLUMNS)],
    words: block.words,
    fields,
    texts: [...places.keys()].map(number => names.textOf(number)),
  }
}

/** Puts an entry at its place: over the one that stands there, or at the end of a block that is not full. */
export function putEntry(block: Block, index: number, entry: Entry, names: NameFields): void {
  block.ids[index] = entry.id
  block.days[index] = entry.day
  block.marked[index] = entry.marked ? 1 : 0
  for (let at = 0; at < CLAIMS; at += 1) block.claims[index * CLAIMS + at] = entry.claims[at] ?? 0
  for (const [column, code] of entry.codes.entries()) {
    block.codes[index * COLUMNS + column] = placeOf(block.words, code)
  }
  for (const [field, text] of entry.texts.entries()) {
    block.fields[index * FIELDS.length + field] = names.numberOf(text)
  }
}

/** Ends the entry at a place. It keeps nothing of the person. */
export function clearEntry(block: Block, index: number): void {
  block.days[index] = -1
  block.fields.fill(0, index * FIELDS.length, (index + 1) * FIELDS.length)
}

/** The place in `words` of an entry's code. */
export function codeAt(block: Block, index: number, code: IndexedCode): number | undefined {
  return block.codes[index * COLUMNS + CODES.indexOf(code)]
}

function placeOf(words: string[], word: string): number {
  const known = words.indexOf(word)
  return known >= 0 ? known : words.push(word) - 1
}
