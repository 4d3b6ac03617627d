import { expect, it } from 'vitest'
import { PlainDate } from '#shared/time/plain-date.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const day = (text: string) => PlainDate.parse(text)
const today = day('2026-10-05')

it('clause 37(1): who came again stands in the cell of topic and district until a person says the matter is another', async () => {
  const main = new TestMain()
  const desk = new TestDesk(0, Date.parse('2026-08-12T05:00:00Z'))
  desk.act('office.set', 'office:one', { office: FIRST_RUN.office })
  const old = { registered: day('2026-02-03'), topic: 'roads', district: 'uralsk' }
  desk.imported('old', 'b1', 's1', old, { essence: 'Дорога на улице Абая разбита' })
  desk.imported('other', 'b1', 's2', { ...old, registered: day('2026-07-03'), outcome: 'refused_repeat' }, {})
  const again = desk.register(1, 's1', { topic: 'roads', district: 'uralsk' })
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const ask = async () => (await client.query('analytics.period', { period: '2026-Q3', today })).repeats
  const cellOf = async () => {
    const { cells } = await ask()
    return cells.find(({ topic, district }) => topic === 'roads' && district === 'uralsk')
  }
  expect(await cellOf()).toMatchObject({ persons: 2, applications: 2 })
  expect((await cellOf())?.repeats.map(({ ground, number }) => [ground, number])).toEqual(
    expect.arrayContaining([
      ['refused', null],
      ['topic', 'А-2026-000001'],
    ]),
  )
  const different = { earlier: 'application:old', same: false }
  main.append(desk.onApplication('repeat_decided', again, different, { because: 'Басқа көше' }))
  await client.caughtUp(main.head())
  expect(await cellOf()).toMatchObject({ persons: 1, applications: 2 })
  main.append(desk.onApplication('repeat_decided', again, { ...different, same: true }, { because: 'Сол көше' }))
  await client.caughtUp(main.head())
  expect((await ask()).byGround).toEqual({ decided: 1, refused: 1, alike: 0, topic: 0 })
})

it('nothing of a person crosses to the page: neither name, number of a person, text nor key', async () => {
  const main = new TestMain()
  const desk = new TestDesk(0, Date.parse('2026-08-12T05:00:00Z'))
  desk.act('office.set', 'office:one', { office: FIRST_RUN.office })
  desk.imported('a', 'b1', 's1', {}, { essence: 'Тайна' })
  desk.imported('b', 'b1', 's1', { registered: day('2026-07-20') }, { essence: 'Тайна' })
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const told = await client.query('analytics.period', { period: '2026-Q3', today })
  const page = await client.query('analytics.official', {
    officialId: 'o1',
    from: day('2026-07-01'),
    to: day('2026-09-30'),
    today,
  })
  expect(told.repeats.repeats).toBe(1)
  expect(JSON.stringify([told, page])).not.toMatch(/Мұхамбетова|750817453054|Тайна|77015970819|s1000/)
})

it('a time of which nobody came is a no-show; one moved the day before is not; the page tells what stands before', async () => {
  const main = new TestMain()
  const desk = new TestDesk(0, Date.parse('2026-08-12T05:00:00Z'))
  desk.act('office.set', 'office:one', { office: FIRST_RUN.office })
  const booking = (date: string) => ({ booking: { officialId: 'o1', date, time: '10:00' } })
  const moved = desk.register(1, 's1', { topic: 'roads' })
  desk.onApplication('booked', moved, booking('2026-08-20'))
  desk.onApplication('booked', moved, booking('2026-10-20'))
  const absent = desk.register(2, 's2', { topic: 'land' })
  desk.onApplication('booked', absent, booking('2026-08-21'))
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const { noShows } = await client.query('analytics.period', { period: '2026-Q3', today })
  expect(noShows).toEqual({ expected: 1, absent: 1 })
  const asked = { officialId: 'o1', from: day('2026-07-01'), to: day('2026-09-30'), today }
  const { next, topics } = await client.query('analytics.official', asked)
  expect(next).toEqual({ on: '2026-10-20', applicants: 1, again: 0 })
  expect(topics).toEqual([{ topic: 'roads', received: 0, next: 1 }])
})
