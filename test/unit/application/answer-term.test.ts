import { describe, expect, it } from 'vitest'
import { answerTerm } from '#shared/application/answer-term.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { plainDate } from '#shared/time/plain-date.ts'

const term = (month: number, day: number, profile: Parameters<typeof answerTerm>[1] = 'WKO-2020/2023') =>
  answerTerm(plainDate(2026, month, day), profile, SEED_CALENDAR)

describe('the answer is due', () => {
  it('in 15 calendar days, the day itself not counted', () => {
    expect(term(11, 16)).toMatchObject({ by: '2026-12-01', days: 'calendar', nominal: null })
  })

  it('on the next working day where the fifteenth is a day off, and both are told', () => {
    // 21 November and 15 days: Sunday 6 December.
    expect(term(11, 21)).toMatchObject({ by: '2026-12-07', nominal: '2026-12-06' })
    // 1 December and 15 days: 16 December, the holiday of independence.
    expect(term(12, 1)).toMatchObject({ by: '2026-12-17', nominal: '2026-12-16' })
  })

  it('in 15 working days under the Rules of 2026', () => {
    expect(term(11, 2, 'KZ-2026')).toMatchObject({ by: '2026-11-23', days: 'working', nominal: null })
  })
})
