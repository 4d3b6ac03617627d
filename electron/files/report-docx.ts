import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Language } from '#shared/application/model.ts'
import { figureDifference, figureText, percentText, romanQuarter, shareText } from '#shared/report/figures.ts'
import {
  type DocumentLine,
  type DocumentSection,
  inLanguage,
  type ReportDocument,
} from '#shared/report/report-paper.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { rangeOfQuarter } from '#shared/time/plain-date.ts'
import { dateWords, translator } from '../i18n.ts'
import { MM, runsOf } from './docx-runs.ts'

const FONT = 'Times New Roman'
/** Half-points. */
const SIZE = 26
const SMALL = 20
const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B4C3CA' } as const
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE }
const HEAD = { type: ShadingType.CLEAR, fill: 'D9EDF2', color: 'auto' } as const

/**
 * The quarterly report as a Word file in one language, from the same document as the sheet: its words, every figure, every
 * definition. Text is text, whatever stands in it; a character XML has no place for is left out.
 */
export async function reportDocx(report: ReportDocument, language: Language): Promise<Uint8Array> {
  const t = translator(language)
  const number = new TextRun({ children: [PageNumber.CURRENT], size: 24 })
  const draft =
    report.version === null ? [line(t('report.sheet.draft'), { bold: true, color: 'B05400' }, 'centre')] : []
  const numbered = new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] }), ...draft],
  })
  const document = new Document({
    creator: inLanguage(report.office.name, language),
    styles: { default: { document: { run: { font: FONT, size: SIZE }, paragraph: { spacing: { line: 264 } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 210 * MM, height: 297 * MM },
            margin: { left: 20 * MM, right: 10 * MM, top: 15 * MM, bottom: 10 * MM, header: 7 * MM, footer: 5 * MM },
          },
        },
        headers: { first: new Header({ children: draft }), default: numbered },
        children: bodyOf(report, language),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function bodyOf(report: ReportDocument, language: Language): (Paragraph | Table)[] {
  const t = translator(language)
  const empty = () => new Paragraph({ children: [] })
  return [
    ...headOf(report, language),
    empty(),
    ...report.narrative.map(
      paragraph =>
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: 12.5 * MM },
          spacing: { after: 80 },
          children: runsOf(inLanguage(paragraph, language)),
        }),
    ),
    ...report.sections.flatMap(section => [
      heading(inLanguage(section.title, language)),
      tableOf(section, report, language),
    ]),
    ...definitionsOf(report, language),
    empty(),
    empty(),
    line(`${'_'.repeat(24)}    ${'_'.repeat(16)}    ${'_'.repeat(24)}`),
    line(
      [t('report.sheet.sign.position'), t('report.sheet.sign.signature'), t('report.sheet.sign.name')].join(
        '                    ',
      ),
      {
        size: SMALL,
      },
    ),
    empty(),
    line(t('report.sheet.prepared', { date: officialDate(report.preparedOn, dateWords(language)) })),
    ...(report.preparedBy === '' ? [] : [line(t('report.sheet.prepared_by', { name: report.preparedBy }))]),
  ]
}

function headOf(report: ReportDocument, language: Language): Paragraph[] {
  const t = translator(language)
  const words = dateWords(language)
  const { office, version } = report
  const { from, to } = rangeOfQuarter(report.quarter)
  const ofQuarter = (quarter: string) => ({ year: quarter.slice(0, 4), quarter: romanQuarter(quarter) })
  const date = officialDate(report.preparedOn, words)
  const address = [inLanguage(office.address, language), office.phone].filter(text => text !== '').join(', ')
  return [
    line(inLanguage(office.name, language).toLocaleUpperCase(language), { bold: true, size: 24 }, 'centre'),
    line(t('report.sheet.room', { room: office.room }), { size: SMALL }, 'centre'),
    ...(address === '' ? [] : [line(address, { size: SMALL }, 'centre')]),
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      alignment: AlignmentType.CENTER,
      spacing: { before: 240, after: 120 },
      children: runsOf(t('report.sheet.title', ofQuarter(report.quarter)), {
        bold: true,
        size: 32,
        color: '000000',
        font: FONT,
      }),
    }),
    line(t('report.sheet.period', { from: officialDate(from, words), to: officialDate(to, words) }), {}, 'centre'),
    line(
      t(report.compared ? 'report.sheet.compared' : 'report.sheet.not_compared', ofQuarter(report.previousQuarter)),
      {},
      'centre',
    ),
    line(inLanguage(report.basis, language), { size: SMALL }, 'centre'),
    line(
      version === null ? t('report.sheet.draft_of', { date }) : t('report.sheet.version', { version, date }),
      { bold: true, size: SMALL },
      'centre',
    ),
  ]
}

