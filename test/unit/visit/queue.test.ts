import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntityId } from '#shared/change/action.ts'
import type { PlainTime } from '#shared/time/plain-date.ts'
import { type InLine, orderOfLine, reasonOf } from '#shared/visit/queue.ts'
import { foldVisit, type VisitState } from '#shared/visit/transitions.ts'

const time = (text: string) => text as PlainTime
const WAITING: VisitState = { ...foldVisit([]), status: 'waiting' }

function visitor(serial: number, booked: string | null = null, outOfTurn = false): InLine {
  const checkIn = { outOfTurn, booked: booked === null ? null : time(booked) } as VisitState['checkIn']
  const arrivedAt = new Date(Date.UTC(2026, 10, 23, 4, serial)).toISOString()
  return { id: `visit:${serial}` as EntityId, state: { ...WAITING, checkIn, arrivedAt } }
}

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
      reasonOf({ ...one, state: { ...one.state, status, calls: 1 } }, time('10:00'))
    expect([again(visitor(1), 'called'), again(visitor(1), 'missed')]).toEqual(['recall', 'recall'])
    expect(again(visitor(1, null, true), 'waiting')).toBe('out_of_turn')
    expect(again(visitor(1, '09:59'), 'waiting')).toBe('booked')
    expect(again(visitor(1), 'waiting')).toBe('arrival')
  })

  it('is the same whatever order it is read in, and who goes moves nobody else', () => {
    const people = fc.uniqueArray(
      fc.record({
        serial: fc.integer({ min: 1, max: 59 }),
        booked: fc.option(fc.integer({ min: 0, max: 23 }).map(hour => `${String(hour).padStart(2, '0')}:00`)),
        outOfTurn: fc.boolean(),
      }),
      { selector: one => one.serial, maxLength: 30 },
    )
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 23 }), fc.nat(), (list, hour, gone) => {
        const now = time(`${String(hour).padStart(2, '0')}:30`)
        const line = list.map(({ serial, booked, outOfTurn }) => visitor(serial, booked, outOfTurn))
        const order = names(orderOfLine(line, now))
        expect(names(orderOfLine([...line].reverse(), now))).toEqual(order)
        const leaves = order[gone % Math.max(1, order.length)]
        const rest = line.filter(one => names([one])[0] !== leaves)
        expect(names(orderOfLine(rest, now))).toEqual(order.filter(serial => serial !== leaves))
      }),
      { numRuns: 300 },
    )
  })
})
