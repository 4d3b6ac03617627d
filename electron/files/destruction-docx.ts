import type { DestructionSheetData } from '#shared/destruction/sheet.ts'
import { destructionLines } from '#shared/destruction/sheet-lines.ts'
import { dateWords, translator } from '../i18n.ts'
import { linesDocx } from './lines-docx.ts'

/** An act of destruction as a Word file, as it stands on paper: it is signed there. */
export function destructionDocx(data: DestructionSheetData): Promise<Uint8Array> {
  const words = { t: translator(data.language), dates: dateWords(data.language) }
  return linesDocx(data.office[data.language], [destructionLines(data, words)])
}
