import { describe, expect, it } from 'vitest'
import { callList, countApart } from '#shared/survey/call-list.ts'
import { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { makeAttempt, makeSurvey, surveyState } from '#test/fixtures/survey.ts'

const at = (on: string, time: string) => ({ on: PlainDate.parse(on), at: PlainTime.parse(time) })
const NOON = at('2026-10-05', '12:00')
const survey = makeSurvey(12, 3)
const list = (attempts: Parameters<typeof surveyState>[1], now = NOON) => callList(surveyState(survey, attempts), now)
const first = list([])[0]?.member ?? -1

describe('who is called', () => {
  it('is the sample, by the quotas of the strata', () => {
    expect(list([])).toHaveLength(3)
    const strata = list([]).map(({ member }) => survey.drawn[member]?.stratum)
    expect(strata.filter(one => one === 0)).toHaveLength(survey.strata[0]?.quota ?? -1)
  })

  it('gives nobody up after three calls in one hour', () => {
    const calls = ['10:00', '10:20', '10:50'].map(time => makeAttempt(first, 'no_answer', '2026-10-05', time))
    expect(countApart(calls)).toBe(1)
    expect(list(calls)).toHaveLength(3)
    expect(list(calls)[0]).toMatchObject({ status: 'later', notBefore: { at: '12:50' } })
    expect(list(calls, at('2026-10-05', '12:50'))[0]?.status).toBe('to_call')
  })

  it('replaces by the next of the stratum after three calls at different times', () => {
    const calls = ['10:00', '12:00', '15:00'].map(time => makeAttempt(first, 'no_answer', '2026-10-04', time))
    const members = list(calls)
    expect(members).toHaveLength(4)
    const other = members.find(({ replaces }) => replaces)
    expect(survey.drawn[other?.member ?? -1]?.stratum).toBe(survey.drawn[first]?.stratum)
    expect(other?.member).toBeGreaterThan(first)
  })

  it('calls again when it was asked for, also after three calls', () => {
    const calls = ['10:00', '12:00'].map(time => makeAttempt(first, 'no_answer', '2026-10-04', time))
    const asked = { ...makeAttempt(first, 'call_back', '2026-10-04', '15:00'), again: at('2026-10-06', '09:00') }
    expect(list([...calls, asked])[0]).toMatchObject({ status: 'later', notBefore: at('2026-10-06', '09:00') })
  })

  it('calls nobody again who declined or answered, whatever another desk noted after', () => {
    for (const outcome of ['declined', 'answered'] as const) {
      const calls = [
        makeAttempt(first, outcome, '2026-10-05', '09:00'),
        makeAttempt(first, 'no_answer', '2026-10-05', '10:00'),
      ]
      expect(list(calls).find(({ member }) => member === first)?.status).toBe(outcome)
    }
    expect(list([makeAttempt(first, 'declined', '2026-10-05', '09:00')])).toHaveLength(4)
    expect(list([makeAttempt(first, 'answered', '2026-10-05', '09:00')])).toHaveLength(3)
  })

  it('ends where a stratum has nobody left', () => {
    const all = survey.drawn.map((_, member) => makeAttempt(member, 'wrong_number', '2026-10-05', '09:00'))
    expect(list(all)).toHaveLength(survey.drawn.length)
  })
})
