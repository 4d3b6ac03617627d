import type { AppError } from '#shared/result/result.ts'
import type { StoreClient } from './client.ts'
import type { AnswerOf, ParamsOf, QueryName } from './query-types.ts'

/** A live answer as a component sees it. */
export interface QueryState<T> {
  /** Undefined until the first answer. */
  readonly value: T | undefined
  readonly error: AppError | null
}

/** One live query shared by all components that ask it. */
export interface Watch<T> {
  /** Calls back after each change, until the returned function is called. */
  readonly subscribe: (changed: () => void) => () => void
  readonly getState: () => QueryState<T>
}

/** The shared live queries of a page. */
export interface Watches {
  get<Q extends QueryName>(name: Q, params: ParamsOf<Q>): Watch<AnswerOf<Q>>
}

const NONE = { value: undefined, error: null }
const all = new WeakMap<StoreClient, Watches>()

/** The shared live queries of a client: one subscription per name and parameters, ended with its last listener. */
export function watchesOf(client: StoreClient): Watches {
  const known = all.get(client)
  if (known) return known
  const open = new Map<string, Watch<unknown>>()
  const watches: Watches = {
    get<Q extends QueryName>(name: Q, params: ParamsOf<Q>) {
      const key = `${name} ${JSON.stringify(params)}`
      const watch = open.get(key) ?? makeWatch(client, name, params, kept => keep(open, key, kept))
      return watch as Watch<AnswerOf<Q>>
    },
  }
  all.set(client, watches)
  return watches
}

function keep(open: Map<string, Watch<unknown>>, key: string, watch: Watch<unknown> | null): void {
  if (watch === null) open.delete(key)
  else open.set(key, watch)
}

function makeWatch<Q extends QueryName>(
  client: StoreClient,
  name: Q,
  params: ParamsOf<Q>,
  kept: (watch: Watch<unknown> | null) => void,
): Watch<AnswerOf<Q>> {
  const listeners = new Set<() => void>()
  let state: QueryState<AnswerOf<Q>> = NONE
  let end: (() => void) | null = null
  const show = (next: QueryState<AnswerOf<Q>>) => {
    state = next
    for (const listener of listeners) listener()
  }
  const watch: Watch<AnswerOf<Q>> = {
    getState: () => state,
    subscribe: changed => {
      listeners.add(changed)
      if (end === null) {
        kept(watch)
        end = client.subscribe(
          name,
          params,
          value => show({ value, error: null }),
          error => show({ value: state.value, error }),
        )
      }
      return () => {
        listeners.delete(changed)
        if (listeners.size > 0) return
        end?.()
        end = null
        kept(null)
      }
    },
  }
  return watch
}
