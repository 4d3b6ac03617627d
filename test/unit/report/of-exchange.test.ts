import { expect, test } from 'vitest'
import { foldDemand } from '#shared/demand/transitions.ts'
import { contributionsOfAnswer, contributionsOfDemand } from '#shared/report/of-exchange.ts'
import type { Answer } from '#shared/survey/model.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const ON = PlainDate.parse('2026-11-23')

function answered(overall: Answer['ratings']['overall']) {
  const ratings = { quality: null, completeness: null, correctness: null, convenience: null, overall }
  const answer = { survey: 'survey:s' as Answer['survey'], stratum: null, language: null, ratings, comment: '' }
  return contributionsOfAnswer({ status: 'given', answer, on: ON }).find(({ part }) => part === 'result')?.code
}

test('clause 36: who rates 4 or 5 is satisfied, 1 to 3 is not, and who would not say is not stated', () => {
  expect([5, 4, 3, 1].map(overall => answered(overall))).toEqual([
    'satisfied',
    'satisfied',
    'not_satisfied',
    'not_satisfied',
  ])
  expect(answered(null)).toBe('')
  expect(answered('not_concerned')).toBe('')
})

test('what nobody demanded or answered adds nothing', () => {
  expect(contributionsOfDemand(foldDemand([]))).toEqual([])
  expect(contributionsOfAnswer({ status: 'absent', answer: null, on: null })).toEqual([])
})
