import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoreClient } from '#renderer/db/client.ts'
import type { ApplicationPage, Mark, PageKey, PersonTyped } from '#renderer/db/query-types.ts'
import type { Action } from '#shared/change/action.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const TODAY = PlainDate.parse('2026-09-21')
const NEXT = PlainDate.parse('2026-09-24')
const NOBODY: PersonTyped = { iin: '', bin: '', phone: '', surname: '', given: '', patronymic: '', essence: '' }

/** A round of the desk: each act as it is done at two desks. */
function workRound() {
  const [a, b] = [new TestDesk(0), new TestDesk(1)]
  const done = a.register(1, 's1', {}, { eotinish: '' })
  a.onApplication(
    'corrected',
    done,
    { registration: makeRegistration({ topic: 'housing' }), ground: 'typing' },
    makeRegistrationPersonal({ surname: 'Мұхамбетова-Ахмет' }),
  )
  a.onApplication('eotinish_noted', done, {}, { eotinish: 'ЖТ-2026-00476572' })
  a.onApplication('talon_made', done, { job: '0'.repeat(16), shape: '80mm', result: 'printed', reprint: null })
  const visit = a.checkIn(14, done, TODAY)
  a.checkIdentity(visit, 'mismatch')
  a.checkIdentity(visit)
  a.act('visit.called', visit.entity, { call: { room: '5', reason: 'arrival' } })
  a.act('visit.started', visit.entity, {})
  a.act('visit.finished', visit.entity, { result: 'explained' })
  a.onApplication('received', done, { visit: visit.entity, on: TODAY, officialId: 'o2', result: 'explained' })
  const booked = b.register(
    1,
    's2',
    {},
    { surname: 'Серіков', given: 'Асқар', patronymic: '', iin: '', phone: '' },
    'Ә',
  )
  b.onApplication('booked', booked, { booking: { officialId: 'o1', date: NEXT, time: '10:00' } })
  b.onApplication('talon_made', booked, { job: '1'.repeat(16), shape: 'A5', result: 'kept', reprint: null })
  const gone = b.register(2, 's3', {}, { surname: 'Ахметов', given: 'Ерлан', iin: '900101300017' }, 'Ә')
  b.onApplication('eotinish_noted', gone, {}, { eotinish: '2026-00476572' })
  b.onApplication('withdrawn', gone, { how: 'oral' })
  b.checkIn(3, booked, TODAY, 'Ә')
  a.logContact('c1')
  const slip = b.logContact('c2')
  b.act('contact.undone', slip.entity, {})
  a.setEntry('land', 'Жер')
  b.setEntry('horses', 'Жылқы')
  return { a, b, done, booked, gone, visit }
}

/** Everything a screen may ask of the round. */
async function answersOf(client: StoreClient) {
  const waiting = (mark: Mark) => client.query('applications.waiting', { mark, limit: 10 })
  const marks: Mark[] = ['open', 'no_eotinish', 'no_talon', 'booked:20260924', 'booked:20260921']
  return {
    page: await client.query('applications.page', { filter: {}, after: null, limit: 10, sort: 'name' }),
    waiting: await Promise.all(marks.map(waiting)),
    visits: await client.query('visits.day', { day: TODAY }),
    contacts: await client.query('contacts.day', { day: TODAY }),
    topics: (await client.query('directories.all', {})).topic,
    entries: (await client.query('entries.all', {})).length,
    attentions: (await client.query('attentions.all', {})).map(({ kind, entities }) => ({ kind, entities })),
  }
}

async function officeOf(actions: readonly Action[]) {
  const main = new TestMain()
  main.append(...actions)
  return { main, ...(await openReady(main, new TestMachine())) }
}

