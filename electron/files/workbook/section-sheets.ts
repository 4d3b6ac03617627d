import type { Row, Workbook, Worksheet } from 'exceljs'
import type { Language } from '#shared/application/model.ts'
import { NO_FIGURE } from '#shared/report/figures.ts'
import type { DocumentLine, DocumentSection, ReportDocument } from '#shared/report/report-paper.ts'
import type { Translate } from '../../i18n.ts'
import { cellText, linesOf } from './cell-text.ts'
import {
  BOLD,
  CENTRED,
  FONT,
  FOOTER,
  FRAME,
  HEAD_FILL,
  PERCENT_FORMAT,
  pageOf,
  SHARE_FORMAT,
  TITLE,
  WRAPPED,
} from './look.ts'
import { cellFigure, FORMATS, part, quarterParams } from './report-sheet.ts'

const WIDTHS = [42, 42, 13, 10, 13, 11, 12]
const HEAD_ROW = 2
const LINE_HEIGHT = 13.5
/** Columns of which a sum says something: this quarter, the same of last year. */
const SUMMED = [3, 5] as const

type Both = Readonly<Record<Language, Translate>>

/** Adds a sheet for every section: each line by both its names, and the sum where the section is parts of one whole. */
export function addSectionSheets(workbook: Workbook, report: ReportDocument, t: Both): void {
  for (const [at, section] of report.sections.entries()) addSectionSheet(workbook, section, at + 1, { report, t })
}

function addSectionSheet(
  workbook: Workbook,
  section: DocumentSection,
  number: number,
  { report, t }: { readonly report: ReportDocument; readonly t: Both },
): void {
  const sheet = workbook.addWorksheet(sheetName(number, section), {
    pageSetup: pageOf('landscape', HEAD_ROW),
    views: [{ state: 'frozen', xSplit: 2, ySplit: HEAD_ROW, showGridLines: false }],
    headerFooter: { oddFooter: FOOTER },
  })
  sheet.columns = WIDTHS.map(width => ({ width }))
  const title = sheet.addRow([cellText(`${section.title.kk} / ${section.title.ru}`)])
  sheet.mergeCells(1, 1, 1, WIDTHS.length)
  dress(title, () => ({ font: TITLE, alignment: WRAPPED, numFmt: '@' }))
  addHead(sheet, report, t)
  for (const line of section.lines) addLine(sheet, line)
  if (addsUp(section)) addSum(sheet, section, t)
}

function addHead(sheet: Worksheet, { quarter, previousQuarter }: ReportDocument, t: Both): void {
  const both = (key: string, params?: Record<string, string>) => `${t.kk(key, params)}\n${t.ru(key, params)}`
  const head = sheet.addRow(
    [
      t.kk('report.sheet.column.figure'),
      t.ru('report.sheet.column.figure'),
      both('report.sheet.column.period', quarterParams(quarter)),
      both('report.sheet.column.share'),
      both('report.sheet.column.period', quarterParams(previousQuarter)),
      both('report.sheet.column.difference'),
      both('report.sheet.column.percent'),
    ].map(cellText),
  )
  head.height = 4 * LINE_HEIGHT + 4
  dress(head, () => ({ font: BOLD, fill: HEAD_FILL, border: FRAME, alignment: CENTRED, numFmt: '@' }))
}

function addLine(sheet: Worksheet, line: DocumentLine): void {
  const names = [line.label.kk, line.label.ru]
  const figures = [
    cellFigure(line.current, line.unit),
    part(line.share),
    cellFigure(line.previous, line.unit),
    cellFigure(line.difference, line.unit),
    part(line.percent),
  ]
  const row = sheet.addRow([...names.map(cellText), ...figures.map(figure => figure ?? NO_FIGURE)])
  row.height = Math.max(...names.map((name, at) => linesOf(name, WIDTHS[at] ?? 0))) * LINE_HEIGHT + 3
  const [format, change] = FORMATS[line.unit]
  const formats = ['@', '@', format, SHARE_FORMAT, format, change, PERCENT_FORMAT]
  dress(row, place => ({
    font: line.level === 'total' ? BOLD : FONT,
    border: FRAME,
    numFmt: formats[place] ?? '@',
    alignment:
      place < 2
        ? { ...WRAPPED, horizontal: 'left', indent: line.level === 'part' ? 2 : 0 }
        : { horizontal: 'right', vertical: 'middle' },
  }))
}

/** Whether the lines are the parts of one whole: counts with a share each, none of them a sum or a part of another. */
export function addsUp({ lines }: DocumentSection): boolean {
  const isPart = ({ unit, level, share }: DocumentLine) => unit === 'count' && level === 'line' && share !== null
  const shares = lines.reduce((sum, { share }) => sum + (share ?? 0), 0)
  // Shares are rounded one by one.
  return lines.length > 1 && lines.every(isPart) && Math.abs(shares - 100) <= lines.length * 0.05 + 0.05
}

function addSum(sheet: Worksheet, { lines }: DocumentSection, t: Both): void {
  const [first, last] = [HEAD_ROW + 1, HEAD_ROW + lines.length]
  const row = sheet.addRow([cellText(t.kk('report.line.total')), cellText(t.ru('report.line.total'))])
  for (const column of SUMMED) {
    const letter = String.fromCharCode(64 + column)
    const figures = lines.map(line => (column === 3 ? line.current : line.previous))
    if (figures.some(figure => figure === null)) continue
    const result = figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0)
    row.getCell(column).value = { formula: `SUM(${letter}${first}:${letter}${last})`, result }
  }
  const [format] = FORMATS.count
  dress(row, place => ({
    font: BOLD,
    border: FRAME,
    numFmt: place < 2 ? '@' : format,
    alignment: place < 2 ? WRAPPED : { horizontal: 'right', vertical: 'middle' },
  }))
}

/** Names of sheets are short, each another, and without the signs a workbook keeps to itself. */
function sheetName(number: number, { title }: DocumentSection): string {
  return `${number}. ${title.kk}`
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim()
}

function dress(row: Row, look: (place: number) => object): void {
  for (let place = 0; place < WIDTHS.length; place += 1) Object.assign(row.getCell(place + 1), look(place))
}
