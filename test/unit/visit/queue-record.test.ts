import { expect, it } from 'vitest'
import type { PlainTime } from '#shared/time/plain-date.ts'
import { recordOfDay, sumsOf } from '#shared/visit/queue-record.ts'
import { foldVisit, type VisitState } from '#shared/visit/transitions.ts'

const at = (time: string) => `2026-11-23T0${time}:00.000Z`
const made = (time: string, reason: 'arrival' | 'recall' | 'by_hand' | 'promise', undone = false) => ({
  ...{ room: '301', reason, at: at(time), user: 'u1', undone },
  note: reason === 'by_hand' ? 'Аты-жөні жазылуы мүмкін' : null,
})

function visit(serial: number, arrived: string, log: VisitState['log'], booked: string | null = null) {
  const checkIn = { ticket: { letter: 'А', serial }, officialId: 'o1', booked } as unknown as VisitState['checkIn']
  return { state: { ...foldVisit([]), checkIn, arrivedAt: at(arrived), log } }
}

it('tells a call in the line in which it was made, also after the visitor was sent on to another', () => {
  const one = visit(1, '4:00', [made('4:30', 'arrival'), made('6:00', 'promise')])
  const leg = { officialId: 'o1', helper: null, ground: 'competence', user: 'u1', startedAt: null } as const
  const forwarded = [{ ...leg, at: at('5:00'), from: 'o2', booked: '09:20' as PlainTime }]
  const record = recordOfDay([{ state: { ...one.state, forwarded } }])
  expect(record.map(({ officialId, waited }) => [officialId, waited])).toEqual([
    ['o2', 10],
    ['o1', 120],
  ])
})

it('tells every call of the day in its order, by numbers, with the reason, who called and how long was waited', () => {
  const record = recordOfDay([
    visit(2, '4:10', [made('5:00', 'by_hand', true), made('6:00', 'promise')]),
    visit(1, '4:00', [made('4:30', 'arrival'), made('4:40', 'recall')], '09:20'),
  ])
  expect(record.map(({ at: time, ticket, reason, waited }) => [time, ticket, reason, waited])).toEqual([
    ['09:30', 'А-001', 'arrival', 10],
    ['09:40', 'А-001', 'recall', 20],
    ['10:00', 'А-002', 'by_hand', 50],
    ['11:00', 'А-002', 'promise', 110],
  ])
  expect(record.filter(({ note }) => note !== null)).toHaveLength(1)
  const sums = sumsOf(record, 90)
  expect(sums).toMatchObject({ longest: 110, past: 1 })
  expect([sums.byReason.by_hand, sums.byReason.promise, sums.byReason.recall]).toEqual([0, 1, 1])
  expect(sumsOf([], 90)).toMatchObject({ longest: 0, past: 0 })
})
