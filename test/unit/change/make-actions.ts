import type { ImportedFacts, ImportedPersonal } from '#shared/application/model.ts'
import { registrationKey } from '#shared/application/number.ts'
import type { Registration, RegistrationPersonal } from '#shared/application/registration.ts'
import { type Action, type ActionId, actionId, EntityId, InstallationId, SubjectId } from '#shared/change/action.ts'
import { findPlainDate, PlainDate } from '#shared/time/plain-date.ts'
import { Stamp } from '#shared/time/stamp.ts'
import { visitKey } from '#shared/visit/number.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'

/** Installations of four desks. */
export const DESKS = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'cccccccccccccccc', 'dddddddddddddddd'].map(text =>
  InstallationId.parse(text),
)

/** A desk that writes actions: its own chain, a clock that only goes on. */
export class TestDesk {
  readonly installation: InstallationId
  readonly actions: Action[] = []
  private clock: number

  constructor(number: number, clock = 1_790_000_000_000) {
    const installation = DESKS[number]
    if (!installation) throw new Error('no such desk')
    this.installation = installation
    this.clock = clock + number
  }

  /** Appends an action; `at` moves the clock on by that many milliseconds first. */
  act(type: string, entity: string, body: Record<string, unknown>, more: Partial<Action> = {}, wait = 1000): Action {
    this.clock += wait
    const sequence = this.actions.length + 1
    const stamp = Stamp.parse(`${String(this.clock).padStart(15, '0')}.000000.${this.installation}`)
    const action: Action = {
      id: actionId(this.installation, sequence),
      type,
      version: 1,
      entity: EntityId.parse(entity),
      stamp,
      at: new Date(this.clock).toISOString(),
      date: PlainDate.parse(new Date(this.clock).toISOString().slice(0, 10)),
      user: 'u1',
      role: 'clerk',
      basedOn: null,
      body,
      personal: null,
      ...more,
    }
    this.actions.push(action)
    return action
  }

  /** Moves the clock on to an instant. */
  waitUntil(instant: number): void {
    this.clock = Math.max(this.clock, instant)
  }

  imported(
    key: string,
    batch: string,
    subject: string,
    facts: Partial<ImportedFacts>,
    personal: Partial<ImportedPersonal>,
  ) {
    return this.act(
      'application.imported',
      `application:${key}`,
      { batch, facts: makeFacts(facts) },
      { personal: { subject: makeSubject(subject), value: makePersonal(personal) } },
    )
  }

  startImport(batch: string): Action {
    const body = { kind: 'journal', fileName: 'journal.xlsx', fileHash: '0'.repeat(64), rows: 1 }
    return this.act('import.started', `import:${batch}`, body)
  }

  undo(batch: string): Action {
    return this.act('import.undone', `import:${batch}`, {})
  }

  erase(subject: string): Action {
    return this.act('subject.erased', `subject:${makeSubject(subject)}`, { ground: 'request' })
  }

  /** Registers the application with this serial of 2026 at this desk. */
  register(
    serial: number,
    subject: string,
    registration: Partial<Registration> = {},
    personal: Partial<RegistrationPersonal> = {},
    letter = 'А',
  ): Action {
    const number = { letter, suffix: null, year: 2026, serial }
    const body = {
      request: makeRequest(this.actions.length),
      number,
      registration: makeRegistration(registration),
      profile: 'WKO-2020/2023',
    }
    return this.act('application.registered', `application:${registrationKey(this.installation, 2026, serial)}`, body, {
      personal: { subject: makeSubject(subject), value: makeRegistrationPersonal(personal) },
    })
  }

  /** A later act on a registered application; `value` is its personal part. */
  onApplication(
    act: string,
    application: Action,
    body: Record<string, unknown>,
    value?: Record<string, unknown>,
  ): Action {
    const subject = application.personal?.subject ?? makeSubject('nobody')
    const personal = value ? { subject, value } : null
    return this.act(`application.${act}`, application.entity, body, { personal })
  }

  /** The person of an application comes on a day and gets a ticket. */
  checkIn(serial: number, application: Action, day: PlainDate, letter = 'А'): Action {
    const visit = {
      request: makeRequest(this.actions.length),
      ticket: { letter, serial },
      day,
      application: application.entity,
      officialId: 'o1',
      booked: null,
      outOfTurn: false,
      language: 'kk',
      members: 0,
    }
    return this.act('visit.checked_in', `visit:${visitKey(day, this.installation, serial)}`, { visit })
  }

