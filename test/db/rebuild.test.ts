import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import { databaseName, StoreDatabase } from '#renderer/db/store.ts'
import { FIRST_RUN_ACTIONS } from '#shared/desk/first-run.ts'
import { findPlainDate } from '#shared/time/plain-date.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { failPuts, failReads, openPage, openReady, settleStore, TestMachine, TestMain, until } from './kit.ts'

const ALL = { filter: {}, after: null, limit: 50 } as const

/** An office whose store was filled, marked and closed with its page. */
async function makeUsed() {
  const main = new TestMain()
  const machine = new TestMachine()
  const desk = new TestDesk(0)
  for (let index = 0; index < 12; index += 1) {
    desk.imported(`a${index}`, 'b1', `s${index}`, { registered: findPlainDate(2026, 7, index + 1) }, {})
  }
  main.append(...desk.actions)
  await openReady(main, machine)
  await settleStore(main, machine)
  return { main, machine, desk }
}

function databaseOf(machine: TestMachine, main: TestMain): StoreDatabase {
  return new StoreDatabase(databaseName(main.sentinel?.storeId ?? ''), {
    indexedDB: machine.indexedDB,
    IDBKeyRange: machine.IDBKeyRange,
  })
}

async function expectWhole(main: TestMain, machine: TestMachine, reason: string | null, rows = 12) {
  const { client } = await openReady(main, machine)
  expect(client.getProgress()).toMatchObject({ phase: 'ready', rebuilt: reason, error: null })
  expect((await client.query('applications.page', ALL)).rows).toHaveLength(rows)
  await settleStore(main, machine)
  expect((await machine.indexedDB.databases()).map(one => one.name)).toEqual([
    databaseName(main.sentinel?.storeId ?? ''),
  ])
  expect(main.sentinel?.rows).toBe(rows)
  return client
}

describe('the store is opened', () => {
  it('for the first time without a word', async () => {
    const main = new TestMain()
    const { client } = await openReady(main, new TestMachine())
    expect(client.getProgress()).toMatchObject({ phase: 'ready', rebuilt: null })
    expect(main.marks.map(mark => mark.rebuilt)).toEqual([null])
  })

  it('after the first run without a word, and with one as soon as there was a list to lose', async () => {
    for (const [actions, rebuilt] of [
      [FIRST_RUN_ACTIONS, null],
      [FIRST_RUN_ACTIONS + 1, 'missing'],
    ] as const) {
      const main = new TestMain()
      const desk = new TestDesk(0)
      for (let index = 0; index < actions; index += 1) desk.imported(`a${index}`, 'b1', `s${index}`, {}, {})
      main.append(...desk.actions)
      const { client } = await openReady(main, new TestMachine())
      expect(client.getProgress()).toMatchObject({ phase: 'ready', rebuilt })
      expect(main.marks[0]?.rebuilt).toBe(rebuilt)
    }
  })

  it('again without folding anything twice', async () => {
    const { main, machine } = await makeUsed()
    main.reads = 0
    await expectWhole(main, machine, null)
    expect(main.reads).toBe(1)
    expect(main.marks.every(mark => mark.rebuilt === null || mark.rebuilt === 'missing')).toBe(true)
  })

  it('and goes on from where a power cut left it', async () => {
    const { main, machine, desk } = await makeUsed()
    main.append(desk.imported('late', 'b1', 'late', {}, {}))
    await expectWhole(main, machine, null, 13)
  })
})

