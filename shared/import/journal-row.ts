import { baseName, type PersonName, splitPersonName } from '../applicant/person-name.ts'
import { parsePhone, splitPhones } from '../applicant/phone.ts'
import {
  type ImportedFacts,
  type ImportedPersonal,
  type ImportedRecord,
  Language,
  Outcome,
  ReceptionResult,
  type RowProblem,
} from '../application/model.ts'
import { type FindCode, makeFinder } from '../directory/find.ts'
import { DIRECTORY_IDS, type Directories, type DirectoryId } from '../directory/model.ts'
import { NO_CATEGORY } from '../directory/seed-categories.ts'
import { topicsForFiles } from '../directory/topics.ts'
import type { Official } from '../official/model.ts'
import { clean } from '../text/clean.ts'
import { foldWords } from '../text/fold.ts'
import { remembering } from '../text/remembering.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { cellsByHeader } from './cells-by-header.ts'
import { readDate } from './date-cell.ts'
import { type FindOfficials, makeOfficialFinder } from './find-official.ts'
import type { JournalField } from './headers-journal.ts'
import { type ProblemCode, problem } from './problems.ts'
import { readBinCell, readIinCell } from './read-number-cell.ts'
import { type Cell, textOfCell } from './table.ts'
import { type ColumnMapping, indexesOf } from './understand-columns.ts'

/** What a row is read with, made once for a file. */
export interface JournalReader {
  /** One row of the sheet (from 1) as a record. Never throws, never drops: what is not understood is marked. */
  readonly read: (cells: readonly Cell[], sheetRow: number) => ImportedRecord
  readonly cellOf: (cells: readonly Cell[], field: JournalField) => Cell
}

interface Row {
  readonly cell: (field: JournalField) => Cell
  readonly text: (field: JournalField) => string
  readonly mark: (field: JournalField, code: ProblemCode, params?: RowProblem['params']) => void
  readonly problems: RowProblem[]
}

interface Finders {
  readonly code: Readonly<Record<DirectoryId, FindCode>>
  readonly officials: FindOfficials
}

/** A reader of journal rows for a mapping, the directories of the office and its officials. */
export function makeJournalReader(
  mapping: ColumnMapping<JournalField>,
  directories: Directories,
  officials: readonly Official[],
): JournalReader {
  const indexes = indexesOf(mapping)
  const known = { ...directories, topic: topicsForFiles(directories.topic) }
  const code = Object.fromEntries(DIRECTORY_IDS.map(id => [id, makeFinder(known[id])])) as Finders['code']
  const finders = { code, officials: makeOfficialFinder(officials) }
  const cellOf = (cells: readonly Cell[], field: JournalField): Cell => cells[indexes.get(field) ?? -1] ?? null
  return {
    cellOf,
    read(cells, sheetRow) {
      const row = rowOf(field => cellOf(cells, field), [...indexes.keys()])
      const number = readRowNumber(row.cell('number'))
      const { facts, personal } = readFields(row, finders)
      return {
        facts: { rowNumber: number, sheetRow, ...facts, problems: row.problems },
        personal: { ...personal, cells: cellsByHeader(mapping.columns, cells) },
      }
    },
  }
}

function rowOf(cell: Row['cell'], fields: readonly JournalField[]): Row {
  const problems: RowProblem[] = []
  const mark: Row['mark'] = (field, code, params) => problems.push(problem(field, code, params))
  const isError = (value: Cell): boolean => typeof value === 'object' && value !== null && 'error' in value
  for (const field of fields) if (isError(cell(field))) mark(field, 'cell_error')
  const sound: Row['cell'] = field => (isError(cell(field)) ? null : cell(field))
  return { cell: sound, text: field => clean(textOfCell(sound(field))), mark, problems }
}

type Facts = Omit<ImportedFacts, 'rowNumber' | 'sheetRow' | 'problems'>
type Personal = Omit<ImportedPersonal, 'cells'>

