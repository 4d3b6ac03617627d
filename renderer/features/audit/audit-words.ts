import { type AuditRecord, DoorReason } from '#shared/audit/model.ts'
import { keyOf, nounOf } from '#shared/change/action.ts'
import { officeDate, officeTime } from '#shared/time/office-time.ts'
import { screenDate } from '#shared/time/official-date.ts'
import type { Words } from '../../i18n/use-words.ts'

/** Kinds whose words say already what it was. */
const SAYS_WHAT: ReadonlySet<AuditRecord['kind']> = new Set(['subject_card', 'depersonalised', 'paper_opened'])

/** What was done, in words: the kind of the line and what it was about. */
export function whatText({ kind, what, reason }: Pick<AuditRecord, 'kind' | 'what' | 'reason'>, { t }: Words): string {
  const how = DoorReason.safeParse(reason)
  if (how.success) return `${t(`audit.kind.${kind}`)}: ${t(`audit.how.${how.data}`)}`
  const done = t(`audit.kind.${kind}`)
  return what === null || SAYS_WHAT.has(kind) ? done : `${done}: ${t(`audit.what.${what}`)}`
}

/** Groups of fields, in words. */
export function fieldsText({ fields }: Pick<AuditRecord, 'fields'>, { t }: Words): string {
  return fields.map(field => t(`audit.field.${field}`)).join(', ')
}

/** Day and time at the office. */
export function whenText({ at }: Pick<AuditRecord, 'at'>, { dates }: Words): string {
  return `${screenDate(officeDate(at), dates)}, ${officeTime(at)}`
}

/** Year and number of an application of a desk, as they stand in its id; empty for all else. */
export function numberIn(entity: AuditRecord['entity']): string {
  if (entity === null || nounOf(entity) !== 'application') return ''
  return /^[0-9a-z]{16}-(\d{4}-\d{6})$/.exec(keyOf(entity))?.[1] ?? ''
}
