import type { ActionId, Cursor } from '#shared/change/action.ts'
import type { ResultOf } from '#shared/ipc/contract.ts'
import { type AppError, ExpectedError, unwrap } from '#shared/result/result.ts'
import { furthest, holds, lengthOf, reaches } from './cursors.ts'
import type { JournalPage } from './folder.ts'
import { HotRows } from './hot-rows.ts'
import { wholeAnswer } from './known-rows.ts'
import type { FromWorker, ToWorker, Wire } from './messages.ts'
import type { RebuildReason } from './open-store.ts'
import type { AnswerOf, ParamsOf, QueryName } from './query-types.ts'
import { answered, type StoreDesk, takeKey } from './store-desk.ts'
import { Told } from './told.ts'
import { UnderWay } from './under-way.ts'

/**
 * Where the store is. `rebuilding`: nothing can be shown yet. `filling`: what a desk needs is there and new acts show at
 * once, but older records still come in, so that no list is whole and no figure final; the screens say so.
 */
export interface StoreProgress {
  readonly phase: 'opening' | 'rebuilding' | 'filling' | 'ready' | 'failed'
  /** Actions folded, and actions in the journal. */
  readonly done: number
  readonly total: number
  /** Why the store was built anew since the start, or null. */
  readonly rebuilt: RebuildReason | null
  /** What went wrong, in phase `failed`. Folding is tried again by itself. */
  readonly error: AppError | null
}

/** Actions a page: copied over the page's thread, which must not be held longer than a frame or two. */
const PAGE = 500
/** The same where nobody waits for a page: the worker folds several of them together. */
const PART = 200
/** Pages under way to the store: one is written while the next is made ready. */
const SIDE_BY_SIDE = 2
const RETRY = 3_000
/** A store this far behind gets what is needed first before the rest, and shows its progress. */
const BEHIND = 500

interface Listener {
  readonly asked: Extract<ToWorker, { kind: 'query' }>
  /** What came last. */
  value?: unknown
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
  /** Live ones with an answer that was not told yet. */
  private readonly fresh = new Set<Listener>()
  private readonly watchers = new Set<() => void>()
  private waiting: { target: Cursor | ActionId; done: () => void }[] = []
  private progress: StoreProgress = { phase: 'opening', done: 0, total: 0, rebuilt: null, error: null }
  private cursor: Cursor = {}
  private head: Cursor = {}
  private readonly told = new Told()
  /** While a store far behind is filled. */
  private hot: HotRows | null = null
  /** Actions of whole entities brought to a store that holds nothing in its turn yet. */
  private filled = 0
  /** The store that was opened last, as the worker numbers it; 0: none. What was read for the one before does not go into it. */
  private opening = 0
  private openedAt: number | null = null
  private pumping = false
  private pumpAgain = false
  private readonly underWay = new UnderWay()
  /** How far pages were sent. */
  private sent: Cursor = {}
  /** What was sent is to be sent again. */
  private broken = false
  private attempt = 0
  private nextId = 1

  /** Milliseconds from the loading of the page until a store was first open; null: it is not yet. */
  openedAfter(): number | null {
    return this.openedAt
  }

  /** How far of the journal the store holds. */
  heldCursor(): Cursor {
    return this.cursor
  }

