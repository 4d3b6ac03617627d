import fc from 'fast-check'
import { registrationKey } from '#shared/application/number.ts'
import type { Action } from '#shared/change/action.ts'
import { DESTROYED_KINDS } from '#shared/destruction/model.ts'
import { findPlainDate, PlainDate } from '#shared/time/plain-date.ts'
import { visitKey } from '#shared/visit/number.ts'
import { sampleFrozen } from '#test/fixtures/frozen-report.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { makeAnswer, makeSurvey } from '#test/fixtures/survey.ts'
import { DESKS, makeOfficial, makeSubject, TestDesk } from '#test/unit/change/make-actions.ts'
import { controlStep, writeControl } from './control-model.ts'
import { exchangeStep, writeExchange } from './exchange-model.ts'
import { paperStep, writePaper } from './letters-and-decisions.ts'

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('imported' as const),
      key: fc.nat(5),
      batch: fc.nat(3),
      person: fc.nat(3),
      day: fc.nat(3),
      number: fc.nat(3),
      marked: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), batch: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('erase' as const), person: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('approve' as const), month: fc.nat(1), based: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('official' as const),
      key: fc.nat(1),
      batch: fc.option(fc.nat(3)),
      room: fc.nat(9),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('changed' as const),
      key: fc.nat(1),
      room: fc.nat(9),
      batch: fc.option(fc.nat(2)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('letter' as const), letter: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unknown' as const), key: fc.nat(5), version: fc.boolean() }) },
)
/**
 * Acts of a desk at work on a few entities, lawful or not where they come: two desks do not know of each other. Those of lines and of
 * letters of desks come as golden samples alone (`apart-model.ts`): here they would thin out what the figures are proved by.
 */
const WORK = [
  'registered',
  'corrected',
  'noted',
  'booked',
  'dropped',
  'talon',
  'paper',
  'received',
  'receptionUndone',
  'withdrawn',
  'reopened',
  'checkedIn',
  'identity',
  'member',
  'admitted',
  'called',
  'started',
  'missed',
  'returned',
  'left',
  'finished',
  'finishUndone',
  'parked',
  'forwarded',
  'servedOnPaper',
  'dayClosed',
  'helpCalled',
  'helpEnded',
  'pack',
  'frozen',
  'reportWithdrawn',
  'contact',
  'contactUndone',
  'surveyOpened',
  'surveyAttempted',
  'surveyClosed',
  'answerGiven',
  'entry',
  'year',
  'anchored',
  'termsSet',
  'held',
  'released',
  'destroyed',
  'destructionEnded',
] as const
const workStep = fc.record({
  kind: fc.constant('work' as const),
  // Of what was never registered nothing follows.
  act: fc.constantFrom(...WORK, 'registered', 'registered', 'registered', 'registered'),
  key: fc.nat(2),
  number: fc.nat(3),
  person: fc.nat(3),
})
/** An act of a desk, lawful or not where it comes. */
export const anyStep = fc.oneof(
  step,
  { weight: 2, arbitrary: workStep },
  { weight: 2, arbitrary: paperStep },
  { weight: 2, arbitrary: controlStep },
  { weight: 2, arbitrary: exchangeStep },
)
/** What three desks write, each when. */
export const history = fc.array(fc.tuple(fc.nat(2), anyStep, fc.nat(5000)), {
  minLength: 1,
  maxLength: 40,
})
type WorkStep = typeof workStep extends fc.Arbitrary<infer T> ? T : never
export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never
export type Steps = typeof history extends fc.Arbitrary<infer T> ? T : never

/** A version of a report as small as one can be. */
function frozenBody(version: number): Record<string, unknown> {
  return sampleFrozen({ version: version + 1 })
}

const DAY = PlainDate.parse('2026-09-21')
const TERMS = { how: 'day', until: '2026-09-01', citation: 'Индекс 06-14' } as const
const NONE = Object.fromEntries(DESTROYED_KINDS.map(kind => [kind, 0]))
const COMMISSION = [0, 1, 2].map(at => ({ name: `Ж. Серікова ${at}`, post: 'басшы' }))

/** An act of destruction that keeps some counts of a day. */
export function destroyedBody(count: number): Record<string, unknown> {
  return {
    ...{ request: 'd000000000000001', number: { letter: 'А', suffix: null, year: 2026, serial: 1 }, terms: TERMS },
    ...{ commission: COMMISSION, people: [{ subject: makeSubject('p1'), applications: [] }] },
    ...{ counts: NONE, excluded: [] },
    kept: { figures: [], counts: [{ day: 20260701, dimension: 'byCategory', code: 'disability', count }] },
  }
}

/** Someone has their data closed, and somebody else's are erased while they ask to see them. */
function askedToErase(desk: TestDesk, person: number): void {
  const ask = (who: number, what: string) =>
    desk.act('subject.asked', `subject:${makeSubject(`p${who}`)}`, { request: String(who).repeat(16), what, on: DAY })
  const other = (person + 1) % 4
  ask(other, 'block')
  const answer = { request: String(other).repeat(16), on: DAY, how: 'done' }
  desk.act('subject.answered', `subject:${makeSubject(`p${other}`)}`, answer)
  ask(person, 'see')
  desk.erase(`p${person}`)
}