  /** An identity check of a visit that agrees, or not. */
  checkIdentity(visit: Action, result: 'matched' | 'mismatch' = 'matched'): Action {
    const check = { member: null, result, document: 'id_card', expired: false, digital: false, powers: 'not_needed' }
    const value = { number: '*** 123', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: '' }
    const personal = { subject: makeSubject('visitor'), value }
    return this.act('visit.identity_checked', visit.entity, { check }, { personal })
  }

  /** What is said of a contact. */
  contactBody(consultation: boolean) {
    return { ...CONTACT, consultation }
  }

  logContact(key: string, consultation = true): Action {
    const body = { request: makeRequest(this.actions.length), contact: this.contactBody(consultation) }
    return this.act('contact.logged', `contact:${key}`, body)
  }

  setEntry(code: string, text: string): Action {
    const entry = { code, kk: text, ru: text, validFrom: null, validTo: null, synonyms: [], parent: null, detail: null }
    return this.act('entry.set', `entry:topic-${code}`, { directory: 'topic', entry })
  }

  /** Sets a year of the calendar with one holiday on this day of March. */
  setYear(year: number, march: number): Action {
    const both = { kk: 'Мереке', ru: 'Праздник' }
    const date = `${year}-03-${String(march).padStart(2, '0')}`
    const days = [{ date, mark: 'holiday', key: 'own_holiday', name: both, act: both }]
    return this.act('calendar.year_set', `calendar:${year}`, { year: { year, status: 'approved', days }, act: both })
  }

  open(letter: string): Action {
    return this.act('desk.opened', `desk:${this.installation}`, { letter, provisional: false, publicKey: 'k' })
  }

  official(key: string, room: string, batch: string | null): Action {
    return this.act('official.added', `official:${key}`, { official: makeOfficial(key, room), batch })
  }

  approve(month: string, basedOn: ActionId | null): Action {
    const body = { schedule: { month, receptions: [] }, approvedBy: 'head', approvedOn: '2026-11-02' }
    return this.act('schedule.approved', `schedule:${month}`, body, { basedOn })
  }
}

export function makeFacts(facts: Partial<ImportedFacts> = {}): ImportedFacts {
  return {
    rowNumber: null,
    sheetRow: 5,
    registered: findPlainDate(2026, 7, 1),
    received: null,
    channel: 'oral',
    district: 'uralsk',
    language: 'kk',
    topic: 'housing',
    officialId: 'o1',
    outcome: 'received',
    result: 'explained',
    legalEntity: false,
    badIin: false,
    badBin: false,
    problems: [],
    ...facts,
  }
}

export function makePersonal(personal: Partial<ImportedPersonal> = {}): ImportedPersonal {
  return {
    surname: 'Мұхамбетова',
    given: 'Назгүл',
    patronymic: 'Серікқызы',
    iin: '750817453054',
    bin: '',
    organisation: '',
    phone: '+77015970819',
    category: null,
    essence: 'Обеспечение лекарствами',
    eotinish: '',
    officialText: 'Мырзагалиев Ернар',
    cells: { ФИО: 'Мұхамбетова Назгүл Серікқызы' },
    ...personal,
  }
}

const CONTACT = {
  channel: 'call_centre',
  consultation: true,
  declinedBooking: false,
  topic: null,
  subtopic: null,
  district: null,
  language: null,
  advisedBy: 'u1',
  phoneConsent: false,
}

function makeRequest(number: number): string {
  return String(number).padStart(16, '0')
}

export function makeSubject(name: string): SubjectId {
  return SubjectId.parse(
    name
      .toLowerCase()
      .replace(/[^0-9a-z]/g, '')
      .padEnd(20, '0'),
  )
}

export function makeOfficial(id: string, room: string) {
  const both = (text: string) => ({ kk: text, ru: text })
  return {
    id,
    category: 'akim',
    name: { surname: both('Сапаров'), given: both('Даурен'), patronymic: both('') },
    position: both('p'),
    unit: both('u'),
    room,
    rule: null,
    from: null,
    to: null,
  }
}
