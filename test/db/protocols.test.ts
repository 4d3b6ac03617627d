import { expect, it } from 'vitest'
import { numberText } from '#shared/application/number.ts'
import type { Action } from '#shared/change/action.ts'
import { makeSubject, TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const VISIT = 'visit:20260922-aaaaaaaaaaaaaaaa-0001'
const executor = { officialId: 'o2', unit: '', body: null, who: '' }
const words = { essence: 'а', said: '', decision: 'б', note: '', others: '', actions: [] }

function asked(number: number, dueOn: string) {
  return { key: String(number).padStart(16, '0'), executor, action: null, dueOn, earlier: [] }
}

function draft(desk: TestDesk, { entity }: Action, subject: string) {
  const protocol = {
    ...{ application: entity, visit: VISIT, batch: null, instead: null, reception: null, officialId: 'o1' },
    ...{ place: '', on: '2026-09-22', from: null, to: '10:20', language: 'kk', secretary: '', participants: [] },
    ...{ media: null, profile: 'WKO-2020/2023', instructions: [] },
  }
  const personal = { subject: makeSubject(subject), value: words }
  return desk.act('protocol.drafted', 'protocol:p1', { protocol }, { personal })
}

function give(desk: TestDesk, { entity: application }: Action, number: number, dueOn: string) {
  const instruction = { ...asked(number, dueOn), protocol: 'protocol:p1', application }
  const personal = { subject: makeSubject('s1'), value: { action: 'Жөндеу' } }
  return desk.act('instruction.given', `instruction:${asked(number, dueOn).key}`, { instruction }, { personal })
}

it('clause 32: what is on control is told by its due day while it is, and the person is gone from it once erased', async () => {
  const desk = new TestDesk(0)
  const application = desk.register(1, 's1')
  draft(desk, application, 's1')
  desk.act('protocol.signed', 'protocol:p1', {
    ...{ request: '0'.repeat(16), number: { letter: 'А', suffix: null, year: 2026, serial: 1 } },
    ...{ on: '2026-09-22', signedBy: 'o1' },
  })
  const late = give(desk, application, 1, '2026-10-20')
  const early = give(desk, application, 2, '2026-10-01')
  const main = new TestMain()
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const more = async (...actions: Action[]) => {
    main.append(...actions)
    await client.caughtUp(main.head())
  }
  const controlled = async () => (await client.query('instructions.controlled', {})).map(({ state }) => state.id)
  expect(await controlled()).toEqual([early.entity, late.entity])
  expect((await client.query('instructions.controlled', {}))[0]?.application?.id).toBe(application.entity)
  for (const about of [application.entity, VISIT]) {
    expect((await client.query('protocols.of', { about })).map(({ key }) => key)).toEqual(['p1'])
  }
  expect((await client.query('protocols.unsent', {})).map(({ key }) => key)).toEqual(['p1'])
  const report = { personal: { subject: makeSubject('s1'), value: { text: 'Болды' } } }
  await more(
    desk.act('protocol.sent', 'protocol:p1', { dispatch: { channel: 'eotinish', on: '2026-09-23' } }),
    desk.act('instruction.extended', early.entity, {
      ...{ to: '2026-11-20', basis: { on: '2026-09-25', number: '1', by: 'А. Серіков' } },
    }),
    desk.act('instruction.executed', late.entity, { on: '2026-09-25' }, report),
  )
  expect(await client.query('protocols.unsent', {})).toEqual([])
  expect(await controlled()).toEqual([late.entity, early.entity])
  const past = await client.query('instructions.past', { executors: ['o2'] })
  expect((past.o2 ?? []).map(({ doneOn }) => doneOn)).toEqual(['2026-09-25'])
  const answer = { number: '1', on: '2026-09-26', channel: 'post', letter: null, reasoned: true }
  await more(
    desk.act('instruction.answered', late.entity, { answer }),
    desk.act('instruction.closed', late.entity, {}, { user: 'u2' }),
  )
  expect(await controlled()).toEqual([early.entity])
  const handled = await client.query('executors.handled', { applications: [application.entity] })
  expect(handled.map(({ how, officialId }) => `${how} ${officialId}`).sort()).toEqual(['assigned o2', 'decided o2'])
  // What has no number of its own is told by that of its application.
  const figure = { measure: 'instruction_closed', dimension: null, codes: [], quarter: '2026-Q3' } as never
  const { registered } = (await client.query('applications.one', { id: application.entity })) ?? {}
  expect((await client.query('report.records', figure)).map(({ about, number }) => [about, number])).toEqual([
    [application.entity, registered ? numberText(registered.number) : ''],
  ])
  await more(desk.erase('s1'))
  const [one] = await client.query('instructions.of', { application: application.entity })
  expect([one?.text, one?.executed?.text]).toEqual([null, null])
  expect((await client.query('protocols.of', { about: VISIT }))[0]?.personal).toBeNull()
})
