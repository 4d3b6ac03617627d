import { JOURNAL_HEADERS } from '../import/headers-journal.ts'
import { type Cell, textOfCell } from '../import/table.ts'
import { fail, ok, type Result } from '../result/result.ts'
import { fold } from '../text/fold.ts'
import { looksLikeEotinish } from './number.ts'

/** A registration number: one letter, a year, a serial; a number of e-Otinish has two letters or none. */
const OURS = /^\p{L}[\s-]*20\d\d[\s/.-]+\d{1,6}(?:\s*\/\s*\d\d)?$/u
const LETTERED = /^\p{L}{2,4}[\s-]/u

/** A row of a list of numbers: ours, and what e-Otinish gave. `row` is that of the sheet, from 1. */
export interface NumberRow {
  readonly row: number
  readonly number: string
  readonly eotinish: string
}

/** A list of numbers as it was read; `unread`: rows that name an application of ours and no number of e-Otinish. */
export interface NumberTable {
  readonly rows: readonly NumberRow[]
  readonly unread: readonly number[]
}

/**
 * Reads a list of numbers (clause 25): the column of ours is known by what it holds, that of e-Otinish by its head or by what
 * it holds. Errors: `eotinish.no_columns` where either is not found.
 */
export function readNumberTable(rows: readonly (readonly Cell[])[]): Result<NumberTable> {
  const texts = rows.map(row => row.map(cell => textOfCell(cell).trim()))
  const width = Math.max(0, ...texts.map(row => row.length))
  const columns = Array.from({ length: width }, (_, at) => at)
  const count = (at: number, is: (text: string) => boolean) => texts.filter(row => is(row[at] ?? '')).length
  const ours = mostOf(columns, at => count(at, text => OURS.test(text)))
  if (ours === null) return fail('eotinish.no_columns')
  const others = columns.filter(at => at !== ours)
  const theirs =
    mostOf(others, at => count(at, isHead)) ??
    mostOf(others, at => count(at, text => LETTERED.test(text) && looksLikeEotinish(text))) ??
    (others.length === 1 ? mostOf(others, at => count(at, looksLikeEotinish)) : null)
  if (theirs === null) return fail('eotinish.no_columns')
  const read = texts.flatMap((row, at) => {
    const [number = '', eotinish = ''] = [row[ours], row[theirs]]
    return OURS.test(number) ? [{ row: at + 1, number, eotinish }] : []
  })
  return ok({
    rows: read.filter(({ eotinish }) => eotinish !== ''),
    unread: read.filter(({ eotinish }) => eotinish === '').map(({ row }) => row),
  })
}

const HEADS = new Set(JOURNAL_HEADERS.eotinish.map(fold))

function isHead(text: string): boolean {
  return text !== '' && HEADS.has(fold(text))
}

/** The column with most of what is sought, the leftmost of equals; null where none has any. */
function mostOf(columns: readonly number[], count: (at: number) => number): number | null {
  let best: { at: number; count: number } | null = null
  for (const at of columns) {
    const found = count(at)
    if (found > (best?.count ?? 0)) best = { at, count: found }
  }
  return best?.at ?? null
}
