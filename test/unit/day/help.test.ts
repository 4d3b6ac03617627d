import { describe, expect, it } from 'vitest'
import { isHelpKey } from '#renderer/features/help/help-key.ts'
import { type InBuilding, inBuilding, isConfirmed, openHelp } from '#shared/day/help.ts'
import { DeskLetter } from '#shared/office/model.ts'
import type { VisitStatus } from '#shared/visit/transitions.ts'

const letter = DeskLetter.parse('А')

describe('one press calls nobody, two within three seconds do', () => {
  it.each([
    [null, 0, false],
    [1000, 4000, true],
    [1000, 4001, false],
  ])('first at %j, pressed at %j: %j', (first, at, called) => {
    expect(isConfirmed(first, at)).toBe(called)
  })

  it('is heard by the place of its key, and by no other', () => {
    const press = { code: 'KeyH', ctrlKey: true, shiftKey: true, altKey: false, metaKey: false }
    expect(isHelpKey(press)).toBe(true)
    expect(isHelpKey({ ...press, shiftKey: false })).toBe(false)
    expect(isHelpKey({ ...press, altKey: true })).toBe(false)
    expect(isHelpKey({ ...press, code: 'KeyG' })).toBe(false)
  })
})

it('help is needed where it was said last, since the first call, until it came', () => {
  const call = (room: string, at: string, endedAt: string | null) => ({ room, at, user: 'u', endedAt })
  const over = call('101', '2026-11-22T04:00:00.000Z', '2026-11-22T04:01:00.000Z')
  expect(openHelp({ help: [over] })).toBeNull()
  const open = [over, call('101', '2026-11-22T05:00:00.000Z', null), call('', '2026-11-22T05:01:00.000Z', null)]
  const said = [...open, call('301', '2026-11-22T05:02:00.000Z', null)]
  expect(openHelp({ help: said })).toEqual({ rooms: ['301', '101'], since: '2026-11-22T05:00:00.000Z' })
})

it('who is in the building is told by number and room alone, those in rooms first; who missed the call may be in it still', () => {
  const visit = (serial: number, status: VisitStatus, room: string | null) => ({
    status,
    checkIn: { ticket: { letter, serial } } as never,
    call: room === null ? null : { room, reason: 'arrival' as const, at: '2026-11-22T05:00:00.000Z', note: null },
  })
  const told = inBuilding([
    visit(1, 'finished', '301'),
    visit(2, 'waiting', null),
    visit(3, 'served', '301'),
    visit(4, 'left', null),
    visit(5, 'missed', '302'),
    visit(6, 'called', '303'),
    visit(7, 'waiting', '301'),
  ])
  const here = (serial: number, room: string | null): InBuilding => ({ ticket: { letter, serial }, room })
  expect(told).toEqual([here(3, '301'), here(6, '303'), here(2, null), here(5, null), here(7, null)])
})
