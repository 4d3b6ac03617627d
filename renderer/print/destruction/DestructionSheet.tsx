import type { DestructionSheetData } from '#shared/destruction/sheet.ts'
import { destructionLines } from '#shared/destruction/sheet-lines.ts'
import { SheetLines } from '../protocol/SheetLines.tsx'
import { wordsOf } from '../words-of.ts'

/** An act of destruction, in its own language. */
export function DestructionSheet({ data }: { data: DestructionSheetData }) {
  return <SheetLines lines={destructionLines(data, wordsOf(data.language))} language={data.language} />
}
