import { expect, it } from 'vitest'
import type { StoreClient } from '#renderer/db/client.ts'
import type { AnswerOf, ParamsOf, QueryName } from '#renderer/db/query-types.ts'
import { watchesOf } from '#renderer/db/watches.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const VISIT_DAY = PlainDate.parse('2026-09-21')

it('components that ask the same share one live query, which ends with the last of them', async () => {
  const main = new TestMain()
  const machine = new TestMachine()
  const desk = new TestDesk(0)
  main.append(desk.imported('a', 'b1', 's1', {}, {}))
  const { client, heard } = await openReady(main, machine)
  const watches = watchesOf(client)
  const answersSoFar = () => heard.filter(message => message.kind === 'answer').length
  const changed = (watch: { subscribe: (callback: () => void) => () => void }) =>
    new Promise<() => void>(resolve => {
      const end: () => void = watch.subscribe(() => resolve(end))
    })
  const first = watches.get('totals', {})
  const endFirst = await changed(first)
  const second = watches.get('totals', {})
  expect(second).toBe(first)
  expect(second.getState()).toEqual({ value: { applications: 1, marked: 0, attentions: 0 }, error: null })
  expect(answersSoFar()).toBe(1)
  const moved = changed(second)
  endFirst()
  main.append(desk.imported('b', 'b1', 's2', {}, {}))
  const endSecond = await moved
  expect(second.getState().value?.applications).toBe(2)
  endSecond()
  const before = answersSoFar()
  main.append(desk.imported('c', 'b1', 's3', {}, {}))
  await client.caughtUp(main.head())
  expect((await client.query('totals', {})).applications).toBe(3)
  expect(answersSoFar()).toBe(before + 1)
})

it('what only visits move wakes no list of applications, and a registration wakes each of them once', async () => {
  const main = new TestMain()
  const desk = new TestDesk(0)
  const application = desk.register(1, 's1', {}, {})
  main.append(...desk.actions)
  const { client } = await openReady(main, new TestMachine())
  const page = live<'applications.page'>(client, 'applications.page', { filter: {}, after: null, limit: 10 })
  const open = live<'applications.waiting'>(client, 'applications.waiting', { mark: 'open', limit: 10 })
  const totals = live<'totals'>(client, 'totals', {})
  const visits = live<'visits.day'>(client, 'visits.day', { day: VISIT_DAY })
  const counts = () => [page.told.map(one => one.total), open.told.map(one => one.total), totals.told.length]
  await Promise.all([page.next(1), open.next(1), totals.next(1), visits.next(1)])
  main.append(desk.checkIn(1, application, VISIT_DAY))
  await visits.next(2)
  await client.query('totals', {})
  expect(counts()).toEqual([[1], [1], 1])
  main.append(desk.register(2, 's2', {}, {}))
  await Promise.all([page.next(2), open.next(2), totals.next(2)])
  expect(counts()).toEqual([[1, 2], [1, 2], 2])
  expect(visits.told.map(rows => rows.length)).toEqual([0, 1])
})

/** A live query with all it was told; `next` waits for so many answers. */
function live<Q extends QueryName>(client: StoreClient, name: Q, params: ParamsOf<Q>) {
  const told: AnswerOf<Q>[] = []
  let changed = () => {}
  client.subscribe(name, params, value => {
    told.push(value)
    changed()
  })
  const next = (count: number) =>
    new Promise<void>(resolve => {
      const before = changed
      changed = () => {
        before()
        if (told.length >= count) resolve()
      }
      if (told.length >= count) resolve()
    })
  return { told, next }
}