describe('the store is built anew, and main is told why, when', () => {
  it('Chromium has silently emptied it', async () => {
    const { main, machine } = await makeUsed()
    machine.indexedDB = new IDBFactory()
    await expectWhole(main, machine, 'missing')
    expect(main.marks.some(mark => mark.rebuilt === 'missing')).toBe(true)
  })

  it('Chromium has made it anew, empty, under its name', async () => {
    const { main, machine } = await makeUsed()
    const db = databaseOf(machine, main)
    await Promise.all((await db.open()) && db.tables.map(table => table.clear()))
    db.close()
    await expectWhole(main, machine, 'missing')
  })

  it('main remembers none though the journal has records', async () => {
    const { main, machine } = await makeUsed()
    main.sentinel = null
    await expectWhole(main, machine, 'missing')
  })

  it('another store stands there', async () => {
    const { main, machine } = await makeUsed()
    main.sentinel = { ...main.sentinel!, storeId: 'elsewhere' }
    await expectWhole(main, machine, 'other')
  })

  it('its newest rows are silently gone', async () => {
    const { main, machine, desk } = await makeUsed()
    main.append(desk.imported('late', 'b1', 'late', {}, {}))
    main.sentinel = { ...main.sentinel!, cursor: main.head() }
    await expectWhole(main, machine, 'behind_sentinel', 13)
  })

  it('it knows more than the journal', async () => {
    const { main, machine } = await makeUsed()
    main.actions.pop()
    await expectWhole(main, machine, 'ahead_of_journal', 11)
  })

  it('rows are gone from its middle', async () => {
    const { main, machine } = await makeUsed()
    const db = databaseOf(machine, main)
    await db.applications.delete('application:a5')
    db.close()
    await expectWhole(main, machine, 'damaged')
  })

  it('the key is another, because a person was erased', async () => {
    const { main, machine } = await makeUsed()
    main.storeKey = new Uint8Array(32).fill(8)
    await expectWhole(main, machine, 'key_changed')
  })

  it('it was written in another shape', async () => {
    const { main, machine } = await makeUsed()
    main.sentinel = { ...main.sentinel!, shape: 0 }
    await expectWhole(main, machine, 'shape')
  })

  it('it cannot be opened', async () => {
    const { main, machine } = await makeUsed()
    const name = databaseName(main.sentinel?.storeId ?? '')
    const { open } = machine.indexedDB
    let refused = 0
    machine.indexedDB.open = (asked, version) => {
      if (asked !== name) return open.call(machine.indexedDB, asked, version)
      refused += 1
      throw new DOMException('Internal error opening backing store', 'UnknownError')
    }
    const { client } = await openReady(main, machine)
    expect(client.getProgress().rebuilt).toBe('damaged')
    expect(refused).toBeGreaterThanOrEqual(3)
    expect((await client.query('applications.page', ALL)).rows).toHaveLength(12)
  })

  it('a row was changed on the disk and does not open', async () => {
    for (const id of ['application:a5', 'import:b1']) {
      const { main, machine, desk } = await makeUsed()
      main.append(desk.startImport('b1'))
      const first = await openReady(main, machine)
      await settleStore(main, machine)
      expect(first.client.getProgress().rebuilt).toBeNull()
      const db = databaseOf(machine, main)
      const table = id.startsWith('import') ? db.entities : db.applications
      await table.update(id, { sealed: new Uint8Array(40) })
      db.close()
      const page = openPage(main, machine)
      page.client.subscribe('applications.page', ALL, () => undefined)
      await page.client.open()
      await until(page.client, () => page.client.getProgress().rebuilt === 'damaged')
      await page.client.caughtUp(main.head())
      expect((await page.client.query('applications.page', ALL)).rows).toHaveLength(12)
    }
  })

  it('a row has gone from the index that lists go by', async () => {
    const { main, machine } = await makeUsed()
    const db = databaseOf(machine, main)
    // A day that is no key: the row stands, and no list by days finds it.
    await db.applications.update('application:a5', { day: null as never })
    db.close()
    await expectWhole(main, machine, 'damaged')
  })

  it('a question finds that its files do not read', async () => {
    const { main, machine } = await makeUsed()
    const { client } = await openReady(main, machine)
    const reads = failReads('applications', databaseName(main.sentinel?.storeId ?? ''))
    await expect(client.query('applications.one', { id: 'application:a5' })).rejects.toThrow()
    await until(client, () => client.getProgress().rebuilt === 'damaged')
    await client.caughtUp(main.head())
    expect((await client.query('applications.page', ALL)).rows).toHaveLength(12)
    reads.restore()
  })

  it('it fails again and again while in use', async () => {
    const { main, machine, desk } = await makeUsed()
    const { client } = await openReady(main, machine)
    const put = failPuts('applications', 1)
    main.append(desk.imported('late', 'b1', 'late', {}, {}))
    await until(client, () => client.getProgress().rebuilt === 'damaged')
    put.restore()
    await client.caughtUp(main.head())
    expect((await client.query('applications.page', ALL)).rows).toHaveLength(13)
  })

  it('what a page needs does not read, again and again, while pages behind it are under way', async () => {
    const { main, machine, desk } = await makeUsed()
    const { client } = await openReady(main, machine)
    const reads = failReads('applications', databaseName(main.sentinel?.storeId ?? ''))
    const phases: string[] = []
    client.onProgress(() => phases.push(client.getProgress().phase))
    // More than a page, and only its first act is of an application that was there before.
    main.tells = false
    const late = Array.from({ length: 1_300 }, (_, n) =>
      desk.imported(n === 0 ? 'a5' : `late${n}`, 'b1', `t${n}`, {}, {}),
    )
    main.append(...late)
    await until(client, () => client.getProgress().rebuilt === 'damaged')
    reads.restore()
    // Until then rows were missing: nothing may have called the lists whole.
    expect(new Set(phases.slice(0, phases.indexOf('rebuilding')))).toEqual(new Set(['failed']))
    await client.caughtUp(main.head())
    expect((await client.query('totals', {})).applications).toBe(12 + 1_299)
  })
})

