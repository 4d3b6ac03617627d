import type { Powers } from '#shared/application/registration.ts'
import type { Registered } from '#shared/application/transitions.ts'
import type { MrzRead } from '#shared/identity/mrz.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { faultsOfCheck, type IdentityFault } from '#shared/visit/identity.ts'
import type {
  CheckResult,
  CheckSource,
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
  readonly source: CheckSource
  /** Looked at where the visitor sits, at the other end of a video link. */
  readonly otherEnd: boolean
  /** Who looked there, and where. */
  readonly otherEndWho: string
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
    powersValidTo: validTo === null ? '' : typedOf(validTo),
    registeredPowers: powers,
    comment: '',
    source: 'typed',
    otherEnd: false,
    otherEndWho: '',
  }
}

/** What a scanner fills in. */
const SCANNED = ['document', 'number', 'validTo', 'issuer'] as const

/** The form with a change by hand: of what was scanned it is told for good that it was changed. */
export function changedForm(form: IdentityForm, change: Partial<IdentityForm>): IdentityForm {
  const isTouched = SCANNED.some(field => change[field] !== undefined && change[field] !== form[field])
  const source = form.source === 'scanned' && isTouched ? 'scanned_edited' : form.source
  return { ...form, ...change, source }
}

/** The form with what a document says of itself. Who showed it is for the clerk to compare. `issuer`: empty where not told. */
export function scannedForm(form: IdentityForm, read: MrzRead, issuer: string): IdentityForm {
  return {
    ...form,
    result: isShown(form) ? form.result : 'matched',
    document: read.document ?? '',
    digital: false,
    number: read.number,
    validTo: typedOf(read.validTo),
    issuer,
    source: 'scanned',
  }
}

/** The IIN that was registered of a person; empty: none. */
export function registeredIin(registered: Registered | null, member: MemberPlace): string {
  const personal = registered?.personal
  if (personal == null) return ''
  return (member === null ? personal.iin : personal.members[member]?.iin) ?? ''
}

function typedOf(date: PlainDate): string {
  return date.split('-').reverse().join('.')
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
  const away = shown && form.otherEnd
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
      ...(shown && form.source !== 'typed' ? { source: form.source } : {}),
      ...(away ? { by: 'other_end' as const } : {}),
    },
    personal: {
      number: shown ? form.number.trim() : '',
      issuer: shown ? form.issuer.trim() : '',
      validTo,
      powersNumber: represented ? form.powersNumber.trim() : '',
      powersValidTo: represented ? powersTermOf(form) : null,
      comment: form.comment.trim(),
      ...(away ? { otherEnd: form.otherEndWho.trim() } : {}),
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
