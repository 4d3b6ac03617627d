import { describe, expect, it } from 'vitest'
import type { EntityId } from '#shared/change/action.ts'
import { isSameOpen, leftOpenOf, type VisitOfDay } from '#shared/day/left-open.ts'
import { VISIT_ACTS, type VisitStatus } from '#shared/visit/transitions.ts'

const id = (number: number) => `visit:20261123-aaaaaaaaaaaaaaaa-000${number}` as EntityId
const visit = (
  number: number,
  status: VisitStatus,
  room: string | null = null,
  at = '',
  startedAt: string | null = null,
) =>
  ({
    id: id(number),
    state: { status, call: room === null ? null : { room, reason: 'arrival', at, note: null }, startedAt },
  }) as VisitOfDay

describe('what a day leaves open', () => {
  it('is told of each status a visit may stand in', () => {
    const statuses = Object.keys(VISIT_ACTS) as VisitStatus[]
    const kinds = statuses.map(status => [status, leftOpenOf([visit(1, status)], [])[0]?.kind ?? null])
    expect(Object.fromEntries(kinds)).toEqual({
      absent: null,
      arrived: 'not_received',
      stopped: 'not_received',
      barred: 'not_received',
      waiting: 'not_received',
      parked: 'parked',
      called: 'not_received',
      served: 'in_room',
      missed: 'missed',
      finished: null,
      left: null,
    })
  })

  it('is a result that lacks where the room has called another since, and only then', () => {
    const inRoom = visit(1, 'served', '110', '2026-11-23T05:00:00.000Z', '2026-11-23T05:01:00.000Z')
    const before = visit(2, 'finished', '110', '2026-11-23T04:00:00.000Z', '2026-11-23T04:01:00.000Z')
    const elsewhere = visit(3, 'finished', '111', '2026-11-23T06:00:00.000Z')
    const after = visit(4, 'missed', '110', '2026-11-23T05:30:00.000Z')
    expect(leftOpenOf([inRoom, before, elsewhere], [])).toEqual([{ kind: 'in_room', entity: id(1) }])
    expect(leftOpenOf([inRoom, after], [])).toEqual([
      { kind: 'missed', entity: id(4) },
      { kind: 'no_result', entity: id(1) },
    ])
  })

  it('stands in one order, whatever order it was found in', () => {
    const applications = [2, 1].map(number => ({
      id: `application:aaaaaaaaaaaaaaaa-2026-00000${number}` as EntityId,
      marks: ['open', 'no_talon', 'no_eotinish'] as const,
    }))
    const visits = [visit(2, 'waiting'), visit(1, 'arrived')]
    const open = leftOpenOf(visits, applications)
    expect(isSameOpen(open, leftOpenOf(visits.toReversed(), applications.toReversed()))).toBe(true)
    expect(open.map(({ kind }) => kind)).toEqual([
      'not_received',
      'not_received',
      'no_eotinish',
      'no_eotinish',
      'no_talon',
      'no_talon',
    ])
    expect(isSameOpen(open, open.slice(1))).toBe(false)
  })
})
