import type { PlainDate } from '../time/plain-date.ts'
import type { IdentityCheck, IdentityCheckPersonal } from './model.ts'

/** Whether the visitor may be called after this check (clause 9). Expired powers stop; an expired identity document does not. */
export function passesCheck(check: Pick<IdentityCheck, 'result' | 'powers'> | null): boolean {
  return check?.result === 'matched' && (check.powers === 'not_needed' || check.powers === 'shown')
}

/** What keeps a check from being recorded: the field, and the code of `identity.fault.<code>`. */
export interface IdentityFault {
  readonly field: 'document' | 'number' | 'comment' | 'powers'
  readonly code: 'document_missing' | 'number_missing' | 'comment_missing' | 'powers_expired' | 'powers_number_missing'
}

/**
 * What is wrong with a check as filled in. A comment is obligatory where the document is expired, does not match or was
 * not shown; powers past their term on `today`, or of a document without a number, cannot be recorded as shown.
 */
export function faultsOfCheck(
  check: IdentityCheck,
  personal: IdentityCheckPersonal,
  today: PlainDate,
): IdentityFault[] {
  const faults: IdentityFault[] = []
  const shown = check.result !== 'no_document'
  if (shown && check.document === null) faults.push({ field: 'document', code: 'document_missing' })
  if (shown && !check.digital && personal.number === '') faults.push({ field: 'number', code: 'number_missing' })
  const isPast = check.expired || (personal.validTo !== null && personal.validTo < today)
  const unusual = check.result !== 'matched' || isPast || check.powers === 'expired' || check.powers === 'missing'
  if (unusual && personal.comment === '') faults.push({ field: 'comment', code: 'comment_missing' })
  const overdue = personal.powersValidTo !== null && personal.powersValidTo < today
  if (check.powers === 'shown' && overdue) faults.push({ field: 'powers', code: 'powers_expired' })
  if (check.powers === 'shown' && personal.powersNumber === '') {
    faults.push({ field: 'powers', code: 'powers_number_missing' })
  }
  return faults
}

/** A document number as it is kept: all but the last three characters as dots. */
export function maskDocumentNumber(number: string): string {
  const bare = number.replace(/\s/g, '')
  return `${'\u2022'.repeat(Math.max(0, bare.length - 3))}${bare.slice(-3)}`
}
