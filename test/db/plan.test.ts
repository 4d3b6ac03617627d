import { expect, it } from 'vitest'
import type { PlannedRow } from '#renderer/db/query-types.ts'
import { LAST_MONTH } from '#renderer/features/plan/use-plan.ts'
import type { Action } from '#shared/change/action.ts'
import { Reception } from '#shared/schedule/model.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { scheduleOf } from '#test/fixtures/schedule.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, settleStore, TestMachine, TestMain } from './kit.ts'

const NOTHING = {}
const RECEPTION = { officialId: '1', from: '10:00', to: '11:00', room: '301', moved: null }
const BOOKING = { officialId: 'o1', date: '2026-10-06', time: '10:00', reception: 'r1' }

async function opened(desk: TestDesk) {
  const main = new TestMain()
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const more = async (...actions: Action[]) => {
    main.append(...actions)
    await client.caughtUp(main.head())
  }
  return { client, more }
}

it('those who wait are told in the order of application, with the day of the answer, the decision and the time they have', async () => {
  const desk = new TestDesk(0)
  const first = desk.register(1, 's1', { delegation: 3 }, { phone: '+77015550001' })
  const paper = desk.register(2, 's2', { catchUp: { on: '2026-09-01', at: '10:00' } as never })
  const lacking = desk.register(3, 's3')
  const closed = desk.register(4, 's4')
  desk.onApplication('completeness_checked', lacking, { outcome: 'incomplete', lacks: ['essence'], correctBy: null })
  desk.onApplication('withdrawn', closed, { how: 'oral' })
  desk.onApplication('appointed', first, { officialId: 'o1', video: true })
  desk.onApplication('briefed', first, { proposal: 'receive' }, { summary: 'x' })
  const booked = desk.onApplication('booked', first, { booking: BOOKING })
  const { client, more } = await opened(desk)
  const { rows: people } = await client.query('plan.people', NOTHING)
  expect(people.map(({ person }) => person.application)).toEqual([paper.entity, first.entity])
  const [, one] = people
  expect(one).toMatchObject({ phone: '+77015550001', head: booked.id, row: { id: first.entity } })
  expect(one?.person).toMatchObject({
    people: 3,
    appointed: { officialId: 'o1', video: true },
    booking: { time: '10:00', mode: 'in_person', because: null },
    briefedOn: booked.date,
    told: false,
    counted: first.date,
  })
  expect(people[0]?.person).toMatchObject({ counted: '2026-09-01', answerBy: '2026-09-16' })
  const note = { letter: 'letter:l1', kind: 'appointment', outcome: 'signed' }
  const number = { index: '1', letter: 'А', suffix: null, year: 2026, serial: 1 }
  await more(desk.onApplication('letter_noted', first, { ...note, number, about: 'o1:2026-10-06:10:00' }))
  expect((await client.query('plan.people', NOTHING)).rows[1]?.person.told).toBe(true)
  await more(desk.onApplication('booked', first, { booking: { ...BOOKING, time: '11:00' } }))
  expect((await client.query('plan.people', NOTHING)).rows[1]?.person.told).toBe(false)
})

it('schedules, absences, restrictions and preparations are told as they change, and only where they are asked about', async () => {
  const desk = new TestDesk(0)
  const approve = (month: string) => desk.act('schedule.approved', `schedule:${month}`, approval(month))
  for (const month of ['2026-09', '2026-11', '2027-01']) approve(month)
  const { client, more } = await opened(desk)
  const months: string[][] = []
  const asked = { from: PlainMonth.parse('2026-10'), to: PlainMonth.parse('2027-01') }
  let end = () => undefined as unknown
  const twice = new Promise<void>(resolve => {
    end = client.subscribe('plan.schedules', asked, found => {
      months.push(found.map(({ key }) => key))
      if (months.length === 2) resolve()
    })
  })
  await more(approve('2026-08'))
  await more(approve('2026-12'))
  await twice
  expect(months).toEqual([
    ['2026-11', '2027-01'],
    ['2026-11', '2026-12', '2027-01'],
  ])
  end()
  const absence = { missing: { kind: 'official', id: 'o1' }, from: '2026-11-02', to: '2026-11-03', ground: 'illness' }
  await more(
    desk.act('absence.set', 'absence:a1', { absence: { ...absence, toldOn: '2026-11-01', acting: null, note: '' } }),
    desk.act('absence.undone', 'absence:a1', {}),
    desk.act('restriction.set', 'restriction:q1', {
      restriction: { from: '2026-11-02', to: null, ground: 'safety', act: 'x' },
    }),
    desk.act('reception.prepared', 'reception:r1', { preparation: { item: 'room', outcome: 'ready', note: '' } }),
  )
  expect(await client.query('absences.all', NOTHING)).toMatchObject([{ key: 'a1', status: 'undone' }])
  expect(await client.query('restrictions.all', NOTHING)).toMatchObject([{ key: 'q1', status: 'standing' }])
  expect(await client.query('receptions.of', { ids: ['r1', 'r2'] })).toMatchObject([{ key: 'r1' }])
  expect(await client.query('helpers.all', NOTHING)).toEqual([])
})

