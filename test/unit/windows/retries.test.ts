import { expect, it } from 'vitest'
import { RETRY_WINDOW, retryBudget } from '#electron/windows/retries.ts'

it('a page that dies for ever is brought back three times and then told', () => {
  const budget = retryBudget()
  expect([0, 1000, 2000, 3000, 4000].map(now => budget.take(now))).toEqual([true, true, true, false, false])
})

it('a page that dies now and then is brought back each time', () => {
  const budget = retryBudget()
  for (let day = 0; day < 50; day++) expect(budget.take((day * RETRY_WINDOW) / 2.9)).toBe(true)
})
