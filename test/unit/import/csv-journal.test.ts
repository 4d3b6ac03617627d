import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { TABLE_LIMITS } from '#electron/files/table/limits.ts'
import { parseTable } from '#electron/files/table/parse-table.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { dryRunJournal } from '#shared/import/dry-run.ts'
import { textOfCell } from '#shared/import/table.ts'
import { unwrap } from '#shared/result/result.ts'
import { inExpectedSpelling, sampleOfficials } from '#test/fixtures/import/compare.ts'
import { expectedJournal, QUARTERS, samplePath } from '#test/fixtures/import/expected.ts'

test.each(QUARTERS)(
  'the journal of %s saved as CSV says the same, though its numbers lost their zeros',
  async quarter => {
    const officials = await sampleOfficials()
    const book = unwrap(await parseTable(readFileSync(samplePath(`journal-${quarter}.xlsx`)), TABLE_LIMITS))
    const rows = (book.sheets[0]?.rows ?? []).map(row => row.map(textOfCell))
    const csv = Buffer.from(Papa.unparse(rows, { delimiter: ';' }))
    const run = unwrap(dryRunJournal(unwrap(await parseTable(csv, TABLE_LIMITS)), SEED_DIRECTORIES, officials))
    expect(run.records.map(record => inExpectedSpelling(record, officials))).toEqual(expectedJournal(quarter).records)
  },
)