it('of every month that is planned, however far ahead, what an absence or a restriction meets is told', async () => {
  const desk = new TestDesk(0)
  for (const month of ['2026-09', '2026-10', '2027-03', '2031-01']) {
    desk.act('schedule.approved', `schedule:${month}`, approval(month))
  }
  const { client } = await opened(desk)
  const found = await client.query('plan.schedules', { from: PlainMonth.parse('2026-10'), to: LAST_MONTH })
  expect(found.map(({ key }) => key)).toEqual(['2026-10', '2027-03', '2031-01'])
})

it('six hundred who wait are told at once', async () => {
  const desk = new TestDesk(0)
  for (let serial = 1; serial <= 600; serial++) {
    const one = desk.register(serial, `s${serial}`)
    if (serial % 2 === 0) desk.onApplication('booked', one, { booking: { ...BOOKING, time: null } })
  }
  const main = new TestMain()
  main.append(...desk.actions)
  const machine = new TestMachine()
  await openReady(main, machine)
  await settleStore(main, machine)
  // A page that has just been opened holds nothing open: every record is unsealed.
  const { client } = await openReady(main, machine)
  // Work, not time: the machine may be busy.
  const before = process.cpuUsage()
  expect((await client.query('plan.people', NOTHING)).rows).toHaveLength(600)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(400)
})

it('after an act only who it moved is told anew, in the order of application; a holiday that is set counts all answers again', async () => {
  const desk = new TestDesk(0)
  const all = Array.from({ length: 40 }, (_, index) =>
    desk.register(index + 1, `s${index + 1}`, {}, { phone: `${index}` }),
  )
  const { client, more } = await opened(desk)
  const told: (readonly PlannedRow[])[] = []
  let heard: () => void = () => undefined
  client.subscribe('plan.people', NOTHING, ({ rows }) => {
    told.push(rows)
    heard()
  })
  const next = async (...actions: Action[]) => {
    const answered = new Promise<void>(resolve => {
      heard = resolve
    })
    await (actions.length === 0 ? undefined : more(...actions))
    await answered
    return told.at(-1) ?? []
  }
  const before = await next()
  const booked = await next(desk.onApplication('booked', all[7] as Action, { booking: BOOKING }))
  expect(booked.map((row, place) => row === before[place])).toEqual(all.map((_, place) => place !== 7))
  expect(booked[7]?.person.booking?.time).toBe('10:00')
  const gone = await next(desk.onApplication('withdrawn', all[0] as Action, { how: 'oral' }))
  expect(gone).toEqual(booked.slice(1))
  const come = await next(desk.register(41, 's41', { catchUp: { on: '2026-08-01', at: '10:00' } as never }))
  expect(come).toHaveLength(40)
  expect(come.slice(1)).toEqual(gone)
  const name = { kk: 'x', ru: 'x' }
  const holiday = { date: '2026-08-17', mark: 'holiday', key: 'x', name, act: name }
  const year = { year: 2026, status: 'approved', days: [holiday] }
  await more(desk.act('calendar.year_set', 'calendar:2026', { year, act: name }))
  const { rows: counted } = await client.query('plan.people', NOTHING)
  expect([come[0]?.person.answerBy, counted[0]?.person.answerBy]).toEqual(['2026-08-17', '2026-08-18'])
})

it('a refusal of a body is owed whatever month its reception stood in, until it is reported (clause 20)', async () => {
  const desk = new TestDesk(0)
  const at = { ...Reception.parse({ ...RECEPTION, id: 'r9', date: '2026-03-20' }) }
  const gone = Reception.parse({ ...RECEPTION, id: 'r8', date: '2026-04-17' })
  const of = (month: string, receptions: Reception[]) =>
    desk.act('schedule.approved', `schedule:${month}`, {
      ...approval(month),
      schedule: { month, receptions },
    })
  of('2026-03', [at])
  of('2026-04', [gone])
  of('2026-04', [])
  const refused = (id: string) => {
    const entity = `reception:${id}`
    desk.act('reception.invited', entity, {
      invitations: [{ body: 'police', on: '2026-03-02', video: false, letter: '' }],
    })
    desk.act('reception.answered', entity, {
      answer: { body: 'police', outcome: 'refused', on: '2026-03-04', note: '' },
    })
  }
  for (const id of ['r9', 'r8']) refused(id)
  const { client, more } = await opened(desk)
  const owing = async () => {
    const found = await client.query('receptions.owing', NOTHING)
    return found.map(({ state, reception }) => `${state.key} ${reception?.date}`).sort()
  }
  expect(await owing()).toEqual(['r8 2026-04-17', 'r9 2026-03-20'])
  await more(
    desk.act('reception.refusal_reported', 'reception:r9', {
      report: { body: 'police', on: '2026-03-05', letter: '1' },
    }),
  )
  expect(await owing()).toEqual(['r8 2026-04-17'])
})

function approval(month: string) {
  return { schedule: scheduleOf(month, []), approvedBy: 'head', approvedOn: '2026-08-20' }
}
