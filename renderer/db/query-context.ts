import type { Sealer } from './seal.ts'
import type { SearchIndex } from './search-index.ts'
import type { StoreDatabase } from './store.ts'

/** What a query may use. */
export interface QueryContext {
  readonly db: StoreDatabase
  readonly sealer: Sealer
  /** The search index, once it holds all that is in the database now. */
  readonly whenIndexed: () => Promise<SearchIndex>
}
