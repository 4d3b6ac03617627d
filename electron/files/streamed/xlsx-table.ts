import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS, { type Style } from 'exceljs'
import type { Cell, ColumnKind, TableHead } from '#shared/ipc/tables.ts'
import { translator } from '../../i18n.ts'
import { cellText, linesOf } from '../workbook/cell-text.ts'
import { BOLD, CENTRED, FONT, FOOTER, FRAME, HEAD_FILL, pageOf, SMALL, TITLE } from '../workbook/look.ts'
import { sheetName } from '../workbook/sheet-name.ts'
import type { TableWriter } from './writer.ts'

type Row = readonly Cell[]

const NARROWEST = 8
const WIDEST = 48
const DATE_WIDTH = 12
/** Height of a line of the ordinary type and the highest row Excel has, in points. */
const LINE_HEIGHT = 13.5
const HIGHEST = 409
/** Rows written before others of the program get their turn. */
const TURN = 500
const DAY = 86_400_000

const TOP = { vertical: 'top' } as const
const STYLES: Readonly<Record<ColumnKind, Partial<Style>>> = {
  // The format of text: what is typed over in Excel stays a text too.
  text: { font: FONT, numFmt: '@', alignment: { ...TOP, wrapText: true } },
  date: { font: FONT, numFmt: 'dd.mm.yyyy', alignment: TOP },
  number: { font: FONT, numFmt: '0', alignment: TOP },
}

/**
 * A list as XLSX, written as its rows come: a text is a string cell with the format of text and never a formula, a date is a
 * date, a number a number. The widths follow the first rows that come.
 */
export function xlsxTable(head: TableHead): TableWriter {
  const stream = new PassThrough()
  const gathered = buffer(stream)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  let sheet: ReturnType<typeof begun> | null = null
  let written = 0
  const began = (rows: readonly Row[]) => {
    sheet ??= begun(workbook, head, rows)
    return sheet
  }
  return {
    async add(rows) {
      const { add } = began(rows)
      for (const row of rows) {
        add(row)
        written += 1
        if (written % TURN === 0) await new Promise(setImmediate)
      }
    },
    async end() {
      began([]).end()
      if (head.notes.length > 0) writeNotes(workbook, head)
      await workbook.commit()
      return new Uint8Array(await gathered)
    },
  }
}

function begun(workbook: ExcelJS.stream.xlsx.WorkbookWriter, head: TableHead, first: readonly Row[]) {
  const headRow = 2 + head.told.length
  const sheet = workbook.addWorksheet(sheetName(head.title), {
    pageSetup: pageOf('landscape', headRow),
    views: [{ state: 'frozen', ySplit: headRow }],
    headerFooter: { oddFooter: FOOTER },
  })
  const widths = head.columns.map((column, place) => widthOf(column, place, first))
  sheet.columns = head.columns.map(({ kind }, place) => ({ width: widths[place] ?? WIDEST, style: STYLES[kind] }))
  for (const [at, text] of [head.title, ...head.told].entries()) {
    const row = sheet.addRow([cellText(text)])
    Object.assign(row.getCell(1), { font: at === 0 ? TITLE : SMALL, numFmt: '@', alignment: { wrapText: false } })
    row.commit()
  }
  const titles = sheet.addRow(head.columns.map(({ title }) => cellText(title)))
  titles.eachCell(cell =>
    Object.assign(cell, { font: BOLD, fill: HEAD_FILL, border: FRAME, alignment: CENTRED, numFmt: '@' }),
  )
  titles.commit()
  return {
    add(row: Row) {
      const line = sheet.addRow(head.columns.map(({ kind }, place) => cellValue(row[place] ?? null, kind)))
      line.eachCell({ includeEmpty: true }, cell => Object.assign(cell, { border: FRAME }))
      const lines = Math.max(1, ...row.map((cell, place) => linesOf(String(cell ?? ''), widths[place] ?? WIDEST)))
      if (lines > 1) line.height = Math.min(lines * LINE_HEIGHT, HIGHEST)
      line.commit()
    },
    end() {
      sheet.autoFilter = { from: { row: headRow, column: 1 }, to: { row: headRow, column: head.columns.length } }
      sheet.commit()
    },
  }
}

function cellValue(value: Cell, kind: ColumnKind): string | number | Date | null {
  if (value === null || value === '' || typeof value === 'number') return value === '' ? null : value
  const day = kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  // Excel counts days from the end of 1899 and knows none before.
  return Number.isNaN(day) || day < -25_508 * DAY ? cellText(value) : new Date(day)
}

function widthOf({ title, kind }: TableHead['columns'][number], place: number, rows: readonly Row[]): number {
  const longestWord = title.split(/\s+/).reduce((most, word) => Math.max(most, word.length), 0) + 3
  if (kind !== 'text') return Math.max(kind === 'date' ? DATE_WIDTH : NARROWEST, longestWord)
  const longest = rows.reduce((most, row) => Math.max(most, String(row[place] ?? '').length), 0)
  return Math.min(WIDEST, Math.max(NARROWEST, longestWord, longest + 2))
}

function writeNotes(workbook: ExcelJS.stream.xlsx.WorkbookWriter, { notes, language }: TableHead): void {
  const sheet = workbook.addWorksheet(sheetName(translator(language)('journals.notes')), {
    pageSetup: pageOf('portrait', 1),
  })
  sheet.columns = [{ width: 100, style: STYLES.text }]
  for (const text of notes) {
    const row = sheet.addRow([cellText(text)])
    row.height = Math.min(linesOf(text, 100) * LINE_HEIGHT + 3, HIGHEST)
    row.commit()
  }
  sheet.commit()
}
