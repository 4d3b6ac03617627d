import type { Cell, ColumnKind, TableHead } from '#shared/ipc/tables.ts'
import { heldText } from '../workbook/cell-text.ts'
import { inertText } from './inert-text.ts'
import type { TableWriter } from './writer.ts'

const MARK = '\ufeff'
const BETWEEN = ';'
const LINE = '\r\n'

/**
 * A list as text with separators, as Excel of Kazakhstan opens it by itself: UTF-8 with its mark, semicolons (the comma
 * parts whole and tenths there), every text in quotes (RFC 4180) and inert.
 */
export function csvTable({ title, told, notes, columns }: TableHead): TableWriter {
  const parts: Buffer[] = [Buffer.from(MARK)]
  const write = (cells: readonly string[]) => cells.join(BETWEEN) + LINE
  const head = [title, ...told, ...notes].map(text => write([quoted(text)])).join('')
  parts.push(Buffer.from(head + write(columns.map(column => quoted(column.title)))))
  return {
    async add(rows) {
      const lines = rows.map(row => write(columns.map(({ kind }, place) => cellOf(row[place] ?? null, kind))))
      parts.push(Buffer.from(lines.join('')))
    },
    async end() {
      return new Uint8Array(Buffer.concat(parts))
    },
  }
}

function cellOf(value: Cell, kind: ColumnKind): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return String(value).replace('.', ',')
  const day = kind === 'date' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) : null
  return day === null ? quoted(value) : `${day[3]}.${day[2]}.${day[1]}`
}

function quoted(text: string): string {
  const lines = inertText(heldText(text)).replace(/\r\n?/g, '\n')
  return `"${lines.replaceAll('"', '""')}"`
}
