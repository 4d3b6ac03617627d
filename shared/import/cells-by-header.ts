import { type Cell, isBlank, textOfCell } from './table.ts'
import type { Column } from './understand-columns.ts'

/**
 * The filled cells of a row by the header over them, as text, so that nothing of the file is lost. A column without a
 * header, or with one that stood before, is named by its number from 1: `#7`, `Header #7`.
 */
export function cellsByHeader(columns: readonly Column<string>[], cells: readonly Cell[]): Record<string, string> {
  const byHeader = new Map<string, string>()
  for (const [index, cell] of cells.entries()) {
    if (isBlank(cell)) continue
    const header = columns[index]?.header ?? ''
    const plain = header === '' || header === '__proto__' ? `#${index + 1}` : header
    byHeader.set(byHeader.has(plain) ? `${plain} #${index + 1}` : plain, textOfCell(cell))
  }
  return Object.fromEntries(byHeader)
}
