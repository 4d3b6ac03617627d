import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS, { type Row, type Worksheet } from 'exceljs'
import type { Language } from '#shared/application/model.ts'
import { CHECK_STATES } from '#shared/compliance/model.ts'
import type { ComplianceData } from '#shared/ipc/documents.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { type Translate, translator } from '../../i18n.ts'
import { cellText, linesOf } from './cell-text.ts'
import { BOLD, CENTRED, COUNT_FORMAT, FONT, FOOTER, FRAME, HEAD_FILL, pageOf, SMALL, TITLE, WRAPPED } from './look.ts'

const CLAUSE_WIDTHS = [9, 70, 13, 15, 13, 46]
const RECORD_WIDTHS = [9, 17, 42, 34, 14, 14, 46]
const LINE_HEIGHT = 13.5
const TOP = { ...WRAPPED, vertical: 'top' } as const
const TOP_CENTRED = { ...TOP, horizontal: 'center' } as const
const DATE_FORMAT = 'dd.mm.yyyy'
/** Rows written before others of the program get their turn. */
const TURN = 500

type Cell = string | number | Date | null

/**
 * How the clauses of an act were kept, as a workbook: a sheet of the clauses and one of every record behind them. Numbers are
 * numbers and dates are dates, so that whoever receives it can sort and reckon on.
 */
export async function writeComplianceWorkbook(
  data: ComplianceData,
  words: (language: Language) => Translate = translator,
): Promise<Uint8Array> {
  const stream = new PassThrough()
  const gathered = buffer(stream)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true })
  const t = words(data.language)
  const clauses = addSheet(workbook, t('compliance.sheet.clauses'), CLAUSE_WIDTHS, titleOf(data, t), [
    t('compliance.clause'),
    t('compliance.demand'),
    ...CHECK_STATES.map(state => t(`compliance.state.${state}`)),
    t('compliance.column.note'),
  ])
  await addRows(clauses, CLAUSE_WIDTHS, data.clauses, ({ clause, says, told, rest, ...counts }) => [
    Number(clause),
    says,
    ...CHECK_STATES.map(state => (told === '' ? counts[state] : null)),
    [told, rest].filter(text => text !== '').join('. '),
  ])
  clauses.commit()
  const records = addSheet(workbook, t('compliance.sheet.records'), RECORD_WIDTHS, titleOf(data, t), [
    t('compliance.clause'),
    t('compliance.column.state'),
    t('compliance.column.what'),
    t('compliance.column.about'),
    t('compliance.column.by'),
    t('compliance.column.on'),
    t('compliance.column.note'),
  ])
  await addRows(records, RECORD_WIDTHS, data.records, ({ clause, state, what, about, by, on, note }) => [
    Number(clause),
    t(`compliance.state.${state}`),
    what,
    about,
    dateCell(by),
    dateCell(on),
    note,
  ])
  records.commit()
  await workbook.commit()
  return new Uint8Array(await gathered)
}

function titleOf(data: ComplianceData, t: Translate): readonly [string, Partial<ExcelJS.Font>][] {
  const period = t('compliance.sheet.period', { from: dotted(data.from), to: dotted(data.to) })
  const prepared = t('compliance.sheet.prepared', { date: dotted(data.preparedOn), name: data.preparedBy })
  return [
    [data.office, FONT],
    [t('compliance.title'), TITLE],
    [data.act, BOLD],
    [data.status, SMALL],
    [data.source, SMALL],
    [`${period}. ${prepared}`, SMALL],
    ...(data.notJudged === 0
      ? []
      : ([[t('compliance.not_judged', { count: data.notJudged }), SMALL]] as [string, Partial<ExcelJS.Font>][])),
  ]
}

function addSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  widths: readonly number[],
  title: ReturnType<typeof titleOf>,
  heads: readonly string[],
): Worksheet {
  const headRow = title.length + 1
  const sheet = workbook.addWorksheet(name, {
    pageSetup: pageOf('landscape', headRow),
    views: [{ state: 'frozen', ySplit: headRow }],
    headerFooter: { oddFooter: FOOTER },
  })
  sheet.columns = widths.map(width => ({ width }))
  for (const [text, font] of title) {
    const row = sheet.addRow([cellText(text)])
    Object.assign(row.getCell(1), { font, numFmt: '@', alignment: { wrapText: false } })
    row.commit()
  }
  const head = sheet.addRow(heads.map(cellText))
  head.height = 2 * LINE_HEIGHT
  head.eachCell(cell => Object.assign(cell, { font: BOLD, fill: HEAD_FILL, border: FRAME, alignment: CENTRED }))
  head.commit()
  sheet.autoFilter = { from: { row: headRow, column: 1 }, to: { row: headRow, column: heads.length } }
  return sheet
}

async function addRows<T>(
  sheet: Worksheet,
  widths: readonly number[],
  all: readonly T[],
  cellsOf: (one: T) => readonly Cell[],
): Promise<void> {
  for (const [index, one] of all.entries()) {
    const cells = cellsOf(one)
    const row = sheet.addRow(cells.map(cell => (typeof cell === 'string' ? cellText(cell) : cell)))
    dress(row, cells, widths)
    row.commit()
    if (index % TURN === TURN - 1) await new Promise(setImmediate)
  }
}

function dress(row: Row, cells: readonly Cell[], widths: readonly number[]): void {
  for (const [place, cell] of cells.entries()) {
    const numFmt = cell instanceof Date ? DATE_FORMAT : typeof cell === 'number' ? COUNT_FORMAT : '@'
    Object.assign(row.getCell(place + 1), {
      font: FONT,
      border: FRAME,
      alignment: place === 0 ? TOP_CENTRED : TOP,
      numFmt,
    })
  }
  const lines = cells.map((cell, place) => (typeof cell === 'string' ? linesOf(cell, widths[place] ?? 1) : 1))
  row.height = Math.max(...lines) * LINE_HEIGHT + 3
}

/** A day as a workbook holds it: midnight of no zone. */
function dateCell(day: PlainDate | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`)
}

function dotted(date: PlainDate): string {
  return date.split('-').reverse().join('.')
}
