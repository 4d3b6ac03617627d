import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type IRunOptions,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { LetterSheetData } from '#shared/letter/sheet.ts'
import { officialDate } from '#shared/time/official-date.ts'
import { dateWords, translator } from '../i18n.ts'
import { MM, runsOf } from './docx-runs.ts'

const FONT = 'Times New Roman'
/** Half-points. */
const SIZE = 28
const SMALL = 20
const NUMBERS = 24

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
}

/**
 * A sheet of a letter as a Word file, as it stands on paper: the head edits and signs it there. Text is text, whatever stands in
 * it; a character XML has no place for is left out.
 */
export async function letterDocx(data: LetterSheetData): Promise<Uint8Array> {
  const document = new Document({
    creator: data.office.name[data.language],
    styles: { default: { document: { run: { font: FONT, size: SIZE }, paragraph: { spacing: { line: 276 } } } } },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 210 * MM, height: 297 * MM },
            margin: { left: 20 * MM, right: 10 * MM, top: 10 * MM, bottom: 10 * MM, header: 5 * MM, footer: 5 * MM },
          },
        },
        headers: { first: new Header({ children: [] }), default: pageNumber() },
        footers: { first: new Footer({ children: [] }), default: new Footer({ children: [] }) },
        children: bodyOf(data),
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: NUMBERS })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}

function bodyOf(data: LetterSheetData): (Paragraph | Table)[] {
  const t = translator(data.language)
  const { draft, addressee, heading, paragraphs, attachment, signer, executor, office } = data
  const phone = executor.phone || office.phone
  return [
    ...(draft ? [line(t('letter.sheet.draft'), { bold: true, color: 'B05400' }, AlignmentType.CENTER)] : []),
    letterhead(data),
    numbers(data),
    empty(),
    ...addressee.map(text => new Paragraph({ indent: { left: 98 * MM }, children: runsOf(text, { bold: true }) })),
    empty(),
    ...(heading === '' ? [] : [line(heading, { bold: true }), empty()]),
    ...paragraphs.flatMap(text => text.split('\n')).map(textParagraph),
    ...(attachment === '' ? [] : [textParagraph(t('letter.sheet.attachment', { text: attachment }))]),
    empty(),
    beside(signer.position, signer.name, { bold: true }),
    empty(),
    ...(executor.name === '' ? [] : [line(t('letter.sheet.executor', { name: executor.name }), { size: SMALL })]),
    ...(executor.name === '' || phone === '' ? [] : [line(t('letter.sheet.phone', { phone }), { size: SMALL })]),
  ]
}

function letterhead({ office }: LetterSheetData): Table {
  const cell = (language: 'kk' | 'ru') =>
    new TableCell({
      width: { size: 50, type: WidthType.PERCENTAGE },
      borders: { ...BORDERS, bottom: { style: BorderStyle.SINGLE, size: 10, color: '00718F' } },
      children: [
        line(office.name[language].toLocaleUpperCase(language), { bold: true, size: NUMBERS }, AlignmentType.CENTER),
        line(office.address[language], { size: SMALL }, AlignmentType.CENTER),
      ],
    })
  return table([cell('kk'), cell('ru')])
}

function numbers({ language, number, on, reference }: LetterSheetData): Table {
  const t = translator(language)
  const words = dateWords(language)
  const date = on === null ? t('letter.sheet.no_date') : officialDate(on, words)
  const own = `${date} \u00b7 ${t('letter.sheet.number', { number: number === '' ? '________' : number })}`
  const answered =
    reference === null
      ? ''
      : t('letter.sheet.reference', { number: reference.number, date: officialDate(reference.on, words) })
  return beside(own, answered, { size: NUMBERS })
}

function beside(left: string, right: string, style: Partial<IRunOptions>): Table {
  const cell = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
    new TableCell({
      width: { size: 50, type: WidthType.PERCENTAGE },
      borders: BORDERS,
      children: [line(text, style, alignment)],
    })
  return table([cell(left, AlignmentType.LEFT), cell(right, AlignmentType.RIGHT)])
}

function table(cells: readonly TableCell[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: BORDERS,
    rows: [new TableRow({ cantSplit: true, children: cells })],
  })
}

function textParagraph(text: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.JUSTIFIED, indent: { firstLine: 12.5 * MM }, children: runsOf(text) })
}

function line(
  text: string,
  style: Partial<IRunOptions> = {},
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph {
  return new Paragraph({ alignment, children: runsOf(text, style) })
}

function empty(): Paragraph {
  return new Paragraph({ children: [] })
}
