import { Dexie } from 'dexie'
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { EntityIndex, listOf } from '#electron/journal/entity-index.ts'
import { hotEntities, hotPage } from '#electron/journal/hot.ts'
import { StoreClient } from '#renderer/db/client.ts'
import type { FromWorker, ToWorker } from '#renderer/db/messages.ts'
import type { StoreHost } from '#renderer/db/open-store.ts'
import type { StoreDesk } from '#renderer/db/store-desk.ts'
import { type ServiceHost, StoreService } from '#renderer/db/store-service.ts'
import type { Action, Cursor } from '#shared/change/action.ts'
import { chainPlaceOf, InstallationId } from '#shared/change/action.ts'
import type { EventOf, ResultOf } from '#shared/ipc/contract.ts'
import { fail, ok } from '#shared/result/result.ts'

// Live queries look for a database of the platform; Node has none.
Dexie.dependencies.indexedDB = new IDBFactory()

type Opened = ResultOf<'store.open'>
type Mark = { sentinel: NonNullable<Opened['sentinel']>; rebuilt: string | null }

/** The main process of a test: a journal in memory, the keys, and what it remembers of the store. */
export class TestMain implements StoreDesk {
  readonly actions: Action[] = []
  readonly marks: Mark[] = []
  readonly given: Uint8Array[] = []
  storeKey = new Uint8Array(32).fill(7)
  indexKey = new Uint8Array(32).fill(9)
  sentinel: Opened['sentinel'] = null
  reads = 0
  hotReads = 0
  /** Entities of the big nouns that are brought forward. */
  mostHot = 4000
  /** Whether what was appended goes with the news of it. */
  tells = true
  private readonly listeners = new Set<(value: EventOf<'journal.moved'>) => void>()

  head(): Cursor {
    return cursorOf(this.actions)
  }

  /** Appends to the journal and tells the page. */
  append(...actions: Action[]): void {
    const after = this.head()
    this.actions.push(...actions)
    const begun = this.tells ? this.index().begunAfter(after, actions) : []
    const told = this.tells ? { after, actions: structuredClone(actions), begun } : null
    for (const listener of this.listeners) listener({ head: this.head(), told })
  }

  /** Pages that ended hear nothing more. */
  forgetPages(): void {
    this.listeners.clear()
  }

  storeOpen: StoreDesk['storeOpen'] = async () => {
    const storeKey = this.storeKey.slice()
    const indexKey = this.indexKey.slice()
    this.given.push(storeKey, indexKey)
    return ok({ storeKey, indexKey, sentinel: this.sentinel, head: this.head(), count: this.actions.length })
  }

  storeMark: StoreDesk['storeMark'] = async mark => {
    this.sentinel = mark.sentinel as Mark['sentinel']
    this.marks.push(mark as Mark)
    return ok({})
  }

  journalRead: StoreDesk['journalRead'] = async ({ after, limit }) => {
    this.reads += 1
    const rest = this.actions.filter(({ id }) => {
      const { installation, sequence } = chainPlaceOf(id)
      return sequence > (after[installation] ?? 0)
    })
    const actions = structuredClone(rest.slice(0, limit))
    const read = new Map(Object.entries(cursorOf(actions)))
    const next = { ...after } as Record<string, number>
    for (const [key, value] of read) next[key] = value
    const begun = this.index().begunAfter(after, actions)
    return ok({ actions, next: next as Cursor, atEnd: rest.length <= limit, begun })
  }

  /** As the journal on disk has it. */
  private index(): EntityIndex {
    const index = new EntityIndex()
    const chains = Object.keys(this.head())
    for (const installation of chains) index.addChain(InstallationId.parse(installation))
    for (const { id, entity, stamp } of this.actions) {
      const { installation, sequence } = chainPlaceOf(id)
      index.add(entity, chains.indexOf(installation), sequence, stamp)
    }
    return index
  }

  /** As the journal on disk chooses and cuts them. */
  journalHot: StoreDesk['journalHot'] = async ({ after, offset, limit }) => {
    this.hotReads += 1
    const index = this.index()
    const chains = Object.keys(this.head())
    const entities = after === null ? listOf(hotEntities(index.heads(), this.mostHot)) : index.movedAfter(after)
    const { references, next } = hotPage(entities, entity => index.recordsOf(entity), offset, limit)
    const places = new Set(references.map(({ chain, sequence }) => `${chains[chain]}:${sequence}`))
    const isAsked = ({ id }: Action) => {
      const { installation, sequence } = chainPlaceOf(id)
      return places.has(`${installation}:${sequence}`)
    }
    return ok({ actions: structuredClone(this.actions.filter(isAsked)), next })
  }

  /** Asks to drop the store; main drops it once. */
  drops = 0
  appReload: StoreDesk['appReload'] = async ({ dropStore }) => {
    this.drops += dropStore ? 1 : 0
    return this.drops > 1 ? fail('store.cannot_open') : ok({})
  }

  onJournalMoved: StoreDesk['onJournalMoved'] = callback => {
    this.listeners.add(callback)
    return () => this.listeners.delete(callback)
  }
}

/** The machine of a test: IndexedDB that outlives a page, locks, timers that are run by hand. */
export class TestMachine implements ServiceHost {
  indexedDB = new IDBFactory()
  readonly IDBKeyRange = IDBKeyRange as StoreHost['IDBKeyRange']
  readonly crypto = globalThis.crypto
  /** Number of the page in front. */
  page = 0
  private lock: Promise<void> = Promise.resolve()
  private readonly releases: (() => void)[] = []
  private ids = 0
  private quiet: (() => void) | null = null

