import { describe, expect, test } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { findingsOf } from '#shared/schedule/findings.ts'
import { moveReception } from '#shared/schedule/move.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'

const SCHEDULE = scheduleOf('2026-10', [
  ['a', '1', '2026-10-09'],
  ['b', '1', '2026-10-16'],
  ['c', '2', '2026-10-16', { moved: { from: '2026-10-26', code: 'day_off', day: 'republic_day' } }],
])

function move(id: string, date: string) {
  return moveReception(SCHEDULE, id, PlainDate.parse(date), SEED_CALENDAR)
}

describe('moving a reception by hand', () => {
  test.each([
    ['a', '2026-11-06', 'schedule.outside_month'],
    ['a', '2026-10-16', 'schedule.same_day'],
    ['x', '2026-10-20', 'schedule.reception_not_found'],
  ])('%s to %s is refused: %s', (id, date, code) => {
    expect(move(id, date)).toMatchObject({ ok: false, error: { code } })
  })

  test('a holiday is allowed and told', () => {
    const result = move('a', '2026-10-26')
    expect(result).toMatchObject({
      ok: true,
      value: {
        findings: [
          {
            kind: 'non_working_day',
            severity: 'warning',
            params: { date: '2026-10-26', reason: 'day_off_moved', day: 'republic_day' },
          },
        ],
      },
    })
  })

  test('the day of the rule is kept through every move, and its reason when a holiday took it', () => {
    const byHand = move('b', '2026-10-20')
    const byHoliday = move('c', '2026-10-20')
    expect(byHand.ok && byHand.value.schedule.receptions.find(one => one.id === 'b')?.moved).toEqual({
      from: '2026-10-16',
      code: 'by_hand',
      day: '',
    })
    expect(byHoliday.ok && byHoliday.value.schedule.receptions.find(one => one.id === 'c')?.moved).toEqual({
      from: '2026-10-26',
      code: 'day_off',
      day: 'republic_day',
    })
  })

  test('moved away and back it is as it was', () => {
    const away = move('a', '2026-10-20')
    if (!away.ok) throw new Error(away.error.code)
    const back = moveReception(away.value.schedule, 'a', PlainDate.parse('2026-10-09'), SEED_CALENDAR)
    expect(back).toMatchObject({ ok: true, value: { schedule: SCHEDULE, findings: [] } })
  })
})

test('a damaged schedule is not approved unseen', () => {
  const broken = scheduleOf('2026-10', [
    ['a', '1', '2026-10-16'],
    ['b', '1', '2026-10-16', { from: '15:00', to: '18:00' }],
    ['c', '9', '2026-10-17'],
    ['d', '2', '2026-11-03', { from: '18:00', to: '15:00' }],
  ])
  const found = findingsOf(
    broken,
    [official('1', 'akim', 'third_friday'), official('2', 'deputy_akim', 'first_monday')],
    SEED_CALENDAR,
  )
  expect(found.map(one => [one.kind, one.severity, one.receptionIds])).toEqual([
    ['same_day', 'error', ['a', 'b']],
    ['unknown_official', 'error', ['c']],
    ['non_working_day', 'warning', ['c']],
    ['hours_order', 'error', ['d']],
    ['outside_month', 'error', ['d']],
    ['no_monthly_reception', 'warning', []],
  ])
})
