import type { ActionId, Cursor } from '#shared/change/action.ts'
import type { DeskApi } from '#shared/ipc/api.ts'
import { type AppError, ExpectedError, fail, type Result, unwrap } from '#shared/result/result.ts'
import { furthest, holds, lengthOf, reaches } from './cursors.ts'
import type { FromWorker, ToWorker, Wire } from './messages.ts'
import type { RebuildReason } from './open-store.ts'
import type { AnswerOf, ParamsOf, QueryName } from './query-types.ts'

/** Where the store is. `rebuilding`: lists are not whole yet, and the screen says so. */
export interface StoreProgress {
  readonly phase: 'opening' | 'rebuilding' | 'ready' | 'failed'
  /** Actions folded, and actions in the journal. */
  readonly done: number
  readonly total: number
  /** Why the store was built anew since the start, or null. */
  readonly rebuilt: RebuildReason | null
  /** What went wrong, in phase `failed`. Folding is tried again by itself. */
  readonly error: AppError | null
}

/** What the client uses of main. */
export type StoreDesk = Pick<DeskApi, 'storeOpen' | 'storeMark' | 'journalRead' | 'onJournalMoved' | 'appReload'>

/** Actions a page: copied over the page's thread, which must not be held longer than a frame or two. */
const PAGE = 500
const RETRY = 3_000
/** A store this far behind shows its progress instead of half a list. */
const BEHIND = 500

interface Listener {
  readonly asked: Extract<ToWorker, { kind: 'query' }>
  readonly answer: (value: unknown) => void
  readonly refuse: (error: AppError) => void
}

/**
 * The page's side of the store. Opens it once, pumps the journal into the worker page by page, and asks queries. Holds
 * no rows and no keys: key bytes are moved into the worker and zeroed here.
 */
export class StoreClient {
  private readonly desk: StoreDesk
  private readonly wire: Wire<ToWorker, FromWorker>
  private readonly later: (work: () => void, milliseconds: number) => unknown
  private readonly asked = new Map<number, Listener>()
  private readonly watchers = new Set<() => void>()
  private waiting: { target: Cursor | ActionId; done: () => void }[] = []
  private progress: StoreProgress = { phase: 'opening', done: 0, total: 0, rebuilt: null, error: null }
  private cursor: Cursor = {}
  private head: Cursor = {}
  private isOpen = false
  private pumping = false
  private pumpAgain = false
  private folded: { done: () => void; failed: () => void } | null = null
  private nextId = 1

  constructor(
    desk: StoreDesk,
    wire: Wire<ToWorker, FromWorker>,
    later: (work: () => void, milliseconds: number) => unknown = (work, milliseconds) => setTimeout(work, milliseconds),
  ) {
    this.desk = desk
    this.wire = wire
    this.later = later
    wire.listen(message => this.hear(message))
    desk.onJournalMoved(({ head }) => {
      this.head = furthest(this.head, head)
      void this.pump()
    })
  }

  /** Opens the store. To be called once per page; the outcome shows in `getProgress`. */
  async open(): Promise<void> {
    const opened = await answered(this.desk.storeOpen({}))
    if (!opened.ok) return this.fail(opened.error)
    const { sentinel, head } = opened.value
    const storeKey = takeKey(opened.value.storeKey)
    const indexKey = takeKey(opened.value.indexKey)
    this.head = furthest(this.head, head)
    this.wire.send({ kind: 'open', storeKey, indexKey, sentinel, head }, [storeKey.buffer, indexKey.buffer])
  }

  /** Asks once. Rejects with ExpectedError `store.query_failed`. */
  query<Q extends QueryName>(name: Q, params: ParamsOf<Q>): Promise<AnswerOf<Q>> {
    return new Promise((resolve, reject) => {
      const asked = this.newQuestion(name, params, false)
      const settle = (then: () => void) => {
        this.asked.delete(asked.id)
        then()
      }
      this.ask({
        asked,
        answer: value => settle(() => resolve(value as AnswerOf<Q>)),
        refuse: error => settle(() => reject(new ExpectedError(error.code, error.params))),
      })
    })
  }

  /** Calls back with the answer now and whenever it changes, until the returned function is called. */
  subscribe<Q extends QueryName>(
    name: Q,
    params: ParamsOf<Q>,
    answer: (value: AnswerOf<Q>) => void,
    refuse: (error: AppError) => void = () => undefined,
  ): () => void {
    const asked = this.newQuestion(name, params, true)
    this.ask({ asked, answer: value => answer(value as AnswerOf<Q>), refuse })
    return () => {
      if (this.asked.delete(asked.id)) this.wire.send({ kind: 'unsubscribe', id: asked.id })
    }
  }

  /** Resolves once the store holds this action, or all that the cursor has read: after it, lists show what was done. */
  caughtUp(target: Cursor | ActionId): Promise<void> {
    if (this.isOpen && isReached(this.cursor, target)) return Promise.resolve()
    return new Promise(done => this.waiting.push({ target, done }))
  }

  /** Where the store is now; the same object until it changes. */
  getProgress(): StoreProgress {
    return this.progress
  }

