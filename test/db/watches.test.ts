import { expect, it } from 'vitest'
import { watchesOf } from '#renderer/db/watches.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

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
