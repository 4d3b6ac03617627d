import { describe, expect, it } from 'vitest'
import { OfficialFields, officialFieldsOf, officialOf } from '#renderer/features/directories/official-form.ts'
import { nextAbsences, officialRows } from '#renderer/features/directories/official-rows.ts'
import { plainDate } from '#shared/time/plain-date.ts'
import { official } from '#test/fixtures/schedule.ts'

const TODAY = plainDate(2026, 11, 23)
const WHOLE = official('1', 'akim', 'first_wednesday', {
  ...{ slot: 15, buffer: 5, phone: '50-12-34', email: 'akim@bko.gov.kz', languages: ['kk'], topics: ['land'] },
  ...{ since: '2024-02-01', until: '2027-01-31', substitutes: ['2', '3'] },
})

it('an official who is opened and saved is the same, to the last field', () => {
  expect(officialOf(OfficialFields.parse(officialFieldsOf(WHOLE)), '1')).toEqual(WHOLE)
})

describe('a wrong input stands in words at its field', () => {
  it.each<[Partial<OfficialFields>, string, string]>([
    [{ slot: '4' }, 'slot', 'directories.fault.slot'],
    [{ slot: '20,5' }, 'slot', 'directories.fault.slot'],
    [{ slot: '' }, 'slot', 'directories.fault.slot'],
    [{ buffer: '61' }, 'buffer', 'directories.fault.buffer'],
    [{ email: 'жоқ' }, 'email', 'form.email'],
    [{ languages: [] }, 'languages', 'directories.fault.languages'],
    [{ until: '2024-01-31' }, 'until', 'directories.fault.days_order'],
    [{ to: '09:00' }, 'to', 'directories.fault.hours'],
    [{ room: 'қ'.repeat(41) }, 'room', 'directories.fault.long'],
  ])('%j', (change, field, fault) => {
    const parsed = OfficialFields.safeParse({ ...officialFieldsOf(WHOLE), ...change })
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[field, fault]])
  })
})

it('who has left stands under those in the post, and those of a list taken back under them', () => {
  const order = [official('left', 'akim', null, { until: '2026-11-22' }), WHOLE]
  const undone = official('undone', 'akim', null)
  const state = (one: typeof undone, status: string) => ({
    id: `official:${one.id}`,
    head: null,
    status,
    official: one,
  })
  const states = [...order.map(one => state(one, 'active')), state(undone, 'undone')]
  const rows = officialRows(states as never, order, TODAY)
  expect(rows.map(row => row.official.id)).toEqual(['1', 'left', 'undone'])
})

it('the next absence is told, never one that has passed, was undone or is of a room', () => {
  const away = (id: string, from: string, to: string, status = 'standing') => ({
    status,
    absence: { missing: { kind: 'official', id }, from, to, acting: null },
  })
  const room = {
    status: 'standing',
    absence: { missing: { kind: 'room', room: '1' }, from: '2026-11-23', to: '2026-11-30' },
  }
  const states = [
    away('1', '2026-12-01', '2026-12-05'),
    away('1', '2026-11-20', '2026-11-23'),
    away('1', '2026-11-01', '2026-11-22'),
    away('2', '2026-11-25', '2026-11-26', 'undone'),
    room,
  ]
  const found = nextAbsences(states as never, TODAY)
  expect([...found]).toEqual([['1', { from: '2026-11-20', to: '2026-11-23', acting: null }]])
})
