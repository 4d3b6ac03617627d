import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { StoreClient } from '#renderer/db/client.ts'
import { changesOfRows, wholeAnswer } from '#renderer/db/known-rows.ts'
import type { FromWorker } from '#renderer/db/messages.ts'
import type { ParamsOf, QueryName } from '#renderer/db/query-types.ts'
import { type Action, EntityId } from '#shared/change/action.ts'
import { findPlainDate, PlainDate, PlainMonth, Quarter } from '#shared/time/plain-date.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { history, write } from './history.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const SEED = Number(process.env.QABYLDAU_SEED ?? 20261122)
const TODAY = PlainDate.parse('2026-09-21')
const JANUARY = PlainDate.parse('2026-01-01')
const DAY = findPlainDate(2026, 7, 2) ?? TODAY

type Asked = { [Q in QueryName]: readonly [Q, ParamsOf<Q>] }[QueryName]

/** Everything a screen may watch, each in the shapes in which it is asked. */
const WATCHED: readonly Asked[] = [
  ['applications.page', { filter: {}, after: null, limit: 3 }],
  ['applications.page', { filter: { from: DAY, to: DAY }, after: null, limit: 50 }],
  ['applications.page', { filter: { undated: true }, after: null, limit: 50 }],
  ['applications.page', { filter: { statuses: ['imported'] }, after: null, limit: 50 }],
  ['applications.page', { filter: { marked: true }, after: null, limit: 50 }],
  ['applications.page', { filter: {}, after: null, limit: 50, sort: 'name' }],
  ['applications.page', { filter: { text: 'мұхамбетова' }, after: null, limit: 50 }],
  ['applications.one', { id: 'application:a1' }],
  ['applications.search', { text: 'мұхамбетова', limit: 20 }],
  ['applications.search', { text: 'А-014', limit: 20 }],
  ['applications.waiting', { mark: 'open', limit: 2 }],
  ['applications.waiting', { mark: 'no_eotinish', limit: 20 }],
  ['journals.page', { journal: 'registrations', from: JANUARY, to: TODAY, after: null, limit: 50 }],
  ['journals.page', { journal: 'receptions', from: JANUARY, to: TODAY, after: null, limit: 50 }],
  ['applications.handed_in', { visit: EntityId.parse('visit:20260922-0000000000000000-0001') }],
  ['help.called', {}],
  ['visits.day', { day: TODAY }],
  ['day.open', { day: TODAY, installation: '0000000000000002' }],
  ['days.all', {}],
  ['packs.all', {}],
  ['visits.left_over', { before: PlainDate.parse('2026-09-22') }],
  ['contacts.day', { day: TODAY }],
  ['directories.all', {}],
  ['entries.all', {}],
  ['officials.all', {}],
  ['officials.entities', {}],
  ['counts.quarter', { quarter: Quarter.parse('2026-Q3') }],
  ['figures.quarter', { quarter: Quarter.parse('2026-Q3') }],
  [
    'report.records',
    { measure: 'registered', dimension: 'language', codes: ['kk'], quarter: Quarter.parse('2026-Q3') },
  ],
  ['counts.quarters', {}],
  ['schedule.month', { month: PlainMonth.parse('2026-11') }],
  ['calendar.years', {}],
  ['plan.people', {}],
  ['receptions.owing', {}],
  ['reports.one', { quarter: Quarter.parse('2026-Q3') }],
  ['reports.standing', {}],
  ['letters.requests', { applications: [EntityId.parse('application:a1'), EntityId.parse('application:w1')] }],
  ['imports.all', {}],
  ['office.current', {}],
  ['users.all', {}],
  ['desks.all', {}],
  ['attentions.all', {}],
  ['totals', {}],
]

/** A round at the desk, beside what a history holds. */
function workRound(): Action[] {
  const desk = new TestDesk(2)
  const done = desk.register(1, 'w1', {}, { eotinish: '' })
  desk.register(2, 'w2', {}, {})
  const visit = desk.checkIn(14, done, TODAY)
  desk.checkIdentity(visit)
  desk.act('visit.called', visit.entity, { call: { room: '5', reason: 'arrival' } })
  const fix = { registration: makeRegistration({ topic: 'housing' }), ground: 'typing' }
  desk.onApplication('corrected', done, fix, makeRegistrationPersonal({ surname: 'Мұхамбетова' }))
  desk.onApplication('eotinish_noted', done, {}, { eotinish: 'ЖТ-2026-00476572' })
  desk.logContact('c1')
  desk.setEntry('housing', 'Жилище')
  desk.approve('2026-11', null)
  desk.onApplication('withdrawn', done, { ground: 'applicant' })
  desk.erase('w2')
  return desk.actions
}

