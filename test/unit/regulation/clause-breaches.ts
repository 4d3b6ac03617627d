import { expect } from 'vitest'
import { type DecisionLooked, extensionFaults } from '#shared/application/decision-faults.ts'
import { DECISION_TYPES } from '#shared/application/decisions.ts'
import { findingsOf, mayRegister } from '#shared/application/findings.ts'
import { type RefusalDraft, refusalFaults } from '#shared/application/refusal-faults.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { owedLetters } from '#shared/letter/duties.ts'
import type { ProfileId } from '#shared/office/model.ts'
import type { Decider } from '#shared/regulation/model.ts'
import { profileOf } from '#shared/regulation/profile.ts'
import { noCounts } from '#shared/report/counts.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import { monthlyDuty } from '#shared/schedule/monthly-duty.ts'
import { PlainDate, PlainTime, Quarter } from '#shared/time/plain-date.ts'
import { faultsOfCheck, lacksPowers, mayAdmit, stoppedBy } from '#shared/visit/identity.ts'
import { IdentityCheck, IdentityCheckPersonal } from '#shared/visit/model.ts'
import { type InLine, orderOfLine } from '#shared/visit/queue.ts'
import { foldVisit, VISIT_ACTS } from '#shared/visit/transitions.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'
import { momentOf, WORK } from '#test/fixtures/work-time.ts'

export const day = (text: string) => PlainDate.parse(text)

export function codesOf(registration: object, personal: object, on = '2026-11-23', at = '11:00', act?: ProfileId) {
  const known = act === undefined ? {} : { actOn: () => act }
  const looked = { now: momentOf(on, at), registered: momentOf(on, at), work: WORK, ...known }
  const found = findingsOf(makeRegistration(registration), makeRegistrationPersonal(personal), looked)
  return { codes: found.map(({ code }) => code), may: mayRegister(found) }
}

export const REFUSAL = {
  ground: 'repeat',
  earlier: 'application:a1',
  body: null,
  decidedOn: '2026-11-23',
  decider: 'head',
}
export const refuses = (change: object) =>
  DECISION_TYPES['application.refused'].body.safeParse({ ...REFUSAL, ...change }).success

/** With what a decision on an application of Friday 20 November is looked at, on Monday 23 November. */
export function lookedOn(profile: ProfileId, given: Partial<DecisionLooked> = {}): DecisionLooked {
  const on = day('2026-11-20')
  const application = {
    ...{ profile, on, registration: { asOf: null, catchUp: null } },
    ...{ decisions: [], correctBy: null, extendedTo: null },
  }
  const rest = {
    status: 'open',
    today: day('2026-11-23'),
    calendar: SEED_CALENDAR,
    earlier: null,
    alike: false,
  } as const
  return { application, ...rest, ...given }
}

export const SAID = { facts: 'a', evidence: 'a', whereToTurn: 'a', howToAppeal: 'a', decidedBy: 'a', settled: '' }

/** What keeps a refusal from being recorded, by field. */
export function refusalStops(
  profile: ProfileId,
  draft: Partial<RefusalDraft>,
  given: Partial<DecisionLooked> = {},
): string[] {
  const whole = {
    ground: null,
    earlier: null,
    body: null,
    decidedOn: day('2026-11-23'),
    decider: 'head' as const,
    ...SAID,
  }
  return refusalFaults({ ...whole, ...draft }, lookedOn(profile, given))
    .filter(({ level }) => level === 'stop')
    .map(({ code }) => code)
}

/** What keeps an extension to a day from being recorded. */
export function extensionStops(profile: ProfileId, until: string, decider: Decider): string[] {
  const { ground } = profileOf(profile).extension
  const draft = { until: day(until), decidedOn: day('2026-11-23'), decider, ground, reason: 'a', decidedBy: 'a' }
  return extensionFaults(draft, lookedOn(profile)).map(({ code }) => code)
}

/** The letters that are owed for a matter that is beyond the territorial bodies, before and after the request was signed off. */
export function owedForCentral(profile: ProfileId): string[][] {
  const body = { outcome: 'central_body', body: null }
  const decision = { id: 'd1', type: 'application.competence_decided', body, personal: null, on: '2026-11-23' }
  const personal = makeRegistrationPersonal()
  const rest = { profile, personal, competence: 'central_body', extendedTo: null, booking: null, decisions: [decision] }
  const owed = (letters: object[]) =>
    owedLetters({ status: 'open', registered: { ...rest, letters } } as unknown as Parameters<typeof owedLetters>[0])
  const request = { kind: 'central_request', about: 'd1', on: '2026-11-24' }
  return [owed([]), owed([request])].map(letters => letters.map(({ kind, since }) => `${kind} ${since}`))
}

export const CHECK = IdentityCheck.parse({
  ...{ member: null, result: 'matched', document: 'id_card', expired: false, digital: false, powers: 'not_needed' },
})
export const SEEN = IdentityCheckPersonal.parse({
  ...{ number: '041234789', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: '' },
})

/** Nobody is called whose papers were not seen, and nobody overrules powers that are past their term. */
export function expectNoCallUnchecked(): void {
  for (const status of ['arrived', 'stopped', 'barred'] as const)
    expect(VISIT_ACTS[status]).not.toContain('visit.called')
  expect(VISIT_ACTS.barred).not.toContain('visit.admitted')
  expect(lacksPowers({ powers: 'expired' }) && lacksPowers({ powers: 'missing' })).toBe(true)
  expect(stoppedBy({ ...CHECK, result: 'mismatch', expired: true })).toHaveLength(2)
  expect(faultsOfCheck({ ...CHECK, document: null }, SEEN, day('2026-11-23'))).toHaveLength(1)
  expect(faultsOfCheck(CHECK, SEEN, day('2026-11-23'))).toEqual([])
  expect([mayAdmit('clerk'), mayAdmit('head')]).toEqual([false, true])
}

export const registered = (profile: ProfileId, category: string | null, proofSeen: boolean) => ({
  profile,
  personal: makeRegistrationPersonal({ category, proofSeen }),
})

export function visitor(serial: number, outOfTurn: boolean): InLine {
  const checkIn = { outOfTurn, booked: null } as InLine['state']['checkIn']
  const arrivedAt = `2026-11-23T04:${String(serial).padStart(2, '0')}:00.000Z`
  return { id: `visit:${serial}` as InLine['id'], state: { ...foldVisit([]), status: 'waiting', checkIn, arrivedAt } }
}

export const lineOf = (...waiting: InLine[]) =>
  orderOfLine(waiting, { now: PlainTime.parse('12:00'), promise: 90 }).map(({ id }) => id)

/** The akim and a deputy who is received by nobody's count but the schedule of this month. */
export function dutyOfOctober() {
  const officials = [official('1', 'akim', null), official('2', 'deputy_akim', null), official('3', 'unit_head', null)]
  const rows: [string, string, string][] = [
    ['a', '1', '2026-10-16'],
    ['b', '2', '2026-11-03'],
    ['c', '3', '2026-10-05'],
  ]
  return monthlyDuty(scheduleOf('2026-10', rows), officials)
}

export function expectReportOfNothing(): void {
  const input = { quarter: Quarter.parse('2026-Q4'), current: noCounts(), previous: null, officials: [] }
  const report = quarterlyReport(input, SEED_DIRECTORIES)
  expect(report.sections.map(({ id }) => id)).toContain('summary')
  expect(report.sections.flatMap(({ lines }) => lines).every(line => line.current === 0)).toBe(true)
}
