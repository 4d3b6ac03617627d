import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Action } from '#shared/change/action.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { type Counts, countOf, DIMENSIONS } from '#shared/report/counts.ts'
import type { Figures } from '#shared/report/day-figures.ts'
import { endedQuarters } from '#shared/report/due.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import { PlainDate, type Quarter, quarterAYearBefore, rangeOfQuarter } from '#shared/time/plain-date.ts'
import { root } from '../e2e/launch/launch.ts'
import type { AtDesk } from '../e2e/pages/at-desk.ts'
import { goTo, goToAddress } from '../e2e/pages/frame.ts'
import { section } from '../e2e/pages/report.ts'
import { type PreparedDesk, sitAt } from '../e2e/prepared/prepared-desk.ts'
import { history } from '../fixtures/history/history.ts'
import { ofTheReport, Recount } from '../fixtures/history/recount.ts'
import { type BenchPage, installBench } from './in-page.ts'
import {
  fillRows,
  foldPage,
  loopOver,
  measuredEach,
  measuredReport,
  type ReportPage,
  watchLong,
} from './report-in-page.ts'
import { type Line, median, ratioOf, tableOf } from './table.ts'

/** Ten years of a reception room: the short form guards `npm test`. */
const isWhole = process.env.QABYLDAU_FULL === '1'
const SIZE = Number(process.env.QABYLDAU_BENCH_SIZE ?? (isWhole ? 300_000 : 1_500))
/** Fewer years of as many applications: the days are as full as those of a greater office. */
const YEARS = Number(process.env.QABYLDAU_BENCH_YEARS ?? 10)
const SEED = Number(process.env.QABYLDAU_SEED ?? 20261122)
const ROUNDS = isWhole ? 15 : 7
/** As many actions as the page brings at once. */
const PAGE = 2_000
const LAST = PlainDate.parse('2026-09-30')

let prepared: PreparedDesk
let at: AtDesk
let session: CDPSession
const recount = new Recount('2025-07-01')
const told: Record<string, unknown> = { size: SIZE, years: YEARS, seed: SEED }
const lines: Line[] = []

beforeAll(async () => {
  prepared = await sitAt('begun', 'ru')
  at = prepared.at
  await at.page.addInitScript({ path: path.join(root, 'node_modules/dexie/dist/dexie.js') })
  await at.page.addInitScript(installBench)
  await at.page.reload()
  await at.page.waitForFunction(() => (window as unknown as BenchPage).storeWorker !== undefined)
  await at.page.evaluate(() => (window as unknown as BenchPage).ask('totals', {}))
  // A screen that asks for no lists: what a store that is filled anew costs is the fold.
  await goTo(at, 'settings')
  session = await at.page.context().newCDPSession(at.page)
  told.before = await memory()
  await bringIn()
  told.after = await memory()
}, 7_200_000)

afterAll(async () => {
  await prepared.leave()
  console.log(`\n${JSON.stringify(told)}\n${tableOf(lines)}\n`)
  const out = process.env.QABYLDAU_BENCH_OUT
  if (out !== undefined) writeFileSync(out, JSON.stringify({ told, lines }, null, 2))
})

test('every figure of every quarter is what a plain recount of the actions gives', async () => {
  for (const quarter of quarters()) {
    const { from, to } = rangeOfQuarter(quarter)
    const [figures, counts] = await at.page.evaluate(
      ask => Promise.all(ask.map(name => (window as unknown as BenchPage).ask(name.name, name.params))),
      ['figures.quarter', 'counts.quarter'].map(name => ({ name, params: { quarter } })),
    )
    expect(ofTheReport(figures as Figures), quarter).toEqual(recount.figures(from, to))
    expect(flat(counts as Counts), quarter).toEqual(recount.counts(from, to))
  }
  told.quarters = quarters().length
}, 600_000)

