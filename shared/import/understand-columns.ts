import { clean } from '../text/clean.ts'
import { foldWords } from '../text/fold.ts'
import { remembering } from '../text/remembering.ts'
import { type Cell, isBlank, type Sheet, type Table, textOfCell } from './table.ts'

/** Headers by the field they stand for. */
export type HeaderWords<Field extends string> = Readonly<Record<Field, readonly string[]>>

/** One column: its index from 0, its header as it stands, the field it was taken for and how surely (0-1; 1 by hand). */
export interface Column<Field extends string> {
  readonly index: number
  readonly header: string
  readonly field: Field | null
  readonly confidence: number
}

/** Which sheet is read, which of its rows is the header (from 1) and what the columns are. Can be corrected by hand. */
export interface ColumnMapping<Field extends string> {
  readonly sheet: number
  readonly headerRow: number
  readonly columns: readonly Column<Field>[]
}

/** How many rows at the top of a sheet may stand before the header. */
const ROWS_SEARCHED = 40
/** Fewer recognised columns than this are not a header but a chance. */
const FEWEST_FIELDS = 3
/** Between the two languages of a header; a bare slash is tried last, it stands inside abbreviations too. */
const SEPARATORS = [/[|\n\r;]+|\s[/\u2013\u2014-]\s/, /[/|\n\r;()]+/]

/**
 * Finds the sheet that holds the table, its header row and the field of each column. Null where no sheet has a header of at
 * least three known columns. Visible sheets win over hidden ones, then more known columns, then more rows.
 */
export function understandTable<Field extends string>(
  table: Table,
  words: HeaderWords<Field>,
): ColumnMapping<Field> | null {
  let best: { mapping: ColumnMapping<Field>; score: number } | null = null
  for (const [index, sheet] of table.sheets.entries()) {
    const mapping = understandSheet(sheet, index, words)
    if (mapping === null) continue
    const score = (sheet.hidden ? 0 : 1000) + knownFields(mapping) + Math.min(sheet.rows.length, 1e6) / 2e6
    if (best === null || score > best.score) best = { mapping, score }
  }
  return best?.mapping ?? null
}

/** Finds the header row and columns of one sheet. Null where there is none. */
export function understandSheet<Field extends string>(
  sheet: Sheet,
  index: number,
  words: HeaderWords<Field>,
): ColumnMapping<Field> | null {
  let best: ColumnMapping<Field> | null = null
  for (const [row, cells] of sheet.rows.slice(0, ROWS_SEARCHED).entries()) {
    const mapping = { sheet: index, headerRow: row + 1, columns: understandHeader(cells, words) }
    if (knownFields(mapping) >= FEWEST_FIELDS && (best === null || knownFields(mapping) > knownFields(best)))
      best = mapping
  }
  return best
}

/** The columns of a header row. A field is given to one column only: the surest, then the leftmost. */
export function understandHeader<Field extends string>(
  cells: readonly Cell[],
  words: HeaderWords<Field>,
): Column<Field>[] {
  const finder = finderOf(words)
  const columns = cells.map((cell, index) => ({
    index,
    header: clean(textOfCell(cell)),
    ...finder.guess(textOfCell(cell)),
  }))
  return columns.map(column => (isTaken(column, columns) ? { ...column, field: null, confidence: 0 } : column))
}

/** A mapping in which a person gave `field` (or nothing) to a column; the column that had the field before loses it. */
export function assignField<Field extends string>(
  mapping: ColumnMapping<Field>,
  columnIndex: number,
  field: Field | null,
): ColumnMapping<Field> {
  const columns = mapping.columns.map(column => {
    if (column.index === columnIndex) return { ...column, field, confidence: 1 }
    return field !== null && column.field === field ? { ...column, field: null, confidence: 0 } : column
  })
  return { ...mapping, columns }
}

/** The column of a field by its index, for reading rows. */
export function indexesOf<Field extends string>(mapping: ColumnMapping<Field>): ReadonlyMap<Field, number> {
  return new Map(
    mapping.columns.flatMap(column => (column.field === null ? [] : [[column.field, column.index] as const])),
  )
}