it('an index made anew of fewer applications leaves no block of the one before', async () => {
  const { main, machine } = await makeUsed()
  const db = databaseOf(machine, main)
  const [block] = await db.blocks.toArray()
  if (block === undefined) throw new Error('no block')
  await db.blocks.bulkPut([
    { ...block, sealed: block.sealed.slice(1) },
    { ...block, number: 1 },
    { ...block, number: 2 },
  ])
  const { client } = await openReady(main, machine)
  expect((await client.query('applications.page', ALL)).rows).toHaveLength(12)
  await settleStore(main, machine)
  expect((await db.blocks.toArray()).map(({ number }) => number)).toEqual([0])
  db.close()
})

it('a full disk is told and is no reason to build anew', async () => {
  const { main, machine, desk } = await makeUsed()
  const { client } = await openReady(main, machine)
  const put = failPuts('applications', 1, new DOMException('full', 'QuotaExceededError'))
  const late = vi.fn()
  client.subscribe('applications.one', { id: 'application:late' as never }, late)
  main.append(desk.imported('late', 'b1', 'late', {}, {}))
  await until(client, () => client.getProgress().phase === 'failed' && put.failures() > 4)
  expect(client.getProgress()).toMatchObject({ rebuilt: null, error: { code: 'store.disk_full' } })
  put.restore()
  await client.caughtUp(main.head())
  expect((await client.query('applications.page', ALL)).rows).toHaveLength(13)
  // A screen that stands open shows what the store did not hold when it was told.
  await vi.waitFor(() => expect(late.mock.lastCall?.[0]).toMatchObject({ id: 'application:late' }))
})

describe('a store that cannot be made at all', () => {
  function refuse(): never {
    throw new DOMException('Internal error opening backing store', 'UnknownError')
  }

  it('opens when it is asked again: Chromium refuses once and puts the damaged one away', async () => {
    const { main, machine } = await makeUsed()
    const databases = machine.indexedDB.databases
    machine.indexedDB.databases = async () => {
      machine.indexedDB.databases = databases
      return refuse()
    }
    await expectWhole(main, machine, null)
    expect(main.drops).toBe(0)
  })

  it('is dropped by main, once; after that it is said, never shown as an empty list', async () => {
    const main = new TestMain()
    const machine = new TestMachine()
    main.append(new TestDesk(0).open('А'))
    machine.indexedDB.open = refuse
    await openPage(main, machine).client.open()
    await vi.waitUntil(() => main.drops === 1)
    const { client } = openPage(main, machine)
    await client.open()
    await until(client, () => client.getProgress().phase === 'failed')
    expect(client.getProgress().error?.code).toBe('store.cannot_open')
    expect(main.drops).toBe(2)
  })
})
