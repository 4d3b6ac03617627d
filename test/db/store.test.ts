import { describe, expect, it } from 'vitest'
import { findPlainDate, Quarter } from '#shared/time/plain-date.ts'
import { makeSubject, TestDesk } from '#test/unit/change/make-actions.ts'
import { dump, failPuts, openBeside, openPage, openReady, settleStore, TestMachine, TestMain, until } from './kit.ts'

const CANARY = { surname: 'Канарейкина', iin: '900101400001', phone: '+77770001122', eotinish: 'ЖТ-2026-09876543' }
const ALL = { filter: {}, after: null, limit: 50 } as const
const Q3 = Quarter.parse('2026-Q3')

function makeOffice(): { main: TestMain; machine: TestMachine; desk: TestDesk } {
  return { main: new TestMain(), machine: new TestMachine(), desk: new TestDesk(0) }
}

function importSome(desk: TestDesk, count: number, batch = 'b1'): void {
  desk.startImport(batch)
  for (let index = 0; index < count; index += 1) {
    const registered = findPlainDate(2026, 7, 1 + (index % 28))
    desk.imported(
      `${batch}-${index}`,
      batch,
      `s${index}`,
      { registered },
      { surname: `Фамилия${index}`, iin: `90010140${1000 + index}` },
    )
  }
}

