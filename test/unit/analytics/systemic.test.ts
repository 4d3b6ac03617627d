import { expect, test } from 'vitest'
import type { AnalysedApplication } from '#shared/analytics/facts.ts'
import { registeredIn } from '#shared/analytics/kept.ts'
import { daysOfPeriod, pastOf } from '#shared/analytics/period.ts'
import { FALSE_SHARE, LEAST_TOLD, systemicOf } from '#shared/analytics/systemic.ts'
import { analysed, randomOf, sampleApplications } from '#test/fixtures/analytics.ts'
import { keptOf } from '#test/fixtures/analytics-kept.ts'

const PERIOD = '2026-Q3'
const QUARTERS = [PERIOD, ...pastOf(PERIOD)]

/** Nine quarters of an office: 400 applications each, topics and districts as unlike in size as in life, three of a hundred refused as repeats. */
function office(random: () => number, planted: Partial<Record<'cell', number>> = {}): AnalysedApplication[] {
  const draw = (count: number) => Math.floor(count * random() ** 2)
  return QUARTERS.flatMap((quarter, at) => {
    const day = daysOfPeriod(quarter).from
    const ordinary = Array.from({ length: 400 }, (_, n) =>
      analysed(`${at}-${n}`, day, { topic: `t${draw(12)}`, district: `d${draw(14)}`, refusedRepeat: random() < 0.03 }),
    )
    const extra = at === 0 ? (planted.cell ?? 0) : 0
    return [
      ...ordinary,
      ...Array.from({ length: extra }, (_, n) => analysed(`x${n}`, day, { topic: 't3', district: 'd2' })),
    ]
  })
}

/** The same records with their periods drawn anew: nothing can stand out but by chance. */
function shuffled(all: readonly AnalysedApplication[], random: () => number): AnalysedApplication[] {
  const days = all.map(({ registered }) => registered)
  for (let at = days.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[days[at], days[other]] = [days[other] as never, days[at] as never]
  }
  return all.map((one, at) => ({ ...one, registered: days[at] as never }))
}

const judge = (applications: readonly AnalysedApplication[]) =>
  systemicOf({
    applications,
    instructions: [],
    past: pastOf(PERIOD).map(code => registeredIn(keptOf(applications), code)),
    period: PERIOD,
  })

test('where nothing happened, fewer than one report in twenty tells anything: measured on 200 shuffles', () => {
  const random = randomOf(7)
  const all = office(random)
  let alarms = 0
  for (let round = 0; round < 200; round += 1) if (judge(shuffled(all, random)).findings.length > 0) alarms += 1
  console.info(`false alarms: ${alarms} of 200 shuffles`)
  expect(alarms / 200).toBeLessThanOrEqual(FALSE_SHARE)
}, 60_000)

test.each([
  { planted: 30, least: 0.9 },
  { planted: 20, least: 0.5 },
])(
  'a topic in one district with $planted more than usual is found in at least $least of offices',
  ({ planted, least }) => {
    let found = 0
    for (let seed = 1; seed <= 40; seed += 1) {
      const { findings } = judge(office(randomOf(seed), { cell: planted }))
      if (findings.some(one => one.kind === 'grew' && one.topic === 't3' && one.district === 'd2')) found += 1
    }
    console.info(`${planted} planted: found in ${found} of 40`)
    expect(found / 40).toBeGreaterThanOrEqual(least)
  },
  60_000,
)

test('an office that has but grown, every topic alike, has no systemic issue', () => {
  const all = office(randomOf(3))
  const twice = all.flatMap(one =>
    one.registered === daysOfPeriod(PERIOD).from ? [one, { ...one, id: `${one.id}b`, person: `${one.id}b` }] : [one],
  )
  expect(judge(twice).findings.filter(({ kind }) => kind === 'grew')).toEqual([])
})

test('what comes every spring is not told as new: a year before it was as many', () => {
  const flood = (day: string, count: number) =>
    Array.from({ length: count }, (_, n) => analysed(`${day} ${n}`, day, { topic: 'flood' }))
  const others = QUARTERS.flatMap(quarter => {
    const day = daysOfPeriod(quarter).from
    return Array.from({ length: 200 }, (_, n) => analysed(`${quarter} ${n}`, day, { topic: `t${n % 10}` }))
  })
  expect(judge([...others, ...flood('2026-07-02', 40), ...flood('2025-07-02', 40)]).findings).toEqual([])
  const [first] = judge([...others, ...flood('2026-07-02', 40)]).findings
  expect(first).toMatchObject({ kind: 'grew', topic: 'flood', now: 40, base: 240, yearBefore: 0, expected: 0 })
  expect(first?.examples.length).toBe(5)
})

test('repeats stand out where a topic has more of them than all others', () => {
  const many = Array.from({ length: 200 }, (_, n) =>
    analysed(`${n}`, '2026-07-01', { topic: n < 40 ? 'land' : `t${n % 4}`, refusedRepeat: n < 12 || n === 100 }),
  )
  const { findings, past } = judge(many)
  expect(past).toEqual([])
  expect(findings).toMatchObject([{ kind: 'repeated', topic: 'land', district: null, now: 12, base: 40 }])
})

test('the sample: each finding is what a recount gives, and none is of few', () => {
  const all = sampleApplications()
  const { findings, past, hasYearBefore } = judge(all)
  expect([past, hasYearBefore]).toEqual([['2025-Q3'], true])
  for (const one of findings.filter(({ kind }) => kind === 'grew')) {
    const isThere = ({ topic, district }: AnalysedApplication) =>
      (one.topic === null || topic === one.topic) && (one.district === null || district === one.district)
    const inYear = (year: string) => all.filter(({ registered }) => registered.startsWith(year)).filter(isThere).length
    expect([one.now, one.yearBefore]).toEqual([inYear('2026'), inYear('2025')])
    expect(one.now).toBeGreaterThanOrEqual(LEAST_TOLD)
  }
})
