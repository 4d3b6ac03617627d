import { describe, expect, it } from 'vitest'
import { type Action, type ActionId, actionId, type EntityId, type InstallationId } from '#shared/change/action.ts'
import type { ActionType } from '#shared/change/action-types.ts'
import { dayKey, foldDay } from '#shared/day/transitions.ts'
import { plainDate } from '#shared/time/plain-date.ts'
import { INSTALLATION } from '../change/sample-actions.ts'

const DAY = `day:20261122-${INSTALLATION}` as EntityId

function acts(...given: ReadonlyArray<readonly [ActionType, Record<string, unknown>]>): Action[] {
  return given.map(([type, body], at) => ({
    id: actionId(INSTALLATION as InstallationId, at + 1),
    type,
    version: 1,
    entity: DAY,
    stamp: `${String(1_790_000_000_000 + at).padStart(15, '0')}.000000.${INSTALLATION}` as Action['stamp'],
    at: `2026-11-22T12:0${at}:00.000Z`,
    date: plainDate(2026, 11, 22),
    user: 'u1',
    role: 'clerk',
    basedOn: (at === 0 ? null : actionId(INSTALLATION as InstallationId, at)) as ActionId | null,
    body,
    personal: null,
  }))
}

describe('a day of a desk', () => {
  it('is closed with what stands open, and once more later: every close stays', () => {
    const open = [{ kind: 'missed', entity: `visit:20261122-${INSTALLATION}-0001` }]
    const day = foldDay(acts(['day.closed', { open }], ['day.closed', { open: [] }]))
    expect(day.status).toBe('closed')
    expect(day.closed.map(one => one.open.length)).toEqual([1, 0])
  })

  it('remembers a call for help until it is over, and then stands as before it', () => {
    const calling = acts(['day.closed', { open: [] }], ['day.help_called', { room: '301' }])
    expect(foldDay(calling)).toMatchObject({ status: 'help_called', help: [{ room: '301', endedAt: null }] })
    const over = acts(['day.closed', { open: [] }], ['day.help_called', { room: '301' }], ['day.help_ended', {}])
    expect(foldDay(over)).toMatchObject({ status: 'closed', help: [{ endedAt: '2026-11-22T12:02:00.000Z' }] })
  })

  it('ends no call that was not made', () => {
    expect(foldDay(acts(['day.help_ended', {}]))).toEqual({ status: 'open', closed: [], help: [] })
  })

  it('stands under its date and its desk', () => {
    expect(dayKey(plainDate(2026, 11, 22), INSTALLATION)).toBe(`20261122-${INSTALLATION}`)
  })
})
