import { expect, test } from 'vitest'
import { atLeast, quantile, standOut } from '#shared/analytics/exact.ts'

test('a probability of so many or more is that of the whole table, term by term', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k)
  for (const [least, trials, chance] of [
    [3, 10, 0.2],
    [17, 30, 0.5],
    [1, 7, 0.9],
    [40, 60, 1 / 9],
  ] as const) {
    let sum = 0
    for (let k = least; k <= trials; k += 1) sum += choose(trials, k) * chance ** k * (1 - chance) ** (trials - k)
    expect(atLeast(least, trials, chance)).toBeCloseTo(sum, 10)
  }
  expect(atLeast(0, 0, 0.3)).toBe(1)
  expect(atLeast(5, 4, 0.3)).toBe(0)
  expect(atLeast(4000, 5000, 0.5)).toBeLessThan(1e-300)
})

test('the example of Benjamini and Hochberg: four of fifteen stand out at one in twenty', () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ]
  expect(standOut(p, 0.05).filter(Boolean).length).toBe(4)
  expect(standOut([...p].reverse(), 0.05).slice(-4)).toEqual([true, true, true, true])
  expect(standOut([], 0.05)).toEqual([])
})

const once = (...values: number[]) => new Map(values.map(value => [value, 1]))

test('a quantile is a value that was measured; of nothing there is none', () => {
  expect(quantile(once(5, 1, 3, 2, 4), 0.5)).toBe(3)
  expect(quantile(once(10, 20, 30, 40, 50, 60, 70, 80, 90, 100), 0.9)).toBe(90)
  expect(quantile(once(7), 0.9)).toBe(7)
  expect(
    quantile(
      new Map([
        [60, 1],
        [5, 8],
        [30, 1],
      ]),
      0.9,
    ),
  ).toBe(30)
  expect(quantile(once(), 0.5)).toBe(null)
})
