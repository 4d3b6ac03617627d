import { expect, test } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { withActs } from '#shared/plan/apply.ts'
import { cascadeOf } from '#shared/plan/cascade.ts'
import { fillTimes } from '#shared/plan/fill.ts'
import type { Plan } from '#shared/plan/model.ts'
import { placedOf } from '#shared/plan/placed.ts'
import { type Hypothesis, whatIf, whatIfSteps } from '#shared/plan/what-if.ts'
import { proposeSchedule } from '#shared/schedule/propose.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { away, frozen, person, planOf } from '#test/fixtures/plan.ts'
import { SAMPLE_OFFICIALS } from '#test/fixtures/report.ts'
import { counting } from '#test/fixtures/schedule.ts'

const MONTHS = ['2026-10', '2026-11', '2026-12'].map(month => PlainMonth.parse(month))

/** A quarter by the rules of the officials of the sample, with so many booked in the order of application. */
function quarterOf(count: number, receiver: (n: number) => string): Plan {
  const newId = counting()
  const receptions = MONTHS.flatMap(
    month =>
      proposeSchedule({ month, officials: SAMPLE_OFFICIALS, calendar: SEED_CALENDAR, newId }).schedule.receptions,
  ).map(one => ({ ...one, capacity: 40 }))
  const people = Array.from({ length: count }, (_, n) =>
    person(n, { appointed: { officialId: receiver(n), video: n % 7 === 0 } }),
  )
  const officials = SAMPLE_OFFICIALS.map((one, n) => (n === 0 ? { ...one, substitutes: ['official-1'] } : one))
  const plan = planOf({ officials, receptions, people, today: PlainDate.parse('2026-09-28') })
  return frozen(withActs(plan, fillTimes(plan).acts))
}

/** Milliseconds of the processor, which do not tell how busy the machine is with others. */
function medianOf(runs: number, act: () => unknown): number {
  return middle(Array.from({ length: runs }, () => processorTime(act)))
}

function processorTime(act: () => unknown): number {
  const start = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** How long the page stands still at most while a hypothesis is looked at, ms. */
function longestStep(plan: Plan, hypothesis: Hypothesis): number {
  const steps = whatIfSteps(plan, hypothesis)
  let longest = 0
  for (let done: boolean | undefined = false; !done; ) {
    const took = processorTime(() => {
      done = steps.next().done
    })
    longest = Math.max(longest, took)
  }
  return longest
}

test('the akim with 40 booked drops out: all are offered something within 300 ms', () => {
  const plan = quarterOf(40, () => 'official-0')
  expect(placedOf(plan).at.size).toBe(1)
  const gone = away('x', 'official-0', '2026-10-16', '2026-10-16')
  const found = cascadeOf(plan, gone)
  expect(found.affected).toHaveLength(40)
  expect(found.affected.every(one => one.offer !== null)).toBe(true)
  const took = medianOf(20, () => cascadeOf(plan, gone))
  console.log(`cascade of 40, median of 20: ${took.toFixed(1)} ms`)
  expect(took).toBeLessThan(300)
})

test('a hypothesis on a quarter with 600 booked is looked at within 1 s, and the real plan, frozen to the last leaf, is not touched', () => {
  const plan = quarterOf(600, n => `official-${n % SAMPLE_OFFICIALS.length}`)
  expect([...placedOf(plan).at.values()].flat()).toHaveLength(600)
  const before = JSON.stringify(plan)
  const away40 = { kind: 'official_away', officialId: 'official-0', acting: null } as const
  const span = { from: PlainDate.parse('2026-10-01'), to: PlainDate.parse('2026-11-30') }
  const took = medianOf(5, () => whatIf(plan, { ...away40, ...span }))
  const restricted = medianOf(5, () => whatIf(plan, { kind: 'restricted', ...span }))
  console.log(`what-if on 600, median of 5: away ${took.toFixed(0)} ms, restricted ${restricted.toFixed(0)} ms`)
  expect(Math.max(took, restricted)).toBeLessThan(1_000)
  const longest = middle(Array.from({ length: 5 }, () => longestStep(plan, { kind: 'restricted', ...span })))
  console.log(`longest step, median of 5: ${longest.toFixed(0)} ms`)
  expect(longest).toBeLessThan(200)
  expect(JSON.stringify(plan)).toBe(before)
})
