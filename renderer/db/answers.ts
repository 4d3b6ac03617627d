import type { AppError } from '#shared/result/result.ts'
import { changesOfRows } from './known-rows.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import type { Moved } from './moved.ts'
import { QUERIES } from './queries.ts'
import type { QueryContext } from './query-context.ts'
import type { ParamsOf, QueryName } from './query-types.ts'

type Asked = Extract<ToWorker, { kind: 'query' }>

/**
 * A sealed part that was changed, and what a database throws whose files do not read any more, or that Chromium closed because of
 * it: the disk is at fault, not the question. Opening the screen again would bring the same.
 */
const OF_THE_DISK: ReadonlySet<string> = new Set([
  ...['OperationError', 'UnknownError', 'AbortError', 'DatabaseClosedError', 'InvalidStateError'],
  ...['NotReadableError', 'DataError'],
])

/** A question that is answered again whenever its share moves. */
interface Live {
  readonly asked: Asked
  /** What the page was told last; undefined: nothing yet. */
  told: unknown
  isAnswering: boolean
  /** Something moved while it was being answered. */
  again: boolean
}

/** Answers queries, once or live, and moves the live ones to another database when the store is built anew. */
export class Answers {
  private readonly send: (message: FromWorker) => void
  private readonly damaged: (context: QueryContext) => void
  private readonly live = new Map<number, Live>()
  private context: QueryContext | null = null
  private waiting: Asked[] = []

  constructor(send: (message: FromWorker) => void, damaged: (context: QueryContext) => void) {
    this.send = send
    this.damaged = damaged
  }

  /** From now on answers come from this store. */
  serve(context: QueryContext): void {
    this.context = context
    const again = [...this.waiting, ...[...this.live.values()].map(one => one.asked)]
    this.live.clear()
    this.waiting = []
    for (const asked of again) this.ask(asked)
  }

  /** Takes a question; one asked before the store is open is answered once it is. */
  ask(asked: Asked): void {
    const { context } = this
    if (!Object.hasOwn(QUERIES, asked.name)) this.refuse(asked.id, { code: 'store.unknown_query', params: {} })
    else if (context === null) this.waiting.push(asked)
    else if (asked.live) this.begin(context, asked)
    else void this.answerOnce(context, asked)
  }

  /** Ends a live query. */
  end(id: number): void {
    this.live.delete(id)
    this.waiting = this.waiting.filter(asked => asked.id !== id)
  }

  /** After a fold: the live queries whose share it moved are answered again. */
  moved(moved: Moved): void {
    const { context } = this
    if (context === null) return
    for (const one of this.live.values()) {
      if (definitionOf(one.asked).moves(moved, one.told)) void this.answerLive(context, one)
    }
  }

  /** After many folds that were told to nobody: every live query is answered again. */
  movedAll(): void {
    const { context } = this
    if (context !== null) for (const one of this.live.values()) void this.answerLive(context, one)
  }

  private async answerOnce(context: QueryContext, asked: Asked): Promise<void> {
    try {
      this.send({ kind: 'answer', id: asked.id, value: await definitionOf(asked).answer(context) })
    } catch (error) {
      this.failed(context, asked, error)
    }
  }

  private begin(context: QueryContext, asked: Asked): void {
    const one: Live = { asked, told: undefined, isAnswering: false, again: false }
    this.live.set(asked.id, one)
    void this.answerLive(context, one)
  }

  /** One at a time: what moves meanwhile is in the next answer, and the last answer is the newest. */
  private async answerLive(context: QueryContext, one: Live): Promise<void> {
    const { asked } = one
    one.again = true
    if (one.isAnswering) return
    one.isAnswering = true
    const isAsked = () => this.live.get(asked.id) === one
    try {
      while (one.again && isAsked()) {
        one.again = false
        const value = await definitionOf(asked).answer(context)
        if (!isAsked()) return
        this.send({ kind: 'answer', id: asked.id, ...changesOfRows(one.told, value) })
        one.told = value
      }
    } catch (error) {
      if (isAsked()) this.failed(context, asked, error)
    } finally {
      one.isAnswering = false
    }
  }

  private failed(context: QueryContext, asked: Asked, error: unknown): void {
    this.refuse(asked.id, { code: 'store.query_failed', params: { query: asked.name } })
    if (error instanceof Error && OF_THE_DISK.has(error.name)) this.damaged(context)
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
    answer: (context: QueryContext): Promise<unknown> => query.answer(context, given),
    moves: (moved: Moved, told: unknown) => query.moves(moved, given, told as never),
  }
}
