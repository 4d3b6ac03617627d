import { expect, test } from 'vitest'
import type { AnalysedInstruction } from '#shared/analytics/facts.ts'
import { forecastOf, registeredByQuarter } from '#shared/analytics/forecast.ts'
import { hallOf, noShowsOf } from '#shared/analytics/hall.ts'
import { sumOfDays } from '#shared/analytics/kept.ts'
import { daysOfPeriod, pastOf, periodAYearBefore, periodBefore, periodOfDay } from '#shared/analytics/period.ts'
import { daysTaken, officialLoads, unitLoads } from '#shared/analytics/workload.ts'
import type { InstructionState } from '#shared/instruction/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import type { VisitState } from '#shared/visit/transitions.ts'
import { analysed, randomOf, sampleApplications } from '#test/fixtures/analytics.ts'
import { keptOf } from '#test/fixtures/analytics-kept.ts'
import { expectedJournal } from '#test/fixtures/import/expected.ts'

const quarter = daysOfPeriod('2026-Q3')
const day = (text: string) => PlainDate.parse(text)

test('periods: days, the one before, a year before, and the eight quarters of the past', () => {
  expect(daysOfPeriod('2026-H2')).toEqual({ from: '2026-07-01', to: '2026-12-31' })
  expect(daysOfPeriod('2024')).toEqual({ from: '2024-01-01', to: '2024-12-31' })
  expect(daysOfPeriod('2024-Q1').to).toBe('2024-03-31')
  expect(periodBefore('2026-Q1', 1)).toBe('2025-Q4')
  expect(periodBefore('2026-H1', -1)).toBe('2026-H2')
  expect([periodAYearBefore('2026-Q3'), periodAYearBefore('2026-H1'), periodAYearBefore('2026')]).toEqual([
    '2025-Q3',
    '2025-H1',
    '2025',
  ])
  expect(pastOf('2026-Q3')).toHaveLength(8)
  expect(pastOf('2026-Q3').at(-1)).toBe('2024-Q3')
  expect(pastOf('2026')).toEqual(['2025', '2024'])
  expect(periodOfDay(day('2026-12-31'), 'half')).toBe('2026-H2')
})

test('the sample: what officials received and days to the reception are as in the journal', () => {
  const { records } = expectedJournal('2026-q3')
  const [before] = [expectedJournal('2025-q3').records]
  const loads = officialLoads(keptOf(sampleApplications()), quarter)
  const within = [...records, ...before].filter(
    one => one.outcome === 'received' && one.received >= '2026-07-01' && one.received <= '2026-09-30',
  )
  expect(loads.reduce((sum, one) => sum + one.received, 0)).toBe(within.length)
  for (const { officialId, received, days } of loads) {
    const own = within.filter(one => (one.official || null) === officialId)
    expect([received, days]).toEqual([own.length, new Set(own.map(one => one.received)).size])
  }
  const took = records
    .filter(one => one.outcome === 'received' && one.received >= one.registered)
    .map(one => (Date.parse(one.received) - Date.parse(one.registered)) / 86_400_000)
    .sort((a, b) => a - b)
  const { reception } = daysTaken(sumOfDays(keptOf(sampleApplications()), quarter))
  expect(reception).toEqual({
    counted: took.length,
    median: took[Math.ceil(took.length / 2) - 1],
    ninth: took[Math.ceil(took.length * 0.9) - 1],
  })
  const { expected, absent } = noShowsOf(sampleApplications(), [], quarter, day('2026-10-05'))
  expect([expected, absent]).toEqual([312 + 15, 15])
})

test('who has a time and did not come that day is absent; a moved time, and one still to come, is not', () => {
  const booked = (id: string, days: string[], received: string | null = null) =>
    analysed(id, '2026-07-01', {
      imported: false,
      booked: days.map(day),
      received: received === null ? null : day(received),
    })
  const list = [
    booked('1', ['2026-07-10']),
    booked('2', ['2026-07-10'], '2026-07-10'),
    booked('3', ['2026-08-20']),
    booked('4', []),
  ]
  expect(noShowsOf(list, [], quarter, day('2026-08-20'))).toEqual({ expected: 2, absent: 1 })
})

/** A visit of 2 July 2026: minutes after 9:00 at the office it came and was called. */
function visit(id: string, came: number, called: number | null) {
  const at = (minutes: number) => new Date(Date.parse('2026-07-02T04:00:00Z') + minutes * 60_000).toISOString()
  const log =
    called === null ? [] : [{ at: at(called), room: '1', reason: 'arrival', user: 'u', note: null, undone: false }]
  const checkIn = {
    ticket: { letter: 'А', serial: 1 },
    day: '2026-07-02',
    application: `application:${id}`,
    officialId: null,
    booked: null,
  }
  const state = {
    status: called === null ? 'left' : 'finished',
    checkIn,
    arrivedAt: at(came),
    log,
    calls: log.length,
    forwarded: [],
    heldOnPaper: null,
    startedAt: null,
    finishedAt: null,
  }
  return { id, state: state as unknown as VisitState }
}

