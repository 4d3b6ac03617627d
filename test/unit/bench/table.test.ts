import { expect, test } from 'vitest'
import type { Measured } from '#test/bench/row.ts'
import { growthOf, isGood, outcomeOf, tableOf } from '#test/bench/table.ts'

function row(change: Partial<Measured>): Measured {
  const whole = { name: 'S3', what: 'search', beside: 'getAll', unit: 'ms', part: 0.5 } as const
  return { ...whole, goal: { as: 'ratio', most: 2 }, product: [30, 4, 6], baseline: [2, 100, 2], ...change }
}

test('one slow figure among three neither makes a row short nor good', () => {
  expect(outcomeOf(row({}))).toBe(3)
  expect(isGood(row({}))).toBe(false)
  expect(isGood(row({ product: [4, 4, 900] }))).toBe(true)
  expect(isGood(row({ goal: { as: 'ratio', most: null } }))).toBeNull()
})

test('the rarest of a hundred are compared where the row says so', () => {
  const product = Array.from({ length: 100 }, (_, n) => (n < 99 ? 1 : 50))
  expect(outcomeOf(row({ part: 0.99, product, baseline: [10] }))).toBe(5)
})

test('what may be more by so much, and what may not be at all', () => {
  expect(isGood(row({ unit: 'MB', goal: { as: 'more', most: 30 }, product: [45], baseline: [12] }))).toBe(false)
  expect(isGood(row({ unit: 'MB', goal: { as: 'more', most: 30 }, product: [41], baseline: [12] }))).toBe(true)
  expect(isGood(row({ unit: 'tasks', goal: { as: 'alone', most: 0 }, product: [1], baseline: [0] }))).toBe(false)
  expect(isGood(row({ unit: 'tasks', goal: { as: 'alone', most: 0 }, product: [0], baseline: [0] }))).toBe(true)
})

test('the table says of each row what it comes to and which is short', () => {
  const [head = '', first = '', second = ''] = tableOf([row({}), row({ name: 'S4', product: [1] })]).split('\n')
  expect(head).toMatch(/^row +what +figure +beside/)
  expect(first).toMatch(/^S3 +search +6\.00 ms +getAll +2\.00 ms +x 3\.00 +<= 2 +SHORT +3 +4\.00\.\.30\.00$/)
  expect(second).toMatch(/^S4 .* x 0\.50 +<= 2 +good /)
})

test('a row that was not measured at a size leaves its place empty', () => {
  const lines = growthOf([
    { size: 3000, rows: [row({}), row({ name: 'S10', product: [9] })] },
    { size: 30_000, rows: [row({ product: [60] })] },
  ]).split('\n')
  expect(lines[0]).toMatch(/3000 +comes to +30000 +comes to/)
  expect(lines[1]).toMatch(/^S3 search +6\.00 ms +x 3\.00 +60\.00 ms +x 30\.00$/)
  expect(lines[2]).toMatch(/^S10 search +9\.00 ms +x 4\.50$/)
})
