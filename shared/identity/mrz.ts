import { Iin, whyNotIin } from '../applicant/iin.ts'
import type { Result } from '../result/result.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { checkDigitOf } from './check-digit.ts'
import { asDigits, asLetters, type Correction, type MrzField, putRight } from './corrected.ts'
import { birthOf, validToOf } from './mrz-dates.ts'
import { guardedByWhole, type Zone, type ZoneFault, zoneOf } from './mrz-zone.ts'

/** Why a zone is not accepted: no such zone, a check digit that does not fit, a date or a number that cannot be, no name. */
export type MrzFault =
  | { readonly code: ZoneFault; readonly field: 'whole' }
  | { readonly code: 'check' | 'unreal' | 'names'; readonly field: MrzField }

/**
 * What a document says of itself. Number, birth, term and IIN are guarded by check digits; names, sex and states by nothing:
 * a person compares them. `corrected` is never empty where a sign was put right.
 */
export interface MrzRead {
  readonly format: 'TD1' | 'TD3'
  /** Code of the directory `document`; null: none of the law's documents. */
  readonly document: string | null
  /** Three letters of ICAO (one for Germany). */
  readonly issuer: string
  readonly nationality: string
  readonly number: string
  /** Whether the number has the shape of its kind of document, so that no other sign could stand for one of its own. */
  readonly numberProved: boolean
  readonly iin: Iin | null
  /** A document of Kazakhstan carries signs at the place of its IIN that are none. */
  readonly iinUnread: boolean
  readonly surname: string
  readonly given: string
  /** The names fill their line to its end, and may go on. */
  readonly namesCut: boolean
  /** Null: the document leaves it open. */
  readonly birth: PlainDate | null
  readonly sex: 'male' | 'female' | null
  readonly validTo: PlainDate
  readonly corrected: readonly Correction[]
}

/**
 * Reads a machine-readable zone of a passport (TD3) or a card (TD1). Errors: everything that is wrong with it; a check digit
 * that does not fit is never let pass. Source: ICAO Doc 9303 parts 3-5; the IIN in the optional part as documents of
 * Kazakhstan carry it.
 */
export function readMrz(scanned: string, today: PlainDate): Result<MrzRead, readonly MrzFault[]> {
  const zone = zoneOf(scanned)
  if (typeof zone === 'string') return { ok: false, error: [{ code: zone, field: 'whole' }] }
  const work = new ZoneReader(zone)
  const issuer = work.letters('issuer', zone.issuer)
  const kind = work.letters('kind', zone.kind)
  const nationality = work.letters('nationality', zone.nationality)
  const isKazakh = issuer === 'KAZ'
  const number = isKazakh ? work.numberOfKazakhstan(kind) : work.numberOfOthers()
  const { iin, unread } = work.optional(isKazakh)
  const birth = birthOf(work.date('birth', zone.birth, zone.birthCheck), iin, today)
  const validTo = validToOf(work.date('valid_to', zone.validTo, zone.validToCheck), today)
  const names = work.names()
  work.whole()
  if (birth === 'unreal') work.fault('unreal', 'birth')
  if (validTo === 'unreal' || validTo === null) work.fault('unreal', 'valid_to')
  if (work.faults.length > 0 || birth === 'unreal' || validTo === 'unreal' || validTo === null) {
    return { ok: false, error: work.faults }
  }
  const sex = zone.sex === 'M' ? 'male' : zone.sex === 'F' ? 'female' : null
  const document = documentOf(zone.format, kind, issuer, nationality, number.text)
  const told = {
    document,
    issuer,
    nationality,
    number: number.text,
    numberProved: number.proved,
    iin,
    iinUnread: unread,
  }
  return { ok: true, value: { format: zone.format, ...told, ...names, birth, sex, validTo, corrected: work.corrected } }
}

/** Reads the parts of one zone, and gathers what was put right and what is wrong. Parts put right stand in the whole. */
class ZoneReader {
  readonly corrected: Correction[] = []
  readonly faults: MrzFault[] = []
  #zone: Zone

  constructor(zone: Zone) {
    this.#zone = zone
  }

  fault(code: 'check' | 'unreal' | 'names', field: MrzField): void {
    this.faults.push({ code, field })
  }

  letters(field: MrzField, signs: string): string {
    const reading = asLetters(field, signs)
    this.corrected.push(...reading.corrected)
    return reading.text.replace(/<+$/, '')
  }