function definitionsOf(report: ReportDocument, language: Language): Paragraph[] {
  const t = translator(language)
  const words = dateWords(language)
  const { from, to } = rangeOfQuarter(report.quarter)
  const plain = (text: string) => line(text, { size: SMALL })
  return [
    heading(t('report.sheet.definitions')),
    plain(t('report.sheet.definition_basis', { from: officialDate(from, words), to: officialDate(to, words) })),
    ...report.definitions.map(
      ({ label, text }) =>
        new Paragraph({
          children: [
            ...runsOf(inLanguage(label, language), { bold: true, size: SMALL }),
            ...runsOf(` \u2013 ${inLanguage(text, language)}.`, { size: SMALL }),
          ],
        }),
    ),
    plain(t('report.sheet.definition_share')),
  ]
}

function tableOf(section: DocumentSection, report: ReportDocument, language: Language): Table {
  const t = translator(language)
  const period = (quarter: string) =>
    t('report.sheet.column.period', { year: quarter.slice(0, 4), quarter: romanQuarter(quarter) })
  const head = [
    t('report.sheet.column.figure'),
    period(report.quarter),
    t('report.sheet.column.share'),
    ...(report.compared
      ? [period(report.previousQuarter), t('report.sheet.column.difference'), t('report.sheet.column.percent')]
      : []),
  ]
  const widths = report.compared ? [70, 23, 18, 23, 22, 24] : [120, 32, 28]
  return new Table({
    width: { size: 180 * MM, type: WidthType.DXA },
    columnWidths: widths.map(width => Math.round(width * MM)),
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, at) => cell(text, at, true)) }),
      ...section.lines.map(
        one =>
          new TableRow({
            cantSplit: true,
            children: cellsOf(one, report.compared, language).map((text, at) =>
              cell(text, at, one.level === 'total', one.level === 'part'),
            ),
          }),
      ),
    ],
  })
}

function cellsOf(line: DocumentLine, compared: boolean, language: Language): string[] {
  const name = inLanguage(line.label, language)
  const own = [
    line.note === null ? name : `${name}\n${inLanguage(line.note, language)}`,
    figureText(line.current, line.unit),
    shareText(line.share),
  ]
  if (!compared) return own
  return [
    ...own,
    figureText(line.previous, line.unit),
    figureDifference(line.difference, line.unit),
    percentText(line.percent),
  ]
}

function cell(text: string, at: number, isBold: boolean, isPart = false): TableCell {
  return new TableCell({
    borders: BORDERS,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: at === 0 && isPart ? 340 : 90, right: 90 },
    ...(isBold ? { shading: HEAD } : {}),
    children: [
      new Paragraph({
        alignment: at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: runsOf(text, { size: SMALL, bold: isBold }),
      }),
    ],
  })
}

function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 220, after: 80 },
    children: runsOf(text, { bold: true, size: 24, color: '0A3D4C', font: FONT }),
  })
}

function line(text: string, style: Partial<IRunOptions> = {}, at: 'left' | 'centre' = 'left'): Paragraph {
  const alignment = at === 'centre' ? AlignmentType.CENTER : AlignmentType.LEFT
  return new Paragraph({ alignment, children: runsOf(text, style) })
}
