import { expect, it } from 'vitest'
import type { Action } from '#shared/change/action.ts'
import { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { makeSubject, TestDesk } from '#test/unit/change/make-actions.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

function demand(desk: TestDesk, number: number, application: Action | null, dueOn: string) {
  const body = {
    ...{
      addressee: { unit: null, body: 'police', officialId: null },
      purpose: application ? 'application' : 'reception',
    },
    ...{ application: application?.entity ?? null, reception: 'r1', on: '2026-09-21', dueOn, way: 'letter' },
    text: application ? '' : 'Деректер',
  }
  const personal = application ? { personal: { subject: makeSubject('s1'), value: { text: 'Акт' } } } : {}
  return desk.act('demand.made', `demand:${String(number).padStart(16, '0')}`, { demand: body }, personal)
}

function exchange(desk: TestDesk, number: number, { entity }: Action, followUp: string | null) {
  const feedback = {
    ...{ application: entity, direction: 'to_applicant', channel: 'phone', kind: 'information', on: '2026-09-21' },
    ...{ at: `1${number}:00`, reached: true, followUp, reception: null },
  }
  const key = String(number).padStart(16, '0')
  const personal = { subject: makeSubject('s1'), value: { text: 'Айтылды' } }
  return desk.act('feedback.noted', `feedback:${key}`, { request: key, feedback }, { personal })
}

it('clauses 31, 37: demands and exchanges are told by their days while they are open, and nothing is left of who was erased', async () => {
  const desk = new TestDesk(0)
  const application = desk.register(1, 's1')
  const late = demand(desk, 1, application, '2026-10-20')
  const early = demand(desk, 2, null, '2026-10-01')
  const first = exchange(desk, 1, application, '2026-10-02')
  const second = exchange(desk, 2, application, null)
  const main = new TestMain()
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const more = async (...actions: Action[]) => {
    main.append(...actions)
    await client.caughtUp(main.head())
  }
  const open = async () => (await client.query('demands.open', {})).map(({ state }) => state.id)
  expect(await open()).toEqual([early.entity, late.entity])
  expect((await client.query('demands.open', {})).map(({ application: row }) => row?.id ?? null)).toEqual([
    null,
    application.entity,
  ])
  const of = async (about: string) => (await client.query('demands.of', { about })).map(({ id }) => id)
  expect(await of(application.entity)).toEqual([late.entity])
  expect(await of('r1')).toEqual([early.entity, late.entity])
  const said = async () => (await client.query('feedback.of', { application: application.entity })).map(({ id }) => id)
  expect(await said()).toEqual([second.entity, first.entity])
  expect((await client.query('feedback.to_follow', {})).map(({ state }) => state.id)).toEqual([first.entity])

  await more(
    desk.act('feedback.followed_up', first.entity, { exchange: second.entity }),
    desk.act('feedback.taken_back', second.entity, { ground: 'mistake' }),
    desk.act('demand.answered', early.entity, {
      answer: { outcome: 'full', on: '2026-09-25', number: '', text: 'Бар' },
    }),
  )
  expect(await open()).toEqual([late.entity])
  expect(await client.query('feedback.to_follow', {})).toEqual([])
  expect(await said()).toEqual([first.entity])
  const [from, to] = [PlainDate.parse('2026-09-01'), PlainDate.parse('2026-12-31')]
  expect((await client.query('demands.register', { from, to })).map(({ state }) => state.id)).toEqual([
    early.entity,
    late.entity,
  ])
  await more(desk.erase('s1'))
  const [one] = await client.query('demands.of', { about: application.entity })
  const [told] = await client.query('feedback.of', { application: application.entity })
  expect([one?.text, told?.text]).toEqual([null, null])
  const now = { on: PlainDate.parse('2026-10-05'), at: PlainTime.parse('12:00') }
  await more(desk.act('office.set', 'office:office', { office: FIRST_RUN.office }), desk.logContact('c1'))
  const figures = await client.query('exchange.figures', { from, to, now })
  expect(figures.feedback).toMatchObject({ toApplicant: 1, followUps: 1, followedInTime: 1 })
  expect(figures.callCentre).toMatchObject({ interruptions: 0, openShare: 100 })
})
