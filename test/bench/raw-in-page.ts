/** IndexedDB as it is, the same people in clear beside the desk: what any program would pay. */
export interface RawPage {
  raw: {
    add: (store: string, rows: readonly object[]) => Promise<number>
    /** First rows of an index from a text on; milliseconds. */
    range: (index: string, from: string, count: number) => Promise<number>
    get: (index: string, value: string) => Promise<number>
    /** One strict transaction over three stores; milliseconds. */
    write: (n: number) => Promise<number>
    /** Every count of some days by a loop over their rows, four thousand at a time; milliseconds. */
    loop: (periods: readonly { from: string; to: string }[], fields: readonly string[]) => Promise<number>
  }
}

/** Runs inside the page. Plain functions only: the text is sent to it. */
export async function installRaw(): Promise<void> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const opening = indexedDB.open('bench-raw', 1)
  opening.onupgradeneeded = () => {
    const people = opening.result.createObjectStore('people', { autoIncrement: true })
    for (const index of ['surname', 'iin', 'phone', 'number']) people.createIndex(index, index)
    opening.result.createObjectStore('rows', { keyPath: 'id', autoIncrement: true }).createIndex('day', ['day', 'id'])
    for (const name of ['a', 'b', 'c', 'imported']) opening.result.createObjectStore(name, { autoIncrement: true })
  }
  const db = await asked(opening)
  const done = (transaction: IDBTransaction) =>
    new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onerror = () => reject(transaction.error)
    })
  const indexOf = (index: string) => db.transaction('people').objectStore('people').index(index)
  const page = window as unknown as RawPage
  page.raw = {
    async add(store, rows) {
      const started = performance.now()
      const transaction = db.transaction(store, 'readwrite', { durability: 'relaxed' })
      for (const row of rows) transaction.objectStore(store).add(row)
      await done(transaction)
      return performance.now() - started
    },
    async range(index, from, count) {
      const started = performance.now()
      await asked(indexOf(index).getAll(IDBKeyRange.bound(from, `${from}\uffff`), count))
      return performance.now() - started
    },
    async get(index, value) {
      const started = performance.now()
      await asked(indexOf(index).get(value))
      return performance.now() - started
    },
    async write(n) {
      const started = performance.now()
      const transaction = db.transaction(['a', 'b', 'c'], 'readwrite', { durability: 'strict' })
      for (const name of ['a', 'b', 'c']) transaction.objectStore(name).add({ n, text: 'x'.repeat(400) })
      await done(transaction)
      return performance.now() - started
    },
    async loop(periods, fields) {
      const started = performance.now()
      const index = db.transaction('rows').objectStore('rows').index('day')
      for (const { from, to } of periods) {
        const sums: Record<string, number> = {}
        for (let after: unknown[] = [from, 0]; ; ) {
          const within = IDBKeyRange.bound(after, [to, Number.MAX_SAFE_INTEGER], true, false)
          const rows = await asked(index.getAll(within, 4000))
          for (const row of rows) {
            for (const field of fields) {
              const key = `${field}.${row[field]}`
              sums[key] = (sums[key] ?? 0) + 1
            }
          }
          const last = rows.at(-1)
          if (last === undefined || rows.length < 4000) break
          after = [last.day, last.id]
        }
      }
      return performance.now() - started
    },
  }
}