  newId = (): string => {
    this.ids += 1
    return `store${this.ids}`
  }

  /** One holder at a time; the lock is let go when the page ends. */
  withLock: ServiceHost['withLock'] = (_, work) => {
    const turn = this.lock
    let release = () => undefined as undefined
    this.lock = new Promise(resolve => {
      release = () => void resolve()
    })
    this.releases.push(release)
    void turn.then(work)
  }

  /** The page in front ends, as by a reload: its worker hears and says nothing more and lets the lock go. */
  endPages(): void {
    for (const end of this.releases.splice(0)) end()
    this.page += 1
  }

  later: ServiceHost['later'] = work => {
    this.quiet = work
    return () => {
      this.quiet = null
    }
  }

  /** Lets the quiet moment come now. */
  passQuiet(): void {
    const work = this.quiet
    this.quiet = null
    work?.()
  }
}

/** A page: its client, what its worker said, and a way to say something to the worker past the client. */
export interface OpenedPage {
  readonly client: StoreClient
  readonly heard: FromWorker[]
  readonly say: (message: ToWorker) => void
}

/** Ends the page in front and opens another with its worker, over wires that copy as messages between threads do. */
export function openPage(main: TestMain, machine: TestMachine): OpenedPage {
  machine.endPages()
  main.forgetPages()
  return openBeside(main, machine)
}

/** The same without ending the page in front: a second window. */
export function openBeside(main: TestMain, machine: TestMachine): OpenedPage {
  const { page } = machine
  const toWorker = new Set<(message: ToWorker) => void>()
  const toPage = new Set<(message: FromWorker) => void>()
  const heard: FromWorker[] = []
  new StoreService(machine, {
    send: message => {
      heard.push(message)
      const copy = structuredClone(message)
      queueMicrotask(() => {
        if (machine.page !== page) return
        for (const listener of toPage) listener(copy)
      })
    },
    listen: listener => toWorker.add(listener),
  })
  const client = new StoreClient(
    main,
    {
      send: (message, transfer) => {
        const copy = structuredClone(message, transfer ? { transfer } : {})
        queueMicrotask(() => {
          if (machine.page !== page) return
          for (const listener of toWorker) listener(copy)
        })
      },
      listen: listener => toPage.add(listener),
    },
    work => setTimeout(work, 1),
  )
  const say = (message: ToWorker) => {
    for (const listener of toWorker) listener(message)
  }
  return { client, heard, say }
}

/** Opens a page and waits until its store holds the whole journal. */
export async function openReady(main: TestMain, machine: TestMachine) {
  const page = openPage(main, machine)
  await page.client.open()
  await page.client.caughtUp(main.head())
  await until(page.client, () => page.client.getProgress().phase === 'ready')
  return page
}

/** Waits for a progress of the store that fulfils the wish. */
export function until(client: StoreClient, wish: () => boolean): Promise<void> {
  if (wish()) return Promise.resolve()
  return new Promise(resolve => {
    const end = client.onProgress(() => {
      if (!wish()) return
      end()
      resolve()
    })
  })
}

/** Lets the quiet moment come and waits until main was told. */
export async function settleStore(main: TestMain, machine: TestMachine): Promise<void> {
  const before = main.marks.length
  const told = new Promise<void>(resolve => {
    const mark = main.storeMark
    main.storeMark = async args => {
      main.storeMark = mark
      const result = await mark(args)
      resolve()
      return result
    }
  })
  machine.passQuiet()
  await told
  if (main.marks.length <= before) throw new Error('not marked')
}

/** Everything a database holds, byte arrays as Latin text, for looking for what must not be there. */
export async function dump(factory: IDBFactory): Promise<string> {
  const texts: string[] = []
  for (const { name } of await factory.databases()) {
    const db = await promised<IDBDatabase>(factory.open(name ?? '') as unknown as IDBRequest<IDBDatabase>)
    for (const store of db.objectStoreNames) {
      const rows = await promised(db.transaction(store).objectStore(store).getAll() as IDBRequest<unknown[]>)
      texts.push(...rows.map(row => JSON.stringify(row, asText)))
    }
    db.close()
  }
  return texts.join('\n')
}

/** A request of IndexedDB as a promise. */
export function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Makes every put into a table fail from the nth on, as a disk does in the middle of a transaction. */
export function failPuts(
  table: string,
  nth: number,
  error = new DOMException('disk', 'UnknownError'),
): { restore: () => void; failures: () => number } {
  const { put } = IDBObjectStore.prototype
  let puts = 0
  let failures = 0
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    if (this.name === table) puts += 1
    if (this.name !== table || puts < nth) return put.apply(this, args)
    failures += 1
    throw error
  }
  const restore = () => {
    IDBObjectStore.prototype.put = put
  }
  return { restore, failures: () => failures }
}

/** From now on a row of a table does not read, as from a spoilt file, until it is restored; one of another database does. */
export function failReads(table: string, database: string): { restore: () => void } {
  const { get } = IDBObjectStore.prototype
  IDBObjectStore.prototype.get = function (this: IDBObjectStore, ...args: Parameters<typeof get>) {
    if (this.name !== table || this.transaction.db.name !== database) return get.apply(this, args)
    throw new DOMException('Internal error reading', 'UnknownError')
  }
  return {
    restore: () => {
      IDBObjectStore.prototype.get = get
    },
  }
}

function asText(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value
}

function cursorOf(actions: readonly Action[]): Cursor {
  const cursor: Cursor = {}
  for (const { id } of actions) {
    const { installation, sequence } = chainPlaceOf(id)
    cursor[installation] = Math.max(cursor[installation] ?? 0, sequence)
  }
  return cursor
}
