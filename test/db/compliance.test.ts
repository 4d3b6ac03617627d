import { expect, it } from 'vitest'
import type { AnswerOf } from '#renderer/db/query-types.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { makeSubject, TestDesk } from '#test/unit/change/make-actions.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const day = (text: string) => PlainDate.parse(text)

function answersIn({ acts }: AnswerOf<'compliance.checks'>): string[] {
  const records = acts.flatMap(({ clauses }) => clauses.flatMap(one => (one.clause === '29' ? one.records : [])))
  return records.filter(({ duty }) => duty === 'answer').map(({ state, by, on }) => `${state} ${by} ${on ?? '-'}`)
}

it('clause 29: what was registered long ago and still waits is judged in its period, and anew when it is booked', async () => {
  const main = new TestMain()
  const desk = new TestDesk(0, Date.parse('2026-01-12T05:00:00Z'))
  desk.act('office.set', 'office:one', { office: FIRST_RUN.office })
  const old = desk.register(1, 's1')
  const paper = { catchUp: { on: '2026-01-05', at: '10:00' } }
  desk.register(2, 's2', paper as never)
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const ask = (from: string, to: string, today: string) =>
    client.query('compliance.checks', { from: day(from), to: day(to), today: day(today) }).then(answersIn)
  expect(await ask('2026-01-01', '2026-01-31', '2026-11-23')).toEqual(['broken 2026-01-20 -', 'broken 2026-01-27 -'])
  expect(await ask('2026-10-01', '2026-12-31', '2026-11-23')).toEqual([])
  const booking = { officialId: 'o1', date: '2026-01-29', time: '10:00' }
  main.append(desk.onApplication('booked', old, { booking }))
  await client.caughtUp(main.head())
  expect(await ask('2026-01-01', '2026-01-31', '2026-11-23')).toEqual([
    'broken 2026-01-20 -',
    'kept 2026-01-27 2026-01-12',
  ])
})

it('clause 35: an instruction given by another desk to who decided the earlier case is found, however long ago both were registered', async () => {
  const main = new TestMain()
  const [desk, other] = [
    new TestDesk(0, Date.parse('2026-01-12T05:00:00Z')),
    new TestDesk(1, Date.parse('2026-06-15T05:00:00Z')),
  ]
  desk.act('office.set', 'office:one', { office: FIRST_RUN.office })
  const [earlier, now] = [desk.register(1, 's1'), desk.register(2, 's2')]
  const executor = { officialId: null, unit: '', body: null, who: 'Серіков Асан Маратұлы' }
  const give = (by: TestDesk, number: number, application: string, looked: readonly string[]) => {
    const key = String(number).padStart(16, '0')
    const asked = { key, executor, action: null, dueOn: number === 1 ? '2026-02-02' : '2026-07-01', earlier: looked }
    const personal = { subject: makeSubject('s1'), value: { action: 'Жөндеу' } }
    const instruction = { ...asked, protocol: `protocol:p${number}`, application }
    return by.act('instruction.given', `instruction:${key}`, { instruction }, { personal })
  }
  const first = give(desk, 1, earlier.entity, [])
  const report = { personal: { subject: makeSubject('s1'), value: { text: 'Болды' } } }
  const answer = { number: '1', on: '2026-01-12', channel: 'post', letter: null, reasoned: true }
  desk.act('instruction.executed', first.entity, { on: '2026-01-12' }, report)
  desk.act('instruction.answered', first.entity, { answer })
  const second = give(other, 2, now.entity, [earlier.entity])
  main.append(...desk.actions, ...other.actions)
  const { client } = await openReady(main, new TestMachine())
  const of = async (clause: string, from: string, to: string) => {
    const { acts } = await client.query('compliance.checks', { from: day(from), to: day(to), today: day('2026-11-23') })
    const records = acts.flatMap(one => one.clauses).filter(one => one.clause === clause)
    return records.flatMap(one => one.records).map(({ entity, state, why }) => `${entity} ${state} ${why ?? '-'}`)
  }
  expect(await of('35', '2026-04-01', '2026-06-30')).toEqual([`${second.entity} broken barred`])
  expect(await of('35', '2026-01-01', '2026-03-31')).toEqual([`${first.entity} kept -`])
  // What fell due is told in its own period, also where the application was registered half a year before.
  expect(await of('32', '2026-07-01', '2026-09-30')).toEqual([`${second.entity} broken -`])
})
