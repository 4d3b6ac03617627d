import type { Table } from '#shared/import/table.ts'
import { type AppError, ExpectedError, fail, ok, type Result } from '#shared/result/result.ts'
import type { TableLimits } from './limits.ts'
import { parseCsv } from './parse-csv.ts'
import { parseXlsx } from './parse-xlsx.ts'

/**
 * Reads the bytes of a table file; its kind is told by what is in it, not by its name. Runs in the table worker.
 * Anything a hostile or damaged file does to the readers comes back as an error code (`table.*`), never as an exception.
 */
export async function parseTable(bytes: Buffer, limits: TableLimits): Promise<Result<Table>> {
  try {
    const table = startsWith(bytes, 'PK') ? await parseXlsx(bytes, limits) : parseCsv(refuseOther(bytes), limits)
    return table.sheets.some(sheet => sheet.rows.length > 0) ? ok(table) : fail('table.empty')
  } catch (error) {
    return { ok: false, error: errorOf(error) }
  }
}

function errorOf(error: unknown): AppError {
  return error instanceof ExpectedError ? error.detail : { code: 'table.broken', params: {} }
}

/** First bytes of kinds that are neither a spreadsheet nor a text with columns. */
const OTHER_KINDS: readonly (readonly [string, string])[] = [
  ['%PDF', 'pdf'],
  ['\u0089PNG', 'image'],
  ['\u00ff\u00d8\u00ff', 'image'],
  ['GIF8', 'image'],
  ['Rar!', 'archive'],
  ['7z\u00bc\u00af', 'archive'],
  ['\u001f\u008b', 'archive'],
  ['{\\rtf', 'text_document'],
  ['<', 'markup'],
]

function refuseOther(bytes: Buffer): Buffer {
  if (bytes.length === 0) throw new ExpectedError('table.empty')
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) throw new ExpectedError(oleKind(bytes))
  const other = OTHER_KINDS.find(([magic]) => startsWith(bytes, magic))
  if (other) throw new ExpectedError('table.wrong_kind', { kind: other[1] })
  return bytes
}

/** A compound file is either a spreadsheet behind a password, or the format of before 2007, or something else. */
function oleKind(bytes: Buffer): string {
  const holds = (stream: string): boolean => bytes.includes(Buffer.from(stream, 'utf16le'))
  if (holds('EncryptedPackage')) return 'table.encrypted'
  return holds('Workbook') || holds('Book') ? 'table.old_excel' : 'table.wrong_kind'
}

function startsWith(bytes: Buffer, magic: string): boolean {
  return bytes.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'))
}
