import { describe, expect, it } from 'vitest'
import { entityId } from '#shared/change/action.ts'
import { type HallVisit, hallBoard, NEW_FOR } from '#shared/hall/board.ts'
import { HallBoard, LARGE_CALLS, SMALL_CALLS, USUAL_HALL } from '#shared/hall/model.ts'
import type { VisitStatus } from '#shared/visit/transitions.ts'

const NOW = Date.parse('2026-11-22T06:00:00.000Z')
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString()

function visit(serial: number, status: VisitStatus, called: number | null): HallVisit {
  const checkIn = { ticket: { letter: 'А', serial }, officialId: null, booked: null, outOfTurn: false, keptFrom: null }
  const call = called === null ? null : { room: `${300 + serial}`, reason: 'arrival', at: ago(called), note: null }
  const state = { status, checkIn, arrivedAt: ago(3600), call, startedAt: null, finishedAt: null }
  return { id: entityId('visit', `20261122-${'a'.repeat(16)}-${serial}`), state } as unknown as HallVisit
}

function board(...visits: HallVisit[]) {
  return hallBoard(visits, { at: NOW, promise: 90, slots: new Map() }, USUAL_HALL)
}

const shown = (...visits: HallVisit[]) => board(...visits).calls.map(({ ticket }) => ticket)

describe('the board of the hall', () => {
  it('shows the newest call first, with its room, and none of who waits, came or left', () => {
    const made = board(
      visit(1, 'called', 60),
      visit(2, 'waiting', null),
      visit(3, 'called', 5),
      visit(4, 'left', 20),
      visit(5, 'arrived', null),
      visit(6, 'finished', 30),
    )
    expect(made.calls).toEqual([
      { ticket: 'А-003', room: '303', at: ago(5), isNew: true },
      { ticket: 'А-001', room: '301', at: ago(60), isNew: false },
    ])
  })

  it('a call that was taken back is gone, and so is the visitor who stepped out or waits again', () => {
    expect(shown(visit(1, 'waiting', null), visit(2, 'parked', 5), visit(3, 'waiting', 5))).toEqual([])
  })

  it('who was missed or came in leaves after the time that is set, who is still called stays', () => {
    const late = USUAL_HALL.leaveAfter * 60
    expect(shown(visit(1, 'missed', late - 1), visit(2, 'served', late - 1))).toEqual(['А-001', 'А-002'])
    expect(shown(visit(1, 'missed', late), visit(2, 'served', late), visit(3, 'called', late * 6))).toEqual(['А-003'])
  })

  it('a recall is new again; a call of one who came in is not', () => {
    const newest = (called: number, status: VisitStatus) => board(visit(1, status, called)).calls[0]?.isNew
    expect([newest(NEW_FOR / 1000 + 40, 'called'), newest(1, 'called'), newest(1, 'served')]).toEqual([
      false,
      true,
      false,
    ])
  })

  it('holds no more than has room on it', () => {
    const many = Array.from({ length: 40 }, (_, at) => visit(at + 1, 'called', 40 - at))
    expect(shown(...many)).toHaveLength(LARGE_CALLS + SMALL_CALLS)
    expect(shown(...many)[0]).toBe('А-040')
  })

  it('tells how many wait and what one who comes now is to expect, with its light', () => {
    const line = Array.from({ length: 7 }, (_, at) => visit(at + 1, 'waiting', null))
    const { waiting, wait } = board(...line)
    expect(waiting).toBe(7)
    expect(wait).toEqual({ from: 120, to: 180, light: 'red', promise: 90 })
    expect(board().wait).toEqual({ from: 0, to: 0, light: 'green', promise: 90 })
  })

  it('has no place for anything else: a name beside a number is refused', () => {
    const made = board(visit(1, 'called', 5))
    expect(HallBoard.safeParse(made).success).toBe(true)
    const named = { ...made, calls: made.calls.map(call => ({ ...call, name: 'Ахметов' })) }
    expect(HallBoard.safeParse(named).success).toBe(false)
    const inTicket = { ...made, calls: made.calls.map(call => ({ ...call, ticket: 'Ахметов' })) }
    expect(HallBoard.safeParse(inTicket).success).toBe(false)
  })
})
