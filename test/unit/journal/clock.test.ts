import { describe, expect, test } from 'vitest'
import { createClock, type TimeSource } from '#electron/journal/clock.ts'

const HOUR = 3_600_000
const MORNING = 1_795_000_000_000

function machine(
  wall = MORNING,
): TimeSource & { pass(by: number): void; set(to: number): void; sleep(by: number): void } {
  let now = wall
  let monotonic = 5000
  return {
    wall: () => now,
    monotonic: () => monotonic,
    pass(by) {
      now += by
      monotonic += by
    },
    set(to) {
      now = to
    },
    sleep(by) {
      now += by
    },
  }
}

describe('the clock set while the desk is open', () => {
  test.each([
    ['a year forward', 365 * 24 * HOUR],
    ['6 hours and a bit forward', 6 * HOUR + 1],
    ['a day back', -24 * HOUR],
    ['to 1970', -MORNING],
  ])('%s is not followed: time goes on, until a person confirms', (_, by) => {
    const source = machine()
    const clock = createClock(source)
    source.set(MORNING + by)
    expect(clock.now()).toBe(MORNING)
    source.pass(HOUR)
    expect(clock.now()).toBe(MORNING + HOUR)
    expect(clock.jump()).toEqual({ wall: MORNING + by + HOUR, expected: MORNING + HOUR })
    clock.confirm()
    expect(clock.jump()).toBeNull()
    expect(clock.now()).toBe(MORNING + by + HOUR)
  })

  test('set forward and put right again: believed again without a question', () => {
    const source = machine()
    const clock = createClock(source)
    source.set(MORNING + 400 * 24 * HOUR)
    expect(clock.jump()).not.toBeNull()
    source.set(MORNING + 60_000)
    expect(clock.jump()).toBeNull()
    expect(clock.now()).toBe(MORNING + 60_000)
  })

  test('corrections up to 6 hours are followed', () => {
    const source = machine()
    const clock = createClock(source)
    source.set(MORNING + 6 * HOUR)
    expect(clock.now()).toBe(MORNING + 6 * HOUR)
    source.set(MORNING)
    expect(clock.now()).toBe(MORNING)
    expect(clock.jump()).toBeNull()
  })

  test('a long day moves no question: the two clocks run together', () => {
    const source = machine()
    const clock = createClock(source)
    for (let hour = 0; hour < 100; hour++) {
      source.pass(HOUR)
      expect(clock.jump()).toBeNull()
    }
    source.pass(100 * HOUR)
    expect(clock.jump()).toBeNull()
  })

  test('a night asleep is believed after waking, a clock that went back in it is not', () => {
    const source = machine()
    const clock = createClock(source)
    source.sleep(14 * HOUR)
    clock.resumed()
    expect(clock.now()).toBe(MORNING + 14 * HOUR)
    source.set(MORNING)
    clock.resumed()
    expect(clock.now()).toBe(MORNING + 14 * HOUR)
  })

  test('a wall that is 61 days ahead after waking is not believed', () => {
    const source = machine()
    const clock = createClock(source)
    source.sleep(61 * 24 * HOUR)
    clock.resumed()
    expect(clock.jump()).not.toBeNull()
    expect(clock.now()).toBe(MORNING)
  })
})

describe('the clock at a start', () => {
  test('more than 6 hours behind the last action: time goes on from the action', () => {
    const clock = createClock(machine())
    clock.start(MORNING + 7 * HOUR)
    expect(clock.jump()).toEqual({ wall: MORNING, expected: MORNING + 7 * HOUR })
    expect(clock.now()).toBe(MORNING + 7 * HOUR)
  })

  test.each([
    ['a room closed for 61 days', 61],
    ['a battery that forgot the year', 10 * 365],
  ])('%s: time goes on from the last action until a person confirms, once', (_, days) => {
    const source = machine()
    const clock = createClock(source)
    const last = MORNING - days * 24 * HOUR
    clock.start(last)
    expect(clock.jump()).toEqual({ wall: MORNING, expected: last })
    source.pass(HOUR)
    expect(clock.now()).toBe(last + HOUR)
    clock.confirm()
    expect(clock.jump()).toBeNull()
    expect(clock.now()).toBe(MORNING + HOUR)
    clock.start(MORNING + HOUR)
    expect(clock.jump()).toBeNull()
  })

  test('ahead by far and put right again: believed without a question', () => {
    const source = machine(MORNING + 400 * 24 * HOUR)
    const clock = createClock(source)
    clock.start(MORNING)
    expect(clock.jump()).not.toBeNull()
    source.set(MORNING + 60_000)
    expect(clock.jump()).toBeNull()
  })

  test.each([
    ['a weekend after the last action', MORNING - 60 * HOUR],
    ['a little behind it', MORNING + 5 * HOUR],
    ['a room closed for 60 days', MORNING - 60 * 24 * HOUR],
    ['with no action yet', null],
  ])('%s: believed', (_, last) => {
    const clock = createClock(machine())
    clock.start(last)
    expect(clock.jump()).toBeNull()
    expect(clock.now()).toBe(MORNING)
  })
})
