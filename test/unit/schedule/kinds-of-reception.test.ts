import { describe, expect, test } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { findingsOf, type ScheduleFacts } from '#shared/schedule/findings.ts'
import { monthlyDuty, monthlyDutyOn } from '#shared/schedule/monthly-duty.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { absence, away, restriction } from '#test/fixtures/plan.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'

const OFFICIALS = [
  official('1', 'akim', 'third_friday'),
  official('2', 'deputy_akim', 'first_monday'),
  official('4', 'unit_head', null),
]
const OWN = scheduleOf('2026-10', [
  ['own1', '1', '2026-10-16'],
  ['own2', '2', '2026-10-06'],
  ['own4', '4', '2026-10-05'],
]).receptions
const INSTRUCTION = { on: '2026-10-01', number: '', text: '' }
const MEETING = { on: '2026-10-14', place: { kk: 'а', ru: 'а' }, joint: [] }

function found(rows: Parameters<typeof scheduleOf>[1], facts: ScheduleFacts = {}) {
  const { month, receptions } = scheduleOf('2026-10', rows)
  return findingsOf({ month, receptions: [...OWN, ...receptions] }, OFFICIALS, SEED_CALENDAR, facts).map(
    ({ kind, severity, clause, receptionIds }) => [kind, severity, clause, receptionIds.join()],
  )
}

describe('a reception lacks what its kind needs', () => {
  test.each([
    [
      'outside the schedule, not a deputy (clause 8)',
      '1',
      { kind: 'off_schedule', instruction: INSTRUCTION },
      'not_deputy',
      '8',
    ],
    ['outside the schedule, without an instruction (clause 8)', '2', { kind: 'off_schedule' }, 'no_instruction', '8'],
    ['after a meeting, without one (clause 6)', '2', { kind: 'after_meeting' }, 'no_meeting', '6'],
    ['of the same day, not of a unit (clause 3)', '2', { kind: 'same_day' }, 'not_staff', '3'],
  ])('%s', (_, who, change, kind, clause) => {
    expect(found([['x', who, '2026-10-20', change]])).toEqual([[kind, 'error', clause, 'x']])
  })

  test.each([
    ['2', { kind: 'off_schedule', instruction: INSTRUCTION }],
    ['1', { kind: 'after_meeting', meeting: MEETING }],
    ['4', { kind: 'same_day' }],
  ])('with it nothing is found (%s)', (who, change) => {
    expect(found([['x', who, '2026-10-20', change]])).toEqual([])
  })

  test('the rules of 2026 do not know receptions outside the schedule: it is told, and stands in nobody s way', () => {
    const profile: ProfileId = 'KZ-2026'
    expect(found([['x', '2', '2026-10-20', { kind: 'off_schedule' }]], { profile })).toEqual([
      ['off_schedule_unknown', 'warning', '', 'x'],
    ])
  })
})

describe('a reception meets what else is known', () => {
  test.each([
    [
      'its official is away (clause 15)',
      { absences: [away('a', '1', '2026-10-16', '2026-10-20')] },
      ['official_absent', 'warning', '15', 'own1'],
    ],
    [
      'its room is lost',
      { absences: [absence('a', { kind: 'room', room: '301' }, '2026-10-16', '2026-10-16')] },
      ['room_absent', 'warning', '', 'own1'],
    ],
    [
      'only video is allowed (clause 13)',
      { restrictions: [restriction('r', '2026-10-10', null)] },
      ['restricted', 'error', '13', 'own1'],
    ],
    [
      'only video is allowed (rule 25)',
      { restrictions: [restriction('r', '2026-10-10', null)], profile: 'KZ-2026' as const },
      ['restricted', 'error', '25', 'own1'],
    ],
  ])('%s', (_, facts, expected) => {
    expect(found([], facts)).toEqual([expected])
  })

  test('two receptions of one official overlap, of two schedules or of one; side by side on one day they may stand', () => {
    const change = { kind: 'after_meeting', meeting: MEETING }
    expect(found([['x', '1', '2026-10-16', { ...change, from: '12:00', to: '14:00', room: '' }]])).toEqual([
      ['official_overlap', 'error', '', 'own1,x'],
    ])
    expect(found([['x', '1', '2026-10-16', { ...change, from: '15:00', to: '17:00' }]])).toEqual([])
    const others = scheduleOf('2026-10', [['o', '2', '2026-10-16', { room: '301' }]]).receptions
    expect(found([], { others })).toEqual([['room_overlap', 'warning', '', 'own1,o']])
  })

  test('a reception by video keeps nobody out of a room, whatever room it once had', () => {
    const video = (link: string) => ({ mode: 'video', link, room: '301' })
    expect(found([['x', '2', '2026-10-16', video('L')]])).toEqual([])
    expect(
      found([
        ['x', '2', '2026-10-20', video('L')],
        ['y', '4', '2026-10-20', video('M')],
      ]),
    ).toEqual([])
  })

  test('one link is taken by two receptions at once, a reception by video has none', () => {
    const video = { mode: 'video', link: 'L' }
    expect(
      found([
        ['x', '2', '2026-10-20', video],
        ['y', '4', '2026-10-20', { ...video, room: '302' }],
        ['z', '1', '2026-10-22', { mode: 'video' }],
      ]).map(([kind, , , ids]) => [kind, ids]),
    ).toEqual([
      ['link_overlap', 'x,y'],
      ['no_link', 'z'],
    ])
  })
})

describe('the monthly duty (clause 6; KZ-2026 rule 3)', () => {
  const instead = scheduleOf('2026-10', [
    ['a', '1', '2026-10-16', { mode: 'video', link: 'L' }],
    ['b', '2', '2026-10-06', { kind: 'off_schedule', instruction: INSTRUCTION }],
  ])

  test('video counts under the rules of 2026 alone, a reception outside the schedule under none', () => {
    expect(monthlyDuty(instead, OFFICIALS).map(({ short }) => short)).toEqual([true, true])
    expect(monthlyDuty(instead, OFFICIALS, 'KZ-2026').map(({ short }) => short)).toEqual([false, true])
  })

  test('what was held is told from what is planned', () => {
    const month = scheduleOf('2026-10', [
      ['a', '1', '2026-10-02'],
      ['b', '1', '2026-10-16'],
    ])
    expect(monthlyDutyOn(month, OFFICIALS, 'WKO-2020/2023', PlainDate.parse('2026-10-05'))).toEqual([
      { officialId: '1', scheduled: 2, held: 1, planned: 1, short: false },
      { officialId: '2', scheduled: 0, held: 0, planned: 0, short: true },
    ])
  })

  test('who is not in the post that month has no duty', () => {
    const left = [
      official('1', 'akim', null, { until: '2026-09-30' }),
      official('2', 'akim', null, { since: '2026-10-01' }),
    ]
    expect(monthlyDuty(scheduleOf('2026-10', []), left).map(({ officialId }) => officialId)).toEqual(['2'])
  })
})
