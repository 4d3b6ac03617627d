import type { ProtocolSheetData } from '#shared/protocol/sheet.ts'
import { protocolLines } from '#shared/protocol/sheet-lines.ts'
import { dateWords, translator } from '../i18n.ts'
import { linesDocx } from './lines-docx.ts'

/** Protocols as a Word file, each from a page of its own, as they stand on paper. */
export function protocolDocx(sheets: readonly ProtocolSheetData[]): Promise<Uint8Array> {
  const [first] = sheets
  const lines = sheets.map(sheet =>
    protocolLines(sheet, { t: translator(sheet.language), dates: dateWords(sheet.language) }),
  )
  return linesDocx(first === undefined ? '' : first.office[first.language], lines)
}
