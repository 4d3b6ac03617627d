import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { databaseName } from '#renderer/db/store.ts'
import type { Action, ActionId } from '#shared/change/action.ts'
import { findPlainDate } from '#shared/time/plain-date.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { openPage, openReady, settleStore, TestMachine, TestMain, until } from './kit.ts'

const ALL = { filter: {}, after: null, limit: 50 } as const
const ROWS = 1200
const MANY = 2600
const HOT = 150

/** An office of applications, its officials entered last, whose store Chromium has lost. */
function makeLost(rows = ROWS): { main: TestMain; machine: TestMachine; desk: TestDesk } {
  const main = new TestMain()
  const desk = new TestDesk(0)
  desk.startImport('b1')
  for (let index = 0; index < rows; index += 1) {
    const registered = findPlainDate(2026, 1 + (Math.floor(index / 200) % 12), 1 + (index % 28))
    desk.imported(`a${index}`, 'b1', `s${index}`, { registered }, { surname: `Фамилия${index}` })
  }
  desk.official('o1', '101', null)
  main.append(...desk.actions)
  main.mostHot = HOT
  return { main, machine: new TestMachine(), desk }
}

/** Lets so many pages of what is not hot through; the next waits. */
function holdPages(main: TestMain) {
  const { journalRead, journalHot } = main
  const waiting: (() => void)[] = []
  let allowed = 0
  const held = async () => {
    if (allowed > 0) allowed -= 1
    else await new Promise<void>(go => waiting.push(go))
  }
  main.journalRead = async asked => {
    await held()
    return journalRead(asked)
  }
  main.journalHot = async asked => {
    if (asked.after !== null && Object.keys(asked.after).length === 0) await held()
    return journalHot(asked)
  }
  return {
    let(pages: number): void {
      for (; pages > 0; pages -= 1) {
        const go = waiting.shift()
        if (go) go()
        else allowed += 1
      }
    },
    end(): void {
      Object.assign(main, { journalRead, journalHot })
      for (const go of waiting.splice(0)) go()
    },
  }
}

async function openFilling(main: TestMain, machine: TestMachine) {
  const { client, heard } = openPage(main, machine)
  await client.open()
  await until(client, () => client.getProgress().phase === 'filling')
  return { client, heard }
}

/** One row of the first store is sealed otherwise than it was. */
async function damage(machine: TestMachine, id: string): Promise<void> {
  const db = await new Promise<IDBDatabase>(resolve => {
    const asked = machine.indexedDB.open(databaseName('store1'))
    asked.onsuccess = () => resolve(asked.result as unknown as IDBDatabase)
  })
  const rows = db.transaction('applications', 'readwrite').objectStore('applications')
  const row = await new Promise<object>(resolve => {
    const asked = rows.get(id)
    asked.onsuccess = () => {
      rows.put({ ...asked.result, sealed: new Uint8Array(40) })
      resolve(asked.result)
    }
  })
  db.close()
  expect(row).toBeDefined()
}

async function expectWhole(client: Awaited<ReturnType<typeof openFilling>>['client'], main: TestMain, rows = ROWS) {
  await client.caughtUp(main.head())
  await until(client, () => client.getProgress().phase === 'ready')
  expect(await client.query('totals', {})).toMatchObject({ applications: rows, marked: 0 })
  const page = await client.query('applications.page', { ...ALL, filter: { facets: [] } })
  expect(page.total).toBe(rows)
}

