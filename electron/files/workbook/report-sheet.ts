import type { Cell, Row, Workbook, Worksheet } from 'exceljs'
import type { Language } from '#shared/application/model.ts'
import { NO_FIGURE, romanQuarter } from '#shared/report/figures.ts'
import { type DocumentLine, inLanguage, type ReportDocument } from '#shared/report/report-paper.ts'
import { type PlainDate, rangeOfQuarter } from '#shared/time/plain-date.ts'
import type { Translate } from '../../i18n.ts'
import { cellText, linesOf } from './cell-text.ts'
import {
  BOLD,
  CENTRED,
  COUNT_FORMAT,
  DIFFERENCE_FORMAT,
  FONT,
  FOOTER,
  FRAME,
  HEAD_FILL,
  MEAN_CHANGE_FORMAT,
  MEAN_FORMAT,
  PERCENT_FORMAT,
  pageOf,
  SECTION_FILL,
  SHARE_FORMAT,
  SMALL,
  TITLE,
  WRAPPED,
} from './look.ts'

const WIDTHS = [50, 13, 10, 13, 11, 12]
const LAST = WIDTHS.length
const HEAD_ROW = 5
const LINE_HEIGHT = 13.5
const WIDTH_OF_TEXTS = WIDTHS.slice(1).reduce((sum, width) => sum + width, 0)

/** What a sheet of the report is written from, in one language. */
export interface ReportSheet {
  readonly report: ReportDocument
  readonly language: Language
  readonly t: Translate
}

/** Adds the report in one language to the workbook: title, sections, definitions. */
export function addReportSheet(workbook: Workbook, source: ReportSheet): void {
  const sheet = workbook.addWorksheet(source.t('report.workbook.sheet'), {
    pageSetup: pageOf('portrait', HEAD_ROW),
    views: [{ state: 'frozen', xSplit: 1, ySplit: HEAD_ROW, showGridLines: false }],
    headerFooter: { oddFooter: FOOTER },
  })
  sheet.columns = WIDTHS.map(width => ({ width }))
  addTitle(sheet, source)
  addHead(sheet, source)
  for (const { title, lines } of source.report.sections) {
    addSection(sheet, inLanguage(title, source.language))
    for (const line of lines) addLine(sheet, line, source)
  }
  addDefinitions(sheet, source)
}

function addTitle(sheet: Worksheet, { report, language, t }: ReportSheet): void {
  const { quarter, previousQuarter, compared, version, preparedOn, office } = report
  const { from, to } = rangeOfQuarter(quarter)
  const period = t('report.sheet.period', { from: dotted(from), to: dotted(to) })
  const comparison = t(compared ? 'report.sheet.compared' : 'report.sheet.not_compared', quarterParams(previousQuarter))
  const date = dotted(preparedOn)
  const which = version === null ? t('report.sheet.draft_of', { date }) : t('report.sheet.version', { version, date })
  addWide(sheet, office.name[language], FONT)
  addWide(sheet, t('report.sheet.title', quarterParams(quarter)), TITLE)
  addWide(sheet, `${period}. ${comparison}`, FONT)
  addWide(sheet, `${inLanguage(report.basis, language)}. ${which}`, SMALL)
}

function addHead(sheet: Worksheet, { report, t }: ReportSheet): void {
  const row = sheet.addRow(
    [
      t('report.sheet.column.figure'),
      t('report.sheet.column.period', quarterParams(report.quarter)),
      t('report.sheet.column.share'),
      t('report.sheet.column.period', quarterParams(report.previousQuarter)),
      t('report.sheet.column.difference'),
      t('report.sheet.column.percent'),
    ].map(cellText),
  )
  row.height = 2 * LINE_HEIGHT + 4
  eachCell(row, cell => Object.assign(cell, { font: BOLD, fill: HEAD_FILL, border: FRAME, alignment: CENTRED }))
}

function addSection(sheet: Worksheet, title: string): void {
  const row = sheet.addRow([cellText(title)])
  row.height = LINE_HEIGHT + 6
  eachCell(row, cell => Object.assign(cell, { font: BOLD, fill: SECTION_FILL, border: FRAME, alignment: WRAPPED }))
}

