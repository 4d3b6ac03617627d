import { type Block, codeAt, type IndexedCode } from './search-block.ts'

/** What a list is narrowed by. Days are `yyyymmdd`, both ends included. */
export interface EntryFilter {
  readonly from: number
  readonly to: number
  /** Of each kind any of the codes; of `marks` each entry may have several. */
  readonly codes: readonly { readonly kind: IndexedCode; readonly anyOf: readonly string[] }[]
  readonly marked: boolean | null
}

/** Above every day number. */
export const NO_DAY_LIMIT = 99_999_999

/** Whether every entry passes. */
export function isEverything({ from, to, codes, marked }: EntryFilter): boolean {
  return from <= 0 && to >= NO_DAY_LIMIT && codes.length === 0 && marked === null
}

/** The filter for the entries of one block, in the block's own codes. */
export function testOf(block: Block, filter: EntryFilter): (index: number) => boolean {
  const wanted = filter.codes.map(({ kind, anyOf }) => {
    const isWanted = (word: string) =>
      kind === 'marks' ? anyOf.some(mark => word.split(' ').includes(mark)) : anyOf.includes(word)
    return [kind, new Set(block.words.flatMap((word, place) => (isWanted(word) ? [place] : [])))] as const
  })
  return index => {
    const day = block.days[index] ?? -1
    if (day < 0 || day < filter.from || day > filter.to) return false
    if (filter.marked !== null && (block.marked[index] === 1) !== filter.marked) return false
    return wanted.every(([kind, words]) => words.has(codeAt(block, index, kind) ?? -1))
  }
}