function watchAll(client: StoreClient): Map<Asked, unknown> {
  const shown = new Map<Asked, unknown>()
  for (const asked of WATCHED) {
    client.subscribe(asked[0], asked[1] as never, value => shown.set(asked, value))
  }
  return shown
}

it('what is watched stands on the screen as if it were asked anew, after any acts, told or read', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.integer({ min: 1, max: 8 }), fc.array(fc.boolean()), async (steps, size, tells) => {
      const main = new TestMain()
      const { client } = await openReady(main, new TestMachine())
      const shown = watchAll(client)
      const actions = [...write(steps), ...workRound()]
      for (let start = 0; start < actions.length; start += size) {
        main.tells = tells[start / size] ?? true
        main.append(...actions.slice(start, start + size))
        await client.caughtUp(main.head())
        for (const asked of WATCHED) {
          const fresh = await client.query(asked[0], asked[1] as never)
          await vi.waitFor(() => expect([asked, shown.get(asked)]).toEqual([asked, fresh]), { interval: 1 })
        }
      }
      // What was held in memory all the while is what another machine reads from the journal.
      const anew = await openReady(main, new TestMachine())
      for (const asked of WATCHED) {
        expect([asked, await anew.client.query(asked[0], asked[1] as never)]).toEqual([asked, shown.get(asked)])
      }
    }),
    { seed: SEED, numRuns: 8, verbose: fc.VerbosityLevel.Verbose },
  )
}, 60_000)

it('what was told is folded without asking the journal; after news without it nothing is missing', async () => {
  const main = new TestMain()
  const desk = new TestDesk(0)
  main.append(desk.imported('a0', 'b1', 's0', {}, {}))
  const { client } = await openReady(main, new TestMachine())
  const count = async () => (await client.query('totals', {})).applications
  main.reads = 0
  for (const key of ['a1', 'a2']) {
    main.append(desk.imported(key, 'b1', key, {}, {}))
    await client.caughtUp(main.head())
  }
  expect([await count(), main.reads]).toEqual([3, 0])
  main.tells = false
  main.append(desk.imported('a3', 'b1', 'a3', {}, {}))
  main.tells = true
  main.append(desk.imported('a4', 'b1', 'a4', {}, {}))
  await client.caughtUp(main.head())
  expect(await count()).toBe(5)
  expect(main.reads).toBeGreaterThan(0)
})

it('what one act moves is told in one go, so that the screen is drawn once; a single question is answered at once', async () => {
  const soon: (() => void)[] = []
  let say: (message: FromWorker) => void = () => undefined
  const wire = { send: () => undefined, listen: (listener: typeof say) => (say = listener) }
  const client = new StoreClient(new TestMain(), wire, work => soon.push(work))
  const told: unknown[] = []
  for (const id of [1, 2]) client.subscribe('totals', {}, totals => told.push([id, totals]))
  const end = client.subscribe('totals', {}, () => told.push('ended'))
  const asked = client.query('totals', {})
  for (const id of [1, 2, 3, 4, 2]) say({ kind: 'answer', id, value: { applications: id, rows: [{ id }] } })
  end()
  expect(await asked).toMatchObject({ applications: 4 })
  expect([told, soon.length]).toEqual([[], 1])
  soon[0]?.()
  expect(told).toMatchObject([
    [1, { applications: 1 }],
    [2, { applications: 2 }],
  ])
})

it.each([
  ['rows of an answer', (rows: readonly unknown[], total: number): unknown => ({ rows, total })],
  ['an answer that is rows', (rows: readonly unknown[]): unknown => rows],
])('a row that stayed is not sent again, and the answer is the same in full: %s', (_, shaped) => {
  const row = fc.nat(9).map(id => ({ id }))
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: one => one.id }), fc.array(fc.nat(20)), (pool, picks) => {
      const rowsOf = (places: readonly number[]) => [...new Set(places.flatMap(place => pool[place] ?? []))]
      const [was, is] = [rowsOf(picks.slice(0, 5)), rowsOf(picks.slice(3))]
      const [before, after] = [shaped(was, 5), shaped(is, picks.length)]
      const sent = changesOfRows(before, after)
      const whole = wholeAnswer(before, structuredClone(sent))
      expect(whole).toEqual(after)
      const rows = Array.isArray(whole) ? whole : (whole as { rows: unknown[] }).rows
      for (const [at, one] of rows.entries()) {
        if (was.includes(is[at]!)) expect(was).toContain(one)
        else expect(sent.rows?.[at] ?? is[at]).toEqual(one)
      }
    }),
    { seed: SEED },
  )
})
