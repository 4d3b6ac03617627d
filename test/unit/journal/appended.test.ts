import { expect, test } from 'vitest'
import { Appended, MOST_TOLD } from '#electron/journal/appended.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'

function actions(count: number) {
  const desk = new TestDesk(0)
  for (let index = 0; index < count; index += 1) desk.imported(`a${index}`, 'b1', `s${index}`, {}, {})
  return desk.actions
}

test('what was appended is taken once, and what is too much to be told is not kept', () => {
  const appended = new Appended()
  const some = actions(MOST_TOLD)
  expect(appended.take()).toBeNull()
  appended.add(some.slice(0, 3), 900)
  appended.add(some.slice(3), 900)
  expect(appended.take()).toEqual(some)
  expect(appended.take()).toBeNull()
  appended.add(actions(MOST_TOLD + 1), 900)
  appended.add(some.slice(0, 1), 900)
  expect(appended.take()).toBeNull()
  appended.add(some.slice(0, 1), 1_000_000)
  appended.add(some.slice(1, 2), 10)
  expect(appended.take()).toBeNull()
  appended.add(some.slice(0, 1), 900)
  expect(appended.take()).toEqual(some.slice(0, 1))
})

test('beside an erasure nothing is told: the journal has no longer what the person was', () => {
  const appended = new Appended()
  const desk = new TestDesk(0)
  desk.imported('a0', 'b1', 's0', {}, {})
  desk.erase('s0')
  appended.add(desk.actions, 900)
  expect(appended.take()).toBeNull()
})