/** The few applications every desk writes of. */
function applicationOf(key: number): string {
  return `application:${registrationKey(DESKS[0]!, 2026, key + 1)}`
}

/** Every desk writes of the same few applications, visits, contacts and entries: those of the first desk. */
function work(desk: TestDesk, { act, key, number, person }: WorkStep): void {
  const eotinish = number === 0 ? '' : `ЖТ-2026-0000${number}`
  const personal = makeRegistrationPersonal({ eotinish, surname: `Фамилия${person}` })
  const value = { subject: makeSubject(`p${person}`), value: personal }
  const application = applicationOf(key)
  const visit = `visit:${visitKey(DAY, DESKS[0]!, key + 1)}`
  const registration = makeRegistration({ topic: number === 1 ? 'land' : 'housing' })
  const check = {
    member: null,
    result: number === 0 ? 'mismatch' : 'matched',
    document: 'id_card',
    expired: false,
    digital: false,
  }
  const contact = desk.contactBody(number === 1)
  const acts: Record<(typeof WORK)[number], () => Action> = {
    registered: () =>
      desk.act(
        'application.registered',
        application,
        {
          request: '0'.repeat(16),
          number: { letter: 'А', suffix: null, year: 2026, serial: key + 1 },
          registration,
          profile: number === 2 ? 'KZ-2026' : 'WKO-2020/2023',
        },
        { personal: value },
      ),
    corrected: () =>
      desk.act('application.corrected', application, { registration, ground: 'typing' }, { personal: value }),
    noted: () =>
      desk.act(
        'application.eotinish_noted',
        application,
        {},
        { personal: { ...value, value: { eotinish: `2026-0000${number}` } } },
      ),
    booked: () =>
      desk.act('application.booked', application, {
        booking: { officialId: `o${number % 2}`, date: DAY, time: number === 3 ? null : '10:00' },
      }),
    dropped: () => desk.act('application.booking_dropped', application, { ground: 'mistake' }),
    talon: () =>
      desk.act('application.talon_made', application, {
        job: '0'.repeat(16),
        shape: '80mm',
        result: (['kept', 'saved', 'printed', 'printed'] as const)[number],
        reprint: null,
      }),
    paper: () =>
      desk.act(
        'application.paper_attached',
        application,
        { paper: '0'.repeat(16), kind: 'pdf', bytes: 9, sha256: '0'.repeat(64) },
        { personal: { ...value, value: { title: 'Өтініш' } } },
      ),
    received: () =>
      desk.act('application.received', application, { visit, on: DAY, officialId: `o${number}`, result: 'explained' }),
    receptionUndone: () => desk.act('application.reception_undone', application, { visit, ground: 'mistake' }),
    withdrawn: () => desk.act('application.withdrawn', application, { how: 'oral' }),
    reopened: () => desk.act('application.reopened', application, { ground: 'mistake' }),
    checkedIn: () =>
      desk.act('visit.checked_in', visit, {
        visit: {
          request: '0'.repeat(16),
          ticket: { letter: 'А', serial: key + 1 },
          day: DAY,
          application,
          officialId: null,
          booked: null,
          outOfTurn: number === 1,
          language: 'kk',
          members: number === 2 ? 1 : 0,
          paper: number === 3 ? { at: '2026-07-01T04:00:00.000Z' } : null,
        },
      }),
    identity: () =>
      desk.act(
        'visit.identity_checked',
        visit,
        { check: { ...check, powers: 'not_needed' } },
        { personal: { ...value, value: NO_DOCUMENT } },
      ),
    member: () =>
      desk.act(
        'visit.identity_checked',
        visit,
        { check: { ...check, member: 0, result: number === 0 ? 'absent' : 'matched', powers: 'not_needed' } },
        { personal: { ...value, value: NO_DOCUMENT } },
      ),
    admitted: () =>
      desk.act(
        'visit.admitted',
        visit,
        { admission: { overruled: [{ member: null, fault: 'mismatch' }] } },
        { personal: { ...value, value: { reason: 'Басшының шешімі' } } },
      ),
    called: () => desk.act('visit.called', visit, { call: { room: String(number), reason: 'arrival' } }),
    started: () => desk.act('visit.started', visit, {}),
    missed: () => desk.act('visit.missed', visit, {}),
    returned: () => desk.act('visit.returned', visit, {}),
    left: () => desk.act('visit.left', visit, {}),
    parked: () => desk.act('visit.parked', visit, { ground: 'documents' }),
    forwarded: () =>
      desk.act('visit.forwarded', visit, { forwarding: { officialId: `o${number}`, helper: null, ground: 'asked' } }),
    servedOnPaper: () =>
      desk.act('visit.served_on_paper', visit, {
        reception: {
          startedAt: '2026-07-01T05:00:00.000Z',
          finishedAt: '2026-07-01T05:20:00.000Z',
          room: '1',
          result: 'explained',
        },
      }),
    dayClosed: () => desk.act('day.closed', `day:k${key}`, { open: [{ kind: 'missed', entity: visit }] }),
    helpCalled: () => desk.act('day.help_called', `day:k${key}`, { room: String(number) }),
    helpEnded: () => desk.act('day.help_ended', `day:k${key}`, {}),
    frozen: () => desk.act('report.frozen', 'report:2026-Q3', frozenBody(number)),
    reportWithdrawn: () => desk.act('report.withdrawn', 'report:2026-Q3', { version: number + 1, ground: 'mistake' }),
    pack: () =>
      desk.act('pack.printed', `pack:k${key}`, { request: 'p000000000000001', pack: { from: 9001, to: 9010 } }),
    finished: () => desk.act('visit.finished', visit, { result: 'explained' }),
    finishUndone: () => desk.act('visit.finish_undone', visit, { ground: 'mistake' }),
    contact: () => desk.act('contact.logged', `contact:c${key}`, { request: '0'.repeat(16), contact }),
    contactUndone: () => desk.act('contact.undone', `contact:c${key}`, {}),
    surveyOpened: () =>
      desk.act('survey.opened', `survey:k${key}`, { request: 's000000000000001', survey: makeSurvey() }),
    surveyAttempted: () =>
      desk.act('survey.attempted', `survey:k${key}`, {
        request: 's000000000000002',
        attempt: { member: number, outcome: 'no_answer', again: null, mode: 'phone' },
      }),
    surveyClosed: () => desk.act('survey.closed', `survey:k${key}`, {}),
    answerGiven: () => desk.act('answer.given', `answer:k${key}`, { answer: makeAnswer() }),
    anchored: () => desk.act('audit.anchored', `audit:k${key}`, { count: number, hash: String(number).repeat(64) }),
    termsSet: () => desk.act('retention.set', 'retention:main', { terms: TERMS }),
    held: () => desk.act('subject.held', `subject:${makeSubject(`p${person}`)}`, { ground: 'court' }),
    released: () => desk.act('subject.released', `subject:${makeSubject(`p${person}`)}`, {}),
    destroyed: () => desk.act('destruction.confirmed', `destruction:k${key}`, destroyedBody(1 + number)),
    destructionEnded: () => desk.act('destruction.completed', `destruction:k${key}`, {}),
    year: () => desk.setYear(2026 + key, 1 + number),
    entry: () => desk.setEntry(`code${key}`, `Жер ${number}`),
  }
  acts[act]()
}

