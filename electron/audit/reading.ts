import type { AuditRecord } from '#shared/audit/model.ts'
import type { FileSystem } from '../journal/file-system.ts'
import { type AuditKeys, openLine } from './record.ts'
import { readSegment, segmentNumbers, segmentPath } from './segments.ts'

interface Asked {
  readonly files: FileSystem
  readonly folder: string
  readonly keys: AuditKeys
  /** Lines before this one; null: from the end. */
  readonly before: number | null
  readonly limit: number
  readonly passes: (record: AuditRecord) => boolean
}

/** The newest lines that pass, newest first. `unread`: lines that were passed over because they do not open. */
export async function readLines({ files, folder, keys, before, limit, passes }: Asked) {
  const records: AuditRecord[] = []
  let unread = 0
  for (const number of (await segmentNumbers(files, folder)).toReversed()) {
    const { lines } = await readSegment(files, segmentPath(folder, number))
    for (const line of lines.toReversed()) {
      if (before !== null && line.sequence >= before) continue
      const record = openLine(line, keys)
      if (record === null) unread += 1
      else if (passes(record)) records.push(record)
      if (records.length === limit) return { records, next: line.sequence > 1 ? line.sequence : null, unread }
    }
  }
  return { records, next: null, unread }
}
