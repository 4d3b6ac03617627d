import { FACETS } from '#shared/report/counts.ts'

/** Entries of one block: few enough that sealing one is quick, many enough that ten years are under a hundred. */
export const ENTRIES_IN_BLOCK = 4096

/** Codes of an entry, in the order of the columns: its facets, then the batch. */
export const CODES = [...FACETS, 'batch'] as const
export type IndexedCode = (typeof CODES)[number]

/** One application in the index. */
export interface Entry {
  readonly id: string
  /** Day of registration `yyyymmdd`, 0 without a date. */
  readonly day: number
  readonly marked: boolean
  /** One code per column, empty where there is none. */
  readonly codes: readonly string[]
  /** Short hash of the claim the application holds, 0 where it holds none. */
  readonly claim: number
  /** Name and organisation, folded. */
  readonly name: string
  /** The same in lower case as spelled. */
  readonly spelling: string
}

/**
 * A block in memory. `codes` holds, entry after entry, places in `words`; a day of -1 is a dead entry. The names stand in
 * one string, each ended by a line end, so that one native search runs over all of them.
 */
export interface Block {
  readonly ids: string[]
  readonly days: Int32Array
  readonly marked: Uint8Array
  readonly claims: Uint32Array
  readonly codes: Uint16Array
  readonly words: string[]
  names: string
  /** Where each name begins in `names`. */
  readonly starts: Uint32Array
  /** Empty where it is the same as the folded name. */
  readonly spellings: string[]
}

/** A block as it is sealed: plain JSON. */
export interface SealedBlock {
  readonly ids: readonly string[]
  readonly days: readonly number[]
  readonly marked: readonly number[]
  readonly claims: readonly number[]
  readonly codes: readonly number[]
  readonly words: readonly string[]
  readonly names: string
  readonly spellings: readonly string[]
}

const COLUMNS = CODES.length

/** A block with nothing in it. */
export function emptyBlock(): Block {
  return blockOf({ ids: [], days: [], marked: [], claims: [], codes: [], words: [], names: '', spellings: [] })
}

/** The block in memory of a sealed one. */
export function blockOf(sealed: SealedBlock): Block {
  const block: Block = {
    ids: [...sealed.ids],
    days: new Int32Array(ENTRIES_IN_BLOCK),
    marked: new Uint8Array(ENTRIES_IN_BLOCK),
    claims: new Uint32Array(ENTRIES_IN_BLOCK),
    codes: new Uint16Array(ENTRIES_IN_BLOCK * COLUMNS),
    words: [...sealed.words],
    names: sealed.names,
    starts: new Uint32Array(ENTRIES_IN_BLOCK),
    spellings: [...sealed.spellings],
  }
  block.days.set(sealed.days)
  block.marked.set(sealed.marked)
  block.claims.set(sealed.claims)
  block.codes.set(sealed.codes)
  let start = 0
  for (let index = 0; index < block.ids.length; index += 1) {
    block.starts[index] = start
    start = block.names.indexOf('\n', start) + 1
  }
  return block
}

/** What is sealed of a block. */
export function sealableBlock(block: Block): SealedBlock {
  const count = block.ids.length
  return {
    ids: block.ids,
    days: [...block.days.subarray(0, count)],
    marked: [...block.marked.subarray(0, count)],
    claims: [...block.claims.subarray(0, count)],
    codes: [...block.codes.subarray(0, count * COLUMNS)],
    words: block.words,
    names: block.names,
    spellings: block.spellings,
  }
}

/** Appends an entry. The caller sees to it that the block is not full. */
export function putEntry(block: Block, entry: Entry): void {
  const index = block.ids.length
  block.ids.push(entry.id)
  block.starts[index] = block.names.length
  block.names += `${entry.name}\n`
  block.spellings.push(entry.spelling === entry.name ? '' : entry.spelling)
  setColumns(block, index, entry)
}

/** Brings an entry up to date where it stands; false where the name is another and it cannot stay. */
export function replaceEntry(block: Block, index: number, entry: Entry): boolean {
  if (nameAt(block, index) !== entry.name || spellingAt(block, index) !== entry.spelling) return false
  setColumns(block, index, entry)
  return true
}

/** The folded name of an entry. */
export function nameAt(block: Block, index: number): string {
  const next = block.starts[index + 1]
  const end = index + 1 < block.ids.length && next !== undefined ? next : block.names.length
  return block.names.slice(block.starts[index], end - 1)
}

/** What an entry is compared with for its very spelling. */
export function spellingAt(block: Block, index: number): string {
  return block.spellings[index] || nameAt(block, index)
}

/** The place of a code in the block's words, -1 where no entry has it. */
export function wordOf(block: Block, code: string): number {
  return block.words.indexOf(code)
}

/** The place in `words` of an entry's code. */
export function codeAt(block: Block, index: number, code: IndexedCode): number | undefined {
  return block.codes[index * COLUMNS + CODES.indexOf(code)]
}

/** Entries whose name holds all the folded words, in their order; dead ones too. */
export function entriesWith(block: Block, words: readonly string[]): number[] {
  const rarest = words.toSorted((a, b) => b.length - a.length)[0] ?? ''
  const found: number[] = []
  let index = 0
  for (let at = block.names.indexOf(rarest); at >= 0; ) {
    while (index + 1 < block.ids.length && (block.starts[index + 1] ?? 0) <= at) index += 1
    const name = nameAt(block, index)
    if (words.every(word => name.includes(word))) found.push(index)
    const next = block.starts[index + 1] ?? 0
    if (index + 1 >= block.ids.length) break
    at = block.names.indexOf(rarest, next)
  }
  return found
}

function setColumns(block: Block, index: number, entry: Entry): void {
  block.days[index] = entry.day
  block.marked[index] = entry.marked ? 1 : 0
  block.claims[index] = entry.claim
  for (const [column, code] of entry.codes.entries()) {
    block.codes[index * COLUMNS + column] = placeOf(block.words, code)
  }
}

function placeOf(words: string[], word: string): number {
  const known = words.indexOf(word)
  return known >= 0 ? known : words.push(word) - 1
}
