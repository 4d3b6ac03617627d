import ExcelJS from 'exceljs'
import type { Language } from '#shared/application/model.ts'
import type { ReportDocument } from '#shared/report/report-paper.ts'
import { type Translate, translator } from '../../i18n.ts'
import { addReportSheet } from './report-sheet.ts'
import { addSectionSheets } from './section-sheets.ts'

const LANGUAGES = ['kk', 'ru'] as const

/**
 * The quarterly report as an XLSX workbook: the whole of it in Kazakh and in Russian, then a sheet for each section with both
 * names of every line, so that whoever receives it can reckon on. Numbers are numbers; the only formulas are the sums below
 * parts that add up. The dates of the file are the day of the report.
 */
export async function writeQuarterlyWorkbook(
  report: ReportDocument,
  words: (language: Language) => Translate = translator,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const prepared = new Date(`${report.preparedOn}T00:00:00Z`)
  Object.assign(workbook, { creator: '', lastModifiedBy: '', created: prepared, modified: prepared })
  for (const language of LANGUAGES) addReportSheet(workbook, { report, language, t: words(language) })
  addSectionSheets(workbook, report, { kk: words('kk'), ru: words('ru') })
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
