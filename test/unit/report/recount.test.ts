import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { parseTable } from '#electron/files/table/parse-table.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { dryRunJournal } from '#shared/import/dry-run.ts'
import { behindOf } from '#shared/report/behind.ts'
import { type Figures, sumFigures } from '#shared/report/day-figures.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import { unwrap } from '#shared/result/result.ts'
import { Quarter, rangeOfQuarter } from '#shared/time/plain-date.ts'
import { sampleOfficials } from '#test/fixtures/import/compare.ts'
import { samplePath } from '#test/fixtures/import/expected.ts'
import { recount } from '#test/fixtures/recount.ts'
import { sampleData } from '#test/fixtures/report.ts'
import { ModelStore } from '#test/property/model-store.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'

/** The journals as they are brought in, each row an application. */
async function broughtIn(): Promise<ModelStore> {
  const store = new ModelStore()
  const desk = new TestDesk(0)
  for (const journal of ['2025-q3', '2026-q3']) {
    const table = unwrap(await parseTable(readFileSync(samplePath(`journal-${journal}.xlsx`)), TABLE_LIMITS))
    const { records } = unwrap(dryRunJournal(table, SEED_DIRECTORIES, await sampleOfficials()))
    for (const [at, { facts, personal }] of records.entries()) {
      desk.imported(`${journal}-${at}`, journal, `${journal}-${at}`, facts, personal)
    }
  }
  store.fold(desk.actions)
  return store
}

function exported({ records }: ModelStore): string[] {
  return [...records.values()].flatMap(({ view }) => {
    if (view?.noun !== 'application' || view.state.facts === null) return []
    const { facts, personal } = view.state
    return [JSON.stringify({ ...facts, official: facts.officialId, category: personal?.category ?? null })]
  })
}

function figuresOf({ figures }: ModelStore, quarter: Quarter): Figures {
  const { from, to } = rangeOfQuarter(quarter)
  const [first, last] = [from, to].map(day => Number(day.replaceAll('-', '')))
  const days = [...figures].filter(([day]) => day >= first! && day <= last!).map(([, one]) => one)
  return sumFigures(days, {}, quarter)
}

/** Figures no row of Excel can say. */
const UNKNOWN = [
  ...['citizen', 'foreigner', 'stateless', 'represented', 'delegations', 'people', 'same_day_consent', 'handed_in'],
].map(key => `people.${key}`)
UNKNOWN.push(...['appointed', 'booked', 'moved', 'repeat'].map(key => `decided.${key}`))
UNKNOWN.push(...['planned', 'held', 'protocols', 'came', 'left_unreceived', 'helped'].map(key => `reception.${key}`))

describe('the figures by event of the sample journals', () => {
  it.each(['2025-Q3', '2026-Q3'])(
    'of %s are what a plain recount of the exported records gives, each of them',
    async text => {
      const store = await broughtIn()
      const quarter = Quarter.parse(text)
      const { from, to } = rangeOfQuarter(quarter)
      const figures = figuresOf(store, quarter)
      expect(figures).toEqual(recount(exported(store), from, to))
      expect(figures.registered).toBe(text === '2026-Q3' ? 430 : 388)
    },
  )

  it('stand in the report beside last year, and each count opens as many records', async () => {
    const store = await broughtIn()
    const quarter = Quarter.parse('2026-Q3')
    const before = Quarter.parse('2025-Q3')
    const figures = { current: figuresOf(store, quarter), previous: figuresOf(store, before) }
    const report = quarterlyReport({ ...sampleData(), figures }, SEED_DIRECTORIES)
    const lines = report.sections.flatMap(({ lines }) => lines.filter(({ drill }) => 'measure' in drill))
    expect(lines.length).toBeGreaterThan(30)
    const records = [...store.records.values()]
    for (const { drill, unit, current, previous, key } of lines) {
      if (!('measure' in drill) || unit !== 'count') continue
      // What no row of Excel carries is not told as nothing.
      expect([current, previous].includes(null), key).toBe(UNKNOWN.some(known => key.startsWith(known)))
      const sumOf = (of: Quarter) =>
        behindOf(records, { ...drill, quarter: of }).reduce((sum, { amount }) => sum + amount, 0)
      expect([sumOf(quarter), sumOf(before)], key).toEqual([current ?? 0, previous ?? 0])
    }
  })
})
