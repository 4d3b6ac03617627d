import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VisitRow } from '#renderer/db/query-types.ts'
import {
  ALL,
  ANYONE,
  callOf,
  findCalledTo,
  findNext,
  inOrderShown,
  isFirst,
  minutesBetween,
  waitingByLine,
} from '#renderer/features/reception/line.ts'
import type { PlainTime } from '#shared/time/plain-date.ts'
import { foldVisit, VISIT_ACTS, type VisitState, type VisitStatus } from '#shared/visit/transitions.ts'

const time = (text: string) => text as PlainTime
const NOW = time('10:00')
const RULE = { now: NOW, promise: 90 }

interface Part {
  readonly officialId?: string | null
  readonly booked?: string
  readonly outOfTurn?: boolean
  readonly status?: VisitStatus
  readonly room?: string
  readonly calls?: number
}

function visitor(serial: number, part: Part = {}): VisitRow {
  const { officialId = 'o1', booked = null, outOfTurn = false, status = 'waiting', room = null, calls = 0 } = part
  const checkIn = { officialId, booked, outOfTurn } as VisitState['checkIn']
  const call = room === null ? null : { room, reason: 'arrival' as const, note: null, at: '' }
  const arrivedAt = new Date(Date.UTC(2026, 10, 23, 4, serial)).toISOString()
  const state: VisitState = { ...foldVisit([]), status, checkIn, call, calls, arrivedAt }
  return {
    id: `visit:${String(serial).padStart(3, '0')}` as VisitRow['id'],
    head: null,
    needsUpdate: false,
    state,
    application: null,
  }
}

const serials = (rows: readonly VisitRow[]) => rows.map(({ id }) => Number(id.slice(6)))

describe('who is called next', () => {
  it('is the first of the asked line, whoever waits for another official', () => {
    const rows = [visitor(1, { officialId: 'o2' }), visitor(2), visitor(3, { outOfTurn: true })]
    expect(findNext(rows, 'o1', RULE)?.id).toBe('visit:003')
    expect(findNext(rows, 'o2', RULE)?.id).toBe('visit:001')
    expect(findNext(rows, ANYONE, RULE)).toBeNull()
  })

  it('is of all lines nobody whose official is taken; helpers have many rooms', () => {
    const taken = visitor(1, { status: 'served' })
    const rows = [taken, visitor(2, { outOfTurn: true }), visitor(3, { officialId: 'o2' })]
    expect(findNext(rows, ALL, RULE)?.id).toBe('visit:003')
    const helpers = [visitor(1, { officialId: null, status: 'called' }), visitor(2, { officialId: null })]
    expect(findNext(helpers, ALL, RULE)?.id).toBe('visit:002')
  })

  it('is never one whose identity was not checked', () => {
    const rows = (['arrived', 'stopped', 'missed', 'left', 'finished'] as const).map((status, index) =>
      visitor(index, { status }),
    )
    expect(findNext(rows, ALL, RULE)).toBeNull()
  })

  it('knows the room that waits for somebody, until that one came in', () => {
    const rows = [visitor(1, { status: 'called', room: '301' }), visitor(2, { status: 'served', room: '205' })]
    expect(findCalledTo(rows, '301')?.id).toBe('visit:001')
    expect(findCalledTo(rows, '205')).toBeNull()
  })
})

describe('a call', () => {
  it('says why, and is by hand where another was first', () => {
    const first = visitor(1, { booked: '09:30' })
    const second = visitor(2)
    const rows = [first, second]
    expect(callOf(rows, first, RULE, '301')).toEqual({ room: '301', reason: 'booked' })
    expect(callOf(rows, second, RULE, '301')).toEqual({ room: '301', reason: 'by_hand' })
    expect([isFirst(rows, first, RULE), isFirst(rows, second, RULE)]).toEqual([true, false])
  })

  it('of one who was called before is a recall, wherever the line stands', () => {
    const missed = visitor(2, { status: 'missed', calls: 1, room: '301' })
    expect(callOf([visitor(1), missed], missed, RULE, '301').reason).toBe('recall')
  })

  it('of one who was put back into the line is by the right he stands in it', () => {
    const back = visitor(1, { calls: 1, booked: '09:30' })
    const rows = [back, visitor(2, { calls: 1 })]
    expect(callOf(rows, back, RULE, '301').reason).toBe('booked')
    expect(callOf(rows, rows[1]!, RULE, '301').reason).toBe('by_hand')
    expect(callOf([rows[1]!], rows[1]!, RULE, '301').reason).toBe('arrival')
  })
})

describe('the line as shown', () => {
  it('begins with who is with somebody, and ends with who has gone; nobody is lost or doubled', () => {
    const statuses = Object.keys(VISIT_ACTS) as VisitStatus[]
    const people = fc.array(fc.record({ status: fc.constantFrom(...statuses), outOfTurn: fc.boolean() }), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(people, list => {
        const rows = list.map((part, index) => visitor(index, part))
        const shown = inOrderShown(rows, RULE)
        expect(serials(shown).sort((a, b) => a - b)).toEqual(serials(rows))
        const ranks = shown
          .map(({ state }) => ['called', 'served', 'waiting'].indexOf(state.status))
          .map(at => (at < 0 ? 3 : at))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
        const waiting = shown.filter(({ state }) => state.status === 'waiting')
        const first =
          rows.length === 0
            ? null
            : findNext(
                rows.filter(({ state }) => state.status === 'waiting'),
                'o1',
                RULE,
              )
        expect(waiting[0]?.id ?? null).toBe(first?.id ?? null)
      }),
      { numRuns: 200 },
    )
  })

  it('counts who waits, by line', () => {
    const rows = [visitor(1), visitor(2, { officialId: null }), visitor(3, { status: 'arrived' })]
    expect(Object.fromEntries(waitingByLine(rows))).toEqual({ [ALL]: 2, o1: 1, [ANYONE]: 1 })
  })

  it('counts minutes of waiting, none where clocks differ', () => {
    expect(minutesBetween(time('09:58'), time('11:03'))).toBe(65)
    expect(minutesBetween(time('10:01'), NOW)).toBe(0)
  })
})
