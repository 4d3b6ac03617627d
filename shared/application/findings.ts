import { whyNotBin } from '../applicant/bin.ts'
import { whyNotIin } from '../applicant/iin.ts'
import { parsePhone } from '../applicant/phone.ts'
import type { ProfileId } from '../office/model.ts'
import type { Lack } from '../regulation/model.ts'
import { profileOf } from '../regulation/profile.ts'
import { foldWords } from '../text/fold.ts'
import { addMonths, type PlainDate } from '../time/plain-date.ts'
import type { FindingCode } from './finding-clauses.ts'
import type { Registration, RegistrationPersonal } from './registration.ts'
import { countedFrom, findAsOf, type Moment, partOfDay, type WorkTime } from './working-time.ts'

/**
 * Something about a registration: the field it concerns (path in the form), `finding.<code>` in locales/, and whether it keeps
 * the registration from being saved. `lack`: under its act it is registered all the same, as one that lacks it (point 6 of the
 * Rules of 2026). The clause it rests on stands in `finding-clauses.ts`.
 */
export interface Finding {
  readonly field: string
  readonly code: FindingCode
  readonly level: 'stop' | 'lack' | 'warn'
}

/** With what a registration is looked at. */
export interface Looked {
  readonly now: Moment
  /** When it was registered: now, or earlier where it is put right. */
  readonly registered: Moment
  /** Null where it is not known yet; main always knows it. */
  readonly work: WorkTime | null
  /** The act it is handled by, by the day its terms are counted from; absent where it is not known yet. */
  readonly actOn?: (day: PlainDate) => ProfileId
}

/** What of an application's content may be found missing, and what it lacks then (АППК/ӘРПК 63(2)). */
const LACKING: Readonly<Partial<Record<FindingCode, Lack>>> = {
  name_missing: 'name',
  organisation_missing: 'name',
  essence_missing: 'essence',
}

/** Fewer words than these hardly state a matter. */
const LEAST_WORDS = 4

/** How old a paper may be that is entered afterwards, in months: older is asked about, far older is a slip of the hand. */
const OLD = 12
const TOO_OLD = 60

/** Channels by which a person comes or calls, so in working hours only. The others bring what was sent at any hour. */
const IN_PERSON: readonly string[] = ['oral', 'courier', 'call_centre']

/** What stands against a registration, field by field, in the order of the form. Pure: shown while typing, checked again in main. */
export function findingsOf(registration: Registration, personal: RegistrationPersonal, looked: Looked): Finding[] {
  return [
    ...ofIdentity(registration, personal),
    ...ofContact(personal),
    ...ofMatter(registration, personal),
    ...ofOthers(registration, personal, looked.now.on),
    ...ofTime(registration, looked),
  ].map(finding => underAct(finding, registration, looked))
}

/**
 * What lacks of the content keeps from registering where such an application is left without consideration (clause 5); where
 * it is to be put right or returned, it is taken and told as lacking: nobody is sent away (point 6 of the Rules of 2026).
 */
function underAct(finding: Finding, { catchUp }: Registration, { registered, work, actOn }: Looked): Finding {
  const lack = LACKING[finding.code]
  if (lack === undefined || actOn === undefined) return finding
  const asOf = work === null ? null : findAsOf(catchUp ?? registered, work)
  const { decision, lacks } = profileOf(actOn(countedFrom({ asOf, catchUp }, registered.on))).incomplete
  return decision === 'returned' && lacks.includes(lack) ? { ...finding, level: 'lack' } : finding
}

/** Whether a registration is one that lacks something of its content, and is registered as such. */
export function isLacking(findings: readonly Finding[]): boolean {
  return findings.some(finding => finding.level === 'lack')
}

/** Whether nothing keeps the registration from being saved. */
export function mayRegister(findings: readonly Finding[]): boolean {
  return findings.every(finding => finding.level !== 'stop')
}

function stop(field: string, code: FindingCode): Finding {
  return { field, code, level: 'stop' }
}

function warn(field: string, code: FindingCode): Finding {
  return { field, code, level: 'warn' }
}