test('waits in the hall: median, nine of ten, within the promise; who left uncalled is told apart', () => {
  const visits = [...Array.from({ length: 10 }, (_, n) => visit(`${n}`, 5 * n, 15 * n)), visit('x', 70, null)]
  const hall = hallOf(sumOfDays(keptOf([], visits), quarter), 60)
  expect(hall).toMatchObject({ visitors: 11, called: 10, median: 40, ninth: 80, inTime: 7, leftUncalled: 1 })
  expect(hall.arrivals).toEqual([
    { weekday: 4, hour: 9, visitors: 10 },
    { weekday: 4, hour: 10, visitors: 1 },
  ])
})

test('a forecast is the same quarter of last year; its range holds what comes in nine offices of ten', () => {
  const random = randomOf(11)
  const poisson = (mean: number) => {
    let [count, product] = [0, random()]
    for (const limit = Math.exp(-mean); product > limit; count += 1) product *= random()
    return count
  }
  let within = 0
  for (let round = 0; round < 300; round += 1) {
    const counts = [...pastOf('2026-Q3').toReversed(), '2026-Q3'].map(code => ({
      code,
      count: poisson(100 + 40 * Number(code.at(-1))),
    }))
    const known = new Map(counts.map(({ code, count }) => [code, count]))
    const { quarter: next, expected, least, most, learntFrom } = forecastOf(known, '2026-Q3', day('2026-10-05'))
    expect([next, expected, learntFrom]).toEqual(['2026-Q4', counts.find(({ code }) => code === '2025-Q4')?.count, 5])
    const comes = poisson(260)
    if (comes >= (least ?? 0) && comes <= (most ?? 0)) within += 1
  }
  console.info(`forecasts that held: ${within} of 300`)
  expect(within / 300).toBeGreaterThanOrEqual(0.9)
})

test('nothing is forecast where the year before tells nothing or has not ended', () => {
  const days = registeredByQuarter(keptOf(sampleApplications()))
  expect(forecastOf(days, '2026-Q3', day('2026-10-05'))).toMatchObject({
    quarter: '2026-Q4',
    expected: null,
    least: null,
  })
  expect(forecastOf(days, '2026-Q2', day('2026-10-05')).expected).toBe(
    sampleApplications().filter(({ registered }) => registered.startsWith('2025')).length,
  )
})

/** An instruction given on 10 July 2026 and due on the 20th. */
function instruction(
  executor: { body?: string; unit?: string },
  more: Partial<InstructionState> = {},
): AnalysedInstruction {
  const given = { on: day('2026-07-10'), by: 'u' }
  const who = { officialId: 'o1', unit: '', body: null, who: 'X', ...executor }
  const state = {
    status: 'on_control',
    given,
    assigned: [{ ...given, executor: who, ground: null }],
    dueOn: day('2026-07-20'),
    executed: null,
    ...more,
  }
  return { state: state as unknown as InstructionState, topic: null, givenBy: null }
}

test('workload by unit: bodies, units and officials each by themselves; late is done after the due day, or not done and past it', () => {
  const done = (on: string) => ({ status: 'closed', executed: { doneOn: day(on) } }) as Partial<InstructionState>
  const land = { unit: 'Жер бөлімі' }
  const list = [
    instruction(land),
    instruction(land, done('2026-07-20')),
    instruction(land, done('2026-07-21')),
    instruction(land, { status: 'replaced' }),
    instruction(land, { given: { on: day('2026-06-30'), by: 'u' } }),
    instruction(
      { body: 'police', unit: 'Жер бөлімі' },
      { status: 'executed', executed: { doneOn: day('2026-07-15') } as never },
    ),
    instruction({}, { dueOn: null }),
  ]
  const none = { body: null, unit: '', officialId: null }
  expect(unitLoads(list, quarter, day('2026-07-20'))).toEqual([
    { ...none, unit: 'Жер бөлімі', given: 3, onControl: 1, done: 2, late: 1 },
    { ...none, body: 'police', unit: 'Жер бөлімі', given: 1, onControl: 1, done: 1, late: 0 },
    { ...none, officialId: 'o1', given: 1, onControl: 1, done: 0, late: 0 },
  ])
  expect(unitLoads(list, quarter, day('2026-07-21'))[0]?.late).toBe(2)
})

test('who executes it now has it: what was given on to another unit is not of the first', () => {
  const executor = (unit: string) => ({
    on: day('2026-07-10'),
    by: 'u',
    executor: { officialId: 'o1', unit, body: null, who: 'X' },
    ground: null,
  })
  const moved = instruction({}, { assigned: [executor('А'), executor('Б')] })
  expect(unitLoads([moved], quarter, day('2026-07-20')).map(({ unit, given }) => [unit, given])).toEqual([['Б', 1]])
})
