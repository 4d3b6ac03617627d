import { describe, expect, it } from 'vitest'
import { PlainTime } from '#shared/time/plain-date.ts'
import { expectedWait, lanesOf, lightOf, paceOf, serviceOf } from '#shared/visit/expected-wait.ts'
import { isSameWait, type StandingWait, standingWaits, waitOfNewcomer } from '#shared/visit/line-waits.ts'
import type { InLine } from '#shared/visit/queue.ts'
import { type Coming, simulateDay } from '#shared/visit/simulate-day.ts'
import { foldVisit } from '#shared/visit/transitions.ts'

const NOW = PlainTime.parse('11:00')
const instant = (minute: number) => new Date(Date.UTC(2026, 10, 22, 19) + minute * 60_000).toISOString()
const call = (room: string, minute: number) => ({ room, reason: 'arrival' as const, at: instant(minute), note: null })

function visit(serial: number, state: Partial<InLine['state']>): InLine {
  const checkIn = { officialId: 'o1', booked: null, outOfTurn: false, keptFrom: null }
  const id = `visit:${String(serial).padStart(3, '0')}` as InLine['id']
  return { id, state: { ...foldVisit([]), arrivedAt: instant(540 + serial), checkIn, ...state } }
}

const finished = (serial: number, minutes: number, room = '301') =>
  visit(serial, {
    status: 'finished',
    startedAt: instant(600),
    finishedAt: instant(600 + minutes),
    call: call(room, 630),
  })

describe('what a reception takes', () => {
  it('is the slot until five have ended, then the day\u2019s own quartiles', () => {
    const four = [10, 12, 14, 40].map((minutes, at) => finished(at, minutes))
    expect(serviceOf(four, 15)).toMatchObject({ middle: 15, learntOf: 0 })
    expect(serviceOf([...four, finished(9, 16)], 15)).toEqual({ lower: 12, middle: 14, upper: 16, learntOf: 5 })
  })

  it('is shared by the rooms that called somebody within the hour', () => {
    const rooms = [finished(1, 10, '301'), finished(2, 10, '302'), visit(3, { call: call('303', 599) })]
    expect(lanesOf(rooms, NOW)).toBe(2)
    expect(lanesOf([], NOW)).toBe(1)
    expect(paceOf(rooms, NOW)).toBe(10)
  })
})

describe('an expected wait', () => {
  const service = { lower: 12, middle: 16, upper: 24, learntOf: 9 }

  it('is a range in steps of five that widens with those before, and is told against the promise', () => {
    expect(expectedWait(0, service, 1, false)).toEqual({ from: 0, to: 0 })
    expect(expectedWait(0, service, 1, true)).toEqual({ from: 0, to: 25 })
    expect(expectedWait(4, service, 1, false)).toEqual({ from: 50, to: 90 })
    expect(expectedWait(4, service, 2, false)).toEqual({ from: 20, to: 50 })
    expect(lightOf(0, { from: 50, to: 90 }, 90)).toBe('green')
    expect(lightOf(20, { from: 50, to: 90 }, 90)).toBe('amber')
    expect(lightOf(41, { from: 50, to: 90 }, 90)).toBe('red')
  })

  it('is said of each who waits in the order of the line, and of who would come now', () => {
    const line = [visit(1, { status: 'served' }), visit(2, { status: 'waiting' }), visit(3, { status: 'waiting' })]
    const rule = { now: NOW, promise: 90 }
    const waits = standingWaits(line, rule, new Map([['o1', 10]]))
    expect([...waits.keys()]).toEqual(['visit:002', 'visit:003'])
    expect(waits.get('visit:002')).toMatchObject({ range: { from: 0, to: 15 }, light: 'red' })
    expect(waitOfNewcomer(line, rule, new Map([['o1', 10]]))).toMatchObject({ light: 'green', learntOf: 0 })
    expect(waitOfNewcomer([], rule, new Map()).range).toEqual({ from: 0, to: 0 })
  })

  it('is honest: on a simulated day at least three of four are called within what was said when they came', () => {
    let state = 7
    const random = () => {
      state = (state * 48271) % 2147483647
      return state / 2147483647
    }
    const people: Coming[] = Array.from({ length: 900 }, (_, at) => ({
      officialId: `o${at % 30}`,
      came: 540 + Math.floor(random() * 400),
      booked: null,
      outOfTurn: random() < 0.05,
      takes: 6 + Math.floor(random() * 16),
      backAfter: null,
    }))
    const calls = simulateDay(people, { opens: 540, promise: 90 })
    let [said, kept] = [0, 0]
    people.forEach((one, at) => {
      const own = calls.find(({ visitor }) => visitor === at)
      if (own === undefined || one.outOfTurn) return
      const same = calls.filter(({ visitor }) => people[visitor]?.officialId === one.officialId)
      const line = same.filter(({ visitor }) => (people[visitor]?.came ?? 0) <= one.came && visitor !== at)
      const takes = (visitor: number) => people[visitor]?.takes ?? 0
      const done = line.filter(({ at: from, visitor }) => from + takes(visitor) <= one.came)
      const inside = line.filter(({ at: from, visitor }) => from <= one.came && from + takes(visitor) > one.came)
      const before = line.length - done.length - inside.length
      const visits = done.map(({ visitor }) => finished(visitor, takes(visitor)))
      const { from, to } = expectedWait(before, serviceOf(visits), 1, inside.length > 0)
      const wait = own.at - one.came
      said++
      if (wait >= from && wait <= to) kept++
    })
    console.info(`expected waits said: ${said}, kept: ${Math.round((100 * kept) / said)} %`)
    expect(kept / said).toBeGreaterThan(0.75)
  })
})

it('another wait is said wherever any word or figure of it is another', () => {
  const wait: StandingWait = { range: { from: 10, to: 20 }, light: 'green', learntOf: 5 }
  expect(isSameWait(wait, structuredClone(wait))).toBe(true)
  const others: StandingWait[] = [
    { ...wait, range: { from: 5, to: 20 } },
    { ...wait, range: { from: 10, to: 25 } },
    { ...wait, light: 'amber' },
    { ...wait, learntOf: 6 },
  ]
  for (const other of others) expect(isSameWait(wait, other)).toBe(false)
})
