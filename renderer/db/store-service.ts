import type { Action, Cursor } from '#shared/change/action.ts'
import type { AppError } from '#shared/result/result.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { Answers } from './answers.ts'
import { Folder, type JournalPage } from './folder.ts'
import { Lines } from './lines.ts'
import type { FromWorker, ToWorker, Wire } from './messages.ts'
import type { Moved } from './moved.ts'
import {
  createStore,
  deleteOtherStores,
  hasAllRows,
  isCountedLater,
  type OpenedStore,
  openStore,
  type StoreHost,
  sentinelOf,
} from './open-store.ts'
import { keepingOpen } from './opened.ts'
import { makeSealer, type Sealer } from './seal.ts'
import { SearchIndex } from './search-index.ts'
import { loadIndex, saveIndex } from './search-snapshot.ts'
import { getState, type StoreDatabase } from './store.ts'

/** What the service needs of the platform. */
export interface ServiceHost extends StoreHost {
  readonly crypto: Crypto
  /** Runs `work` under the Web Lock of this name: one writer, whatever windows there are. */
  readonly withLock: (name: string, work: () => Promise<void>) => void
  /** Runs `work` once `milliseconds` have passed; answers how to call it off. */
  readonly later: (work: () => void, milliseconds: number) => () => void
}

/** Name of the Web Lock of the one writer. */
export const WRITER_LOCK = 'qabyldau-store-writer'

const QUIET = 1_000
/** Milliseconds from the opening of a store until its index is loaded, where nobody asks for it before. */
const BEFORE_NAMES = 400
const FAILURES_BEFORE_REBUILD = 3
const OPENINGS = 3
/** Actions of parts up to which they are folded together: fewer transactions, each row of counts written less often. */
const PARTS = 2_000

interface Serving extends OpenedStore {
  /** Number of this store among those of this worker. */
  readonly opening: number
  readonly sealer: Sealer
  readonly folder: Folder
  readonly index: SearchIndex
  readonly lines: Lines
  /** Loads what was kept of the index, once; done when it holds all of that. */
  readonly load: () => Promise<void>
  /** All that writes, one after another: folds, snapshots. */
  tail: Promise<unknown>
  /** Whether the rows were counted since the start. */
  counted: boolean
  /** Parts that were not folded yet. */
  parts: Action[]
  /** Parts were folded of which no live query was told. */
  untold: boolean
}

/** The store worker: opens, folds what the page brings, answers queries. It ends with the page. */
export class StoreService {
  private readonly host: ServiceHost
  private readonly wire: Wire<FromWorker, ToWorker>
  private readonly answers: Answers
  private serving: Serving | null = null
  private failures = 0
  /** How many failed folds of this store the page was told of. */
  private attempt = 0
  private openings = 0
  private repaired = false
  private callOff: () => void = () => undefined

  constructor(host: ServiceHost, wire: Wire<FromWorker, ToWorker>) {
    this.host = host
    this.wire = wire
    this.answers = new Answers(
      message => wire.send(message),
      ({ db }) => this.foundDamage(db),
    )
    wire.listen(message => this.hear(message))
  }

  private hear(message: ToWorker): void {
    if (message.kind === 'open') this.host.withLock(WRITER_LOCK, () => this.open(message))
    else if (message.kind === 'fold') void this.fold(message)
    else if (message.kind === 'query') this.answers.ask(message)
    else this.answers.end(message.id)
  }

