import type { Sheet, Table } from '#shared/import/table.ts'
import { ExpectedError } from '#shared/result/result.ts'
import type { TableLimits } from './limits.ts'
import { readSheet } from './xlsx-sheet.ts'
import { readSharedStrings } from './xlsx-strings.ts'
import { readDateStyles } from './xlsx-styles.ts'
import { readWorkbook } from './xlsx-workbook.ts'
import { openZip } from './zip-parts.ts'

/** Reads an .xlsx file: every worksheet, hidden ones too; formulas by their last value. Throws `ExpectedError` (`table.*`). */
export async function parseXlsx(bytes: Buffer, limits: TableLimits): Promise<Table> {
  const parts = await openZip(bytes, limits)
  const workbook = await readWorkbook(parts)
  if (workbook.sheets.length === 0) throw new ExpectedError('table.broken')
  if (workbook.sheets.length > limits.sheets) throw new ExpectedError('table.too_many_sheets', { limit: limits.sheets })
  const strings = await readSharedStrings(parts, workbook.sharedStrings, limits)
  const dateStyles = await readDateStyles(parts, workbook.styles)
  const context = { strings, dateStyles, date1904: workbook.date1904, limits, used: { cells: 0, characters: 0 } }
  const sheets: Sheet[] = []
  for (const { name, hidden, part } of workbook.sheets) {
    sheets.push({ name, hidden, rows: await readSheet(parts.read(part), context) })
  }
  return { sheets }
}