const NO_DOCUMENT = { number: '', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: '' }

/** The actions of the three desks after these steps. */
export function write(steps: Steps): Action[] {
  const desks = [0, 1, 2].map(number => new TestDesk(number))
  for (const [number, one, wait] of steps) writeStep(desks[number]!, one, wait)
  return desks.flatMap(desk => desk.actions)
}

/** Writes a step at a desk, its clock moved on first. */
export function writeStep(desk: TestDesk, one: Step, wait = 1000): void {
  if (one.kind === 'work') work(desk, one)
  else if (one.kind === 'exchange') writeExchange(desk, one, applicationOf)
  else if (one.kind === 'control') writeControl(desk, one, applicationOf)
  else if (one.kind === 'decision' || one.kind === 'paper') writePaper(desk, one, applicationOf)
  else if (one.kind === 'imported') {
    const registered = one.day === 0 ? null : findPlainDate(2026, 7, one.day)
    const problems = one.marked ? [{ field: 'phone', code: 'unreadable', params: {} }] : []
    const eotinish = one.number === 0 ? '' : `ЖТ-2026-0000${one.number}`
    const category = one.number === 1 ? 'disability' : null
    desk.imported(
      `a${one.key}`,
      `batch${one.batch}`,
      `p${one.person}`,
      { registered, problems },
      { eotinish, category },
    )
  } else if (one.kind === 'undo') desk.undo(`batch${one.batch}`)
  else if (one.kind === 'erase') askedToErase(desk, one.person)
  else if (one.kind === 'letter') desk.open(one.letter === 0 ? 'А' : 'Ә')
  else if (one.kind === 'official')
    desk.official(`o${one.key}`, String(one.room), one.batch === null ? null : `batch${one.batch}`)
  else if (one.kind === 'changed') {
    desk.act(
      'official.changed',
      `official:o${one.key}`,
      {
        official: makeOfficial(`o${one.key}`, String(one.room)),
        ...(one.batch === null ? {} : { batch: `batch${one.batch}` }),
      },
      {},
      wait,
    )
  } else if (one.kind === 'approve')
    desk.approve(`2026-0${one.month + 1}`, one.based ? (desk.actions.at(-1)?.id ?? null) : null)
  else if (one.version)
    desk.act('application.imported', `application:a${one.key}`, { later: true }, { version: 2 }, wait)
  else desk.act('application.called', `application:a${one.key}`, { window: 3 }, {}, wait)
}