function readFields(row: Row, finders: Finders): { facts: Facts; personal: Personal } {
  const name = readName(row)
  const iin = readNumber(row, 'iin')
  const organisation = row.text('organisation')
  const bin = readNumber(row, 'bin')
  const dates = readDates(row)
  const language = Language.safeParse(readCode(row, 'language', finders))
  const result = ReceptionResult.safeParse(readCode(row, 'result', finders))
  return {
    facts: {
      ...dates,
      channel: readCode(row, 'channel', finders),
      district: readCode(row, 'district', finders),
      language: language.success ? language.data : null,
      topic: readCode(row, 'topic', finders),
      officialId: readOfficial(row, finders.officials),
      outcome: Outcome.catch('pending').parse(readCode(row, 'outcome', finders)),
      result: result.success ? result.data : null,
      legalEntity: organisation !== '' || bin.text !== '',
      badIin: iin.bad,
      badBin: bin.bad,
    },
    personal: {
      ...name,
      iin: iin.text,
      bin: bin.text,
      organisation,
      phone: readPhone(row),
      category: readCategory(row, finders),
      essence: row.text('essence'),
      eotinish: row.text('eotinish'),
      officialText: row.text('official'),
    },
  }
}

function readRowNumber(cell: Cell): number | null {
  const text = clean(textOfCell(cell)).replace(/\.$/, '')
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

function readName(row: Row): PersonName {
  const whole = splitPersonName(row.text('person'))
  const apart = { surname: row.text('surname'), given: row.text('given'), patronymic: row.text('patronymic') }
  if (whole.fault === 'missing' && (apart.surname !== '' || apart.given !== '')) {
    if (apart.surname === '' || apart.given === '') row.mark('person', 'name_incomplete')
    return { surname: baseName(apart.surname), given: baseName(apart.given), patronymic: baseName(apart.patronymic) }
  }
  if (whole.fault !== null) row.mark('person', `name_${whole.fault}`)
  return whole.name
}

function readNumber(row: Row, field: 'iin' | 'bin'): { text: string; bad: boolean } {
  const reading = field === 'iin' ? readIinCell(row.cell(field)) : readBinCell(row.cell(field))
  if (reading.fault === null) return { text: reading.text, bad: false }
  const params = reading.fault === 'length' ? { count: reading.text.length } : {}
  row.mark(field, `${field}_${reading.fault}` as ProblemCode, params)
  return { text: reading.text, bad: true }
}

function readDates(row: Row): { registered: PlainDate | null; received: PlainDate | null } {
  const registered = readOneDate(row, 'registered')
  const received = readOneDate(row, 'received')
  if (registered !== null && received !== null && received < registered)
    row.mark('received', 'received_before_registered')
  return { registered, received }
}

function readOneDate(row: Row, field: 'registered' | 'received'): PlainDate | null {
  const reading = readDate(row.cell(field))
  if (reading.kind === 'unreadable') row.mark(field, 'date_unreadable')
  if (reading.kind === 'empty' && field === 'registered') row.mark(field, 'date_missing')
  return reading.kind === 'date' ? reading.date : null
}

function readCode(row: Row, field: Extract<JournalField, DirectoryId>, finders: Finders): string | null {
  const text = row.text(field)
  if (isNothing(text)) return null
  const code = finders.code[field](text)
  if (code === null) row.mark(field, `${field}_unknown`)
  return code
}

/** A dash or a dot is how an office writes "nothing". */
function isNothing(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}

const NOTHING_WORDS = new Set(NO_CATEGORY.map(foldWords))
const saysNoCategory = remembering((text: string) => NOTHING_WORDS.has(foldWords(text)))

function readCategory(row: Row, finders: Finders): string | null {
  const text = row.text('category')
  return text !== '' && saysNoCategory(text) ? null : readCode(row, 'category', finders)
}

function readPhone(row: Row): string {
  const typed = row.text('phone')
  if (isNothing(typed)) return ''
  const [whole, parts] = [parsePhone(typed), splitPhones(textOfCell(row.cell('phone')))]
  if (whole.ok) return whole.value
  const first = parsePhone(parts[0] ?? '')
  if (first.ok && parts.length > 1) row.mark('phone', 'phone_several', { count: parts.length })
  else row.mark('phone', 'phone_unreadable')
  return first.ok && parts.length > 1 ? first.value : typed
}

function readOfficial(row: Row, find: FindOfficials): string | null {
  const text = row.text('official')
  if (isNothing(text)) return null
  const found = find(text)
  if (found.length === 0) row.mark('official', 'official_unknown')
  if (found.length > 1) row.mark('official', 'official_several', { count: found.length })
  return found.length === 1 ? (found[0]?.id ?? null) : null
}