  private async open(message: Extract<ToWorker, { kind: 'open' }>): Promise<void> {
    const fail = (error: unknown) => this.wire.send({ kind: 'failed', error: errorOf(error, 'store.cannot_open') })
    const keys = { store: message.storeKey, index: message.indexKey }
    // Made once: its key bytes are zeroed then.
    const made = await makeSealer(keys, this.host.crypto).catch(fail)
    if (!made) return
    const sealer = keepingOpen(made)
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.serve(await openStore(this.host, sealer, message), sealer)
      } catch (error) {
        // Chromium refuses a damaged store once, puts it away, and then opens an empty one.
        if (attempt < OPENINGS) continue
        return fail(error)
      }
    }
  }

  private async serve(opened: OpenedStore, sealer: Sealer): Promise<void> {
    const index = new SearchIndex()
    const lines = new Lines(opened.state.rows === 0)
    const folder = new Folder(opened.db, sealer, index, lines)
    try {
      await folder.start()
    } catch (error) {
      opened.db.close()
      if (opened.state.fold === 0) throw error
      return this.serve(await createStore(this.host, sealer, 'damaged'), sealer)
    }
    index.expectLoad()
    let loaded: Promise<void> | null = null
    const load = () => {
      loaded ??= loadIndex(opened.db, sealer, index)
      // One that does not load is built anew.
      return loaded.catch(() => this.rebuild(serving))
    }
    const counted = !isCountedLater(opened.state)
    this.openings += 1
    this.attempt = 0
    const { openings: opening } = this
    const serving: Serving = {
      ...opened,
      opening,
      sealer,
      folder,
      index,
      lines,
      counted,
      parts: [],
      untold: false,
      load,
      tail: Promise.resolve(),
    }
    this.serving = serving
    // A fold is in the index when its writing is begun, which is when its turn ends.
    const whenIndexed = async () => {
      await load()
      await serving.tail
      return index
    }
    this.answers.serve({
      db: opened.db,
      sealer,
      lines,
      totals: () => folder.totals(),
      attentions: () => folder.attentions(),
      whenIndexed,
    })
    this.wire.send({ kind: 'mark', sentinel: sentinelOf(opened.state), rebuilt: opened.rebuilt })
    this.wire.send({ kind: 'opened', opening, cursor: opened.state.cursor, rebuilt: opened.rebuilt })
    // Names are for who searches: the first screen goes before them.
    if (opened.state.rows === 0) void load()
    else this.host.later(() => void load(), BEFORE_NAMES)
    this.afterQuiet(() => this.settle(serving))
  }

  /** The next page begins as soon as memory follows this one, while this one is written. */
  private async fold(message: Extract<ToWorker, { kind: 'fold' }>): Promise<void> {
    const { number, opening, attempt, page, atEnd } = message
    const { serving } = this
    // Read for a store that is gone: the page hears of the new one, and reads for that.
    if (serving === null || serving.opening !== opening) return
    this.callOff()
    try {
      let cursor: Cursor | null = null
      for (const one of pagesOf(serving, page)) {
        const tell = (moved: Moved | 'any' | null) => {
          if (this.serving === serving) this.tell(serving, one, moved)
        }
        const folding = await this.inTurn(serving, async () => {
          // Sent before the page heard that one before it failed: both are sent again.
          return attempt === this.attempt ? serving.folder.fold(one, tell) : null
        })
        if (folding === null) return
        cursor = (await folding.written).cursor
        this.failures = 0
      }
      const held = cursor ?? (await getState(serving.db)).cursor
      if (this.serving !== serving) return
      this.wire.send({ kind: 'folded', number, cursor: held })
      if (atEnd) this.afterQuiet(() => this.settle(serving))
    } catch (error) {
      await this.failed(serving, attempt, error)
    }
  }

  /** What parts move is told once all of them are in: until then lists are not whole, and the screens say so. */
  private tell(serving: Serving, page: JournalPage, moved: Moved | 'any' | null): void {
    if (moved === 'any') this.answers.movedAll()
    else if (page.isPart === true) {
      serving.untold = true
      serving.lines.waiting.clear()
    } else if (serving.untold && Object.keys(page.next).length > 0) {
      serving.untold = false
      this.answers.movedAll()
    } else if (moved !== null) this.answers.moved(moved)
  }

  /** A full disk is told and tried again; a database that keeps failing is built anew. */
  private async failed(serving: Serving, attempt: number, error: unknown): Promise<void> {
    // Built anew meanwhile, or failed with the page before it: the page was told so.
    if (this.serving !== serving || attempt !== this.attempt) return
    this.attempt += 1
    this.failures += 1
    const full = error instanceof Error && /quota/i.test(`${error.name} ${error.message}`)
    if (!full && this.failures >= FAILURES_BEFORE_REBUILD) return this.rebuild(serving)
    const told = errorOf(error, full ? 'store.disk_full' : 'store.write_failed')
    this.wire.send({ kind: 'failed', error: told, attempt: this.attempt })
  }

  /** What was asked of a store does not read or open. Once a page: a mistake of ours must not go round. */
  private foundDamage(db: StoreDatabase): void {
    // A store that was put away meanwhile is closed under what was still asked of it.
    const { serving } = this
    if (serving === null || serving.db !== db || this.repaired) return
    this.repaired = true
    void this.rebuild(serving)
  }

  private async rebuild(damaged: Serving): Promise<void> {
    if (this.serving !== damaged) return
    this.serving = null
    this.failures = 0
    this.callOff()
    damaged.db.close()
    try {
      await this.serve(await createStore(this.host, damaged.sealer, 'damaged'), damaged.sealer)
    } catch (error) {
      this.wire.send({ kind: 'failed', error: errorOf(error, 'store.cannot_open') })
    }
  }

  /** When it is quiet: main is told how far the store is, the index is kept, old stores go. */
  private async settle(serving: Serving): Promise<void> {
    if (!serving.counted && !(await hasAllRows(serving.db))) return this.rebuild(serving)
    serving.counted = true
    await serving.load()
    const state = await this.inTurn(serving, async () => {
      const now = await getState(serving.db)
      await saveIndex(serving.db, serving.sealer, serving.index, now.fold)
      return now
    })
    await deleteOtherStores(this.host, serving.db.name)
    this.wire.send({ kind: 'mark', sentinel: sentinelOf(state), rebuilt: null })
    await this.fillLines(serving)
  }

  /** Makes the newest lines ready, a few at a time: folds and questions go between. */
  private async fillLines(serving: Serving): Promise<void> {
    for (let isMore = true; isMore && this.serving === serving; ) {
      isMore = await this.inTurn(serving, () => serving.lines.fill(serving))
    }
  }

  private inTurn<T>(serving: Serving, work: () => Promise<T>): Promise<T> {
    const turn = serving.tail.then(work, work)
    serving.tail = turn.catch(() => undefined)
    return turn
  }

  private afterQuiet(work: () => Promise<void>): void {
    this.callOff()
    // Nothing of this is owed to anyone: what fails is done at the next quiet moment.
    this.callOff = this.host.later(() => void work().catch(() => undefined), QUIET)
  }
}

/** The pages to fold now: the parts that came before it go first, and a part waits until there are enough of them. */
function pagesOf({ parts }: Serving, page: JournalPage): JournalPage[] {
  if (page.isPart) parts.push(...page.actions)
  if (page.isPart && parts.length < PARTS) return []
  const together = parts.length === 0 ? [] : [{ actions: parts.splice(0), from: {}, next: {}, isPart: true }]
  return page.isPart ? together : [...together, page]
}

function errorOf(error: unknown, code: string): AppError {
  return error instanceof ExpectedError ? error.detail : { code, params: {} }
}
