import { expect, it } from 'vitest'
import type { Action } from '#shared/change/action.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { scheduleOf } from '#test/fixtures/schedule.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, settleStore, TestMachine, TestMain } from './kit.ts'

const NOTHING = {}
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
  const people = await client.query('plan.people', NOTHING)
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
  expect((await client.query('plan.people', NOTHING))[1]?.person.told).toBe(true)
  await more(desk.onApplication('booked', first, { booking: { ...BOOKING, time: '11:00' } }))
  expect((await client.query('plan.people', NOTHING))[1]?.person.told).toBe(false)
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
  expect(await client.query('plan.people', NOTHING)).toHaveLength(600)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(400)
})

function approval(month: string) {
  return { schedule: scheduleOf(month, []), approvedBy: 'head', approvedOn: '2026-08-20' }
}
