import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tableWriter } from '#electron/files/streamed/writer.ts'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { parseTable } from '#electron/files/table/parse-table.ts'
import {
  STATISTIC_COLUMNS,
  statisticFact,
  statisticRow,
  wholeMonths,
} from '#renderer/features/journals/statistic-rows.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { NO_RELATED } from '#shared/change/related.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { dryRunJournal } from '#shared/import/dry-run.ts'
import { ANY, depersonalise, LEAST_ALIKE, type StatisticFact } from '#shared/report/depersonalised.ts'
import { unwrap } from '#shared/result/result.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { sampleOfficials } from '#test/fixtures/import/compare.ts'
import { QUARTERS, samplePath } from '#test/fixtures/import/expected.ts'
import { TestDesk } from '#test/unit/change/make-actions.ts'

const code = fc.constantFrom('a', 'b', null)
const fact = fc.record({
  month: fc.constantFrom('2026-01', '2026-02', '2026-11', '2025-12'),
  ...{ district: code, topic: code, category: code, channel: code, language: fc.constantFrom('kk', 'ru') },
  outcome: fc.constantFrom('received', 'pending'),
  ...{ result: code, daysToReception: fc.option(fc.nat(60)) },
})

function fewestAlike(facts: readonly StatisticFact[]): number {
  const groups = Map.groupBy(facts, one =>
    JSON.stringify([one.month, one.district, one.topic, one.category, one.channel, one.language]),
  )
  return Math.min(...[...groups.values()].map(({ length }) => length))
}

it('no record that is released can be told from four others by all that may be known of it, and none is lost unsaid', () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 120 }), facts => {
      const { facts: released, suppressed } = depersonalise(facts)
      expect(fewestAlike(released)).toBeGreaterThanOrEqual(LEAST_ALIKE)
      expect(released.length + suppressed).toBe(facts.length)
      expect(suppressed === 0 || suppressed < LEAST_ALIKE * 2).toBe(true)
    }),
    { seed: 17, numRuns: 300 },
  )
})

it('only what is too rare is generalised, and the order of the source is not told', () => {
  const usual = { month: '2026-11', district: 'd', topic: 't', category: null, channel: 'phone', language: 'kk' }
  const one = { ...usual, outcome: 'pending', result: null, daysToReception: null }
  const rare = { ...one, category: 'pregnant' }
  const many = Array.from({ length: 9 }, (_, at) => ({ ...one, daysToReception: 9 - at }))
  const result = depersonalise([rare, ...many])
  // One alone can hide among nobody: its step leaves it single, and so it is left out.
  expect(result).toMatchObject({ generalised: 0, suppressed: 1 })
  expect(result.facts.map(({ daysToReception }) => daysToReception)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  const five = depersonalise(
    [...many, rare, { ...rare, category: 'veteran' }, rare, rare, rare].map(one => ({ ...one })),
  )
  expect(five.facts.filter(({ category }) => category === ANY)).toHaveLength(5)
})

it('nothing that was said of a person is in the file', async () => {
  const CANARY = {
    ...{ surname: 'Канарова', given: 'Канаргүл', patronymic: 'Канарқызы', iin: '850101400019', phone: '+77019998877' },
    ...{ address: 'Канарова көшесі 7', essence: 'Канар мәтіні', eotinish: 'KAN-2026-777', organisation: 'Канар ЖШС' },
  }
  const desk = new TestDesk(0)
  const rows = Array.from({ length: 6 }, (_, at) => {
    const application = foldApplication([desk.register(at + 1, `s${at}`, {}, CANARY)], NO_RELATED)
    return { day: PlainDate.parse('2026-11-22'), of: { application } }
  })
  const { facts } = depersonalise(rows.map(statisticFact))
  expect(facts).toHaveLength(6)
  const text = await fileOf(facts)
  for (const said of Object.values(CANARY)) expect(text).not.toContain(said)
  expect(text).not.toMatch(/Канар|[0-9a-z]{16}|2026-11-22|22\.11/)
  expect(text).toContain('2026-11')
})

it.each(QUARTERS)(
  'of the journal of %s every record hides among five, and no name, number, address or text of it is in the file',
  async quarter => {
    const officials = await sampleOfficials()
    const table = unwrap(await parseTable(readFileSync(samplePath(`journal-${quarter}.xlsx`)), TABLE_LIMITS))
    const { records } = unwrap(dryRunJournal(table, SEED_DIRECTORIES, officials))
    const desk = new TestDesk(0)
    desk.startImport('b1')
    const rows = records.flatMap(({ facts, personal }, at) => {
      const application = foldApplication([desk.imported(`r${at}`, 'b1', `s${at}`, facts, personal)], NO_RELATED)
      return facts.registered === null ? [] : [{ day: facts.registered, of: { application } }]
    })
    const { facts, suppressed } = depersonalise(rows.map(statisticFact))
    expect(rows.length).toBeGreaterThan(30)
    expect(facts.length + suppressed).toBe(rows.length)
    expect(suppressed).toBeLessThan(LEAST_ALIKE)
    expect(fewestAlike(facts)).toBeGreaterThanOrEqual(LEAST_ALIKE)
    const text = await fileOf(facts)
    const said = records.flatMap(({ personal: { cells, category: _, ...own } }) => Object.values(own))
    const canaries = [...new Set(said)].filter(one => typeof one === 'string' && one.length > 3)
    expect(canaries.length).toBeGreaterThan(rows.length)
    expect(canaries.filter(one => text.includes(one))).toEqual([])
    expect(text).not.toMatch(/\d{10,}|\d{4}-\d\d-\d\d/)
  },
)

it('a file is of whole months, so that two of them do not tell what one day brought', () => {
  const period = { from: PlainDate.parse('2026-02-10'), to: PlainDate.parse('2026-04-01') }
  expect(wholeMonths(period)).toEqual({ from: '2026-02-01', to: '2026-04-30' })
})

async function fileOf(facts: readonly StatisticFact[]): Promise<string> {
  const words = { entryOf: (_: string, code: string | null) => code ?? '', any: ANY }
  const columns = STATISTIC_COLUMNS.map(({ key, kind }) => ({ title: key, kind }))
  const writer = tableWriter('csv', { language: 'ru', title: 'T', told: [], notes: [], columns })
  await writer.add(facts.map(one => statisticRow(one, words)))
  return Buffer.from(await writer.end()).toString('utf8')
}
