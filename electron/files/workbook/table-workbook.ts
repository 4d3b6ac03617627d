import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { TableExport } from '#shared/ipc/documents.ts'
import { cellText, linesOf } from './cell-text.ts'
import { BOLD, CENTRED, FONT, FOOTER, FRAME, HEAD_FILL, pageOf, TITLE } from './look.ts'
import { sheetName } from './sheet-name.ts'

const HEAD_ROW = 2
const NARROWEST = 8
const WIDEST = 60
const TEXT = { font: FONT, numFmt: '@', alignment: { wrapText: true, vertical: 'top' } } as const
/** Height of a line of the ordinary type and the highest row Excel has, in points. */
const LINE_HEIGHT = 13.5
const HIGHEST = 409
/** Rows whose texts decide the widths of the columns. */
const MEASURED = 300
/** Rows written before others of the program get their turn. */
const TURN = 500

/**
 * A list as XLSX: title, heads, rows. Every value is a text and stays one, also in Excel's own hands: the cells have the
 * format of text, so `=1+1`, `+7...` and numbers with leading zeros are what they were. Rows are written as they come,
 * and others of the program get their turn between them.
 */
export async function writeTable(table: TableExport): Promise<Uint8Array> {
  const stream = new PassThrough()
  const gathered = buffer(stream)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const sheet = workbook.addWorksheet(sheetName(table.title), {
    pageSetup: pageOf('landscape', HEAD_ROW),
    views: [{ state: 'frozen', ySplit: HEAD_ROW }],
    headerFooter: { oddFooter: FOOTER },
  })
  const widths = widthsOf(table)
  sheet.columns = widths.map(width => ({ width, style: TEXT }))
  const title = sheet.addRow([cellText(table.title)])
  Object.assign(title.getCell(1), { font: TITLE, alignment: { wrapText: false } })
  title.commit()
  const head = sheet.addRow(table.columns.map(cellText))
  head.eachCell(cell => Object.assign(cell, { font: BOLD, fill: HEAD_FILL, border: FRAME, alignment: CENTRED }))
  head.commit()
  for (const [index, texts] of table.rows.entries()) {
    const row = sheet.addRow(texts.map(cellText))
    row.eachCell(cell => Object.assign(cell, { border: FRAME }))
    const lines = Math.max(1, ...texts.map((text, place) => linesOf(text, widths[place] ?? WIDEST)))
    if (lines > 1) row.height = Math.min(lines * LINE_HEIGHT, HIGHEST)
    row.commit()
    if (index % TURN === TURN - 1) await new Promise(setImmediate)
  }
  sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: HEAD_ROW, column: table.columns.length } }
  sheet.commit()
  await workbook.commit()
  return new Uint8Array(await gathered)
}

function widthsOf({ columns, rows }: TableExport): number[] {
  const measured = rows.slice(0, MEASURED)
  return columns.map((column, place) => {
    const longest = measured.reduce((most, row) => Math.max(most, row[place]?.length ?? 0), column.length)
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
  })
}
