import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { type Counts, countOf, DIMENSIONS } from '#shared/report/counts.ts'
import type { Figures } from '#shared/report/day-figures.ts'
import { endedQuarters } from '#shared/report/due.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import { PlainDate, type Quarter, quarterAYearBefore, rangeOfQuarter } from '#shared/time/plain-date.ts'
import { ofTheReport } from '#test/fixtures/history/recount.ts'
import { goTo, goToAddress } from '../../e2e/pages/frame.ts'
import { section } from '../../e2e/pages/report.ts'
import type { Bench, BenchWindow } from '../bench.ts'
import type { Row } from '../row.ts'

const QUARTERS = endedQuarters(PlainDate.parse('2026-10-01'), 39)
const [NOW] = QUARTERS as [Quarter]
const FIELDS = ['channel', 'outcome', 'result', 'topic', 'district', 'category', 'language', 'official', 'applicant']

export const quarterly: Row = {
  ...{ name: 'S5', what: 'quarterly report, all figures', beside: 'getAll(4000) loop', unit: 'ms', samples: 3 },
  goal: { as: 'ratio', most: 0.1 },
  open: async bench => {
    const page = await bench.page()
    await demandExact(bench)
    const recount = await bench.recount()
    const periods = [quarterAYearBefore(NOW), NOW].map(rangeOfQuarter)
    const rows = periods.flatMap(({ from, to }) => recount.rows(from, to))
    for (let at = 0; at < rows.length; at += 4000) {
      const part = rows.slice(at, at + 4000)
      await page.evaluate(some => (window as unknown as BenchWindow).raw.add('rows', some), part)
    }
    return {
      product: async () => {
        const { took, data } = await page.evaluate(askReport, [NOW, quarterAYearBefore(NOW)] as const)
        const started = performance.now()
        quarterlyReport(data as never, SEED_DIRECTORIES)
        return took + performance.now() - started
      },
      baseline: () =>
        page.evaluate(([days, fields]) => (window as unknown as BenchWindow).raw.loop(days, fields), [
          periods,
          FIELDS,
        ] as const),
    }
  },
}

export const longTasks: Row = {
  ...{ name: 'S16', what: 'long tasks: report and its records shown', beside: '', unit: 'tasks', samples: 1 },
  goal: { as: 'alone', most: 0 },
  open: async bench => {
    const at = await bench.at()
    return {
      product: async () => {
        await goTo(at, 'settings')
        await at.page.evaluate(() => (window as unknown as BenchWindow).longTasks.splice(0))
        await goToAddress(at, `#/report?quarter=${NOW}`)
        await section(at, 'report.section.quality').waitFor({ timeout: 60_000 })
        await goToAddress(at, `#/report?part=records&quarter=${NOW}&measure=registered`)
        await at.page.locator('table tbody tr').first().waitFor({ timeout: 300_000 })
        return at.page.evaluate(() => (window as unknown as BenchWindow).longTasks.splice(0).length)
      },
      baseline: async () => 0,
      close: () => goTo(at, 'settings'),
    }
  },
}

/** Every figure of every quarter is what a plain recount of the actions gives: a fast report of other figures is none. */
async function demandExact(bench: Bench): Promise<void> {
  const page = await bench.page()
  const recount = await bench.recount()
  for (const quarter of QUARTERS) {
    const { from, to } = rangeOfQuarter(quarter)
    const [figures, counts] = await page.evaluate(async asked => {
      const { ask } = window as unknown as BenchWindow
      return [await ask('figures.quarter', { quarter: asked }), await ask('counts.quarter', { quarter: asked })]
    }, quarter)
    demandSame(quarter, ofTheReport(figures as Figures), recount.figures(from, to))
    demandSame(quarter, flat(counts as Counts), recount.counts(from, to))
  }
}

function demandSame(quarter: Quarter, told: Readonly<Record<string, number>>, counted: Record<string, number>): void {
  const keys = [...new Set([...Object.keys(told), ...Object.keys(counted)])]
  const wrong = keys.filter(key => told[key] !== counted[key])
  const [key = ''] = wrong
  if (wrong.length > 0) throw new Error(`${quarter} ${key}: told ${told[key]}, counted ${counted[key]}`)
}

function flat({ rows, legalEntities, badIin: _, marked: __, ...counters }: Counts): Record<string, number> {
  const codes = DIMENSIONS.flatMap(dimension =>
    Object.keys(counters[dimension]).map(code => [`${dimension}.${code}`, countOf(counters[dimension], code)] as const),
  )
  return { rows, ...(legalEntities > 0 ? { legalEntities } : {}), ...Object.fromEntries(codes) }
}

/** All a report asks of the store, as its screen asks it; the milliseconds until it is there. */
async function askReport([quarter, before]: readonly [string, string]) {
  const { ask } = window as unknown as BenchWindow
  const started = performance.now()
  const [current, previous, ofCurrent, ofPrevious, officials] = await Promise.all([
    ask('counts.quarter', { quarter }),
    ask('counts.quarter', { quarter: before }),
    ask('figures.quarter', { quarter }),
    ask('figures.quarter', { quarter: before }),
    ask('officials.all', {}),
    ask('entries.all', {}),
    ask('office.current', {}),
  ])
  const took = performance.now() - started
  const figures = { current: ofCurrent, previous: ofPrevious }
  return { took, data: { quarter, current, previous, figures, officials } }
}
