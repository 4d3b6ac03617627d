import { expect, it } from 'vitest'
import { inOffice, offeredWith, postStanding } from '#shared/official/post.ts'
import { plainDate } from '#shared/time/plain-date.ts'
import { official } from '#test/fixtures/schedule.ts'

const TODAY = plainDate(2026, 11, 23)
const term = (since: string | null, until: string | null) => official('1', 'akim', null, { since, until })

it.each([
  [null, null, 'in_office'],
  ['2026-11-23', '2026-11-23', 'in_office'],
  ['2026-11-24', null, 'not_yet'],
  [null, '2026-11-22', 'left'],
] as const)('from %s to %s: %s', (since, until, standing) => {
  expect(postStanding(term(since, until), TODAY)).toBe(standing)
})

it('who has left is offered nowhere, but stays where they were chosen', () => {
  const left = official('left', 'akim', null, { until: '2026-11-22' })
  const stands = official('stands', 'akim', null)
  expect(inOffice([left, stands], TODAY)).toEqual([stands])
  expect(offeredWith([left, stands], TODAY, null)).toEqual([stands])
  expect(offeredWith([left, stands], TODAY, 'left')).toEqual([left, stands])
})
