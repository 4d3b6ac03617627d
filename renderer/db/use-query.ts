import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react'
import type { AppError } from '#shared/result/result.ts'
import type { StoreClient, StoreProgress } from './client.ts'
import type { AnswerOf, ParamsOf, QueryName } from './query-types.ts'
import { watchCalmly } from './watch-calmly.ts'
import { type QueryState, watchesOf } from './watches.ts'

/** The store of this page. Set once around the desk. */
export const StoreContext = createContext<StoreClient | null>(null)

/** The store of this page. Throws outside of `StoreContext`. */
export function useStore(): StoreClient {
  const client = useContext(StoreContext)
  if (client === null) throw new Error('no store around this component')
  return client
}

/**
 * A live answer: `value` is undefined until the first comes, and while other parameters are being answered. Components
 * that ask the same share one subscription.
 */
export function useQuery<Q extends QueryName>(name: Q, params: ParamsOf<Q>): QueryState<AnswerOf<Q>> {
  const client = useStore()
  const key = JSON.stringify(params)
  // The parameters are compared by what they say, not by which object they are.
  const watch = useMemo(() => watchesOf(client).get(name, JSON.parse(key) as ParamsOf<Q>), [client, name, key])
  return useSyncExternalStore(watch.subscribe, watch.getState)
}

/**
 * Where the store is: for the progress shown while it is built. What it is at is told at once; how many records it holds, which
 * moves with every act, four times a second.
 */
export function useStoreProgress(): StoreProgress {
  const client = useStore()
  const subscribe = useCallback((watcher: () => void) => watchCalmly(client, watcher), [client])
  return useSyncExternalStore(subscribe, () => client.getProgress())
}

/** What is made of where the store is: drawn anew only where that has changed. */
export function useOfProgress<T>(make: (progress: StoreProgress) => T): T {
  const client = useStore()
  const subscribe = useCallback((watcher: () => void) => client.onProgress(watcher), [client])
  return useSyncExternalStore(subscribe, () => make(client.getProgress()))
}

export type { AppError, QueryState }