describe('a store that is built anew', () => {
  it('shows the newest records, officials and imports before the old ones are read, and is whole at the end', async () => {
    const { main, machine } = makeLost()
    const pages = holdPages(main)
    const { client } = await openFilling(main, machine)
    expect(client.getProgress()).toMatchObject({ rebuilt: 'missing', done: 0, total: ROWS + 2 })
    expect(await client.query('totals', {})).toMatchObject({ applications: HOT })
    expect((await client.query('applications.page', ALL)).total).toBe(HOT)
    expect(await client.query('applications.one', { id: `application:a${ROWS - 1}` })).not.toBeNull()
    expect(await client.query('applications.one', { id: 'application:a0' })).toBeNull()
    expect(await client.query('officials.all', {})).toHaveLength(1)
    expect(await client.query('imports.all', {})).toHaveLength(1)
    expect(await client.query('applications.search', { text: `фамилия${ROWS - 1}`, limit: 5 })).toHaveLength(1)
    pages.end()
    await expectWhole(client, main)
    await settleStore(main, machine)
    expect(main.sentinel).toMatchObject({ rows: ROWS + 2, cursor: main.head() })
    const plain = await openReady(main, machine)
    expect(plain.client.getProgress().rebuilt).toBeNull()
  })

  it('shows what is done meanwhile at once, whole, and says that it is there', async () => {
    const { main, machine, desk } = makeLost()
    const pages = holdPages(main)
    const { client } = await openFilling(main, machine)
    // The action before it lies far behind the cursor: the entity comes whole all the same.
    const late: Action = desk.imported('a3', 'b2', 's3', { registered: findPlainDate(2026, 11, 21) }, {})
    const undone = desk.undo('b9')
    main.append(late, undone)
    const shown = client.caughtUp(undone.id as ActionId)
    pages.let(1)
    await shown
    expect(client.getProgress().phase).toBe('filling')
    const card = await client.query('applications.one', { id: 'application:a3' })
    expect(card?.history).toHaveLength(2)
    pages.end()
    await expectWhole(client, main)
  })

  it('says nothing is held that is not', async () => {
    const { main, machine, desk } = makeLost()
    const pages = holdPages(main)
    const { client } = await openFilling(main, machine)
    let reached = false
    void client.caughtUp(desk.actions[5]!.id).then(() => {
      reached = true
    })
    await client.caughtUp(desk.actions.at(-1)!.id)
    expect(reached).toBe(false)
    pages.end()
    await expectWhole(client, main)
    expect(reached).toBe(true)
  })

  it('goes on after it was cut off, before the first old page or in the middle, and is not taken for damaged', async () => {
    for (const [pagesBefore, done] of [
      [0, 0],
      // Parts are folded once there are 2,000 of them.
      [12, 2_200],
    ] as const) {
      const { main, machine } = makeLost(MANY)
      const pages = holdPages(main)
      const first = await openFilling(main, machine)
      pages.let(pagesBefore)
      await until(first.client, () => first.client.getProgress().done >= done)
      const second = await openFilling(main, machine)
      expect(second.client.getProgress().rebuilt).toBeNull()
      pages.end()
      await expectWhole(second.client, main, MANY)
      expect(main.marks.map(mark => mark.rebuilt)).not.toContain('damaged')
    }
  })

  it('cut off and put beside an older copy of the journal does not keep rows which that one has not', async () => {
    const { main, machine } = makeLost()
    const pages = holdPages(main)
    await openFilling(main, machine)
    main.actions.splice(ROWS - 10)
    const { client } = await openFilling(main, machine)
    expect(client.getProgress().rebuilt).toBe('ahead_of_journal')
    pages.end()
    await expectWhole(client, main, main.actions.length - 1)
  })

  it('a store that breaks while a page is read gets no page of the one before', async () => {
    const { main, machine } = makeLost()
    const pages = holdPages(main)
    const id = `application:a${ROWS - 1}`
    const { client } = await openFilling(main, machine)
    pages.let(2)
    await until(client, () => client.getProgress().done > 0)
    await damage(machine, id)
    await expect(client.query('applications.one', { id })).rejects.toThrow()
    await until(client, () => client.getProgress().rebuilt === 'damaged')
    pages.end()
    await expectWhole(client, main)
  })

  it('the end of a filling that was on its way to a store that broke does not end the next one', async () => {
    const { main, machine } = makeLost()
    const { client, heard, say } = await openReady(main, machine)
    // Said in the moment in which the worker has the new store and the page has not heard of it.
    const push = heard.push.bind(heard)
    heard.push = (...messages) => {
      const isNew = messages.some(message => message.kind === 'opened' && message.opening === 2)
      const end = { actions: [], from: {}, next: main.head() }
      if (isNew) say({ kind: 'fold', number: 1_000, opening: 1, attempt: 0, page: end, atEnd: true })
      return push(...messages)
    }
    const id = `application:a${ROWS - 1}`
    await damage(machine, id)
    await expect(client.query('applications.one', { id })).rejects.toThrow()
    await until(client, () => client.getProgress().rebuilt === 'damaged')
    await expectWhole(client, main)
  })

  it('a journal of a few pages is folded in its order', async () => {
    const main = new TestMain()
    const desk = new TestDesk(0)
    for (let index = 0; index < 30; index += 1) desk.imported(`a${index}`, 'b1', `s${index}`, {}, {})
    main.append(...desk.actions)
    const machine = new TestMachine()
    machine.indexedDB = new IDBFactory()
    await openReady(main, machine)
    expect(main.hotReads).toBe(0)
  })
})
