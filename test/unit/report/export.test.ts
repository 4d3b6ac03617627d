import { describe, expect, test } from 'vitest'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { noCounts } from '#shared/report/counts.ts'
import { exportReport, ReportExport } from '#shared/report/export.ts'
import { expectedJournal, type SampleQuarter } from '#test/fixtures/import/expected.ts'
import { SAMPLE_OFFICIALS, sampleData } from '#test/fixtures/report.ts'

function expectedPeriod(quarter: SampleQuarter) {
  const { badIin: _badIin, records: _records, ...figures } = expectedJournal(quarter)
  return figures
}

describe('the report for another program', () => {
  test('both quarters hold exactly the figures of the journals', () => {
    const report = exportReport(sampleData(), SEED_DIRECTORIES)
    expect(report).toEqual({
      period: '2026-Q3',
      current: expectedPeriod('2026-q3'),
      previous: expectedPeriod('2025-q3'),
    })
    expect(ReportExport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report)
  })

  test('nothing of last year is null and not a row of zeros', () => {
    expect(exportReport({ ...sampleData(), previous: null }, SEED_DIRECTORIES).previous).toBeNull()
  })

  test('an official or a district that is in no directory is not lost', () => {
    const current = { ...noCounts(), rows: 2, byOfficial: { gone: 2 }, byDistrict: { new_district: 2 } }
    const report = exportReport({ ...sampleData(), current, officials: [] }, SEED_DIRECTORIES)
    expect(report.current.byOfficial).toEqual({ gone: 2 })
    expect(report.current.byDistrict).toEqual({ new_district: 2 })
  })

  test('namesakes are added up, not one put over the other', () => {
    const [akim] = SAMPLE_OFFICIALS
    const officials = [akim!, { ...akim!, id: 'namesake' }]
    const current = { ...noCounts(), rows: 5, byOfficial: { [akim!.id]: 2, namesake: 3 } }
    const report = exportReport({ ...sampleData(), current, officials }, SEED_DIRECTORIES)
    expect(Object.values(report.current.byOfficial)).toEqual([5])
  })
})
