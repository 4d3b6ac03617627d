import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { parseTable } from '#electron/files/table/parse-table.ts'
import type { ImportedRecord } from '#shared/application/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { countableOf, countRecords, dryRunJournal } from '#shared/import/dry-run.ts'
import { type Countable, facetOf } from '#shared/report/counts.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import type { Drill } from '#shared/report/quarterly-model.ts'
import { unwrap } from '#shared/result/result.ts'
import { Quarter } from '#shared/time/plain-date.ts'
import { sampleOfficials } from '#test/fixtures/import/compare.ts'
import { samplePath } from '#test/fixtures/import/expected.ts'

async function recordsOf(quarter: string): Promise<readonly ImportedRecord[]> {
  const table = unwrap(await parseTable(readFileSync(samplePath(`journal-${quarter}.xlsx`)), TABLE_LIMITS))
  return unwrap(dryRunJournal(table, SEED_DIRECTORIES, await sampleOfficials())).records
}

/** What the list shows when the figure is opened: counted by the same rule as the list narrows. */
function behind(drill: Drill, records: readonly Countable[]): number {
  if (!('facet' in drill)) throw new Error('a figure by event is proved beside its records')
  const { facet, codes } = drill
  if (facet === 'rows') return records.length
  if (facet === 'marked') return records.filter(one => one.marked).length
  return records.filter(one => codes.includes(facetOf(one, facet))).length
}

describe('every figure opens the records behind it', () => {
  it('this quarter and the same of last year, line by line', async () => {
    const [now, before] = [await recordsOf('2026-q3'), await recordsOf('2025-q3')]
    const report = quarterlyReport(
      {
        quarter: Quarter.parse('2026-Q3'),
        current: countRecords(now),
        previous: countRecords(before),
        officials: await sampleOfficials(),
      },
      SEED_DIRECTORIES,
    )
    const lines = report.sections.flatMap(section => section.lines)
    expect(lines.length).toBeGreaterThan(60)
    const [current, previous] = [now.map(countableOf), before.map(countableOf)]
    for (const line of lines) {
      expect(behind(line.drill, current), line.key).toBe(line.current)
      expect(behind(line.drill, previous), line.key).toBe(line.previous)
    }
  })
})
