import { expect, it } from 'vitest'
import { feedbackFigures } from '#shared/feedback/figures.ts'
import { Feedback } from '#shared/feedback/model.ts'
import { foldFeedback, isToFollow } from '#shared/feedback/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { sampleAction } from '../change/sample-actions.ts'

const day = (text: string) => PlainDate.parse(text)
const FEEDBACK = {
  ...{ application: 'application:a1', direction: 'to_applicant', channel: 'phone', kind: 'information' },
  ...{ on: '2026-11-23', at: '10:00', reached: true, followUp: null, reception: null },
}

function noted(change: object = {}, ...rest: readonly (readonly [string, string, object])[]) {
  const feedback = { ...FEEDBACK, ...change }
  const first = sampleAction(1, 'feedback', 'f1', 'feedback.noted', { request: '0'.repeat(16), feedback })
  return foldFeedback([
    first,
    ...rest.map(([date, type, body], place) =>
      sampleAction(place + 2, 'feedback', 'f1', `feedback.${type}`, body as Record<string, unknown>, {
        date: day(date),
      }),
    ),
  ])
}

it('clause 37(3): who tells us something was reached, and nothing is gone on with before it was', () => {
  expect(Feedback.safeParse({ ...FEEDBACK, direction: 'from_applicant', reached: false }).success).toBe(false)
  expect(Feedback.safeParse({ ...FEEDBACK, followUp: '2026-11-22' }).success).toBe(false)
})

it('clause 37(3): what was taken back counts nowhere; what was gone on with late is late though it was done', () => {
  const states = [
    noted({ followUp: '2026-11-25' }, ['2026-11-26', 'followed_up', { exchange: null }]),
    noted({ followUp: '2026-11-25' }, ['2026-11-25', 'followed_up', { exchange: null }]),
    noted({ application: 'application:a2', reached: false, followUp: '2026-11-27' }),
    noted({ direction: 'from_applicant', on: '2026-12-02' }),
    noted({}, ['2026-11-24', 'taken_back', { ground: 'mistake' }]),
  ]
  const period = { from: day('2026-11-01'), to: day('2026-11-30') }
  expect(feedbackFigures(states, period, day('2026-11-26'))).toEqual({
    ...{ fromApplicant: 0, toApplicant: 3, notReached: 1, applications: 2, followUps: 3, followedInTime: 1, late: 1 },
  })
  expect(feedbackFigures(states, period, day('2026-11-28')).late).toBe(2)
  expect(states.map(isToFollow)).toEqual([false, false, true, false, false])
})
