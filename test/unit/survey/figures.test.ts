import { describe, expect, it } from 'vitest'
import { surveyFigures, surveysOfQuarter } from '#shared/survey/figures.ts'
import { marginOf, sizeFor, wilson } from '#shared/survey/interval.ts'
import { PlainDate, Quarter } from '#shared/time/plain-date.ts'
import { makeAnswer, makeAttempt, makeRatings, makeSurvey, surveyState } from '#test/fixtures/survey.ts'

const answers = (count: number, overall: 1 | 5 | null | 'not_concerned', stratum = 'consulted') =>
  Array.from({ length: count }, () => makeAnswer({ stratum, ratings: makeRatings(overall) }))

describe('the figures of a survey', () => {
  it('of four answers nothing is told', () => {
    const told = surveyFigures(surveyState(makeSurvey()), answers(4, 5))
    expect([told.satisfied, told.isFew, told.strata]).toEqual([null, true, []])
    expect(told.ratings.every(one => one.told === null && one.notConcerned === 0)).toBe(true)
  })

  it('the share is of those who rated, with the interval of Wilson', () => {
    const told = surveyFigures(surveyState(makeSurvey()), [
      ...answers(16, 5),
      ...answers(4, 1),
      ...answers(3, null),
      ...answers(2, 'not_concerned'),
    ])
    expect(told.satisfied).toMatchObject({ count: 16, of: 20, share: 0.8, mean: 4.2 })
    expect(told.satisfied?.low).toBeCloseTo(0.584, 3)
    expect(told.satisfied?.high).toBeCloseTo(0.9193, 3)
    expect(wilson(0, 10)).toMatchObject({ low: 0 })
    expect(wilson(10, 10).low).toBeCloseTo(0.7225, 3)
  })

  it('one small stratum is not reckoned from the sum: the next smallest is held back with it', () => {
    const told = surveyFigures(surveyState(makeSurvey()), [
      ...answers(9, 5, 'consulted'),
      ...answers(6, 5, 'declined'),
      ...answers(3, 1, 'phone'),
    ])
    expect(told.strata.map(({ code, told: share }) => [code, share !== null])).toEqual([
      ['consulted', true],
      ['declined', false],
      ['phone', false],
    ])
  })

  it('wrong numbers and replaced members lower the response rate; those who may not be called do not', () => {
    const survey = makeSurvey(12, 3)
    const [a = 0] = survey.drawn.flatMap(({ stratum }, place) => (stratum === 0 ? place : []))
    const rate = (outcome: 'wrong_number' | 'gone') =>
      surveyFigures(surveyState(survey, [makeAttempt(a, outcome, '2026-10-05', '09:00')]), []).eligible
    expect([rate('wrong_number'), rate('gone')]).toEqual([4, 3])
    const one = surveyFigures(surveyState(survey, [makeAttempt(a, 'answered', '2026-10-05', '09:00')]), [])
    expect(one.responseRate).toBeCloseTo(1 / 3)
  })

  it('the margin of a size, and the size for a margin', () => {
    expect(marginOf(100, 1e9)).toBeCloseTo(0.098, 3)
    expect(marginOf(10, 10)).toBe(0)
    expect(sizeFor(0.1, 1e9)).toBe(97)
    expect(sizeFor(0.1, 100)).toBeLessThan(55)
    expect(marginOf(sizeFor(0.1, 300), 300)).toBeLessThanOrEqual(0.1)
  })

  it('a survey is of the quarter in which it was closed', () => {
    const closed = (on: string) => ({
      ...surveyState(makeSurvey()),
      status: 'closed' as const,
      closedOn: PlainDate.parse(on),
    })
    const all = [closed('2026-12-31'), closed('2026-10-01'), closed('2027-01-01'), surveyState(makeSurvey())]
    expect(surveysOfQuarter(all, Quarter.parse('2026-Q4')).map(({ closedOn }) => closedOn)).toEqual([
      '2026-10-01',
      '2026-12-31',
    ])
  })
})