describe('folding', () => {
  it('brings the journal into lists, counts and totals', async () => {
    const { main, machine, desk } = makeOffice()
    importSome(desk, 30)
    main.append(...desk.actions)
    const { client } = await openReady(main, machine)
    const page = await client.query('applications.page', { filter: { quarter: Q3 }, after: null, limit: 20 })
    expect(page.total).toBe(30)
    expect(page.rows).toHaveLength(20)
    const rest = await client.query('applications.page', { filter: { quarter: Q3 }, after: page.next, limit: 20 })
    expect(rest.rows).toHaveLength(10)
    expect(rest.next).toBeNull()
    expect(new Set([...page.rows, ...rest.rows].map(row => row.id)).size).toBe(30)
    const days = [...page.rows, ...rest.rows].map(row => row.day)
    expect(days).toEqual([...days].sort((a, b) => b - a))
    expect((await client.query('counts.quarter', { quarter: Q3 })).rows).toBe(30)
    expect(await client.query('counts.quarters', {})).toEqual({ quarters: ['2026-Q3'], undated: false })
    expect(await client.query('totals', {})).toEqual({ applications: 30, marked: 0, attentions: 0 })
  })

  it('reads as far as it was told, while an exchange goes on filling the journal', async () => {
    const { main, machine, desk } = makeOffice()
    importSome(desk, 10)
    main.append(...desk.actions)
    const { client } = await openReady(main, machine)
    const read = main.journalRead
    let more = 0
    main.journalRead = asked => {
      if (more < 20)
        for (let n = 0; n < 500; n++) main.actions.push(desk.imported(`more${more}-${n}`, 'b1', 's1', {}, {}))
      more += 1
      return read(asked)
    }
    main.tells = false
    main.append(...Array.from({ length: 500 }, (_, n) => desk.imported(`told-${n}`, 'b1', 's1', {}, {})))
    await until(client, () => client.getProgress().phase === 'ready' && client.getProgress().done === 511)
    await new Promise(resolve => setTimeout(resolve, 50))
    expect(more).toBe(1)
  })

  it('shows no full IIN in a list, and everything in the card', async () => {
    const { main, machine, desk } = makeOffice()
    desk.imported('one', 'b1', 's1', {}, CANARY)
    main.append(...desk.actions)
    const { client } = await openReady(main, machine)
    const page = await client.query('applications.page', ALL)
    expect(JSON.stringify(page)).not.toContain(CANARY.iin)
    expect(JSON.stringify(page)).not.toContain(CANARY.phone)
    const card = await client.query('applications.one', { id: 'application:one' })
    expect(card?.personal?.iin).toBe(CANARY.iin)
    expect(card?.history.map(line => line.type)).toEqual(['application.imported'])
    expect(card?.head).toBe(desk.actions[0]?.id)
  })

  it('a transaction that is cut off leaves nothing of its page, and the same page folds once', async () => {
    const { main, machine, desk } = makeOffice()
    importSome(desk, 10)
    main.append(...desk.actions)
    const page = await openReady(main, machine)
    const put = failPuts('applications', 3)
    importSome(desk, 10, 'b2')
    main.append(...desk.actions.slice(11))
    await until(page.client, () => page.client.getProgress().phase === 'failed')
    expect(page.client.getProgress().error?.code).toBe('store.write_failed')
    expect(put.failures()).toBeGreaterThan(0)
    put.restore()
    await page.client.caughtUp(main.head())
    expect((await page.client.query('counts.quarter', { quarter: Q3 })).rows).toBe(20)
    expect((await page.client.query('applications.page', ALL)).rows).toHaveLength(20)
  })

  it('an import taken back leaves the lists and the counts, in either order of arrival', async () => {
    for (const late of [false, true]) {
      const { main, machine, desk } = makeOffice()
      const other = new TestDesk(1)
      importSome(desk, 5)
      other.undo('b1')
      if (late) main.append(...other.actions)
      main.append(...desk.actions)
      const { client } = await openReady(main, machine)
      if (!late) {
        expect((await client.query('totals', {})).applications).toBe(5)
        main.append(...other.actions)
        await client.caughtUp(main.head())
      }
      expect((await client.query('applications.page', ALL)).rows).toEqual([])
      expect(await client.query('applications.search', { text: 'фамилия', limit: 10 })).toEqual([])
      expect((await client.query('counts.quarter', { quarter: Q3 })).rows).toBe(0)
      expect((await client.query('imports.all', {}))[0]?.status).toBe('undone')
    }
  })

  it('a person erased is a row without a name, found by nothing', async () => {
    const { main, machine, desk } = makeOffice()
    desk.imported('one', 'b1', 's1', {}, CANARY)
    main.append(...desk.actions)
    const { client } = await openReady(main, machine)
    main.append(desk.erase('s1'))
    await client.caughtUp(main.head())
    const page = await client.query('applications.page', ALL)
    expect(page.rows[0]).toMatchObject({ erased: true, surname: '', maskedIin: '' })
    for (const text of [CANARY.surname, CANARY.iin, CANARY.phone, CANARY.eotinish]) {
      expect(await client.query('applications.search', { text, limit: 10 })).toEqual([])
    }
    const card = await client.query('applications.one', { id: 'application:one' })
    expect(card?.personal).toBeNull()
    expect(card?.subject).toBe(makeSubject('s1'))
    expect((await client.query('counts.quarter', { quarter: Q3 })).rows).toBe(1)
  })

  it('an action of a later program is kept and told, and the rest goes on', async () => {
    const { main, machine, desk } = makeOffice()
    desk.imported('one', 'b1', 's1', {}, CANARY)
    desk.act('application.called', 'application:one', { window: 2 })
    desk.act('drone.sent', 'drone:1', {})
    desk.act('office.set', 'office:main', { nonsense: true })
    main.append(...desk.actions)
    const { client } = await openReady(main, machine)
    expect((await client.query('applications.one', { id: 'application:one' }))?.needsUpdate).toBe(true)
    const attentions = await client.query('attentions.all', {})
    expect(attentions.map(one => one.kind)).toEqual(['needs_update', 'needs_update', 'needs_update'])
    expect(attentions.flatMap(one => one.entities).sort()).toEqual(['application:one', 'drone:1', 'office:main'])
  })

  it('two desks with one letter and two applications with one number are attentions until one goes', async () => {
    const { main, machine, desk } = makeOffice()
    const other = new TestDesk(1)
    desk.open('А')
    other.open('А')
    desk.imported('one', 'b1', 's1', {}, { eotinish: CANARY.eotinish })
    other.imported('two', 'b2', 's2', {}, { eotinish: ` ${CANARY.eotinish.toLowerCase()}` })
    main.append(...desk.actions, ...other.actions)
    const { client } = await openReady(main, machine)
    const kinds = async () => (await client.query('attentions.all', {})).map(one => one.kind).sort()
    expect(await kinds()).toEqual(['desk_letter_twice', 'eotinish_twice'])
    main.append(other.undo('b2'))
    await client.caughtUp(main.head())
    expect(await kinds()).toEqual(['desk_letter_twice'])
  })

  it('a number taken again is noticed pages and starts later', async () => {
    for (const restart of [false, true]) {
      const { main, machine, desk } = makeOffice()
      desk.imported('one', 'b1', 's1', {}, { eotinish: CANARY.eotinish })
      main.append(...desk.actions)
      let { client } = await openReady(main, machine)
      if (restart) {
        await settleStore(main, machine)
        client = (await openReady(main, machine)).client
      }
      main.append(desk.imported('two', 'b2', 's2', {}, { eotinish: CANARY.eotinish }))
      await client.caughtUp(main.head())
      const [attention] = await client.query('attentions.all', {})
      expect(attention?.entities).toEqual(['application:one', 'application:two'])
      main.append(desk.erase('s2'))
      await client.caughtUp(main.head())
      expect(await client.query('attentions.all', {})).toEqual([])
    }
  })

  it('gives the states of schedules, officials, imports and desks with their heads', async () => {
    const { main, machine, desk } = makeOffice()
    const approved = desk.approve('2026-11', null)
    desk.official('o1', '101', null)
    desk.open('Б')
    main.append(...desk.actions)
    const { client } = await openReady(main, machine)
    const month = await client.query('schedule.month', { month: '2026-11' as never })
    expect(month).toMatchObject({ status: 'approved', head: approved.id, key: '2026-11' })
    expect(await client.query('schedule.month', { month: '2026-12' as never })).toBeNull()
    expect((await client.query('officials.all', {}))[0]?.room).toBe('101')
    expect((await client.query('desks.all', {}))[0]).toMatchObject({ letter: 'Б', key: desk.installation })
    expect(await client.query('office.current', {})).toBeNull()
  })
})

