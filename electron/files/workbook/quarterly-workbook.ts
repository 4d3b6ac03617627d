import ExcelJS from 'exceljs'
import type { Language } from '#shared/application/model.ts'
import { officeDirectories } from '#shared/directory/seed.ts'
import type { QuarterlyData } from '#shared/ipc/documents.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import { type Translate, translator } from '../../i18n.ts'
import { addReportSheet } from './report-sheet.ts'

const LANGUAGES = ['kk', 'ru'] as const

/**
 * The quarterly report as an XLSX workbook: a sheet in Kazakh and the same sheet in Russian. Numbers are numbers, so that
 * whoever receives it can reckon on; there are no formulas. The dates of the file are the day of the report.
 */
export async function writeQuarterlyWorkbook(
  data: QuarterlyData,
  words: (language: Language) => Translate = translator,
): Promise<Uint8Array> {
  const report = quarterlyReport(data, officeDirectories(data.entries))
  const workbook = new ExcelJS.Workbook()
  const prepared = new Date(`${data.preparedOn}T00:00:00Z`)
  Object.assign(workbook, { creator: '', lastModifiedBy: '', created: prepared, modified: prepared })
  for (const language of LANGUAGES) addReportSheet(workbook, { report, data, language, t: words(language) })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
