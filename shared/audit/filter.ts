import type { SubjectId } from '../change/action.ts'
import { officeInstant } from '../time/office-time.ts'
import { addDays, type PlainDate, PlainTime } from '../time/plain-date.ts'
import { type AuditFilter, type AuditKind, type AuditRecord, DOOR_KINDS } from './model.ts'

const MIDNIGHT = PlainTime.parse('00:00')

const OF_DOOR: ReadonlySet<AuditKind> = new Set<AuditKind>(DOOR_KINDS)

/** Kinds by which data of many people go at once: whoever asks for one of them sees these too. */
const OF_MANY: ReadonlySet<AuditKind> = new Set<AuditKind>(['printed', 'saved', 'lists_opened'])

/**
 * How a record touches an application or its person: by itself (`own`), as a list that may hold it (`list`), or not (null).
 * A list is told wherever it names nobody: that it did not hold the person is not known.
 */
export function touchOf(
  record: Pick<AuditRecord, 'kind' | 'entity' | 'subject' | 'fields'>,
  entity: string,
  subject: SubjectId | null,
): 'own' | 'list' | null {
  if (record.entity === entity || (subject !== null && record.subject === subject)) return 'own'
  const isOfNobody = record.entity === null && record.subject === null
  return isOfNobody && record.fields.length > 0 && OF_MANY.has(record.kind) ? 'list' : null
}

/** A filter as a question asked of each record. `subject`: whose application `filter.entity` is, or null. */
export function auditFilter(filter: AuditFilter, subject: SubjectId | null): (record: AuditRecord) => boolean {
  const { from, to, user, kind, entity } = filter
  const since = from === null ? Number.NEGATIVE_INFINITY : startOf(from)
  const until = to === null ? Number.POSITIVE_INFINITY : startOf(addDays(to, 1))
  return record =>
    record.at >= since &&
    record.at < until &&
    (user === null || record.user === user) &&
    (kind === null || (kind === 'door' ? OF_DOOR.has(record.kind) : record.kind === kind)) &&
    (entity === null || touchOf(record, entity, subject) !== null)
}

function startOf(day: PlainDate): number {
  return Date.parse(officeInstant(day, MIDNIGHT))
}
