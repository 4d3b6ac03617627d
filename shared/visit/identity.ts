import type { Role } from '../change/action.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { IdentityCheck, IdentityCheckPersonal, MemberPlace, Overruled } from './model.ts'

/** Powers that expired or were not shown always stop (clause 9): nobody can overrule them. */
export function lacksPowers({ powers }: Pick<IdentityCheck, 'powers'>): boolean {
  return powers === 'expired' || powers === 'missing'
}

/** What of a check stops the visitor but for powers; none: it passes. The lead may overrule it (clause 9). */
export function stoppedBy({ member, result, expired }: IdentityCheck): Overruled[] {
  if (result === 'absent') return []
  const faults: Overruled[] = expired ? [{ member, fault: 'expired' }] : []
  return result === 'matched' ? faults : [{ member, fault: result }, ...faults]
}

/** Who decides on a check that did not pass: the lead of the reception room, or who stands in for them at the desk. */
export function mayAdmit(role: Role): boolean {
  return role === 'head' || role === 'administrator'
}

/** Everybody who is to be checked of a visit with so many members beside the applicant, in the order of checking. */
export function peopleToCheck(members: number): MemberPlace[] {
  return [null, ...Array.from({ length: members }, (_, place) => place)]
}

/** What keeps a check from being recorded: the field, and the code of `identity.fault.<code>`. */
export interface IdentityFault {
  readonly field: 'document' | 'number' | 'comment' | 'powers' | 'otherEnd'
  readonly code:
    | 'document_missing'
    | 'number_missing'
    | 'other_end_missing'
    | 'comment_missing'
    | 'powers_expired'
    | 'powers_number_missing'
}

/**
 * What is wrong with a check as filled in. A comment is obligatory where the document is expired, does not match or was
 * not shown; who looked at the other end of a video link is named; powers past their term on `today`, or of a document without a number, cannot be recorded as shown.
 */
export function faultsOfCheck(
  check: IdentityCheck,
  personal: IdentityCheckPersonal,
  today: PlainDate,
): IdentityFault[] {
  const faults: IdentityFault[] = []
  if (check.result === 'absent') return faults
  const shown = check.result !== 'no_document'
  if (shown && check.document === null) faults.push({ field: 'document', code: 'document_missing' })
  if (shown && !check.digital && personal.number === '') faults.push({ field: 'number', code: 'number_missing' })
  const isNamed = personal.otherEnd !== undefined && personal.otherEnd !== ''
  if (check.by === 'other_end' && !isNamed) faults.push({ field: 'otherEnd', code: 'other_end_missing' })
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