  /** Calls back after each change of the progress, until the returned function is called. */
  onProgress(watcher: () => void): () => void {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  private newQuestion(name: QueryName, params: unknown, live: boolean): Listener['asked'] {
    const id = this.nextId
    this.nextId += 1
    return { kind: 'query', id, name, params, live }
  }

  private ask(listener: Listener): void {
    this.asked.set(listener.asked.id, listener)
    this.wire.send(listener.asked)
  }

  private hear(message: FromWorker): void {
    if (message.kind === 'opened') this.opened(message)
    else if (message.kind === 'folded') this.moveTo(message.cursor)
    else if (message.kind === 'mark')
      void answered(this.desk.storeMark({ sentinel: message.sentinel, rebuilt: message.rebuilt }))
    else if (message.kind === 'answer') this.asked.get(message.id)?.answer(message.value)
    else if (message.kind === 'refusal') this.asked.get(message.id)?.refuse(message.error)
    else if (message.error.code === 'store.cannot_open') void this.dropStore(message.error)
    else this.fail(message.error)
  }

  /** Not even a new store opens: Chromium's files of all of them are damaged. Main deletes them and loads the page anew. */
  private async dropStore(error: AppError): Promise<void> {
    const dropped = await answered(this.desk.appReload({ dropStore: true }))
    if (!dropped.ok) this.fail(error)
  }

  private opened({ cursor, rebuilt }: Extract<FromWorker, { kind: 'opened' }>): void {
    this.isOpen = true
    this.cursor = cursor
    this.show({
      phase: rebuilt !== null ? 'rebuilding' : this.catchingUp(),
      rebuilt: rebuilt ?? this.progress.rebuilt,
      error: null,
    })
    this.folded?.failed()
    this.tellReached()
    void this.pump()
  }

  private moveTo(cursor: Cursor): void {
    this.cursor = cursor
    this.head = furthest(this.head, cursor)
    const { phase } = this.progress
    this.show(phase === 'failed' ? { phase: this.catchingUp(), error: null } : {})
    this.tellReached()
    this.folded?.done()
  }

  private tellReached(): void {
    const reached = this.waiting.filter(one => isReached(this.cursor, one.target))
    this.waiting = this.waiting.filter(one => !reached.includes(one))
    for (const one of reached) one.done()
  }

  /** Reads the next page while the worker folds the one before. One pump at a time. */
  private async pump(): Promise<void> {
    this.pumpAgain = true
    if (!this.isOpen || this.pumping) return
    this.pumping = true
    try {
      while (this.pumpAgain) {
        this.pumpAgain = false
        await this.pumpToEnd()
      }
      this.show({ phase: 'ready', error: null })
    } catch (error) {
      // A failed fold was told by the worker; a failed read is told here. Both are tried again.
      if (error instanceof ExpectedError) this.fail(error.detail)
      this.later(() => void this.pump(), RETRY)
    } finally {
      this.pumping = false
    }
  }

  private async pumpToEnd(): Promise<void> {
    let after = this.cursor
    let folding: Promise<void> = Promise.resolve()
    for (let atEnd = false; !atEnd; ) {
      const reading = answered(this.desk.journalRead({ after, limit: PAGE }))
      const [page] = await Promise.all([reading.then(unwrap), folding])
      after = page.next
      atEnd = page.atEnd
      if (reaches(this.cursor, page.next)) continue
      folding = this.fold(page, atEnd)
      // Heard below; until then it must not count as nobody's.
      folding.catch(() => undefined)
    }
    await folding
  }

  private fold(
    page: { actions: Extract<ToWorker, { kind: 'fold' }>['page']['actions']; next: Cursor },
    atEnd: boolean,
  ) {
    return new Promise<void>((resolve, reject) => {
      const end = (then: () => void) => () => {
        this.folded = null
        then()
      }
      this.folded = { done: end(resolve), failed: end(() => reject(new Error('page not folded'))) }
      this.wire.send({ kind: 'fold', page: { actions: page.actions, next: page.next }, atEnd })
    })
  }

  private catchingUp(): 'rebuilding' | 'opening' {
    return lengthOf(this.head) - lengthOf(this.cursor) > BEHIND ? 'rebuilding' : 'opening'
  }

  private fail(error: AppError): void {
    this.show({ phase: 'failed', error })
    this.folded?.failed()
  }

  private show(change: Partial<StoreProgress>): void {
    const done = lengthOf(this.cursor)
    this.progress = { ...this.progress, done, total: Math.max(done, lengthOf(this.head)), ...change }
    for (const watcher of this.watchers) watcher()
  }
}

function isReached(cursor: Cursor, target: Cursor | ActionId): boolean {
  return typeof target === 'string' ? holds(cursor, target) : reaches(cursor, target)
}

/** A call that breaks on the way is an error like another. */
function answered<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  return call.catch(() => fail('ipc.failed'))
}

/** The bytes in a buffer of their own, to be moved; the ones that came are zeroed. */
function takeKey(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const own = new Uint8Array(bytes)
  bytes.fill(0)
  return own
}
