import { describe, expect, test } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { Official } from '#shared/official/model.ts'
import { ReceptionRule } from '#shared/official/model.ts'
import { monthlyDuty } from '#shared/schedule/monthly-duty.ts'
import { proposeSchedule } from '#shared/schedule/propose.ts'
import { ruleDays } from '#shared/schedule/reception-days.ts'
import { PlainMonth } from '#shared/time/plain-date.ts'
import { counting, official, scheduleOf } from '#test/fixtures/schedule.ts'

function propose(month: string, officials: readonly Official[], standing = scheduleOf(month, []).receptions) {
  return proposeSchedule({
    month: PlainMonth.parse(month),
    officials,
    calendar: SEED_CALENDAR,
    newId: counting(),
    standing,
  })
}

describe('days a rule names', () => {
  test.each([
    ['first_wednesday', ['2026-10-07']],
    ['second_tuesday', ['2026-10-13']],
    ['third_friday', ['2026-10-16']],
    ['fourth_thursday', ['2026-10-22']],
    ['last_friday', ['2026-10-30']],
    ['every_thursday', ['2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22', '2026-10-29']],
  ])('%s in October 2026', (rule, days) => {
    expect(ruleDays(ReceptionRule.parse(rule), PlainMonth.parse('2026-10'), SEED_CALENDAR)).toEqual(days)
  })

  test('daily takes in a Saturday moved to work', () => {
    const days = ruleDays(ReceptionRule.parse('daily'), PlainMonth.parse('2024-05'), SEED_CALENDAR)
    expect(days).toContain('2024-05-04')
    expect(days).not.toContain('2024-05-11')
  })
})

describe('a holiday takes the only reception of the month', () => {
  test('the reception is proposed on the next working day, with the holiday named', () => {
    const { schedule, moved, findings } = propose('2026-10', [official('1', 'akim', 'fourth_monday')])
    expect(schedule.receptions).toEqual(moved)
    expect(moved).toMatchObject([
      {
        id: 'r1',
        officialId: '1',
        date: '2026-10-27',
        from: '10:00',
        to: '13:00',
        room: '301',
        moved: { from: '2026-10-26', code: 'day_off', day: 'republic_day' },
        kind: 'scheduled',
        mode: 'in_person',
        link: '',
        slot: 20,
        buffer: 0,
        capacity: null,
        instruction: null,
        meeting: null,
      },
    ])
    expect(findings).toEqual([])
  })

  test('at the end of the month it goes back, never into the next month', () => {
    const calendar = {
      years: [
        {
          year: 2026,
          status: 'approved' as const,
          days: [
            {
              date: ruleDays(ReceptionRule.parse('last_friday'), PlainMonth.parse('2026-10'), SEED_CALENDAR)[0]!,
              mark: 'holiday' as const,
              key: 'made_up',
              name: { kk: 'а', ru: 'а' },
              act: { kk: '', ru: '' },
            },
          ],
        },
      ],
    }
    const { moved } = proposeSchedule({
      month: PlainMonth.parse('2026-10'),
      officials: [official('1', 'akim', 'last_friday')],
      calendar,
      newId: counting(),
    })
    expect(moved.map(reception => [reception.date, reception.moved])).toEqual([
      ['2026-10-29', { from: '2026-10-30', code: 'holiday', day: 'made_up' }],
    ])
  })

  test('a day on which the official already receives is passed over', () => {
    const standing = scheduleOf('2026-10', [['s1', '1', '2026-10-27']]).receptions
    const { moved, findings } = propose('2026-10', [official('1', 'akim', 'fourth_monday')], standing)
    expect(moved.map(reception => reception.date)).toEqual(['2026-10-28'])
    expect(findings).toEqual([])
  })
})

test('days of a repeating rule that do not work fall out and are listed with the reason', () => {
  const { schedule, skipped } = propose('2026-03', [
    official('1', 'head_of_apparatus', 'every_monday'),
    official('2', 'unit_head', 'daily'),
  ])
  expect(schedule.receptions.filter(one => one.officialId === '1').map(one => one.date)).toEqual([
    '2026-03-02',
    '2026-03-16',
    '2026-03-30',
  ])
  expect(skipped.filter(one => one.officialId === '1').map(one => [one.day.date, one.day.reason, one.day.key])).toEqual(
    [
      ['2026-03-09', 'day_off_moved', 'womens_day'],
      ['2026-03-23', 'holiday', 'nauryz'],
    ],
  )
  expect(skipped.filter(one => one.officialId === '2')).toHaveLength(4)
})

describe('what the akim is told with the proposal', () => {
  test('an official without a rule or hours, and a deputy left without a reception (clause 6)', () => {
    const { findings } = propose('2026-10', [
      official('1', 'deputy_akim', null),
      official('2', 'unit_head', null),
      official('3', 'head_of_apparatus', 'every_friday', { from: null }),
    ])
    expect(findings.map(found => [found.kind, found.officialId, found.clause, found.severity])).toEqual([
      ['without_rule', '1', '', 'warning'],
      ['without_rule', '2', '', 'warning'],
      ['without_hours', '3', '', 'warning'],
      ['no_monthly_reception', '1', '6', 'warning'],
    ])
  })

  test.each([
    ['2027-10', 'year_provisional'],
    ['2028-10', 'year_missing'],
  ])('the calendar of %s cannot be relied on', (month, kind) => {
    const { findings } = propose(month, [official('1', 'akim', 'third_friday')])
    expect(findings.map(found => [found.kind, found.params])).toEqual([[kind, { year: Number(month.slice(0, 4)) }]])
  })

  test('two officials in one room at one time, told once', () => {
    const { findings } = propose('2026-10', [
      official('1', 'akim', 'third_friday', { room: '301' }),
      official('2', 'deputy_akim', 'third_friday', { room: '301', from: '12:00', to: '14:00' }),
      official('3', 'deputy_akim', 'third_friday', { room: '301', from: '14:00', to: '15:00' }),
    ])
    expect(findings.map(found => [found.kind, found.receptionIds, found.params])).toEqual([
      ['room_overlap', ['r1', 'r2'], { date: '2026-10-16', room: '301' }],
    ])
  })
})

test('nobody is proposed for a day before or after their term in the post', () => {
  const { schedule } = propose('2026-10', [
    official('1', 'akim', 'every_friday', { until: '2026-10-09' }),
    official('2', 'akim', 'every_friday', { since: '2026-10-16', until: '2026-10-23' }),
  ])
  expect(schedule.receptions.map(one => [one.officialId, one.date])).toEqual([
    ...[2, 9].map(day => ['1', `2026-10-0${day}`]),
    ...[16, 23].map(day => ['2', `2026-10-${day}`]),
  ])
})

test('the duty of clause 6 is of the akim and the deputies, and counts this month alone', () => {
  const officials = [official('1', 'akim', null), official('2', 'deputy_akim', null), official('3', 'unit_head', null)]
  const schedule = scheduleOf('2026-10', [
    ['a', '1', '2026-10-16'],
    ['b', '2', '2026-11-03'],
    ['c', '3', '2026-10-05'],
  ])
  expect(monthlyDuty(schedule, officials)).toEqual([
    { officialId: '1', scheduled: 1, short: false },
    { officialId: '2', scheduled: 0, short: true },
  ])
})
