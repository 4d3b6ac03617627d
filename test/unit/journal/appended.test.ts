import { afterEach, describe, expect, test, vi } from 'vitest'
import { Appended, MOST_TOLD } from '#electron/journal/appended.ts'
import { type Action, chainPlaceOf } from '#shared/change/action.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'

function actions(count: number, desk = new TestDesk(0)): Action[] {
  const before = desk.actions.length
  for (let index = 0; index < count; index += 1) desk.imported(`a${before + index}`, 'b1', `s${index}`, {}, {})
  return desk.actions.slice(before)
}

function add(appended: Appended, some: readonly Action[], bytes = 900): void {
  appended.add(
    some,
    some.map(() => bytes),
  )
}

/** What is held of these, taken as a page is read. */
function takenOf(appended: Appended, some: readonly Action[]): Action[] {
  const [first, last] = [some[0]!, some.at(-1)!].map(({ id }) => chainPlaceOf(id))
  return appended.take(first!.installation, first!.sequence, last!.sequence)
}

afterEach(() => void vi.useRealTimers())

describe('told with the news', () => {
  test('what was appended is told once, and what is too much is left to be read', () => {
    const appended = new Appended()
    const desk = new TestDesk(0)
    expect(appended.tell()).toBeNull()
    const some = actions(MOST_TOLD, desk)
    add(appended, some.slice(0, 3))
    add(appended, some.slice(3))
    expect(appended.tell()).toEqual(some)
    expect(appended.tell()).toBeNull()
    add(appended, actions(MOST_TOLD + 1, desk))
    add(appended, actions(1, desk))
    expect(appended.tell()).toBeNull()
    add(appended, actions(1, desk), 65_537)
    expect(appended.tell()).toBeNull()
    const next = actions(1, desk)
    add(appended, next)
    expect(appended.tell()).toEqual(next)
  })

  test('beside others nothing is told, and what comes after it is', () => {
    const appended = new Appended()
    const [one, two] = actions(2) as [Action, Action]
    appended.forget()
    add(appended, [one])
    expect(appended.tell()).toBeNull()
    add(appended, [two])
    expect(appended.tell()).toEqual([two])
  })
})

describe('read with a page', () => {
  test('what is too much to be told is taken with the pages that follow, once, as far as there is no gap', () => {
    const appended = new Appended()
    const some = actions(50)
    add(appended, some)
    expect(appended.tell()).toBeNull()
    expect(takenOf(appended, some.slice(10, 20))).toEqual(some.slice(10, 20))
    expect(takenOf(appended, some)).toEqual(some.slice(0, 10))
    expect(takenOf(appended, some)).toEqual([])
    expect(takenOf(appended, some.slice(20))).toEqual(some.slice(20))
  })

  test('of more than is held the oldest go: the newest are there, the others are on the disk', () => {
    const appended = new Appended()
    const some = actions(5)
    add(appended, some, 1024 * 1024)
    expect(takenOf(appended, some)).toEqual([])
    expect(takenOf(appended, some.slice(1))).toEqual(some.slice(1))
    const one = actions(6).slice(5)
    add(appended, one, 5 * 1024 * 1024)
    expect(takenOf(appended, one)).toEqual([])
  })

  test('what no page reads is forgotten within seconds', () => {
    vi.useFakeTimers()
    const appended = new Appended()
    const some = actions(40)
    add(appended, some.slice(0, 30))
    vi.advanceTimersByTime(9_000)
    add(appended, some.slice(30))
    vi.advanceTimersByTime(9_000)
    expect(takenOf(appended, some.slice(0, 10))).toEqual(some.slice(0, 10))
    vi.advanceTimersByTime(2_000)
    expect(takenOf(appended, some.slice(10))).toEqual([])
    expect(appended.tell()).toBeNull()
    add(appended, actions(1))
    expect(appended.tell()).toHaveLength(1)
  })

  test('beyond an erasure nothing is held and nothing told: the journal has no longer what the person was', () => {
    const appended = new Appended()
    const desk = new TestDesk(0)
    const before = actions(1, desk)
    desk.erase('s0')
    add(appended, before)
    add(appended, desk.actions.slice(1))
    expect(appended.tell()).toBeNull()
    expect(takenOf(appended, desk.actions)).toEqual([])
  })
})
