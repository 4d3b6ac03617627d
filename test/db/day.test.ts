import { expect, it } from 'vitest'
import { numberText } from '#shared/application/number.ts'
import type { Action } from '#shared/change/action.ts'
import { dayKey } from '#shared/day/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

async function opened(...desks: TestDesk[]) {
  const main = new TestMain()
  for (const { actions } of desks) main.append(...actions)
  const { client } = await openReady(main, new TestMachine())
  const more = async (...actions: Action[]) => {
    main.append(...actions)
    await client.caughtUp(main.head())
  }
  return { client, more }
}

it('what a day leaves open is of this desk alone and of that day, each with its number, as it moves', async () => {
  const [desk, other] = [new TestDesk(0), new TestDesk(1)]
  const first = desk.register(1, 's1', {}, { eotinish: '' })
  const day = first.date
  const second = desk.register(2, 's2', {}, { eotinish: 'ЖТ-2026-00000001' })
  const visit = desk.checkIn(1, first, day)
  const away = other.register(1, 's3', {}, { eotinish: '' })
  other.checkIn(1, away, day)
  const { client, more } = await opened(desk, other)
  const told = () => client.query('day.open', { day, installation: desk.installation })
  const found = await told()
  expect([found.came, found.registered]).toEqual([1, 2])
  expect(found.open).toEqual([
    { kind: 'not_received', entity: visit.entity, number: 'А-001' },
    { kind: 'no_eotinish', entity: first.entity, number: textOf(first) },
    { kind: 'no_talon', entity: first.entity, number: textOf(first) },
    { kind: 'no_talon', entity: second.entity, number: textOf(second) },
  ])
  await more(
    desk.act('visit.left', visit.entity, {}),
    desk.onApplication('eotinish_noted', first, {}, { eotinish: 'ЖТ-2026-00000002' }),
  )
  expect((await told()).open.map(({ kind }) => kind)).toEqual(['no_talon', 'no_talon'])
  const before = { day: PlainDate.parse('2020-01-09'), installation: desk.installation }
  expect(await client.query('day.open', before)).toEqual({ open: [], came: 0, registered: 0 })
})

it('closed days and packs are told by desk', async () => {
  const desk = new TestDesk(0)
  const day = desk.register(1, 's1').date
  const closed = desk.act('day.closed', `day:${dayKey(day, desk.installation)}`, { open: [] })
  const pack = { request: 'p000000000000001', pack: { from: 9001, to: 9010 } }
  const printed = desk.act('pack.printed', `pack:${desk.installation}`, pack)
  const { client } = await opened(desk)
  expect(await client.query('days.all', {})).toMatchObject([
    { key: dayKey(day, desk.installation), closed: [{ at: closed.at, open: [] }] },
  ])
  expect(await client.query('packs.all', {})).toMatchObject([
    { key: desk.installation, packs: [{ from: 9001, to: 9010, at: printed.at }] },
  ])
})

function textOf({ body }: Action): string {
  return numberText((body as { number: Parameters<typeof numberText>[0] }).number)
}

it('the days a desk was at work are known by their keys, those of other desks and imported rows are not among them', async () => {
  const main = new TestMain()
  const [desk, other] = [
    new TestDesk(0, Date.parse('2026-08-12T05:00:00Z')),
    new TestDesk(1, Date.parse('2026-08-13T05:00:00Z')),
  ]
  desk.imported('old', 'b1', 's1', { registered: PlainDate.parse('2026-08-10') }, {})
  const application = desk.register(1, 's2')
  desk.checkIn(1, application, PlainDate.parse('2026-08-14'))
  other.register(1, 's3', {}, {}, '\u04d8')
  main.append(...desk.actions, ...other.actions)
  const { client } = await openReady(main, new TestMachine())
  const used = (installation: string, from = '2026-08-01') =>
    client.query('days.used', { from: PlainDate.parse(from), to: PlainDate.parse('2026-08-31'), installation })
  expect(await used(desk.installation)).toEqual(['2026-08-12', '2026-08-14'])
  expect(await used(desk.installation, '2026-08-13')).toEqual(['2026-08-14'])
  expect(await used(other.installation)).toEqual(['2026-08-13'])
})
