import type { ImportedRecord } from '../application/model.ts'

/**
 * What a record says, as one canonical text: the same for a row read again from a file in which rows were moved, columns
 * shuffled or cells restyled. Left out: the numbers of the row, the original cells, the problems (they follow from the rest)
 * and the official's id (it differs between installations; what the cell said stands in).
 */
export function canonicalText(record: ImportedRecord): string {
  const { rowNumber: _row, sheetRow: _sheet, problems: _problems, officialId: _official, ...facts } = record.facts
  const { cells: _cells, ...personal } = record.personal
  const fields = Object.entries({ ...facts, ...personal }).sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(fields)
}

/**
 * The fingerprints of a file's records, in their order: the canonical text, and for a record met before in the file the
 * count of its occurrence, so that true duplicates stay apart and importing a file twice adds nothing. Personal data: to be
 * keyed-hashed before it is stored.
 */
export function fingerprintsOf(records: readonly ImportedRecord[]): string[] {
  const seen = new Map<string, number>()
  return records.map(record => {
    const text = canonicalText(record)
    const occurrence = (seen.get(text) ?? 0) + 1
    seen.set(text, occurrence)
    return `${text}#${occurrence}`
  })
}
