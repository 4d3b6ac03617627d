import { expect, it, vi } from 'vitest'
import { createDamageTold, verifyAuditInBackground, verifyInBackground, watchMachine } from '#electron/desk/watch.ts'
import { createClock } from '#electron/journal/clock.ts'
import type { AuditVerified } from '#shared/audit/model.ts'

const HOUR = 3_600_000
const NOON = Date.UTC(2026, 10, 20, 12)

function machine() {
  const time = { wall: NOON, monotonic: 0 }
  const disk = { free: 900, floor: 500 }
  const told: unknown[] = []
  const clock = createClock({ wall: () => time.wall, monotonic: () => time.monotonic })
  const send = (event: string, value: unknown) => void told.push([event, value])
  const watch = watchMachine({ clock, disk: async () => ({ ...disk }), send })
  return { time, disk, told, clock, watch }
}

it('a desk in order is told nothing', async () => {
  const { watch, told, time } = machine()
  time.wall += HOUR
  time.monotonic += HOUR
  await watch.look()
  expect(told).toEqual([])
})

it('a clock that jumped while the desk stands open is told, until a person confirms it', async () => {
  const { watch, told, time, clock } = machine()
  time.wall += 20 * HOUR
  await watch.look()
  expect(told).toEqual([['clock.jumped', { wall: '2026-11-21T08:00:00.000Z', expected: '2026-11-20T12:00:00.000Z' }]])
  clock.confirm()
  await watch.look()
  expect(told).toHaveLength(1)
})

it('a night asleep, in which the monotonic clock stood still, is no jump', async () => {
  const { watch, told, time } = machine()
  time.wall += 14 * HOUR
  await watch.resumed()
  expect(told).toEqual([])
})

it('a disk under its floor is told at every look, and once more when there is room again', async () => {
  const { watch, told, disk } = machine()
  disk.free = 400
  await watch.look()
  await watch.look()
  disk.free = 800
  await watch.look()
  await watch.look()
  expect(told).toEqual([
    ['disk.low', { free: 400, floor: 500 }],
    ['disk.low', { free: 400, floor: 500 }],
    ['disk.low', { free: 800, floor: 500 }],
  ])
})

it('a journal that is not as it was written is told with its place; one in order is not', async () => {
  const told: unknown[] = []
  const send = (event: string, value: unknown) => void told.push([event, value])
  const found = (brokenAt: string | null) => ({
    verifyOnce: async () => ({ records: 9, segments: 1, signatures: 0, brokenAt }),
  })
  await verifyInBackground(found(null), send)
  expect(told).toEqual([])
  await verifyInBackground(found('000001.seg:120'), send)
  expect(told).toEqual([['journal.damaged', { at: '000001.seg:120' }]])
})

it('an audit that does not hold is told with its place; one that does, and no desk, say nothing', async () => {
  const send = vi.fn()
  const found = (broken: AuditVerified['broken']) => async () =>
    ({ installation: 'k3v9q0w8z1m5t7ab', records: 9, anchors: 1, broken }) as AuditVerified
  await verifyAuditInBackground(async () => null, send)
  await verifyAuditInBackground(found(null), send)
  expect(send).not.toHaveBeenCalled()
  await verifyAuditInBackground(found({ since: 3, line: 7, why: 'edited' }), send)
  expect(send).toHaveBeenCalledExactlyOnceWith('audit.damaged', { since: 3, line: 7 })
})

it('damage that was told is told again to a page that is loaded later, and nothing else is', async () => {
  const told: unknown[] = []
  const damage = createDamageTold()
  const send = damage.send((event, value) => void told.push([event, value]))
  expect(damage.notices()).toEqual([])
  send('disk.low', { free: 1, floor: 2 })
  const verifyOnce = async () => ({ records: 1, segments: 1, signatures: 0, brokenAt: '000001.seg:120' })
  await verifyInBackground({ verifyOnce }, send)
  send('audit.damaged', { since: 3, line: 7 })
  expect(told).toHaveLength(3)
  expect(damage.notices()).toEqual([
    { code: 'journal_damaged', params: { at: '000001.seg:120' } },
    { code: 'audit_damaged', params: { since: 3, line: 7 } },
  ])
})