/**
 * Whether a row repeats the header in the middle of a sheet: three cells or more are headers. Gives up after six cells that
 * are not, so that rows of data cost little.
 */
export function isHeaderRow<Field extends string>(cells: readonly Cell[], words: HeaderWords<Field>): boolean {
  const finder = finderOf(words)
  let [headers, others] = [0, 0]
  for (const cell of cells) {
    if (isBlank(cell)) continue
    if (typeof cell === 'string' && finder.isHeader(cell)) headers += 1
    else others += 1
    if (headers >= FEWEST_FIELDS) return true
    if (others > 6) return false
  }
  return false
}

function knownFields<Field extends string>(mapping: ColumnMapping<Field>): number {
  return mapping.columns.filter(column => column.field !== null).length
}

function isTaken<Field extends string>(column: Column<Field>, all: readonly Column<Field>[]): boolean {
  if (column.field === null) return false
  return all.some(
    other =>
      other.field === column.field &&
      (other.confidence > column.confidence || (other.confidence === column.confidence && other.index < column.index)),
  )
}

interface Found<Field> {
  readonly field: Field | null
  readonly confidence: number
}

interface HeaderFinder<Field> {
  /** Whether a text is a header, in one language or both, and nothing beside it. */
  readonly isHeader: (text: string) => boolean
  /** By that, or by the beginning of the text. */
  readonly guess: (text: string) => Found<Field>
}

const finders = new WeakMap<object, unknown>()

function finderOf<Field extends string>(words: HeaderWords<Field>): HeaderFinder<Field> {
  const finder = (finders.get(words) as HeaderFinder<Field> | undefined) ?? makeHeaderFinder(words)
  finders.set(words, finder)
  return finder
}

const NUMERAL = /\p{N}/u

function makeHeaderFinder<Field extends string>(words: HeaderWords<Field>): HeaderFinder<Field> {
  const fields = new Map<string, Field>()
  for (const [field, spellings] of Object.entries(words) as [Field, readonly string[]][]) {
    for (const spelling of spellings) if (!fields.has(foldHeader(spelling))) fields.set(foldHeader(spelling), field)
  }
  const findExact = remembering((text: string) => findInBothLanguages(text, fields))
  // Where no header has a numeral, a text with one is none: dates, identifiers and most matters are not folded for nothing.
  const hasNumerals = [...fields.keys()].some(header => NUMERAL.test(header))
  return {
    isHeader: text => (hasNumerals || !NUMERAL.test(text)) && findExact(text)?.confidence === 1,
    guess(text) {
      const field = findBeginning(foldHeader(text), fields)
      return findExact(text) ?? { field, confidence: field === null ? 0 : 0.5 }
    },
  }
}

function findInBothLanguages<Field extends string>(
  text: string,
  fields: ReadonlyMap<string, Field>,
): Found<Field> | null {
  const whole = fields.get(foldHeader(text))
  if (whole !== undefined) return { field: whole, confidence: 1 }
  for (const separator of SEPARATORS) {
    if (!separator.test(text)) continue
    const parts = text.split(separator).map(foldHeader)
    const named = parts.filter(part => part !== '').map(part => fields.get(part))
    const [one] = new Set(named.filter(field => field !== undefined))
    if (one !== undefined && new Set(named).size === 1) return { field: one, confidence: 1 }
    if (one !== undefined && named.every(field => field === undefined || field === one))
      return { field: one, confidence: 0.9 }
  }
  return null
}

/** The field of the longest known header (of 5 letters or more) that the text begins with: "Телефон (ұялы)" and the like. */
function findBeginning<Field extends string>(text: string, fields: ReadonlyMap<string, Field>): Field | null {
  let best = ''
  for (const key of fields.keys()) {
    if (key.length >= 5 && key.length > best.length && text.startsWith(`${key} `)) best = key
  }
  return fields.get(best) ?? null
}

/** A folded header; the number sign is a word of its own, and initials ("Ф.И.О.") are read together. */
function foldHeader(text: string): string {
  const words = foldWords(text.replaceAll('\u2116', ' nomer '))
  return words.replace(/(?<=^| )(\p{L}) (?=\p{L}( |$))/gu, '$1')
}
