import type { ProtocolSheetData } from '#shared/protocol/sheet.ts'
import { protocolLines } from '#shared/protocol/sheet-lines.ts'
import type { Words } from '../../i18n/use-words.ts'
import { SheetLines } from './SheetLines.tsx'

interface Given {
  readonly data: ProtocolSheetData
  /** In the language of the sheet. */
  readonly words: Pick<Words, 't' | 'dates'>
}

/** A protocol in the form of annex 2. */
export function ProtocolSheet({ data, words }: Given) {
  return <SheetLines lines={protocolLines(data, words)} language={data.language} />
}
