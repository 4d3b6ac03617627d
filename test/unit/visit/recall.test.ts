import { expect, it } from 'vitest'
import { mayRecall } from '#shared/visit/recall.ts'

const RULE = { recallAfter: 60, recallTimes: 3 }
const at = '2026-11-23T05:00:00.000Z'
const call = { room: '5', reason: 'arrival', at, note: null } as const
const after = (seconds: number, callsInRow = 1, rule = RULE) =>
  mayRecall({ call, callsInRow }, Date.parse(at) + seconds * 1000, rule)

it('is allowed after the seconds of the office, and says how many are left', () => {
  expect([0, 0.5, 59.1, 60, 600].map(seconds => after(seconds).answer)).toEqual([
    'early',
    'early',
    'early',
    'yes',
    'yes',
  ])
  expect([0, 0.5, 59.1, 60, 600].map(seconds => after(seconds).seconds)).toEqual([60, 60, 1, 0, 0])
  expect(after(0, 1, { ...RULE, recallAfter: 0 }).answer).toBe('yes')
})

it('is refused past the most in a row, whatever time has passed', () => {
  expect([1, 2, 3, 4].map(calls => after(600, calls).answer)).toEqual(['yes', 'yes', 'most', 'most'])
  expect(after(10, 3)).toEqual({ answer: 'most', seconds: 50, turn: 3, of: 3 })
  expect(after(600, 1, { ...RULE, recallTimes: 1 }).answer).toBe('most')
})

it('holds nobody longer than the office says where the call stands in the future: a clock of another desk, or one put back', () => {
  expect([-3600, -600, -1].map(seconds => after(seconds))).toEqual(
    [-3600, -600, -1].map(() => ({ answer: 'yes', seconds: 0, turn: 1, of: 3 })),
  )
  expect(after(-3600, 3)).toMatchObject({ answer: 'most', seconds: 0 })
})
