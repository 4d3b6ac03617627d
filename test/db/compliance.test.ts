import { expect, it } from 'vitest'
import type { AnswerOf } from '#renderer/db/query-types.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
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
