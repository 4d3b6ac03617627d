import { describe, expect, it } from 'vitest'
import { previousWorkingDay } from '#shared/calendar/rules.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { forecastOf, type Past } from '#shared/instruction/forecast.ts'
import { latenessOf } from '#shared/instruction/ladder.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)
const late = (dueOn: string, today: string) => {
  const { days, step, next } = latenessOf(day(dueOn), day(today), SEED_CALENDAR)
  return [days, step, next?.step ?? null, next?.on ?? null]
}

describe('clause 32: how late an instruction is, and whom to turn to', () => {
  it('a weekend makes nothing later, and nobody is skipped on the way up', () => {
    // Friday, 20 November 2026 is due.
    expect(late('2026-11-20', '2026-11-16')).toEqual([-5, null, 'executor', '2026-11-18'])
    expect(late('2026-11-20', '2026-11-18')).toEqual([-3, 'executor', 'unit_head', '2026-11-23'])
    expect(late('2026-11-20', '2026-11-20')).toEqual([-1, 'executor', 'unit_head', '2026-11-23'])
    expect(late('2026-11-20', '2026-11-22')).toEqual([0, 'executor', 'unit_head', '2026-11-23'])
    expect(late('2026-11-20', '2026-11-23')).toEqual([1, 'unit_head', 'department', '2026-11-25'])
    expect(late('2026-11-20', '2026-11-25')).toEqual([3, 'department', 'akim', '2026-12-04'])
    expect(late('2026-11-20', '2026-12-04')).toEqual([10, 'akim', null, null])
  })

  it('each step is told on the very working day it is reached, not one sooner, from every due day of a year', () => {
    for (let at = day('2026-01-01'); at <= '2026-12-31'; at = nextDay(at)) {
      for (let today = back(at, 12); today <= back(at, -25); today = nextDay(today)) {
        const { step, next } = latenessOf(at, today, SEED_CALENDAR)
        if (next === null) continue
        expect(next.on > today, `${at} ${today}`).toBe(true)
        expect(latenessOf(at, next.on, SEED_CALENDAR).step, `${at} ${today}`).toBe(next.step)
        const before = previousWorkingDay(next.on, SEED_CALENDAR)
        if (before < today) continue
        expect(latenessOf(at, before, SEED_CALENDAR).step, `${at} ${today}`).toBe(step)
      }
    }
  })
})

function back(date: PlainDate, days: number): PlainDate {
  return day(
    new Date(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8) - days)).toISOString().slice(0, 10),
  )
}
const nextDay = (date: PlainDate) => back(date, -1)

describe('whoever will be late is told of only by their own past', () => {
  const givenOn = day('2026-11-02')
  const took = (...ends: string[]): Past[] => ends.map(end => ({ givenOn, doneOn: day(end) }))
  const says = (today: string, past: Past[], dueOn = '2026-11-13') =>
    forecastOf({ givenOn, dueOn: day(dueOn) }, day(today), past, SEED_CALENDAR)

  it('too little is known of who did fewer than five', () => {
    const four = took('2026-11-20', '2026-11-20', '2026-11-20', '2026-11-20')
    expect(says('2026-11-03', four)).toEqual({ says: 'too_little_known', like: 4, inTime: 0 })
    expect(says('2026-11-03', [])).toEqual({ says: 'too_little_known', like: 0, inTime: 0 })
  })

  it('what was done sooner than this one has stood says nothing any more', () => {
    const past = took('2026-11-04', '2026-11-05', '2026-11-06', '2026-11-09', '2026-11-10', '2026-11-20')
    expect(says('2026-11-02', past)).toEqual({ says: 'likely_in_time', like: 6, inTime: 5 })
    expect(says('2026-11-12', past)).toEqual({ says: 'too_little_known', like: 1, inTime: 0 })
  })

  it('half in time is likely late, between is unclear', () => {
    const half = took('2026-11-10', '2026-11-10', '2026-11-10', '2026-11-20', '2026-11-20', '2026-11-20')
    expect(says('2026-11-04', half).says).toBe('likely_late')
    expect(says('2026-11-04', [...half, ...took('2026-11-10', '2026-11-11')]).says).toBe('unclear')
  })
})