test('the report beside a loop over the rows of its two quarters (S5)', async () => {
  const [quarter] = quarters() as [Quarter]
  const [now, before] = [quarter, quarterAYearBefore(quarter)].map(rangeOfQuarter)
  await at.page.evaluate(
    fillRows,
    [before, now].flatMap(one => (one ? recount.rows(one.from, one.to) : [])),
  )
  const product: number[] = []
  const baseline: number[] = []
  const parts: number[][] = [[], [], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    const { took, data } = await at.page.evaluate(measuredReport, [quarter, quarterAYearBefore(quarter)] as const)
    const started = performance.now()
    quarterlyReport(data as never, SEED_DIRECTORIES)
    const lined = performance.now() - started
    product.push(took + lined)
    for (const [n, one] of [took, lined].entries()) parts[n]?.push(one)
    baseline.push(await at.page.evaluate(loopOver, [now, before]))
  }
  told.each = await at.page.evaluate(measuredEach, quarter)
  told.parts = { answered: median(parts[0] ?? []), lined: median(parts[1] ?? []) }
  const line = { what: 'quarterly report', beside: 'getAll(4000) loop', product, baseline, goal: 0.1 }
  lines.push(line)
  // Of a small history both are a handful of milliseconds: the short form guards against a report that opens records.
  expect(ratioOf(line)).toBeLessThan(SIZE >= 100_000 ? 0.2 : 20)
}, 600_000)

test('no long task on the page while the report is counted and shown (S16)', async () => {
  const [quarter] = quarters() as [Quarter]
  await goTo(at, 'today')
  await at.page.evaluate(watchLong)
  const started = performance.now()
  await goToAddress(at, `#/report?quarter=${quarter}`)
  await section(at, 'report.section.quality')
    .waitFor({ timeout: 60_000 })
    .catch(() => undefined)
  told.shownAfter = Math.round(performance.now() - started)
  told.longTasks = await at.page.evaluate(() => (window as unknown as ReportPage).longTasks.splice(0))
  const started2 = performance.now()
  await goToAddress(at, `#/report?part=records&quarter=${quarter}&measure=registered`)
  await at.page.locator('table tbody tr').first().waitFor({ timeout: 300_000 })
  told.recordsAfter = Math.round(performance.now() - started2)
  told.longTasksOfRecords = await at.page.evaluate(() => (window as unknown as ReportPage).longTasks)
}, 600_000)

function quarters(): Quarter[] {
  return endedQuarters(PlainDate.parse('2026-10-01'), Math.min(39, 4 * YEARS))
}

/** The history goes into the real store by the real worker; what main keeps of it, no report reads. */
async function bringIn(): Promise<void> {
  const took: number[] = []
  let actions = 0
  let folding: Promise<number> = Promise.resolve(0)
  let waiting: Action[] = []
  const send = async (atEnd = false) => {
    took.push(await folding)
    const page = waiting
    waiting = []
    const [first] = page
    if (first === undefined) return
    const place = { installation: first.id.slice(0, 16), before: actions, atEnd }
    folding = at.page.evaluate(foldPage, { actions: page as unknown[], ...place })
    actions += page.length
  }
  for (const day of history({ seed: SEED, applications: SIZE, years: YEARS, until: LAST })) {
    recount.see(day)
    waiting.push(...day)
    if (waiting.length >= PAGE) await send()
  }
  await send(true)
  took.push(await folding)
  const whole = took.reduce((sum, one) => sum + one, 0)
  Object.assign(told, {
    actions,
    foldSeconds: Math.round(whole / 100) / 10,
    foldRate: Math.round((1000 * actions) / whole),
  })
}

function flat({ rows, legalEntities, badIin: _, marked: __, ...counters }: Counts): Record<string, number> {
  const codes = DIMENSIONS.flatMap(dimension =>
    Object.keys(counters[dimension]).map(code => [`${dimension}.${code}`, countOf(counters[dimension], code)] as const),
  )
  return { rows, ...(legalEntities > 0 ? { legalEntities } : {}), ...Object.fromEntries(codes) }
}

/** Megabytes: the heap of the page after everything loose was dropped, and all that the renderer holds, its worker included. */
async function memory(): Promise<{ heap: number; renderer: number }> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const sizes = readdirSync('/proc').flatMap(pid => {
    try {
      const isOurs = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')
      if (!isOurs || !isBelow(Number(pid), at.desk.mainPid)) return []
      return [Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024]
    } catch {
      return []
    }
  })
  return { heap: Math.round(usedSize / 2 ** 20), renderer: Math.round(Math.max(0, ...sizes)) }
}

function isBelow(pid: number, above: number): boolean {
  for (let at = pid; at > 1; ) {
    if (at === above) return true
    at = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${at}/status`, 'utf8'))?.[1] ?? 0)
  }
  return false
}