  /**
   * Nine digits on a card, N and eight digits in a passport; another number is taken as it stands, unproved: N, D and X
   * have one value modulo ten, so that no check digit tells a diplomatic passport from a usual one.
   */
  numberOfKazakhstan(kind: string): { text: string; proved: boolean } {
    const isCard = this.#zone.format === 'TD1'
    const reading = putRight('number', this.#zone.number, isCard ? 'ddddddddd' : 'ldddddddd')
    const check = asDigits('number', this.#zone.numberCheck)
    const isOfKind = (isCard ? /^\d{9}$/ : /^N\d{8}$/).test(reading.text) && !/^P[DS]$/.test(kind)
    if (!isOfKind || String(checkDigitOf(reading.text)) !== check.text) return this.numberOfOthers()
    this.corrected.push(...reading.corrected, ...check.corrected)
    this.#zone = { ...this.#zone, number: reading.text, numberCheck: check.text }
    return { text: reading.text, proved: true }
  }

  /** Letters and digits mix, so nothing can be put right; a number of a card longer than nine signs goes on in the optional part. */
  numberOfOthers(): { text: string; proved: boolean } {
    const { format, number, numberCheck, optional } = this.#zone
    if (format === 'TD1' && numberCheck === '<' && /^[A-Z0-9]{9}$/.test(number))
      return this.#longNumber(number, optional)
    const check = asDigits('number', numberCheck)
    this.corrected.push(...check.corrected)
    this.#zone = { ...this.#zone, numberCheck: check.text }
    if (String(checkDigitOf(number)) !== check.text) this.fault('check', 'number')
    const text = number.replace(/<+$/, '')
    if (!/^[A-Z0-9]+(<[A-Z0-9]+)*$/.test(text)) this.fault('unreal', 'number')
    return { text: text.replaceAll('<', ' '), proved: false }
  }

  #longNumber(number: string, optional: string): { text: string; proved: boolean } {
    const rest = /^([A-Z0-9]+)(\d)<*$/.exec(optional.replace(/^([A-Z0-9]*).*$/, '$1'))
    const text = `${number}${rest?.[1] ?? ''}`
    if (rest === null || String(checkDigitOf(text)) !== rest[2]) this.fault('check', 'number')
    return { text, proved: false }
  }

  /** The optional part: of a document of Kazakhstan its IIN. */
  optional(isKazakh: boolean): { iin: Iin | null; unread: boolean } {
    const { optional, optionalCheck } = this.#zone
    const digits = asDigits('iin', optional.slice(0, 12))
    const rest = optional.slice(12)
    const isIin = isKazakh && /^<+$/.test(rest) && whyNotIin(digits.text) === null
    const text = isIin ? `${digits.text}${rest}` : optional
    const check = optionalCheck === null ? null : asDigits('iin', optionalCheck)
    this.corrected.push(...(isIin ? digits.corrected : []), ...(check?.corrected ?? []))
    this.#zone = { ...this.#zone, optional: text, optionalCheck: check?.text ?? null }
    const isEmpty = /^<*$/.test(text)
    const isRight = check === null || (isEmpty && check.text === '<') || String(checkDigitOf(text)) === check.text
    if (!isRight) this.fault('check', 'iin')
    return { iin: isIin && isRight ? Iin.parse(digits.text) : null, unread: isKazakh && !isEmpty && !isIin }
  }

  date(field: 'birth' | 'valid_to', signs: string, checkSign: string): string {
    const date = asDigits(field, signs)
    const check = asDigits(field, checkSign)
    this.corrected.push(...date.corrected, ...check.corrected)
    const part = field === 'birth' ? { birth: date.text, birthCheck: check.text } : {}
    const term = field === 'valid_to' ? { validTo: date.text, validToCheck: check.text } : {}
    this.#zone = { ...this.#zone, ...part, ...term }
    if (String(checkDigitOf(date.text)) !== check.text) this.fault('check', field)
    return date.text
  }

  names(): { surname: string; given: string; namesCut: boolean } {
    const { text, corrected } = asLetters('names', this.#zone.names)
    this.corrected.push(...corrected)
    const [surname = '', ...given] = text.replace(/<+$/, '').split('<<')
    if (!/^[A-Z][A-Z<]*$/.test(text)) this.fault('names', 'names')
    const plain = (part: string) => part.replace(/<+/g, ' ').trim()
    return { surname: plain(surname), given: plain(given.join('<')), namesCut: !text.endsWith('<') }
  }

  whole(): void {
    const check = asDigits('whole', this.#zone.wholeCheck)
    this.corrected.push(...check.corrected)
    if (String(checkDigitOf(guardedByWhole(this.#zone))) !== check.text) this.fault('check', 'whole')
  }
}

/** The document of the law (No. 73-V, art. 6) a zone is of. Letters of stateless persons and refugees: part 3, section 5. */
function documentOf(format: 'TD1' | 'TD3', kind: string, issuer: string, nationality: string, number: string) {
  if (issuer !== 'KAZ') return format === 'TD3' ? 'foreign_passport' : null
  if (nationality === 'XXA') return 'stateless_card'
  if (nationality === 'XXB' || nationality === 'XXC') return 'refugee_card'
  if (format === 'TD1') return nationality === 'KAZ' ? 'id_card' : 'residence_permit'
  if (kind === 'PD' || number.startsWith('D')) return 'diplomatic_passport'
  if (kind === 'PS' || number.startsWith('S')) return 'service_passport'
  return 'passport'
}
