import { describe, expect, it } from 'vitest'
import { type Done, runningTerms, type TermsAsked } from '#shared/application/running-terms.ts'
import type { Registered } from '#shared/application/transitions.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)
const ON = day('2026-11-20')

function asked(registered: Partial<Registered> = {}, rest: Partial<TermsAsked> = {}): TermsAsked {
  const whole = {
    profile: 'WKO-2020/2023',
    on: ON,
    registration: { asOf: null, catchUp: null },
    personal: { eotinish: '' },
    booking: null,
    decisions: [],
    correctBy: null,
    extendedTo: null,
    ...registered,
  } as unknown as Registered
  return { registered: whole, isOpen: true, history: [], calendar: SEED_CALENDAR, today: ON, ...rest }
}

const brief = (terms: TermsAsked) =>
  runningTerms(terms).map(({ term, state, doneOn }) => [term.term, term.by, state, doneOn])
const done = (...lines: [string, string][]): Done =>
  lines.map(([type, date]) => ({ type: `application.${type}`, date: day(date) }))
const booking = { date: day('2026-12-17'), time: null, officialId: 'o' } as Registered['booking']

describe('terms of an application', () => {
  it('on the day: the number of e-Otinish today, the answer by its clause', () => {
    expect(brief(asked())).toEqual([
      ['registration', '2026-11-20', 'running', null],
      ['answer', '2026-12-07', 'running', null],
    ])
  })

  it('what was not done is late the day after, and is told apart from what was done late', () => {
    expect(brief(asked({}, { today: day('2026-12-08') }))).toEqual([
      ['registration', '2026-11-20', 'late', null],
      ['answer', '2026-12-07', 'late', null],
    ])
    const history = done(['eotinish_noted', '2026-11-23'], ['booked', '2026-12-09'])
    expect(brief(asked({ booking }, { today: day('2026-12-10'), history })).slice(0, 2)).toEqual([
      ['registration', '2026-11-20', 'kept_late', '2026-11-23'],
      ['answer', '2026-12-07', 'kept_late', '2026-12-09'],
    ])
  })

  it('goes by the regulation of its own day, and from the day it really came', () => {
    expect(brief(asked({ profile: 'KZ-2026' }))[1]?.[1]).toBe('2026-12-11')
    const registration = { asOf: null, catchUp: { on: day('2026-11-02'), at: '10:00' } } as never
    expect(brief(asked({ registration }))[1]?.[1]).toBe('2026-11-17')
  })

  it('a booking answers; before the reception each act sets its own terms, which nothing here records yet', () => {
    const history = done(['booked', '2026-11-24'])
    const of = (profile: Registered['profile'], today: string) =>
      brief(asked({ booking, profile }, { history, today: day(today) })).slice(1)
    expect(of('WKO-2020/2023', '2026-12-10')).toEqual([
      ['answer', '2026-12-07', 'kept', '2026-11-24'],
      ['briefing', '2026-12-09', 'over', null],
      ['official_tells', '2026-12-14', 'running', null],
    ])
    expect(of('KZ-2026', '2026-12-10').map(([term]) => term)).toEqual([
      'answer',
      'briefing',
      'list_handed',
      'official_tells',
    ])
  })

  it('a booking that was dropped does not answer; one that was moved answered on its first day', () => {
    const dropped = done(['booked', '2026-11-24'], ['booking_dropped', '2026-11-26'])
    expect(brief(asked({}, { history: dropped }))[1]).toEqual(['answer', '2026-12-07', 'running', null])
    const moved = done(['booked', '2026-11-24'], ['booked', '2026-12-09'])
    expect(brief(asked({ booking }, { history: moved }))[1]?.[3]).toBe('2026-11-24')
  })

  it('what ended it ends the answer; where that is not known here nothing is claimed', () => {
    const today = day('2027-01-10')
    const history = done(['withdrawn', '2026-11-25'])
    expect(brief(asked({}, { isOpen: false, history, today }))[1]).toEqual([
      'answer',
      '2026-12-07',
      'kept',
      '2026-11-25',
    ])
    expect(brief(asked({}, { isOpen: false, today }))[1]).toEqual(['answer', '2026-12-07', 'over', null])
  })

  it('of an erased person nobody says whether a number came with the form', () => {
    expect(brief(asked({ personal: null })).map(([term]) => term)).toEqual(['answer'])
  })
})

describe('terms of decisions', () => {
  const on = ON
  const extended = {
    type: 'application.extended',
    body: { until: '2027-01-15', decidedOn: '2026-11-30', decider: 'head', ground: 'complex' },
  }
  const checked = { type: 'application.completeness_checked', on, body: { outcome: 'incomplete' } }
  const decided = (decision: object) => ({ decisions: [decision] as unknown as Registered['decisions'] })

  it('an extended answer is late after its new day only, and the applicant is told of it in three working days', () => {
    const terms = asked(decided(extended), { today: day('2027-01-15') })
    expect(runningTerms(terms)[1]).toMatchObject({ state: 'running', extended })
    expect(brief(terms)[2]).toEqual(['extension_notice', '2026-12-03', 'over', null])
    expect(runningTerms({ ...terms, today: day('2027-01-16') })[1]?.state).toBe('late')
  })

  it('what is lacking has three working days under the Rules of 2026, as long as it is waited for', () => {
    const waiting = { ...decided(checked), profile: 'KZ-2026' as const, correctBy: day('2026-11-25') }
    expect(brief(asked(waiting))[2]).toEqual(['correction', '2026-11-25', 'running', null])
    expect(brief(asked(waiting, { today: day('2026-11-26') }))[2]?.[2]).toBe('late')
    expect(brief(asked({ ...waiting, correctBy: null }))).toHaveLength(2)
  })
})
