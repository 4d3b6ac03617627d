import { ExpectedError } from '#shared/result/result.ts'
import type { TableLimits } from './limits.ts'
import { parseXml } from './parse-xml.ts'
import type { ZipParts } from './zip-parts.ts'

/** The shared strings of a workbook in their order, rich text joined, phonetic hints left out. */
export async function readSharedStrings(
  parts: ZipParts,
  part: string,
  limits: TableLimits,
): Promise<readonly string[]> {
  const strings: string[] = []
  if (part === '' || !parts.has(part)) return strings
  let text = ''
  let inText = false
  let inPhonetic = false
  await parseXml(parts.read(part), {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') inPhonetic = true
      if (name === 't') inText = !inPhonetic
    },
    text(piece) {
      if (inText) text += piece
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') inPhonetic = false
      if (name === 'si') strings.push(checkLength(unescapeText(text), limits))
    },
  })
  return strings
}

/** Refuses a text longer than a spreadsheet cell can be. */
export function checkLength(text: string, limits: TableLimits): string {
  if (text.length > limits.cellCharacters)
    throw new ExpectedError('table.cell_too_long', { limit: limits.cellCharacters })
  return text
}

/** `_x000D_` and the like stand for characters XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