describe('the desk at work', () => {
  it('is on screen as it was done: who waits, who came, what was said, what was set', async () => {
    const { a, b, done, booked, gone, visit } = workRound()
    const { client } = await officeOf([...a.actions, ...b.actions])
    const { page, waiting, visits, contacts, topics, entries, attentions } = await answersOf(client)
    expect(page.rows.map(row => [row.surname, row.status, row.number?.serial, row.facts.topic])).toEqual([
      ['Ахметов', 'withdrawn', 2, 'land'],
      ['Мұхамбетова-Ахмет', 'received', 1, 'housing'],
      ['Серіков', 'open', 1, 'land'],
    ])
    expect(waiting.map(({ rows, total }) => [rows.map(row => row.id), total])).toEqual([
      [[booked.entity], 1],
      [[booked.entity], 1],
      [[booked.entity], 1],
      [[booked.entity], 1],
      [[], 0],
    ])
    expect(visits.map(row => [row.id, row.state.status, row.application?.surname])).toEqual([
      [visit.entity, 'finished', 'Мұхамбетова-Ахмет'],
      [`visit:20260921-${b.installation}-0003`, 'arrived', 'Серіков'],
    ])
    expect(contacts.map(one => one.key)).toEqual(['c1'])
    expect(topics.find(one => one.code === 'land')?.kk).toBe('Жер')
    expect([topics.at(-1)?.code, entries]).toEqual(['horses', 2])
    expect(attentions).toEqual([{ kind: 'eotinish_twice', entities: [done.entity, gone.entity].sort() }])
    expect(page.rows[2]?.booking?.date).toBe(NEXT)
  })

  it('two desks apart that gave one time away are told, until one of the two is moved', async () => {
    const [a, b] = [new TestDesk(0), new TestDesk(1)]
    const booking = (time: string | null) => ({ booking: { officialId: 'o1', date: NEXT, time } })
    const [first, second] = [a.register(1, 's1', {}, {}), b.register(1, 's2', {}, { iin: '' }, 'Ә')]
    a.onApplication('booked', first, booking('10:00'))
    b.onApplication('booked', second, booking('10:00'))
    const main = new TestMain()
    main.append(...a.actions, ...b.actions)
    const { client } = await openReady(main, new TestMachine())
    const told = async () =>
      (await client.query('attentions.all', {})).map(({ kind, entities }) => ({ kind, entities }))
    expect(await told()).toEqual([{ kind: 'slot_twice', entities: [first.entity, second.entity].sort() }])
    main.append(b.onApplication('booked', second, booking('10:15')))
    await client.caughtUp(main.head())
    expect(await told()).toEqual([])
  })

  it('is the same whatever came first, however it was parted', async () => {
    const { a, b } = workRound()
    const wanted = await answersOf((await officeOf([...a.actions, ...b.actions])).client)
    const order = fc.tuple(
      fc.array(fc.boolean(), { minLength: a.actions.length + b.actions.length, maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 60, maxLength: 60 }),
    )
    await fc.assert(
      fc.asyncProperty(order, async ([turns, sizes]) => {
        const left: [Action[], Action[]] = [[...a.actions], [...b.actions]]
        const mixed = turns.flatMap(turn => left[turn ? 0 : 1].shift() ?? left[turn ? 1 : 0].shift() ?? [])
        const { main, client } = await officeOf([])
        for (const size of sizes) {
          main.append(...mixed.splice(0, size))
          await client.caughtUp(main.head())
        }
        expect(await answersOf(client)).toEqual(wanted)
      }),
      { seed: 20261122, numRuns: 8 },
    )
  })

  it('knows who was left over from earlier days, the oldest first, until they are said to have gone', async () => {
    const desk = new TestDesk(0)
    const days = ['2026-09-18', '2026-09-17', '2026-09-21', '2026-09-16'].map(day => PlainDate.parse(day))
    const visits = days.map((day, at) => {
      const person = desk.register(at + 1, `s${at}`, {}, { surname: `Серіков${at}` })
      return desk.checkIn(at + 1, person, day)
    })
    desk.act('visit.left', visits[3]!.entity, {})
    const { main, client } = await officeOf(desk.actions)
    const leftOver = async () => {
      const rows = await client.query('visits.left_over', { before: TODAY })
      return rows.map(row => [row.id, row.application?.surname])
    }
    expect(await leftOver()).toEqual([
      [visits[1]!.entity, 'Серіков1'],
      [visits[0]!.entity, 'Серіков0'],
    ])
    main.append(desk.act('visit.left', visits[1]!.entity, {}))
    await client.caughtUp(main.head())
    expect(await leftOver()).toEqual([[visits[0]!.entity, 'Серіков0']])
  })

  it('finds by registration number, by ticket, and by those whom an application names', async () => {
    const { a, b, done, booked, gone } = workRound()
    const principal = {
      surname: 'Оразбаев',
      given: 'Тоқтар',
      patronymic: '',
      iin: '510101300011',
      organisation: '',
      bin: '',
    }
    const members = [{ surname: 'Құспанова', given: 'Әлия', patronymic: '', iin: '600202400022' }]
    const third = a.register(123, 's4', { represented: true }, { surname: 'Ли', given: 'Вера', principal, members })
    const { client } = await officeOf([...a.actions, ...b.actions])
    const found = async (text: string) =>
      (await client.query('applications.search', { text, limit: 5 })).map(row => row.id)
    for (const text of [
      'А-2026-000123',
      'A-2026-000123',
      'a 2026 123',
      'F-2026-123',
      '2026-123',
      '000123',
      'А2026000123',
    ]) {
      expect(await found(text)).toEqual([third.entity])
    }
    expect(await found('А-2026-000123/45')).toEqual([third.entity])
    expect(await found('2026-000001')).toEqual(expect.arrayContaining([done.entity, booked.entity]))
    expect(await found('Ә-2026-1')).toEqual([booked.entity, done.entity])
    expect((await found('А-014'))[0]).toBe(done.entity)
    expect((await found('A-14'))[0]).toBe(done.entity)
    expect((await found('ә 003'))[0]).toBe(booked.entity)
    expect(await found('510101300011')).toEqual([third.entity])
    expect(await found('600202 400022')).toEqual([third.entity])
    expect(await found('оразбаев токтар')).toEqual([third.entity])
    expect(await found('Kuspanova')).toEqual([third.entity])
    expect((await found('ЖТ-2026-00476572')).sort()).toEqual([done.entity, gone.entity].sort())
    expect(await found('мухамбетова ахмет')).toEqual([done.entity])
    expect(await found('А-2025-000123')).toEqual([])
  })

  it('narrows a list by status and by what waits, and pages by name without losing or doubling a row', async () => {
    const desk = new TestDesk(0)
    const surnames = ['Яковлев', 'Ұзақов', 'Әбенов', 'Иванов', 'Іскенов', 'Қасымов', 'Абаев', 'Әбенов']
    for (const [index, surname] of surnames.entries()) desk.register(index + 1, `s${index}`, {}, { surname })
    const { client } = await officeOf(desk.actions)
    const seen: string[] = []
    let after: PageKey | null = null
    do {
      const page: ApplicationPage = await client.query('applications.page', {
        filter: { statuses: ['open'] },
        after,
        limit: 3,
        sort: 'name',
      })
      seen.push(...page.rows.map(row => `${row.surname} ${row.number?.serial}`))
      after = page.next
    } while (after !== null)
    expect(seen).toEqual([
      'Абаев 7',
      'Әбенов 8',
      'Әбенов 3',
      'Иванов 4',
      'Қасымов 6',
      'Ұзақов 2',
      'Іскенов 5',
      'Яковлев 1',
    ])
    const count = async (filter: object) =>
      (await client.query('applications.page', { filter, after: null, limit: 1 })).total
    expect(await count({ waiting: 'no_talon' })).toBe(8)
    expect(await count({ waiting: 'booked:20260924' })).toBe(0)
    expect(await count({ statuses: ['received'] })).toBe(0)
  })

  it('tells the earlier cases of a person, the surest first, and the open one of the same matter among all', async () => {
    const desk = new TestDesk(0)
    const essence = 'Прошу провести водопровод на улице Абая'
    const same = desk.register(1, 's1', {}, { iin: '900101300017', phone: '', essence })
    const byIin = desk.register(2, 's2', {}, { iin: '900101300017', phone: '', essence: 'Архивная справка' })
    const byPhone = desk.register(3, 's3', {}, { surname: 'Ли', given: 'Вера', iin: '', phone: '87770001122' })
    const byName = desk.register(
      4,
      's4',
      {},
      { surname: 'Мухамбетова', given: 'Назгул', patronymic: '', iin: '', phone: '' },
    )
    desk.register(5, 's5', {}, { surname: 'Мұхамбетова', given: 'Назгүл', patronymic: 'Болатқызы', iin: '', phone: '' })
    const { client } = await officeOf(desk.actions)
    const person = {
      ...NOBODY,
      iin: '900101300017',
      phone: '+7 777 000 11 22',
      surname: 'Мұхамбетова',
      given: 'Назгүл',
      patronymic: 'Серікқызы',
      essence: 'Водопровод по улице Абая не проведён',
    }
    const found = await client.query('applications.earlier', { person, limit: 5 })
    expect(found.map(one => [one.row.id, one.by, one.sameMatter])).toEqual([
      [same.entity, 'iin', true],
      [byIin.entity, 'iin', false],
      [byPhone.entity, 'phone', false],
      [byName.entity, 'name', false],
    ])
    expect(await client.query('applications.earlier', { person: NOBODY, limit: 5 })).toEqual([])
  })
})
