import { liveQuery, type Subscription } from 'dexie'
import type { AppError } from '#shared/result/result.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { QUERIES } from './queries.ts'
import type { QueryContext } from './query-context.ts'
import type { ParamsOf, QueryName } from './query-types.ts'
import { getState } from './store.ts'

type Asked = Extract<ToWorker, { kind: 'query' }>

/** Answers queries, once or live, and moves the live ones to another database when the store is built anew. */
export class Answers {
  private readonly send: (message: FromWorker) => void
  private readonly damaged: () => void
  private readonly live = new Map<number, { asked: Asked; subscription: Subscription }>()
  private context: QueryContext | null = null
  private waiting: Asked[] = []

  constructor(send: (message: FromWorker) => void, damaged: () => void) {
    this.send = send
    this.damaged = damaged
  }

  /** From now on answers come from this store. */
  serve(context: QueryContext): void {
    this.context = context
    const again = [...this.waiting, ...[...this.live.values()].map(one => one.asked)]
    for (const { subscription } of this.live.values()) subscription.unsubscribe()
    this.live.clear()
    this.waiting = []
    for (const asked of again) this.ask(asked)
  }

  /** Takes a question; one asked before the store is open is answered once it is. */
  ask(asked: Asked): void {
    const { context } = this
    if (!Object.hasOwn(QUERIES, asked.name)) this.refuse(asked.id, { code: 'store.unknown_query', params: {} })
    else if (context === null) this.waiting.push(asked)
    else if (asked.live) this.subscribe(context, asked)
    else void this.answerOnce(context, asked)
  }

  /** Ends a live query. */
  end(id: number): void {
    this.live.get(id)?.subscription.unsubscribe()
    this.live.delete(id)
    this.waiting = this.waiting.filter(asked => asked.id !== id)
  }

  private async answerOnce(context: QueryContext, asked: Asked): Promise<void> {
    const { read, open } = definitionOf(asked)
    try {
      this.send({ kind: 'answer', id: asked.id, value: await open(context, await read?.(context.db), asked) })
    } catch (error) {
      this.failed(asked, error)
    }
  }

  private subscribe(context: QueryContext, asked: Asked): void {
    const { read, open } = definitionOf(asked)
    // Opening takes its time: an answer overtaken by a newer one is dropped.
    let newest = 0
    let shown = 0
    const failed = (error: unknown) => this.failed(asked, error)
    const subscription = liveQuery(() => (read ?? getState)(context.db)).subscribe({
      next: raw => {
        newest += 1
        const turn = newest
        open(context, raw, asked).then(value => {
          if (turn < shown || this.live.get(asked.id)?.subscription !== subscription) return
          shown = turn
          this.send({ kind: 'answer', id: asked.id, value })
        }, failed)
      },
      error: failed,
    })
    this.live.set(asked.id, { asked, subscription })
  }

  private failed(asked: Asked, error: unknown): void {
    this.refuse(asked.id, { code: 'store.query_failed', params: { query: asked.name } })
    if (error instanceof Error && error.name === 'OperationError') this.damaged()
  }

  private refuse(id: number, error: AppError): void {
    this.send({ kind: 'refusal', id, error })
  }
}

/** Parameters are typed at the page's end of the wire, in `StoreClient`; the worker is ours alone. */
function definitionOf({ name, params }: Asked) {
  const query = QUERIES[name as QueryName] as (typeof QUERIES)['applications.page']
  const given = params as ParamsOf<'applications.page'>
  return {
    read: query.read && ((db: QueryContext['db']) => query.read?.(db, given)),
    open: (context: QueryContext, raw: unknown, _: Asked): Promise<unknown> => query.open(context, raw, given),
  }
}
