import type { Lines } from './lines.ts'
import type { Sealer } from './seal.ts'
import type { SearchIndex } from './search-index.ts'
import type { StoreDatabase, StoredTotals } from './store.ts'

/** What a query may use. */
export interface QueryContext {
  readonly db: StoreDatabase
  readonly sealer: Sealer
  /** Lines of the newest applications. */
  readonly lines: Lines
  /** As the last fold left them. */
  readonly totals: () => Promise<StoredTotals>
  /** How many things somebody has to settle. */
  readonly attentions: () => Promise<number>
  /** The search index, once it holds all that is in the database now. */
  readonly whenIndexed: () => Promise<SearchIndex>
}
