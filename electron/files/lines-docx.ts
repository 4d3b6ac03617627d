import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import type { ProtocolLine } from '#shared/protocol/sheet-lines.ts'
import { MM, runsOf } from './docx-runs.ts'

const FONT = 'Times New Roman'
/** Half-points. */
const SIZE = 28
const NUMBERS = 24

/** Sheets of lines as a Word file, each from a page of its own, as they stand on paper: text is text, whatever stands in it. */
export async function linesDocx(creator: string, sheets: readonly (readonly ProtocolLine[])[]): Promise<Uint8Array> {
  const document = new Document({
    creator,
    styles: { default: { document: { run: { font: FONT, size: SIZE }, paragraph: { spacing: { line: 276 } } } } },
    sections: sheets.map(lines => ({
      properties: {
        titlePage: true,
        page: {
          size: { width: 210 * MM, height: 297 * MM },
          margin: { left: 20 * MM, right: 10 * MM, top: 10 * MM, bottom: 10 * MM, header: 5 * MM, footer: 5 * MM },
          pageNumbers: { start: 1 },
        },
      },
      headers: { first: new Header({ children: [] }), default: pageNumber() },
      footers: { first: new Footer({ children: [] }), default: new Footer({ children: [] }) },
      children: lines.map(paragraphOf),
    })),
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: NUMBERS })
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] })
}

function paragraphOf({ kind, label, text }: ProtocolLine): Paragraph {
  switch (kind) {
    case 'mark':
      return centred(text, { bold: true, color: 'B05400' })
    case 'title':
      return centred(text, { bold: true })
    case 'annex':
      return new Paragraph({
        indent: { left: 98 * MM },
        spacing: { after: 200 },
        children: runsOf(text, { size: NUMBERS, italics: true }),
      })
    case 'line':
    case 'text':
      return new Paragraph({
        alignment: kind === 'text' ? AlignmentType.JUSTIFIED : AlignmentType.LEFT,
        spacing: { after: 80 },
        children: [...runsOf(label === '' ? '' : `${label} `, { bold: true }), ...runsOf(text)],
      })
    case 'signature':
      return new Paragraph({
        keepLines: true,
        spacing: { before: 400 },
        children: [...runsOf(`${label} `, { bold: true }), ...runsOf(`${text} ____________________`)],
      })
  }
}

function centred(text: string, style: { bold: boolean; color?: string }): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 160 }, children: runsOf(text, style) })
}
