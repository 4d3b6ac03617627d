import { expect, it } from 'vitest'
import { sumTerms } from '#shared/report/terms.ts'
import { fromEpochDay, PlainDate, Quarter, rangeOfQuarter, toDayNumber, toEpochDay } from '#shared/time/plain-date.ts'
import { history } from '#test/fixtures/history/history.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'
import { openReady, TestMachine, TestMain } from './kit.ts'

const QUARTER = Quarter.parse('2026-Q2')
const TODAY = PlainDate.parse('2026-10-02')

/** A year of a small office: enough that terms were kept and broken. */
async function openYear() {
  const main = new TestMain()
  const desk = new TestDesk(0, Date.parse('2025-01-06T05:00:00Z'))
  desk.act('office.set', 'office:one', { office: FIRST_RUN.office })
  main.append(...desk.actions)
  for (const day of history({ seed: 20261122, applications: 120, years: 1 })) main.append(...day)
  return openReady(main, new TestMachine())
}

it('what is counted and opened in parts, so that it can be stopped, is what the whole quarter comes to', async () => {
  const { client } = await openYear()
  const { from, to } = rangeOfQuarter(QUARTER)
  const whole = await client.query('compliance.counts', { from, to, today: TODAY })
  const months = [
    ['2026-04-01', '2026-04-30'],
    ['2026-05-01', '2026-05-31'],
    ['2026-06-01', '2026-06-30'],
  ].map(([first, last]) =>
    client.query('compliance.counts', { from: PlainDate.parse(first), to: PlainDate.parse(last), today: TODAY }),
  )
  const inOrder = (terms: typeof whole) =>
    terms.toSorted((a, b) => (`${a.profile} ${a.clause}` < `${b.profile} ${b.clause}` ? -1 : 1))
  expect(inOrder(sumTerms(await Promise.all(months)))).toEqual(inOrder(whole))
  const sums = whole.reduce((all, { kept, broken }) => [all[0]! + kept, all[1]! + broken], [0, 0])
  expect(Math.min(...sums)).toBeGreaterThan(5)

  for (const measure of ['registered', 'received', 'held', 'planned', 'came', 'letter_sent', 'minutes_waited']) {
    const drill = { measure, dimension: null, codes: [], quarter: QUARTER }
    const all = await client.query('report.records', drill)
    const [first, last] = [toEpochDay(from), toEpochDay(to)]
    const parts = []
    for (let day = first; day <= last; day += 7) {
      const [begin, end] = [day, Math.min(last, day + 6)].map(one => toDayNumber(fromEpochDay(one))) as [number, number]
      parts.push(...(await client.query('report.records', { ...drill, within: { from: begin, to: end } })))
    }
    expect(parts, measure).toEqual(all)
    expect(all.length, measure).toBeGreaterThan(0)
  }
})
