import { parseBin } from '#shared/applicant/bin.ts'
import { parseIin } from '#shared/applicant/iin.ts'
import { baseName } from '#shared/applicant/person-name.ts'
import { parsePhone } from '#shared/applicant/phone.ts'
import type { FindingCode } from '#shared/application/finding-clauses.ts'
import { type Finding, findingsOf, type Looked } from '#shared/application/findings.ts'
import type { Paper, Powers, Principal, Registration, RegistrationPersonal } from '#shared/application/registration.ts'
import { findEntry } from '#shared/directory/find.ts'
import type { Entry } from '#shared/directory/model.ts'
import type { Result } from '#shared/result/result.ts'
import { clean } from '#shared/text/clean.ts'
import { repairLookalikes } from '#shared/text/fold.ts'
import { typedDate } from '../../components/typed-date.ts'
import { typedTime } from '../../components/typed-time.ts'
import type { RegisterForm } from './register-form.ts'

/** What a form says, and everything that stands against it, by the form's own fields. */
export interface RegisterValues {
  readonly registration: Registration
  readonly personal: RegistrationPersonal
  readonly findings: readonly Finding[]
}

/** The registration a form says. What cannot be read is left out of it and found; pure. */
export function valuesOf(form: RegisterForm, topics: readonly Entry[], looked: Looked): RegisterValues {
  const unread = unreadIn(form)
  const personal = personalOf(form)
  const bare: Registration = { ...registrationOf(form, topics), findings: [] }
  const found = findingsOf(bare, personal, looked).map(finding => ({ ...finding, field: formFieldOf(finding.field) }))
  const findings = [...found, ...unread]
  const kept = findings.map(({ field, code }) => ({ field: field.slice(0, 40), code, params: {} })).slice(0, 40)
  return { registration: { ...bare, findings: kept }, personal, findings }
}

function registrationOf(form: RegisterForm, topics: readonly Entry[]): Omit<Registration, 'findings'> {
  const topic = form.topic === '' ? null : findEntry(topics, form.topic)
  const on = typedDate(form.lateOn)
  const at = typedTime(form.lateAt)
  return {
    channel: form.channel,
    language: form.language,
    topic: topic === null ? form.topic || null : (topic.parent ?? topic.code),
    subtopic: topic?.parent ? topic.code : null,
    district: form.district || null,
    officialId: form.official || null,
    applicant: form.applicant,
    noIin: form.iin.trim() === '' ? form.noIin || null : null,
    needs: form.needs,
    delegation: form.delegated ? typedCount(form.delegation, 2, 50) : null,
    represented: form.represented,
    sameDay: form.sameDay,
    consent: form.consent,
    catchUp: form.late && on !== null && at !== null ? { on, at } : null,
    asOf: null,
    atReception: form.atReception || null,
  }
}

function personalOf(form: RegisterForm): RegistrationPersonal {
  const legal = form.applicant === 'legal_entity'
  return {
    ...namesOf(form),
    iin: readOr(parseIin, form.iin),
    organisation: legal ? line(form.organisation) : '',
    bin: legal ? readOr(parseBin, form.bin) : '',
    position: legal ? line(form.position) : '',
    phone: readOr(parsePhone, form.phone),
    address: line(form.address),
    country: form.applicant === 'foreigner' ? line(form.country) : '',
    category: form.category || null,
    proofSeen: form.category !== '' && form.proofSeen,
    essence: repairLookalikes(form.essence.trim()),
    eotinish: clean(form.eotinish),
    interpreterLanguage: form.needs.includes('interpreter') ? line(form.interpreterLanguage) : '',
    members: form.delegated ? form.members.map(memberOf).filter(one => one.surname !== '' || one.given !== '') : [],
    principal: form.represented ? principalOf(form.principal) : null,
    powers: form.represented && form.powers.document !== '' ? powersOf(form.powers) : null,
    papers: form.papers.filter(one => one.title.trim() !== '').map(paperOf),
  }
}

function namesOf<T extends { surname: string; given: string; patronymic: string }>(one: T) {
  return { surname: baseName(one.surname), given: baseName(one.given), patronymic: patronymicOf(one.patronymic) }
}

/** A patronymic of two words keeps the small letter of its second. */
function patronymicOf(typed: string): string {
  return clean(typed).includes(' ') ? line(typed) : baseName(typed)
}

function memberOf(one: RegisterForm['members'][number]) {
  return { ...namesOf(one), iin: readOr(parseIin, one.iin) }
}

function principalOf(one: RegisterForm['principal']): Principal {
  return { ...memberOf(one), organisation: line(one.organisation), bin: readOr(parseBin, one.bin) }
}

function powersOf({ document, number, issuer, issued, validTo, scope }: RegisterForm['powers']): Powers {
  return {
    document,
    number: clean(number),
    issuer: line(issuer),
    issued: typedDate(issued),
    validTo: typedDate(validTo),
    scope: line(scope),
  }
}

function paperOf({ title, pages, kind }: RegisterForm['papers'][number]): Paper {
  return { title: line(title), pages: typedCount(pages, 1, 9999) ?? 1, kind }
}

/** What was typed and cannot be read as what its field asks for. */
function unreadIn(form: RegisterForm): Finding[] {
  const found: Finding[] = []
  const stop = (field: string, code: FindingCode) => found.push({ field, code, level: 'stop' })
  const dated = (field: string, typed: string) => {
    if (typed.trim() !== '' && typedDate(typed) === null) stop(field, 'date_unreadable')
  }
  if (form.delegated && typedCount(form.delegation, 2, 50) === null) stop('delegation', 'delegation_unreadable')
  if (form.represented) {
    dated('powers.issued', form.powers.issued)
    dated('powers.validTo', form.powers.validTo)
  }
  for (const [index, { title, pages }] of form.papers.entries()) {
    if (title.trim() !== '' && typedCount(pages, 1, 9999) === null) stop(`papers.${index}.pages`, 'pages_unreadable')
  }
  if (form.late && typedDate(form.lateOn) === null) stop('lateOn', 'date_unreadable')
  if (form.late && typedTime(form.lateAt) === null) stop('lateAt', 'time_unreadable')
  return found
}

/** The field of the form a finding of the registration stands beside. */
function formFieldOf(field: string): string {
  const named: Record<string, string> = {
    officialId: 'official',
    principal: 'principal.surname',
    powers: 'powers.document',
    'catchUp.on': 'lateOn',
    'catchUp.at': 'lateAt',
  }
  return named[field] ?? field
}

function line(typed: string): string {
  return repairLookalikes(clean(typed))
}

/** The value read, or what was typed where it cannot be: the finding beside it says so. */
function readOr(read: (typed: string) => Result<string>, typed: string): string {
  const value = read(typed)
  return value.ok ? value.value : clean(typed)
}

function typedCount(typed: string, least: number, most: number): number | null {
  const count = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return count >= least && count <= most ? count : null
}
