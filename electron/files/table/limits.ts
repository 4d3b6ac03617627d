/** What a table file may cost. Sizes in bytes of the file and of what it unpacks to; times in milliseconds. */
export interface TableLimits {
  readonly fileBytes: number
  readonly entries: number
  readonly entryBytes: number
  readonly unpackedBytes: number
  /** Unpacked to packed; looked at from 1 MB of unpacked size on, small parts pack well by nature. */
  readonly ratio: number
  readonly sheets: number
  readonly rows: number
  readonly columns: number
  readonly cells: number
  readonly cellCharacters: number
  readonly totalCharacters: number
  readonly milliseconds: number
  readonly heapMegabytes: number
}

/** Ten years of a busy office are 50,000 rows of 20 columns and about 10 MB; these limits are some times that. */
export const TABLE_LIMITS: TableLimits = {
  fileBytes: 30_000_000,
  entries: 1000,
  entryBytes: 150_000_000,
  unpackedBytes: 250_000_000,
  ratio: 150,
  sheets: 60,
  rows: 120_000,
  columns: 200,
  cells: 3_000_000,
  cellCharacters: 32_767,
  totalCharacters: 60_000_000,
  milliseconds: 30_000,
  heapMegabytes: 768,
}
