import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { parseTable } from '#electron/files/table/parse-table.ts'
import { ImportedRecord } from '#shared/application/model.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { dryRunJournal, type JournalDryRun } from '#shared/import/dry-run.ts'
import { unwrap } from '#shared/result/result.ts'
import { countsInExpectedSpelling, inExpectedSpelling, sampleOfficials } from '#test/fixtures/import/compare.ts'
import { expectedJournal, QUARTERS, type SampleQuarter, samplePath } from '#test/fixtures/import/expected.ts'

const officials = await sampleOfficials()

async function runSample(quarter: SampleQuarter): Promise<JournalDryRun> {
  const table = unwrap(await parseTable(readFileSync(samplePath(`journal-${quarter}.xlsx`)), TABLE_LIMITS))
  return unwrap(dryRunJournal(table, SEED_DIRECTORIES, officials))
}

describe.each(QUARTERS)('the journal of %s as the office keeps it', quarter => {
  test('comes in record by record, key by key', async () => {
    const { records } = await runSample(quarter)
    const expected = expectedJournal(quarter)
    expect(records.length).toBe(expected.rows)
    for (const [index, record] of records.entries()) {
      expect(inExpectedSpelling(record, officials)).toEqual(expected.records[index])
    }
  })

  test('its wrong numbers are those that do not check, and only they are marked', async () => {
    const { records } = await runSample(quarter)
    const expected = expectedJournal(quarter)
    const bad = records.filter(record => record.facts.badIin).map(record => record.facts.rowNumber)
    expect(bad).toEqual(expected.badIin)
    const marked = records.filter(record => record.facts.problems.some(problem => problem.field !== 'bin'))
    expect(marked.map(record => record.facts.rowNumber)).toEqual(expected.badIin)
  })

  test('its counts are those of the office', async () => {
    const { counts } = await runSample(quarter)
    const { records: _records, badIin, ...expected } = expectedJournal(quarter)
    expect(countsInExpectedSpelling(counts, officials)).toEqual(expected)
    expect(counts.badIin).toBe(badIin.length)
  })

  test('every row of the sheet is a record or is told of, and no cell is lost', async () => {
    const { records, skipped, mapping } = await runSample(quarter)
    expect(mapping.headerRow).toBe(4)
    expect(mapping.columns.every(column => column.field !== null && column.confidence === 1)).toBe(true)
    expect(skipped).toEqual([
      { sheetRow: 1, reason: 'title' },
      { sheetRow: 2, reason: 'title' },
      { sheetRow: 3, reason: 'title' },
      { sheetRow: 4, reason: 'header' },
    ])
    for (const record of records) expect(ImportedRecord.parse(record)).toEqual(record)
    expect(Object.keys(records[0]?.personal.cells ?? {})).toContain('\u0416\u0421\u041d / \u0418\u0418\u041d')
  })
})
