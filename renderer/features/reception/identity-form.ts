import type { Powers } from '#shared/application/registration.ts'
import type { Registered } from '#shared/application/transitions.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { faultsOfCheck, type IdentityFault } from '#shared/visit/identity.ts'
import type {
  CheckResult,
  IdentityCheck,
  IdentityCheckPersonal,
  MemberPlace,
  PowersShown,
} from '#shared/visit/model.ts'
import { typedDate } from '../../components/typed-date.ts'

/** A check as it is typed: dates are texts until they are whole. */
export interface IdentityForm {
  /** Who of those who came. */
  readonly member: MemberPlace
  readonly result: CheckResult
  /** Code of the directory `document`; empty: none chosen. */
  readonly document: string
  readonly digital: boolean
  readonly number: string
  readonly issuer: string
  readonly validTo: string
  readonly powers: PowersShown
  readonly powersNumber: string
  readonly powersValidTo: string
  /** The document of the powers as it was registered; null: none was. */
  readonly registeredPowers: Powers | null
  readonly comment: string
}

/** A field with what is wrong with it. */
export interface FieldFault {
  readonly field: IdentityFault['field'] | 'validTo' | 'powersValidTo'
  readonly code: IdentityFault['code'] | 'date_unread'
}

/** What each field of the form gets: the form, a change of it, and the sentence of a field's fault. */
export interface FieldProps {
  readonly form: IdentityForm
  readonly change: (change: Partial<IdentityForm>) => void
  readonly faultOf: (field: FieldFault['field']) => string | undefined
}

const USUAL_DOCUMENT = 'id_card'

/**
 * The usual case: an identity card that agrees. Powers stand as they were registered: in force on `today`, past their term, or
 * none; they are the applicant's alone.
 */
export function newIdentityForm(
  registered: Registered | null,
  today: PlainDate,
  member: MemberPlace = null,
): IdentityForm {
  const powers = member === null ? (registered?.personal?.powers ?? null) : null
  const validTo = powers?.validTo ?? null
  return {
    member,
    result: 'matched',
    document: USUAL_DOCUMENT,
    digital: false,
    number: '',
    issuer: '',
    validTo: '',
    powers: member === null && needsPowers(registered) ? powersOf(powers, today) : 'not_needed',
    powersNumber: powers?.number ?? '',
    powersValidTo: validTo === null ? '' : validTo.split('-').reverse().join('.'),
    registeredPowers: powers,
    comment: '',
  }
}

/** Nothing is taken for shown that nobody registered. */
function powersOf(powers: Powers | null, today: PlainDate): PowersShown {
  if (powers === null) return 'missing'
  return powers.validTo !== null && powers.validTo < today ? 'expired' : 'shown'
}

/** The registered document keeps its term where the date was cleared; another number is another document. */
function powersTermOf({ powersNumber, powersValidTo, registeredPowers }: IdentityForm): PlainDate | null {
  if (powersValidTo.trim() !== '') return typedDate(powersValidTo)
  return registeredPowers?.number.trim() === powersNumber.trim() ? (registeredPowers.validTo ?? null) : null
}

/** Whether the visitor acts for another and so has to show powers (clause 9). */
export function needsPowers(registered: Registered | null): boolean {
  if (registered === null) return false
  return registered.registration.represented || (registered.personal?.powers ?? null) !== null
}

/** Whether a document was shown, and so is asked about. */
export function isShown({ result }: Pick<IdentityForm, 'result'>): boolean {
  return result !== 'no_document' && result !== 'absent'
}

/** What is recorded of a form on `today`. Of a document that was not shown nothing is kept. */
export function checkOf(
  form: IdentityForm,
  today: PlainDate,
): { readonly check: IdentityCheck; readonly personal: IdentityCheckPersonal } {
  const shown = isShown(form)
  const represented = form.powers !== 'not_needed'
  const validTo = shown ? typedDate(form.validTo) : null
  return {
    check: {
      member: form.member,
      result: form.result,
      document: shown && form.document !== '' ? form.document : null,
      expired: validTo !== null && validTo < today,
      digital: shown && form.digital,
      powers: form.powers,
    },
    personal: {
      number: shown ? form.number.trim() : '',
      issuer: shown ? form.issuer.trim() : '',
      validTo,
      powersNumber: represented ? form.powersNumber.trim() : '',
      powersValidTo: represented ? powersTermOf(form) : null,
      comment: form.comment.trim(),
    },
  }
}

/** Everything that keeps the form from being recorded on `today`. */
export function faultsOfForm(form: IdentityForm, today: PlainDate): FieldFault[] {
  const { check, personal } = checkOf(form, today)
  const faults: FieldFault[] = faultsOfCheck(check, personal, today)
  const unread = (text: string) => text.trim() !== '' && typedDate(text) === null
  if (isShown(check) && unread(form.validTo)) faults.push({ field: 'validTo', code: 'date_unread' })
  if (check.powers !== 'not_needed' && unread(form.powersValidTo)) {
    faults.push({ field: 'powersValidTo', code: 'date_unread' })
  }
  return faults
}
