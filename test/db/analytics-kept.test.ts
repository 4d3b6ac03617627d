import { expect, it } from 'vitest'
import { analysedOf, type Essences, withAlike } from '#renderer/db/analysed-applications.ts'
import { type Analytics, analyticsOf } from '#shared/analytics/analytics.ts'
import { officialPage } from '#shared/analytics/one-official.ts'
import { daysOfPeriod } from '#shared/analytics/period.ts'
import type { Action } from '#shared/change/action.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { keptOf } from '#test/fixtures/analytics-kept.ts'
import { analyticsOffice } from '#test/fixtures/analytics-office.ts'
import { ModelStore } from '#test/property/model-store.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const today = PlainDate.parse('2026-10-05')

/** Every record of a journal opened and laid beside every other: nothing kept is read. */
function factsOf(actions: readonly Action[], from: PlainDate) {
  const model = new ModelStore()
  model.fold(actions)
  const records = [...model.records.values()]
  const essences: Essences = new Map()
  const applications = withAlike(
    records.flatMap(record => analysedOf(record, essences) ?? []),
    from,
    essences,
  )
  const topics = new Map(applications.map(({ id, topic }) => [id as string, topic]))
  return {
    kept: keptOf(
      applications,
      records.flatMap(({ id, view }) => (view?.noun === 'visit' ? [{ id, state: view.state }] : [])),
    ),
    applications,
    visits: records.flatMap(({ id, view }) => (view?.noun === 'visit' ? [{ id, state: view.state }] : [])),
    instructions: records.flatMap(({ view }) =>
      view?.noun === 'instruction'
        ? [{ state: view.state, topic: topics.get(view.state.instruction?.application ?? '') ?? null, givenBy: null }]
        : [],
    ),
    promise: FIRST_RUN.office.promise,
    today,
  }
}

/** The same, whatever the order of what has none of its own. */
function inOneOrder({ repeats, hall, units, systemic, ...rest }: Analytics) {
  const sorted = <T>(list: readonly T[]) => list.map(one => JSON.stringify(one)).sort()
  return {
    ...rest,
    repeats: { ...repeats, cells: sorted(repeats.cells.map(cell => ({ ...cell, repeats: sorted(cell.repeats) }))) },
    hall: { ...hall, arrivals: sorted(hall.arrivals) },
    units: sorted(units),
    systemic: { ...systemic, findings: sorted(systemic.findings) },
  }
}

it.each([
  { seed: 1, period: '2026-Q3' },
  { seed: 1, period: '2026-H1' },
  { seed: 2, period: '2026-Q2' },
  { seed: 2, period: '2025' },
])('seed $seed: what kept figures tell of $period is what all records opened tell', async ({ seed, period }) => {
  const actions = analyticsOffice(seed, 400)
  const main = new TestMain()
  main.append(...actions)
  const { client } = await openReady(main, new TestMachine())
  const facts = factsOf(actions, daysOfPeriod(period).from)
  const told = await client.query('analytics.period', { period, today })
  expect(inOneOrder(told)).toEqual(inOneOrder(analyticsOf(facts, period)))
  for (const [what, count] of Object.entries({
    applications: told.applications,
    repeats: told.repeats.repeats,
    waited: told.hall.called,
    absent: told.noShows.absent,
    units: told.units.length,
    timed: told.officials.reduce((sum, { timed }) => sum + timed, 0),
    letters: told.days.letter.counted,
  }))
    expect(count, what).toBeGreaterThan(0)
  const { from, to } = daysOfPeriod(period)
  const page = await client.query('analytics.official', { officialId: 'o1', from, to, today })
  expect(page).toEqual(officialPage(facts, 'o1', { from, to }, []))
})
