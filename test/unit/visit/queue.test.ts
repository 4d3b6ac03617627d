import { describe, expect, it } from 'vitest'
import type { EntityId } from '#shared/change/action.ts'
import type { PlainTime } from '#shared/time/plain-date.ts'
import { type InLine, orderOfLine as ordered, reasonOf as reasoned } from '#shared/visit/queue.ts'
import { foldVisit, type VisitState } from '#shared/visit/transitions.ts'

const time = (text: string) => text as PlainTime
const WAITING: VisitState = { ...foldVisit([]), status: 'waiting' }

function visitor(serial: number, booked: string | null = null, outOfTurn = false): InLine {
  const checkIn = { outOfTurn, booked: booked === null ? null : time(booked) } as VisitState['checkIn']
  const arrivedAt = new Date(Date.UTC(2026, 10, 23, 4, serial)).toISOString()
  return { id: `visit:${serial}` as EntityId, state: { ...WAITING, checkIn, arrivedAt } }
}

const orderOfLine = (line: readonly InLine[], now: PlainTime) => ordered(line, { now, promise: 90 })
const reasonOf = (one: InLine, now: PlainTime) => reasoned(one, [one], { now, promise: 90 })
const names = (line: readonly InLine[]) => line.map(({ id }) => Number(id.slice(6)))

describe('the line', () => {
  it('is out of turn, then those whose time has come, then as they arrived', () => {
    const line = [visitor(1), visitor(2, '10:00'), visitor(3, '09:30'), visitor(4, '12:00'), visitor(5, null, true)]
    expect(names(orderOfLine(line, time('10:05')))).toEqual([5, 3, 2, 1, 4])
    expect(names(orderOfLine(line, time('09:00')))).toEqual([5, 1, 2, 3, 4])
  })

  it('says why each is called', () => {
    expect(reasonOf(visitor(1, null, true), time('10:00'))).toBe('out_of_turn')
    expect(reasonOf(visitor(1, '09:59'), time('10:00'))).toBe('booked')
    expect(reasonOf(visitor(1, '10:01'), time('10:00'))).toBe('arrival')
  })

  it('calls again only who is called or was missed: who was put back keeps the right he stands by', () => {
    const again = (one: InLine, status: VisitState['status']) =>
      reasonOf({ ...one, state: { ...one.state, status } }, time('10:00'))
    expect([again(visitor(1), 'called'), again(visitor(1), 'missed')]).toEqual(['recall', 'recall'])
    expect(again(visitor(1, null, true), 'waiting')).toBe('out_of_turn')
    expect(again(visitor(1, '09:59'), 'waiting')).toBe('booked')
    expect(again(visitor(1), 'waiting')).toBe('arrival')
  })

  it('tells a call past the first by hand, and one that the promise alone makes first by the promise', () => {
    const line = [visitor(1), visitor(2, '10:20')]
    const at = (now: string) => line.map(one => reasoned(one, line, { now: time(now), promise: 90 }))
    expect(at('10:20')).toEqual(['promise', 'by_hand'])
    expect(at('10:19')).toEqual(['arrival', 'by_hand'])
    const early = [visitor(1), visitor(2, '09:30')]
    expect(early.map(one => reasoned(one, early, { now: time('09:30'), promise: 90 }))).toEqual(['by_hand', 'booked'])
    expect(names(ordered(line, { now: time('10:20'), promise: 300 }))).toEqual([2, 1])
  })

  it('never lets the promise delay who goes out of turn', () => {
    const line = [visitor(1), visitor(2, '10:20'), visitor(50, null, true)]
    expect(names(orderOfLine(line, time('17:00')))).toEqual([50, 1, 2])
  })

  it('counts a given time no more for who came over a quarter of an hour late, whoever it is', () => {
    // Came at 09:20; at 09:21 the one before is not pressed.
    expect(names(orderOfLine([visitor(1), visitor(20, '09:05')], time('09:21')))).toEqual([20, 1])
    expect(names(orderOfLine([visitor(1), visitor(20, '09:04')], time('09:21')))).toEqual([1, 20])
  })

  it('keeps the place of who was not received the day before', () => {
    const kept = visitor(30)
    const checkIn = { ...kept.state.checkIn, keptFrom: '2026-11-20T10:00:00.000Z' } as VisitState['checkIn']
    const line = [
      visitor(1),
      { ...kept, state: { ...kept.state, checkIn } },
      visitor(2, '09:40'),
      visitor(40, null, true),
    ]
    expect(names(orderOfLine(line, time('09:30')))).toEqual([40, 30, 1, 2])
    expect(names(orderOfLine(line, time('09:41')))).toEqual([40, 30, 2, 1])
  })

  it('weighs each line for itself when several are looked at', () => {
    const other = (one: InLine): InLine => ({
      ...one,
      state: { ...one.state, checkIn: { ...one.state.checkIn, officialId: 'o2' } as VisitState['checkIn'] },
    })
    const own = [visitor(1), visitor(2, '10:20'), visitor(3)]
    const both = [...own, ...[visitor(4), visitor(5), visitor(6, '10:10')].map(other)]
    const shown = names(orderOfLine(both, time('10:20'))).filter(serial => serial <= 3)
    expect(shown).toEqual(names(orderOfLine(own, time('10:20'))))
  })

  it('orders six hundred who wait in under two milliseconds', () => {
    const line = Array.from({ length: 600 }, (_, at) => visitor(at, at % 3 === 0 ? '09:30' : null, at % 11 === 0))
    const took = Array.from({ length: 30 }, () => {
      const from = performance.now()
      orderOfLine(line, time('10:00'))
      return performance.now() - from
    })
    expect(took.sort((a, b) => a - b)[7]).toBeLessThan(2)
    console.info(`order of 600: median ${took[15]?.toFixed(2)} ms`)
  })
})