function ofIdentity(registration: Registration, personal: RegistrationPersonal): Finding[] {
  const found: Finding[] = []
  if (personal.iin !== '' && whyNotIin(personal.iin) !== null) found.push(stop('iin', 'iin_wrong'))
  if (personal.iin === '' && registration.noIin === null) found.push(warn('iin', 'iin_missing'))
  if (personal.surname === '' && personal.given === '') found.push(stop('surname', 'name_missing'))
  if (registration.applicant === 'legal_entity') {
    if (personal.organisation === '') found.push(stop('organisation', 'organisation_missing'))
    if (personal.bin === '') found.push(warn('bin', 'bin_missing'))
    else if (whyNotBin(personal.bin) !== null) found.push(stop('bin', 'bin_wrong'))
  }
  const isForeign = registration.applicant === 'foreigner' || registration.applicant === 'stateless'
  if (isForeign) found.push(warn('applicant', 'foreigner_checklist'))
  if (personal.category !== null && personal.category !== 'pregnant' && !personal.proofSeen) {
    found.push(warn('category', 'category_proof'))
  }
  return found
}

function ofContact({ phone, address }: RegistrationPersonal): Finding[] {
  const found: Finding[] = []
  if (phone !== '' && !parsePhone(phone).ok) found.push(warn('phone', 'phone_unreadable'))
  if (phone === '' && address === '') found.push(warn('phone', 'contact_missing'))
  return found
}

function ofMatter(registration: Registration, personal: RegistrationPersonal): Finding[] {
  const found: Finding[] = []
  const words = foldWords(personal.essence).split(' ').filter(Boolean).length
  if (words === 0) found.push(stop('essence', 'essence_missing'))
  else if (words < LEAST_WORDS) found.push(warn('essence', 'essence_short'))
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
    if (!named) found.push(stop('principal', 'principal_missing'))
    if (powers === null) found.push(warn('powers', 'powers_missing'))
    if (principal && principal.iin !== '' && whyNotIin(principal.iin) !== null)
      found.push(stop('principal.iin', 'iin_wrong'))
    if (principal && principal.bin !== '' && whyNotBin(principal.bin) !== null)
      found.push(stop('principal.bin', 'bin_wrong'))
  }
  if (powers !== null && powers.validTo !== null && powers.validTo < today) {
    found.push(warn('powers.validTo', 'powers_expired'))
  }
  for (const [index, member] of members.entries()) {
    if (member.iin !== '' && whyNotIin(member.iin) !== null) found.push(stop(`members.${index}.iin`, 'iin_wrong'))
  }
  if (registration.delegation !== null) {
    const named = members.filter(member => member.surname !== '').length
    if (named > registration.delegation - 1) found.push(stop('delegation', 'delegation_small'))
    else if (named < registration.delegation - 1) found.push(warn('delegation', 'members_missing'))
  }
  return found
}

/** Clause 4: in working hours, or with the day and the hour it really came. What came outside them is the next day's (ADR 10). */
function ofTime({ channel, catchUp }: Registration, { now, registered, work }: Looked): Finding[] {
  if (catchUp !== null) return [...ofAge(catchUp, now), ...ofHours(catchUp, IN_PERSON.includes(channel), work)]
  const part = work === null ? 'working' : partOfDay(registered, work)
  if (part === 'working') return []
  if (part === 'lunch') return IN_PERSON.includes(channel) ? [warn('late', 'lunch_hours')] : []
  return [warn('late', 'outside_hours')]
}

function ofAge(came: Moment, now: Moment): Finding[] {
  if (came.on > now.on) return [stop('catchUp.on', 'catch_up_later')]
  if (came.on === now.on && came.at > now.at) return [stop('catchUp.at', 'catch_up_later')]
  if (came.on < addMonths(now.on, -TOO_OLD)) return [stop('catchUp.on', 'catch_up_too_old')]
  return came.on < addMonths(now.on, -OLD) ? [warn('catchUp.on', 'catch_up_old')] : []
}

/** Nobody comes to a closed room; a letter and a portal do not ask the hour. */
function ofHours(came: Moment, inPerson: boolean, work: WorkTime | null): Finding[] {
  const part = work === null ? 'working' : partOfDay(came, work)
  const found = inPerson ? stop : warn
  if (part === 'day_off') return [found('catchUp.on', 'catch_up_day_off')]
  return part === 'before' || part === 'after' ? [found('catchUp.at', 'catch_up_outside_hours')] : []
}
