import { whyNotBin } from '../applicant/bin.ts'
import { whyNotIin } from '../applicant/iin.ts'
import { parsePhone } from '../applicant/phone.ts'
import { foldWords } from '../text/fold.ts'
import type { PlainDate } from '../time/plain-date.ts'
import type { Registration, RegistrationPersonal } from './registration.ts'

/**
 * Something about a registration: the field it concerns (path in the form), `finding.<code>` in locales/, whether it keeps
 * the registration from being saved, and the clause it rests on (null: the program's own care).
 */
export interface Finding {
  readonly field: string
  readonly code: string
  readonly level: 'stop' | 'warn'
  readonly clause: string | null
}

/** Fewer words than these hardly state a matter. */
const LEAST_WORDS = 4

/** What stands against a registration, field by field, in the order of the form. Pure: shown while typing, checked again in main. */
export function findingsOf(registration: Registration, personal: RegistrationPersonal, today: PlainDate): Finding[] {
  return [
    ...ofIdentity(registration, personal),
    ...ofContact(personal),
    ...ofMatter(registration, personal),
    ...ofOthers(registration, personal, today),
  ]
}

/** Whether nothing keeps the registration from being saved. */
export function mayRegister(findings: readonly Finding[]): boolean {
  return findings.every(finding => finding.level !== 'stop')
}

function stop(field: string, code: string, clause: string | null = null): Finding {
  return { field, code, level: 'stop', clause }
}

function warn(field: string, code: string, clause: string | null = null): Finding {
  return { field, code, level: 'warn', clause }
}

function ofIdentity(registration: Registration, personal: RegistrationPersonal): Finding[] {
  const found: Finding[] = []
  if (personal.iin !== '' && whyNotIin(personal.iin) !== null) found.push(stop('iin', 'iin_wrong'))
  if (personal.iin === '' && registration.noIin === null) found.push(warn('iin', 'iin_missing'))
  if (personal.surname === '' && personal.given === '') found.push(stop('surname', 'name_missing', '5'))
  if (registration.applicant === 'legal_entity') {
    if (personal.organisation === '') found.push(stop('organisation', 'organisation_missing'))
    if (personal.bin === '') found.push(warn('bin', 'bin_missing'))
    else if (whyNotBin(personal.bin) !== null) found.push(stop('bin', 'bin_wrong'))
  }
  const isForeign = registration.applicant === 'foreigner' || registration.applicant === 'stateless'
  if (isForeign) found.push(warn('applicant', 'foreigner_checklist', '10'))
  if (personal.category !== null && personal.category !== 'pregnant' && !personal.proofSeen) {
    found.push(warn('category', 'category_proof', '11'))
  }
  return found
}

function ofContact({ phone, address }: RegistrationPersonal): Finding[] {
  const found: Finding[] = []
  if (phone !== '' && !parsePhone(phone).ok) found.push(warn('phone', 'phone_unreadable'))
  if (phone === '' && address === '') found.push(warn('phone', 'contact_missing', '29'))
  return found
}

function ofMatter(registration: Registration, personal: RegistrationPersonal): Finding[] {
  const found: Finding[] = []
  const words = foldWords(personal.essence).split(' ').filter(Boolean).length
  if (words === 0) found.push(stop('essence', 'essence_missing', '5'))
  else if (words < LEAST_WORDS) found.push(warn('essence', 'essence_short', '5'))
  if (registration.topic === null) found.push(warn('topic', 'topic_missing'))
  if (registration.officialId === null) found.push(warn('officialId', 'official_missing'))
  return found
}

function ofOthers(registration: Registration, personal: RegistrationPersonal, today: PlainDate): Finding[] {
  const found: Finding[] = []
  const { principal, powers, members } = personal
  if (registration.represented) {
    // Who speaks for an organisation acts for the one that applies: it is named once.
    const isOwn = registration.applicant === 'legal_entity'
    const named = isOwn || (principal !== null && (principal.surname !== '' || principal.organisation !== ''))
    if (!named) found.push(stop('principal', 'principal_missing', '9'))
    if (powers === null) found.push(warn('powers', 'powers_missing', '9'))
    if (principal && principal.iin !== '' && whyNotIin(principal.iin) !== null)
      found.push(stop('principal.iin', 'iin_wrong'))
    if (principal && principal.bin !== '' && whyNotBin(principal.bin) !== null)
      found.push(stop('principal.bin', 'bin_wrong'))
  }
  if (powers !== null && powers.validTo !== null && powers.validTo < today) {
    found.push(warn('powers.validTo', 'powers_expired', '9'))
  }
  for (const [index, member] of members.entries()) {
    if (member.iin !== '' && whyNotIin(member.iin) !== null) found.push(stop(`members.${index}.iin`, 'iin_wrong'))
  }
  if (registration.delegation !== null) {
    const named = members.filter(member => member.surname !== '').length
    if (named > registration.delegation - 1) found.push(stop('delegation', 'delegation_small'))
    else if (named < registration.delegation - 1) found.push(warn('delegation', 'members_missing', '9'))
  }
  if (registration.catchUp !== null && registration.catchUp.on > today)
    found.push(stop('catchUp.on', 'catch_up_later', '4'))
  return found
}