  constructor(
    desk: StoreDesk,
    wire: Wire<ToWorker, FromWorker>,
    later: (work: () => void, milliseconds: number) => unknown = (work, milliseconds) => setTimeout(work, milliseconds),
  ) {
    this.desk = desk
    this.wire = wire
    this.later = later
    wire.listen(message => this.hear(message))
    desk.onJournalMoved(moved => {
      this.head = furthest(this.head, moved.head)
      this.told.add(moved)
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

  /**
   * Resolves once the store holds this action, brought before its turn or not, or all that the cursor has read: after it,
   * lists show what was done.
   */
  caughtUp(target: Cursor | ActionId): Promise<void> {
    if (this.isReached(target)) return Promise.resolve()
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
    else if (message.kind === 'folded') this.folded(message)
    else if (message.kind === 'mark')
      void answered(this.desk.storeMark({ sentinel: message.sentinel, rebuilt: message.rebuilt }))
    else if (message.kind === 'answer') this.answered(message)
    else if (message.kind === 'refusal') this.asked.get(message.id)?.refuse(message.error)
    else if (message.error.code === 'store.cannot_open') void this.dropStore(message.error)
    else this.notFolded(message)
  }

  private answered(message: Extract<FromWorker, { kind: 'answer' }>): void {
    const listener = this.asked.get(message.id)
    if (listener === undefined) return
    listener.value = wholeAnswer(listener.value, message)
    if (listener.asked.live) this.tellSoon(listener)
    else listener.answer(listener.value)
  }

  /** What one act moves comes in several messages: told together, the screen is drawn once. */
  private tellSoon(listener: Listener): void {
    if (this.fresh.size === 0) this.later(() => this.tellFresh(), 0)
    this.fresh.add(listener)
  }

  private tellFresh(): void {
    const fresh = [...this.fresh]
    this.fresh.clear()
    for (const listener of fresh) if (this.asked.has(listener.asked.id)) listener.answer(listener.value)
  }

  /** Not even a new store opens: Chromium's files of all of them are damaged. Main deletes them and loads the page anew. */
  private async dropStore(error: AppError): Promise<void> {
    const dropped = await answered(this.desk.appReload({ dropStore: true }))
    if (!dropped.ok) this.fail(error)
  }

  private opened({ opening, cursor, rebuilt }: Extract<FromWorker, { kind: 'opened' }>): void {
    this.opening = opening
    this.attempt = 0
    this.openedAt ??= performance.now()
    this.told.clear()
    this.cursor = cursor
    this.hot = this.isFarBehind() ? new HotRows() : null
    this.filled = 0
    this.show({
      phase: rebuilt !== null ? 'rebuilding' : this.catchingUp(),
      rebuilt: rebuilt ?? this.progress.rebuilt,
      error: null,
    })
    this.dropSent()
    this.tellReached()
    void this.pump()
  }

  private folded({ number, cursor }: Extract<FromWorker, { kind: 'folded' }>): void {
    this.cursor = furthest(this.cursor, cursor)
    this.sent = furthest(this.sent, cursor)
    this.head = furthest(this.head, cursor)
    this.show(this.progress.phase === 'failed' ? { phase: this.catchingUp(), error: null } : {})
    this.tellReached()
    this.underWay.done(number)
  }

  private notFolded({ error, attempt = this.attempt }: Extract<FromWorker, { kind: 'failed' }>): void {
    this.attempt = attempt
    this.fail(error)
    this.dropSent()
    if (!this.pumping) this.later(() => void this.pump(), RETRY)
  }

  /** What is under way did not come to the store: all beyond its cursor is to be sent again. */
  private dropSent(): void {
    this.sent = this.cursor
    this.broken = true
    this.underWay.failAll()
  }

  private tellReached(): void {
    const reached = this.waiting.filter(one => this.isReached(one.target))
    this.waiting = this.waiting.filter(one => !reached.includes(one))
    for (const one of reached) one.done()
  }

  /** Reads the next page while the worker folds the ones before. One pump at a time. */
  private async pump(): Promise<void> {
    this.pumpAgain = true
    if (this.opening === 0 || this.pumping) return
    this.pumping = true
    const { opening } = this
    try {
      do {
        this.pumpAgain = false
        this.broken = false
        await this.pumpToEnd()
        // What was missing is all to be there before lists are called whole.
        if (this.progress.phase !== 'ready') await this.untilUnderWay(0)
      } while (this.pumpAgain && !reaches(this.sent, this.head))
      this.hot = null
      this.show({ phase: 'ready', error: null })
    } catch (error) {
      // A failed fold was told by the worker; a failed read is told here.
      if (error instanceof ExpectedError) this.fail(error.detail)
      this.later(() => void this.pump(), this.opening === opening ? RETRY : 0)
    } finally {
      this.pumping = false
    }
  }

  private async pumpToEnd(): Promise<void> {
    const { opening } = this
    await this.bringHot()
    if (this.hot !== null && lengthOf(this.cursor) === 0) await this.fill()
    if (this.opening !== opening) return
    for (let atEnd = false; !atEnd; ) {
      const from = this.sent
      // Acts that come while others are written go to the disk together: what is asked meanwhile waits for one commit, not for each.
      if (this.told.hasSome()) await this.untilUnderWay(0)
      const page = await this.read(from)
      await this.bringHot()
      await this.untilUnderWay(SIDE_BY_SIDE - 1)
      // Opened anew meanwhile: the pump goes round again from the new store's cursor.
      if (this.opening !== opening) return
      // What was not told yet is told in its time: an exchange would go on filling the journal before a pump that never ends.
      atEnd = page.atEnd || reaches(page.next, this.head)
      if (reaches(this.sent, page.next)) continue
      this.sent = furthest(this.sent, page.next)
      void this.fold({ actions: page.actions, begun: page.begun, from, next: page.next }, atEnd)
    }
  }

  /**
   * Brings each entity whole, so that it is opened, folded and written once, and then moves the cursor over all of them.
   * What breaks is to be tried again as a whole.
   */
  private async fill(): Promise<void> {
    const { opening, head } = this
    const readFrom = async (offset: number | null) =>
      offset === null ? null : unwrap(await answered(this.desk.journalHot({ after: {}, offset, limit: PART })))
    this.filled = 0
    for (let page = await readFrom(0); page !== null; ) {
      await this.bringHot()
      if (this.opening !== opening) return
      void this.fold({ actions: page.actions, from: {}, next: {}, isPart: true }, false)
      const next = await readFrom(page.next)
      await this.untilUnderWay(SIDE_BY_SIDE - 1)
      if (this.opening !== opening) return
      this.filled += page.actions.length
      this.show({})
      page = next
    }
    // Parts join on to nothing: the cursor must not pass over one that is not there.
    await this.untilUnderWay(0)
    await this.fold({ actions: [], from: {}, next: head }, true)
  }

  /** The next page: as it was told, else as the journal gives it. */
  private async read(after: Cursor): Promise<ResultOf<'journal.read'>> {
    const told = this.told.take(after)
    if (told === null) return answered(this.desk.journalRead({ after, limit: PAGE })).then(unwrap)
    return { ...told, actions: [...told.actions], begun: [...told.begun], atEnd: reaches(told.next, this.head) }
  }

  /** What a desk needs first, then what is done while the rest comes in. Nothing where the store is not filled. */
  private async bringHot(): Promise<void> {
    const { hot, head } = this
    if (hot === null) return
    const read = (asked: Parameters<StoreDesk['journalHot']>[0]) => answered(this.desk.journalHot(asked)).then(unwrap)
    await hot.bring(head, read, async actions => {
      if (this.hot !== hot) throw new Error('store opened anew')
      await this.fold({ actions, from: {}, next: {} }, false)
    })
    if (this.hot !== hot) return
    this.tellReached()
    if (this.progress.phase !== 'filling') this.show({ phase: 'filling', error: null })
  }

  private fold(page: JournalPage, atEnd: boolean): Promise<void> {
    const { number, ended } = this.underWay.add()
    this.wire.send({ kind: 'fold', number, opening: this.opening, attempt: this.attempt, page, atEnd })
    return ended
  }

  /** Done when no more than so many pages are under way, and none of them broke. */
  private async untilUnderWay(most: number): Promise<void> {
    await this.underWay.until(most)
    if (this.broken) throw new Error('page not folded')
  }

  private catchingUp(): 'rebuilding' | 'filling' | 'opening' {
    if (this.hot?.areThere) return 'filling'
    return this.isFarBehind() ? 'rebuilding' : 'opening'
  }

  private isFarBehind(): boolean {
    return lengthOf(this.head) - lengthOf(this.cursor) > BEHIND
  }

  private isReached(target: Cursor | ActionId): boolean {
    if (this.opening === 0) return false
    if (typeof target !== 'string') return reaches(this.cursor, target)
    return holds(this.cursor, target) || (this.hot?.holds(target) ?? false)
  }

  private fail(error: AppError): void {
    this.show({ phase: 'failed', error })
  }

  private show(change: Partial<StoreProgress>): void {
    const done = Math.max(lengthOf(this.cursor), this.filled)
    const shown = { ...this.progress, done, total: Math.max(done, lengthOf(this.head)), ...change }
    if (isSame(this.progress, shown)) return
    this.progress = shown
    for (const watcher of this.watchers) watcher()
  }
}

function isSame(one: StoreProgress, other: StoreProgress): boolean {
  return (Object.keys(other) as (keyof StoreProgress)[]).every(name => one[name] === other[name])
}
