import type { ImportKind } from '#shared/change/action-types.ts'
import type { Directories } from '#shared/directory/model.ts'
import { dryRunJournal, type JournalDryRun } from '#shared/import/dry-run.ts'
import { dryRunOfficials, type OfficialsDryRun } from '#shared/import/dry-run-officials.ts'
import { fingerprintsOf } from '#shared/import/fingerprint.ts'
import { JOURNAL_FIELDS, JOURNAL_HEADERS } from '#shared/import/headers-journal.ts'
import { OFFICIAL_FIELDS, OFFICIAL_HEADERS } from '#shared/import/headers-officials.ts'
import type { Table } from '#shared/import/table.ts'
import {
  assignField,
  type ColumnMapping,
  type HeaderWords,
  understandSheet,
} from '#shared/import/understand-columns.ts'
import type { Official, OfficialName } from '#shared/official/model.ts'
import { ExpectedError, unwrap } from '#shared/result/result.ts'
import type { DeskKeys } from '../../security/key-store.ts'

/** A file that was read and understood; nothing of it is written. Lives in main until it is imported or put aside. */
export interface ImportSession {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly fileHash: string
  readonly table: Table
  readonly plan: ImportPlan
}

/** What the dry run gave, with the entity key of each record in the order of the file. */
export type ImportPlan =
  | { readonly kind: 'journal'; readonly run: JournalDryRun; readonly keys: readonly string[] }
  | { readonly kind: 'officials'; readonly run: OfficialsDryRun; readonly keys: readonly string[] }

/** Fields without which a row says too little: the dry run tells when a column of them was not found. */
export const NEEDED_FIELDS: Record<ImportKind, readonly string[]> = {
  journal: ['registered', 'name', 'essence'],
  officials: ['category', 'surname_kk', 'surname_ru', 'given_kk', 'given_ru', 'position_kk', 'position_ru'],
}

/** Every field a kind of file can have, in the order of the form. */
export const FIELDS: Record<ImportKind, readonly string[]> = { journal: JOURNAL_FIELDS, officials: OFFICIAL_FIELDS }

/** What the texts of a file are compared with. */
export interface KnownToDesk {
  readonly directories: Directories
  readonly officials: readonly Official[]
}

/** Understands a table. Throws `import.no_header` where no sheet has a header that is known. */
export function planOf(
  kind: ImportKind,
  table: Table,
  known: KnownToDesk,
  keys: DeskKeys,
  corrected?: ColumnMapping<string>,
): ImportPlan {
  if (kind === 'officials') {
    const run = unwrap(dryRunOfficials(table, corrected as ColumnMapping<(typeof OFFICIAL_FIELDS)[number]> | undefined))
    return { kind, run, keys: officialKeys(run, keys) }
  }
  const run = unwrap(
    dryRunJournal(
      table,
      known.directories,
      known.officials,
      corrected as ColumnMapping<(typeof JOURNAL_FIELDS)[number]> | undefined,
    ),
  )
  return { kind, run, keys: fingerprintsOf(run.records).map(text => keys.tagOf('row', text)) }
}

/** The mapping a person has put right: another sheet, other fields of columns (column index -> field or none). */
export function correctMapping(
  session: ImportSession,
  sheetName: string,
  fields: Readonly<Record<string, string | null>>,
): ColumnMapping<string> {
  const words: HeaderWords<string> = session.kind === 'journal' ? JOURNAL_HEADERS : OFFICIAL_HEADERS
  const index = session.table.sheets.findIndex(sheet => sheet.name === sheetName)
  const sheet = session.table.sheets[index]
  if (!sheet) throw new ExpectedError('import.no_header')
  const current: ColumnMapping<string> = session.plan.run.mapping
  let mapping = index === current.sheet ? current : understandSheet(sheet, index, words)
  if (mapping === null) throw new ExpectedError('import.no_header')
  for (const [column, field] of Object.entries(fields)) {
    if (field !== null && !FIELDS[session.kind].includes(field)) throw new ExpectedError('import.unknown_field')
    mapping = assignField(mapping, Number(column), field)
  }
  return mapping
}

/** An official is known by the name in both languages; one who stands twice in a list by the count. */
function officialKeys(run: OfficialsDryRun, keys: DeskKeys): string[] {
  const seen = new Map<string, number>()
  return run.officials.map(({ official }) => {
    const text = nameText(official.name)
    const occurrence = (seen.get(text) ?? 0) + 1
    seen.set(text, occurrence)
    return keys.tagOf('person', `${text}#${occurrence}`)
  })
}

function nameText(name: OfficialName): string {
  return JSON.stringify([name.surname, name.given, name.patronymic].map(({ kk, ru }) => [kk, ru]))
}
