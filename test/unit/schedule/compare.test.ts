import { describe, expect, test } from 'vitest'
import { compareSchedules, reasonsWithoutApproval, unsettledBy } from '#shared/schedule/compare.ts'
import { scheduleOf } from '#test/fixtures/schedule.ts'

const OFF = { kind: 'off_schedule', instruction: { on: '2026-10-20', number: '', text: '' } }
const BEFORE = scheduleOf('2026-10', [
  ['a', '1', '2026-10-16'],
  ['b', '2', '2026-10-13'],
  ['c', '3', '2026-10-07'],
])

function differences(rows: Parameters<typeof scheduleOf>[1]) {
  return compareSchedules(BEFORE, scheduleOf('2026-10', rows))
}

describe('two versions of a month', () => {
  test('a reception that vanished unseen, one that came, one moved and one in another room are each told once, by date', () => {
    const found = differences([
      ['a', '1', '2026-10-19', { moved: { from: '2026-10-16', code: 'by_hand', day: '' } }],
      ['b', '2', '2026-10-13', { room: '412', to: '12:00' }],
      ['d', '4', '2026-10-30'],
    ])
    expect(
      found.map(one => [one.what, (one.after ?? one.before).id, one.what === 'changed' ? one.fields : []]),
    ).toEqual([
      ['dropped', 'c', []],
      ['changed', 'b', ['hours', 'room']],
      ['changed', 'a', ['date']],
      ['added', 'd', []],
    ])
  })

  test('a month proposed anew under other ids is the same month', () => {
    expect(
      differences([
        ['x', '1', '2026-10-16'],
        ['y', '2', '2026-10-13'],
        ['z', '3', '2026-10-07'],
      ]),
    ).toEqual([])
  })

  test('an id that was given to another reception hides nothing', () => {
    const found = compareSchedules(
      scheduleOf('2026-10', [['a', '1', '2026-10-16']]),
      scheduleOf('2026-10', [
        ['a', '2', '2026-10-16'],
        ['n', '1', '2026-10-16'],
      ]),
    )
    expect(found.map(one => [one.what, one.after?.id])).toEqual([
      ['changed', 'a'],
      ['added', 'n'],
    ])
  })
})

describe('people who are booked', () => {
  test('another day, other hours, another official, a video link in place of the room or nothing at all unsettle them; another room does not', () => {
    const found = differences([
      ['a', '1', '2026-10-19'],
      ['b', '2', '2026-10-13', { room: '412' }],
    ])
    expect(unsettledBy(found).map(one => one.id)).toEqual(['c', 'a'])
    const video = differences([
      ['a', '1', '2026-10-16', { mode: 'video', link: 'BK-1' }],
      ['b', '5', '2026-10-13'],
      ['c', '3', '2026-10-07', { to: '12:30' }],
    ])
    expect(unsettledBy(video).map(one => one.id)).toEqual(['c', 'b', 'a'])
  })
})

describe('a change without a new approval', () => {
  const rows = BEFORE.receptions.map(one => [one.id, one.officialId, one.date] as [string, string, string])

  test('a reception of the schedule never goes with one by instruction', () => {
    expect(reasonsWithoutApproval(differences([...rows.slice(1), ['n', '2', '2026-10-21', OFF]]))).toEqual([])
    expect(reasonsWithoutApproval(differences([...rows, ['n', '2', '2026-10-21']]))).toEqual([])
  })

  test('what the schedule does not carry has a reason of its own', () => {
    expect(reasonsWithoutApproval(differences([...rows, ['n', '2', '2026-10-21', OFF]]))).toEqual(['instruction'])
    const meeting = { kind: 'after_meeting', meeting: { on: '2026-10-20', place: { kk: '', ru: '' }, joint: [] } }
    expect(reasonsWithoutApproval(differences([...rows, ['n', '1', '2026-10-20', meeting]]))).toEqual(['meeting'])
    expect(reasonsWithoutApproval(differences([...rows, ['n', '6', '2026-10-20', { kind: 'same_day' }]]))).toEqual([
      'same_day',
    ])
  })

  test('a reception of the schedule that is called one by instruction needs its approval', () => {
    const [first, ...others] = rows
    expect(reasonsWithoutApproval(differences([[...first!, OFF], ...others]))).toEqual([])
  })

  test('nothing changed has no reason', () => {
    expect(reasonsWithoutApproval(differences(rows))).toEqual([])
  })
})