/** A figure as a workbook holds it: per cent as a part of one. */
export function cellFigure(figure: number | null, unit: DocumentLine['unit']): number | null {
  return unit === 'percent' ? part(figure) : figure
}

function addLine(sheet: Worksheet, line: DocumentLine, { language }: ReportSheet): void {
  const name = inLanguage(line.label, language)
  const text = line.note === null ? name : `${name}\n${line.note[language]}`
  const { current, previous, difference } = line
  const inUnit = (figure: number | null) => cellFigure(figure, line.unit)
  const figures = [inUnit(current), part(line.share), inUnit(previous), inUnit(difference), part(line.percent)]
  const row = sheet.addRow([cellText(text), ...figures.map(figure => figure ?? NO_FIGURE)])
  row.height = linesOf(text, WIDTHS[0] ?? 0) * LINE_HEIGHT + 3
  const [format, change] = FORMATS[line.unit]
  const formats = ['@', format, SHARE_FORMAT, format, change, PERCENT_FORMAT]
  eachCell(row, (cell, place) => {
    cell.font = line.level === 'total' ? BOLD : FONT
    cell.border = FRAME
    cell.numFmt = formats[place] ?? '@'
    cell.alignment =
      place === 0
        ? { ...WRAPPED, horizontal: 'left', indent: line.level === 'part' ? 2 : 0 }
        : { horizontal: 'right', vertical: 'middle' }
  })
}

/** How a figure and its difference are written, by what they are measured in. */
export const FORMATS = {
  count: [COUNT_FORMAT, DIFFERENCE_FORMAT],
  days: [MEAN_FORMAT, MEAN_CHANGE_FORMAT],
  minutes: [MEAN_FORMAT, MEAN_CHANGE_FORMAT],
  percent: [SHARE_FORMAT, PERCENT_FORMAT],
} as const

function addDefinitions(sheet: Worksheet, { report, language, t }: ReportSheet): void {
  const { from, to } = rangeOfQuarter(report.quarter)
  sheet.addRow([])
  addSection(sheet, t('report.sheet.definitions'))
  addWide(sheet, t('report.sheet.definition_basis', { from: dotted(from), to: dotted(to) }), FONT)
  for (const { label, text } of report.definitions) {
    const [name, meaning] = [inLanguage(label, language), inLanguage(text, language)]
    const row = sheet.addRow([cellText(name), cellText(meaning)])
    sheet.mergeCells(row.number, 2, row.number, LAST)
    row.height = Math.max(linesOf(name, WIDTHS[0] ?? 0), linesOf(meaning, WIDTH_OF_TEXTS)) * LINE_HEIGHT + 3
    eachCell(row, cell => Object.assign(cell, { font: FONT, border: FRAME, alignment: WRAPPED, numFmt: '@' }))
  }
  addWide(sheet, t('report.sheet.definition_share'), FONT)
}

/** A text over the whole width. A merged row does not grow by itself, so its height is reckoned. */
function addWide(sheet: Worksheet, text: string, font: typeof FONT): void {
  const row = sheet.addRow([cellText(text)])
  sheet.mergeCells(row.number, 1, row.number, LAST)
  const scale = (font.size ?? 10) / 10
  const lines = linesOf(text, (WIDTH_OF_TEXTS + (WIDTHS[0] ?? 0)) / (font.bold ? scale * 1.1 : scale))
  row.height = lines * LINE_HEIGHT * Math.max(1, scale) + 4
  eachCell(row, cell => Object.assign(cell, { font, alignment: WRAPPED, numFmt: '@' }))
}

function eachCell(row: Row, dress: (cell: Cell, place: number) => void): void {
  for (let place = 0; place < LAST; place += 1) dress(row.getCell(place + 1), place)
}

/** Per cent as a workbook holds it. */
export function part(percent: number | null): number | null {
  return percent === null ? null : percent / 100
}

export function quarterParams(quarter: ReportDocument['quarter']): { year: string; quarter: string } {
  return { year: quarter.slice(0, 4), quarter: romanQuarter(quarter) }
}

/** `05.10.2026`, as dates stand in tables. */
function dotted(date: PlainDate): string {
  return date.split('-').reverse().join('.')
}
