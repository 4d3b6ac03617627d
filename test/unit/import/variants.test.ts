import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { parseTable } from '#electron/files/table/parse-table.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { dryRunJournal } from '#shared/import/dry-run.ts'
import { fingerprintsOf } from '#shared/import/fingerprint.ts'
import { unwrap } from '#shared/result/result.ts'
import { countsInExpectedSpelling, inExpectedSpelling, sampleOfficials } from '#test/fixtures/import/compare.ts'
import { expectedJournal, QUARTERS, samplePath } from '#test/fixtures/import/expected.ts'
import { type HeaderLanguage, seeded, varyJournal } from '#test/fixtures/import/vary-journal.ts'

const officials = await sampleOfficials()
const LANGUAGES: HeaderLanguage[] = ['kk', 'ru', 'ru / kk', 'kk newline ru']
const CASES = QUARTERS.flatMap(quarter =>
  LANGUAGES.map((language, index) => ({ quarter, language, seed: 101 + index })),
)

describe('the same journal as other offices keep it', () => {
  test.each(CASES)('$quarter, headers $language, seed $seed', async ({ quarter, language, seed }) => {
    const original = unwrap(await parseTable(readFileSync(samplePath(`journal-${quarter}.xlsx`)), TABLE_LIMITS))
    const { table, inserted } = await varyJournal(original, language, seeded(seed))
    const run = unwrap(dryRunJournal(table, SEED_DIRECTORIES, officials))
    const { records: expectedRecords, badIin, ...expectedCounts } = expectedJournal(quarter)

    expect(run.records.map(record => inExpectedSpelling(record, officials))).toEqual(expectedRecords)
    expect(countsInExpectedSpelling(run.counts, officials)).toEqual(expectedCounts)
    expect(run.records.filter(record => record.facts.badIin).map(record => record.facts.rowNumber)).toEqual(badIin)
    expect(run.skipped.length).toBe(inserted)
    expect(run.sheets.find(sheet => sheet.chosen)?.name).toBe('Тіркеу')

    // The varied file brings nothing new after the original was imported.
    const before = unwrap(dryRunJournal(original, SEED_DIRECTORIES, officials))
    expect(fingerprintsOf(run.records)).toEqual(fingerprintsOf(before.records))
  })
})