describe('what the store keeps', () => {
  it('holds nothing personal in clear, in no table, whatever was done', async () => {
    const { main, machine, desk } = makeOffice()
    desk.imported('one', 'b1', 's1', {}, { ...CANARY, category: 'disability', organisation: 'ТОО Канарейка' })
    desk.imported('two', 'b1', 's2', {}, { surname: 'Канарейкин', eotinish: CANARY.eotinish })
    desk.official('o1', '101', null)
    main.append(...desk.actions)
    const { client } = await openReady(main, machine)
    await client.query('applications.search', { text: 'канарей', limit: 5 })
    await settleStore(main, machine)
    const text = await dump(machine.indexedDB)
    expect(text).toContain('application:one')
    expect(text.length).toBeGreaterThan(1000)
    for (const secret of [
      'анарей',
      CANARY.iin,
      '7770001122',
      '09876543',
      'disability',
      'Сапаров',
      'лекарств',
      'housing',
    ]) {
      expect(text.toLowerCase()).not.toContain(secret.toLowerCase())
    }
  })

  it('a sealed row moved to another id does not open', async () => {
    const { main, machine, desk } = makeOffice()
    importSome(desk, 2)
    main.append(...desk.actions)
    const { client } = await openReady(main, machine)
    const { databaseName, StoreDatabase } = await import('#renderer/db/store.ts')
    const db = new StoreDatabase(databaseName('store1'), {
      indexedDB: machine.indexedDB,
      IDBKeyRange: machine.IDBKeyRange,
    })
    const [one, two] = await db.applications.toArray()
    await db.applications.put({ ...one!, sealed: two!.sealed })
    await expect(client.query('applications.one', { id: one!.id })).rejects.toMatchObject({
      detail: { code: 'store.query_failed' },
    })
    db.close()
  })

  it('the page keeps no key bytes', async () => {
    const { main, machine } = makeOffice()
    await openReady(main, machine)
    expect(main.given).toHaveLength(2)
    for (const bytes of main.given) expect([...bytes].every(byte => byte === 0)).toBe(true)
  })
})

it('a second window waits for the first: there is one writer', async () => {
  const { main, machine, desk } = makeOffice()
  importSome(desk, 3)
  main.append(...desk.actions)
  const first = await openReady(main, machine)
  const second = openBeside(main, machine)
  await second.client.open()
  main.append(desk.imported('late', 'b1', 'late', {}, CANARY))
  await first.client.caughtUp(main.head())
  expect(second.client.getProgress().phase).toBe('opening')
  expect(second.heard).toEqual([])
  expect((await first.client.query('totals', {})).applications).toBe(4)
})

describe('live queries', () => {
  it('answer again when what they read has changed', async () => {
    const { main, machine, desk } = makeOffice()
    importSome(desk, 2)
    main.append(...desk.actions)
    const { client } = await openReady(main, machine)
    const answers: number[] = []
    const filtered: (number | null)[] = []
    const answered = new Promise<void>(resolve => {
      const check = () => answers.at(-1) === 3 && filtered.at(-1) === 3 && resolve()
      client.subscribe('applications.page', ALL, page => {
        answers.push(page.rows.length)
        check()
      })
      client.subscribe(
        'applications.page',
        { ...ALL, filter: { facets: [{ facet: 'byChannel', codes: ['oral'] }] } },
        page => {
          filtered.push(page.total)
          check()
        },
      )
    })
    main.append(desk.imported('late', 'b9', 's9', {}, CANARY))
    await answered
    expect([answers.at(-1), filtered.at(-1)]).toEqual([3, 3])
  })

  it('asked before the store is open are answered once it is', async () => {
    const { main, machine, desk } = makeOffice()
    importSome(desk, 3)
    main.append(...desk.actions)
    const { client } = openPage(main, machine)
    const answer = new Promise<number>(resolve => {
      client.subscribe('totals', {}, totals => {
        if (totals.applications === 3) resolve(totals.applications)
      })
    })
    await client.open()
    expect(await answer).toBe(3)
  })
})
