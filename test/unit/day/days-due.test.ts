import { describe, expect, it } from 'vitest'
import type { OpenOfDay } from '#renderer/db/query-types.ts'
import { type DayStanding, dayBeforeDue, olderDue, todayDue } from '#renderer/features/close-of-day/days-due.ts'
import type { EntityId } from '#shared/change/action.ts'
import type { LeftOpen } from '#shared/day/model.ts'
import { PlainTime, plainDate } from '#shared/time/plain-date.ts'

const END = PlainTime.parse('18:30')
const waits = { kind: 'not_received', entity: 'visit:20261123-aaaaaaaaaaaaaaaa-0001' as EntityId } as const
const more = { kind: 'missed', entity: 'visit:20261123-aaaaaaaaaaaaaaaa-0002' as EntityId } as const
const leftOf = (open: readonly LeftOpen[], came = 2): OpenOfDay => ({
  open: open.map(one => ({ ...one, number: '' })),
  came,
  registered: 0,
})
/** `at` is a wall time of the office, five hours ahead. */
const closedAt = (at: string, open: readonly LeftOpen[]) => ({ at: `2026-11-23T${at}:00.000Z`, user: 'u1', open })
const standing = (left: OpenOfDay, closed: DayStanding['closed'] = null): DayStanding => ({
  day: plainDate(2026, 11, 23),
  left,
  closed,
})

describe('today waits to be closed', () => {
  it('from the end of its hours, also with nothing open, and not on a day of which there was nothing', () => {
    expect(todayDue(standing(leftOf([waits])), false, END)).toBeNull()
    expect(todayDue(standing(leftOf([waits])), true, END)).toMatchObject({ isToday: true, closedWith: null, open: 1 })
    expect(todayDue(standing(leftOf([])), true, END)).toMatchObject({ open: 0 })
    expect(todayDue(standing(leftOf([], 0)), true, END)).toBeNull()
  })

  it('again where it was closed before their end and something else stands open since', () => {
    const early = closedAt('05:00', [waits])
    expect(todayDue(standing(leftOf([waits]), early), true, END)).toBeNull()
    expect(todayDue(standing(leftOf([waits, more]), early), true, END)).toMatchObject({ open: 2 })
    expect(todayDue(standing(leftOf([waits, more]), closedAt('13:30', [waits])), true, END)).toBeNull()
  })
})

describe('the day before is told of', () => {
  it('where nobody closed it, and how much is open of what it was closed with', () => {
    expect(dayBeforeDue(standing(leftOf([waits])))).toMatchObject({ isToday: false, closedWith: null, open: 1 })
    expect(dayBeforeDue(standing(leftOf([], 0)))).toBeNull()
    const closed = closedAt('13:30', [waits, more])
    expect(dayBeforeDue(standing(leftOf([waits]), closed))).toMatchObject({ closedWith: 2, open: 1 })
    expect(dayBeforeDue(standing(leftOf([]), closed))).toBeNull()
  })
})

describe('days before are told of', () => {
  it('all on which the desk was at work and that nobody closed, but the last working day, which has its own line', () => {
    const day = (number: number) => plainDate(2026, 11, number)
    const used = [day(16), day(17), day(19), day(20)]
    const days = [
      { day: day(17), closed: [closedAt('13:30', [])] },
      { day: day(19), closed: [] },
    ]
    expect(olderDue(used, days, day(20))).toEqual([day(16), day(19)])
    expect(olderDue([], days, day(20))).toEqual([])
  })
})
