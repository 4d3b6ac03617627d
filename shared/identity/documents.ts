import { addMonths, type PlainDate } from '../time/plain-date.ts'

/** Who issues a document; the word is `identity.issuer.<code>`. Null: whoever the foreign or local law says. */
export type Issuer = 'interior' | 'foreign_affairs'

/** What the law says of a document that proves who a person is. */
interface DocumentRule {
  /** The longest term, years; null: none is set. */
  readonly years: number | null
  /** The youngest who has one. */
  readonly fromAge: number | null
  /** What a number looks like; null: anything. Only a hint: forms change, and old ones stay in force. */
  readonly number: RegExp | null
  readonly issuer: Issuer | null
  /** Whether it carries the IIN (art. 7). */
  readonly hasIin: boolean
}

/**
 * The documents of the directory `document` (law No. 73-V of 29.01.2013, art. 6-18). The temporary certificate was taken out
 * of the law in 2019, and driving licences and military cards prove nothing at a reception: neither is offered.
 */
export const DOCUMENT_RULES: Readonly<Record<string, DocumentRule>> = {
  id_card: { years: 10, fromAge: 16, number: /^\d{9}$/, issuer: 'interior', hasIin: true },
  passport: { years: 10, fromAge: null, number: /^N\d{8}$/, issuer: 'interior', hasIin: true },
  residence_permit: { years: 10, fromAge: null, number: /^\d+$/, issuer: 'interior', hasIin: true },
  stateless_card: { years: 5, fromAge: 16, number: null, issuer: 'interior', hasIin: true },
  diplomatic_passport: { years: 5, fromAge: null, number: /^D\d+$/, issuer: 'foreign_affairs', hasIin: true },
  service_passport: { years: 5, fromAge: null, number: /^S\d+$/, issuer: 'foreign_affairs', hasIin: true },
  refugee_card: { years: 1, fromAge: null, number: null, issuer: null, hasIin: false },
  seaman_card: { years: 5, fromAge: null, number: null, issuer: null, hasIin: false },
  foreign_passport: { years: null, fromAge: null, number: null, issuer: null, hasIin: false },
  return_certificate: { years: null, fromAge: null, number: null, issuer: null, hasIin: false },
  birth_certificate: { years: null, fromAge: null, number: null, issuer: null, hasIin: true },
}

/** A document as it is filled in. */
export interface DocumentShown {
  /** Code of the directory `document`; empty: none chosen. */
  readonly document: string
  /** As typed; a masked number is not judged. */
  readonly number: string
  readonly validTo: PlainDate | null
  /** When the holder was born, where that is known. */
  readonly birth: PlainDate | null
}

/** Something about a document; `identity.about.<code>` says it. Only `stop` keeps a check from being recorded. */
export interface DocumentFinding {
  readonly code: 'number_unusual' | 'expired' | 'term_too_long' | 'too_young'
  readonly level: 'warn'
  readonly params: Readonly<Record<string, number>>
}

/**
 * What is unusual about a document on `today`. Nothing of it keeps the visitor out: of an expired one a comment is demanded
 * and the lead decides (`faultsOfCheck`, Code art. 64(1)). Of a document the office added itself nothing is known.
 */
export function findingsOfDocument({ document, number, validTo, birth }: DocumentShown, today: PlainDate) {
  const rule = DOCUMENT_RULES[document]
  const found: DocumentFinding[] = []
  const warn = (code: DocumentFinding['code'], params: DocumentFinding['params'] = {}) =>
    found.push({ code, level: 'warn', params })
  const bare = number.replace(/[\s\u2116-]/g, '').toUpperCase()
  if (bare !== '' && rule?.number != null && !rule.number.test(bare)) warn('number_unusual')
  if (validTo !== null && validTo < today) warn('expired')
  if (rule === undefined) return found
  if (validTo !== null && rule.years !== null && validTo > addMonths(today, rule.years * 12)) {
    warn('term_too_long', { years: rule.years })
  }
  if (birth !== null && rule.fromAge !== null && addMonths(birth, rule.fromAge * 12) > today) {
    warn('too_young', { age: rule.fromAge })
  }
  return found
}
