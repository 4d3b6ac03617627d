import { describe, expect, it } from 'vitest'
import { type DecisionLooked, extensionFaults } from '#shared/application/decision-faults.ts'
import { DECISION_TYPES } from '#shared/application/decisions.ts'
import { findingsOf, mayRegister } from '#shared/application/findings.ts'
import { Language } from '#shared/application/model.ts'
import { registrationKey } from '#shared/application/number.ts'
import { type RefusalDraft, refusalFaults, refusalGrounds } from '#shared/application/refusal-faults.ts'
import { APPLICATION_ACTS, actsUnder } from '#shared/application/statuses.ts'
import { talonDataOf } from '#shared/application/talon-data.ts'
import { countedFrom, findAsOf } from '#shared/application/working-time.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { marksOf, type View } from '#shared/change/project-view.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { OfficialCategory } from '#shared/official/model.ts'
import { signatureNeeded } from '#shared/regulation/channel-finding.ts'
import type { Decider } from '#shared/regulation/model.ts'
import { offeredCategories } from '#shared/regulation/offered-categories.ts'
import { coverageOf, profileOf } from '#shared/regulation/profile.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { noCounts } from '#shared/report/counts.ts'
import { quarterlyReport } from '#shared/report/quarterly.ts'
import { annexSheet } from '#shared/schedule/annex-sheet.ts'
import { finding } from '#shared/schedule/findings.ts'
import { monthlyDuty } from '#shared/schedule/monthly-duty.ts'
import { fullName, type PostedSheet } from '#shared/schedule/posted-sheet.ts'
import { PlainDate, PlainTime, Quarter } from '#shared/time/plain-date.ts'
import { faultsOfCheck, lacksPowers, mayAdmit, stoppedBy } from '#shared/visit/identity.ts'
import { IdentityCheck, IdentityCheckPersonal } from '#shared/visit/model.ts'
import { ticketText } from '#shared/visit/number.ts'
import { isOutOfTurn } from '#shared/visit/out-of-turn.ts'
import { type InLine, orderOfLine } from '#shared/visit/queue.ts'
import { foldVisit, VISIT_ACTS } from '#shared/visit/transitions.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'
import { DATE_WORDS } from '#test/fixtures/words.ts'
import { momentOf, WORK } from '#test/fixtures/work-time.ts'

const day = (text: string) => PlainDate.parse(text)

function codesOf(registration: object, personal: object, on = '2026-11-23', at = '11:00') {
  const looked = { now: momentOf(on, at), registered: momentOf(on, at), work: WORK }
  const found = findingsOf(makeRegistration(registration), makeRegistrationPersonal(personal), looked)
  return { codes: found.map(({ code }) => code), may: mayRegister(found) }
}

const REFUSAL = { ground: 'repeat', earlier: 'application:a1', body: null, decidedOn: '2026-11-23', decider: 'head' }
const refuses = (change: object) =>
  DECISION_TYPES['application.refused'].body.safeParse({ ...REFUSAL, ...change }).success

/** With what a decision on an application of Friday 20 November is looked at, on Monday 23 November. */
function lookedOn(profile: ProfileId, given: Partial<DecisionLooked> = {}): DecisionLooked {
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

const SAID = { facts: 'a', evidence: 'a', whereToTurn: 'a', howToAppeal: 'a', decidedBy: 'a', settled: '' }

/** What keeps a refusal from being recorded, by field. */
function refusalStops(profile: ProfileId, draft: Partial<RefusalDraft>, given: Partial<DecisionLooked> = {}): string[] {
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
function extensionStops(profile: ProfileId, until: string, decider: Decider): string[] {
  const { ground } = profileOf(profile).extension
  const draft = { until: day(until), decidedOn: day('2026-11-23'), decider, ground, reason: 'a', decidedBy: 'a' }
  return extensionFaults(draft, lookedOn(profile)).map(({ code }) => code)
}

const CHECK = IdentityCheck.parse({
  ...{ member: null, result: 'matched', document: 'id_card', expired: false, digital: false, powers: 'not_needed' },
})
const SEEN = IdentityCheckPersonal.parse({
  ...{ number: '041234789', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: '' },
})

/** Nobody is called whose papers were not seen, and nobody overrules powers that are past their term. */
function expectNoCallUnchecked(): void {
  for (const status of ['arrived', 'stopped', 'barred'] as const)
    expect(VISIT_ACTS[status]).not.toContain('visit.called')
  expect(VISIT_ACTS.barred).not.toContain('visit.admitted')
  expect(lacksPowers({ powers: 'expired' }) && lacksPowers({ powers: 'missing' })).toBe(true)
  expect(stoppedBy({ ...CHECK, result: 'mismatch', expired: true })).toHaveLength(2)
  expect(faultsOfCheck({ ...CHECK, document: null }, SEEN, day('2026-11-23'))).toHaveLength(1)
  expect(faultsOfCheck(CHECK, SEEN, day('2026-11-23'))).toEqual([])
  expect([mayAdmit('clerk'), mayAdmit('head')]).toEqual([false, true])
}

const registered = (category: string | null, proofSeen: boolean) =>
  ({ personal: makeRegistrationPersonal({ category, proofSeen }) }) as Parameters<typeof isOutOfTurn>[0]

function visitor(serial: number, outOfTurn: boolean): InLine {
  const checkIn = { outOfTurn, booked: null } as InLine['state']['checkIn']
  const arrivedAt = `2026-11-23T04:${String(serial).padStart(2, '0')}:00.000Z`
  return { id: `visit:${serial}` as InLine['id'], state: { ...foldVisit([]), status: 'waiting', checkIn, arrivedAt } }
}

const lineOf = (...waiting: InLine[]) => orderOfLine(waiting, PlainTime.parse('12:00')).map(({ id }) => id)

/** The akim and a deputy who is received by nobody's count but the schedule of this month. */
function dutyOfOctober() {
  const officials = [official('1', 'akim', null), official('2', 'deputy_akim', null), official('3', 'unit_head', null)]
  const rows: [string, string, string][] = [
    ['a', '1', '2026-10-16'],
    ['b', '2', '2026-11-03'],
    ['c', '3', '2026-10-05'],
  ]
  return monthlyDuty(scheduleOf('2026-10', rows), officials)
}

describe('regulation No. 289', () => {
  it('clause 1: a day on which the regulation was not in force, or its wording is not held, is never taken for one that was', () => {
    const state = (on: string) => coverageOf('WKO-2020/2023', day(on)).state
    expect([state('2020-12-09'), state('2023-07-23'), state('2026-11-23')]).toEqual(new Array(3).fill('not_in_force'))
    expect([state('2020-12-10'), state('2023-01-30')]).toEqual(['partly', 'partly'])
    expect([state('2023-01-31'), state('2023-07-22')]).toEqual(['held', 'held'])
  })

  it('clause 2: nobody is entered as receiving but those the clause names, in its order', () => {
    expect(OfficialCategory.safeParse('adviser').success).toBe(false)
    expect(OfficialCategory.options).toEqual([
      ...['akim', 'deputy_akim', 'head_of_apparatus', 'deputy_head_of_apparatus', 'unit_head', 'authorized_staff'],
    ])
  })

  it('clause 4: what comes on a day off, in the evening or by a visitor in the lunch break is told of', () => {
    expect(codesOf({}, {}, '2026-11-22').codes).toEqual(['outside_hours'])
    expect(codesOf({}, {}, '2026-11-23', '18:31').codes).toEqual(['outside_hours'])
    expect(codesOf({}, {}, '2026-11-23', '13:30').codes).toEqual(['lunch_hours'])
    expect(codesOf({}, {}, '2026-11-23', '18:30').codes).toEqual([])
    const onSunday = { catchUp: momentOf('2026-11-22', '11:00') }
    expect(codesOf(onSunday, {})).toEqual({ codes: ['catch_up_day_off'], may: false })
    expect(codesOf({ ...onSunday, channel: 'egov' }, {}).may).toBe(true)
  })

  it('clause 5: without the substance nothing is registered, and what lacks it is left, never returned', () => {
    expect(codesOf({}, { essence: ' ' })).toEqual({ codes: ['essence_missing'], may: false })
    expect(actsUnder('incomplete', 'WKO-2020/2023')).toContain('application.left')
    expect(actsUnder('incomplete', 'WKO-2020/2023')).not.toContain('application.returned')
    expect(actsUnder('open', 'WKO-2020/2023')).not.toContain('application.left')
    expect(profileOf('WKO-2020/2023').incomplete.lacks).toEqual(['essence'])
  })

  it('clause 6: a deputy without a reception in the month is named, whatever unit heads and other months hold', () => {
    expect(dutyOfOctober()).toEqual([
      { officialId: '1', scheduled: 1, short: false },
      { officialId: '2', scheduled: 0, short: true },
    ])
    expect(finding('no_monthly_reception', '2').clause).toBe('6')
  })

  it('clause 7: a name is posted whole in both languages, without a patronymic where there is none', () => {
    const { name } = official('1', 'akim', null)
    expect(fullName(name)).toEqual({ kk: 'Сейітов Ғалым', ru: 'Сеитов Галым' })
    const patronymic = { kk: 'Болатұлы', ru: 'Болатович' }
    expect(fullName({ ...name, patronymic })).toEqual({ kk: 'Сейітов Ғалым Болатұлы', ru: 'Сеитов Галым Болатович' })
  })

  it('clause 9: nobody is called whose document was not seen, and nobody overrules powers past their term', () => {
    expectNoCallUnchecked()
  })

  it('clause 11: nobody goes out of turn but by a category of the clause whose document was seen; the pregnant are never asked', () => {
    const { categories } = profileOf('WKO-2020/2023').outOfTurn
    expect(SEED_DIRECTORIES.category.map(({ code }) => code)).toEqual(expect.arrayContaining([...categories]))
    expect(categories).toHaveLength(8)
    for (const category of categories) {
      expect(isOutOfTurn(registered(category, true)), category).toBe(true)
      expect(isOutOfTurn(registered(category, false)), category).toBe(category === 'pregnant')
    }
    expect([isOutOfTurn(registered(null, true)), isOutOfTurn(null)]).toEqual([false, false])
    expect(lineOf(visitor(3, false), visitor(1, false), visitor(5, true), visitor(4, true))).toEqual([
      ...['visit:4', 'visit:5', 'visit:1', 'visit:3'],
    ])
  })

  it('clause 14: no refusal of a repeat that names no earlier case, nor for competence that names no body', () => {
    expect([refuses({}), refuses({ earlier: null })]).toEqual([true, false])
    const competence = { ground: 'competence', earlier: null }
    expect([refuses({ ...competence, body: 'police' }), refuses(competence)]).toEqual([true, false])
    expect(refuses({ ground: 'no_time' })).toBe(false)
    const wko = 'WKO-2020/2023'
    expect(refusalGrounds(profileOf(wko))).toEqual(['competence', 'repeat'])
    expect(refusalStops(wko, { ground: 'court_act' })).toEqual(['ground_unlawful'])
    expect(refusalStops(wko, { ground: 'competence' })).toEqual(['body_missing'])
    expect(refusalStops(wko, { ground: 'repeat', earlier: 'application:a1' })).toEqual(['earlier_unknown'])
    const earlier = { outcome: 'pending', result: null } as const
    expect(refusalStops(wko, { ground: 'repeat', earlier: 'application:a1' }, { earlier })).toEqual([])
  })

  it('clause 29: no refusal without its reasons and the way to appeal', () => {
    const draft = { ground: 'competence', body: 'police', facts: ' ', howToAppeal: '' } as const
    expect(refusalStops('WKO-2020/2023', draft)).toEqual(['text_missing', 'text_missing'])
  })

  it('clause 30: no extension beyond two months from registration, none by the head of the apparatus', () => {
    expect(extensionStops('WKO-2020/2023', '2027-01-20', 'deputy')).toEqual([])
    expect(extensionStops('WKO-2020/2023', '2027-01-21', 'head')).toEqual(['until_late'])
    expect(extensionStops('WKO-2020/2023', '2026-12-07', 'head')).toEqual(['until_early'])
    expect(extensionStops('WKO-2020/2023', '2027-01-20', 'apparatus_head')).toEqual(['decider_unlawful'])
  })

  it('clause 21: no application without one of the two languages', () => {
    expect(Language.options).toEqual(['kk', 'ru'])
    expect(Language.safeParse('').success).toBe(false)
  })

  it('clause 25: what has no number of e-Otinish and no talon is marked until it has both', () => {
    const marks = (eotinish: string, talons: object[]) =>
      marksOf({
        noun: 'application',
        state: {
          status: 'open',
          personal: makeRegistrationPersonal({ eotinish }),
          registered: { talons, booking: null, decisions: [] },
        },
      } as unknown as View)
    const printed = { result: 'printed', shape: 'A5', reprint: null, job: 'j1', at: '2026-11-23T05:00:00.000Z' }
    expect(marks('', [])).toEqual(['open', 'no_eotinish', 'no_talon'])
    expect(marks('ЖТ-2026-01234567', [])).toEqual(['open', 'no_talon'])
    expect(marks('ЖТ-2026-01234567', [printed])).toEqual(['open'])
    expect(getTerm('registration', 'WKO-2020/2023', day('2026-11-23'), SEED_CALENDAR).by).toBe('2026-11-23')
  })

  it('clause 38: a quarter in which nothing came is a report of zeros to both, not no report', () => {
    expect(profileOf('WKO-2020/2023').reportTo).toEqual(['akim', 'president_control'])
    expectReportOfNothing()
  })
})

function expectReportOfNothing(): void {
  const input = { quarter: Quarter.parse('2026-Q4'), current: noCounts(), previous: null, officials: [] }
  const report = quarterlyReport(input, SEED_DIRECTORIES)
  expect(report.sections.map(({ id }) => id)).toContain('summary')
  expect(report.sections.flatMap(({ lines }) => lines).every(line => line.current === 0)).toBe(true)
}

describe('rules of decree No. 663', () => {
  it('rule 1: no day before the rules are in force is counted as theirs', () => {
    const state = (on: string) => coverageOf('KZ-2026', day(on)).state
    expect([state('2023-08-01'), state('2026-08-07')]).toEqual(['not_in_force', 'not_in_force'])
    expect([state('2026-08-08'), state('2030-01-01')]).toEqual(['held', 'held'])
  })

  it('rule 3: who receives nobody in a month is named', () => {
    expect(dutyOfOctober().filter(({ short }) => short)).toEqual([{ officialId: '2', scheduled: 0, short: true }])
  })

  it('rule 5: what comes after the day or on a day off is of the next working day, and no number is given twice', () => {
    expect(findAsOf(momentOf('2026-11-20', '18:31'), WORK)).toBe('2026-11-23')
    expect(findAsOf(momentOf('2026-10-25', '11:00'), WORK)).toBe('2026-10-27')
    expect(findAsOf(momentOf('2026-11-20', '18:30'), WORK)).toBeNull()
    expect(countedFrom({ asOf: day('2026-11-23'), catchUp: null }, day('2026-11-20'))).toBe('2026-11-23')
    expect(signatureNeeded('call_centre', 'KZ-2026')?.clause).toBe('5')
    expect([signatureNeeded('oral', 'KZ-2026'), signatureNeeded('call_centre', 'WKO-2020/2023')]).toEqual([null, null])
    const keys = [1, 2, 12].map(serial => registrationKey('aaaaaaaaaaaaaaaa', 2026, serial))
    expect(new Set([...keys, registrationKey('aaaaaaaaaaaaaaaa', 2027, 1)]).size).toBe(4)
  })

  it('rule 6: what lacks something is returned after its time to be put right, never left without consideration', () => {
    expect(actsUnder('incomplete', 'KZ-2026')).toContain('application.returned')
    expect(actsUnder('incomplete', 'KZ-2026')).not.toContain('application.left')
    const checked = DECISION_TYPES['application.completeness_checked'].body
    expect(checked.safeParse({ outcome: 'incomplete', lacks: [], correctBy: null }).success).toBe(false)
    expect(checked.safeParse({ outcome: 'complete', lacks: [], correctBy: '2026-11-26' }).success).toBe(false)
    expect(getTerm('correction', 'KZ-2026', day('2026-11-20'), SEED_CALENDAR).by).toBe('2026-11-25')
    expect(getTerm('forwarding', 'KZ-2026', day('2026-11-20'), SEED_CALENDAR).by).toBe('2026-11-25')
  })

  it('rule 7: nobody applies for another who is not named, and missing powers are told of', () => {
    const nobody = { surname: '', given: '', patronymic: '', iin: '', organisation: '', bin: '' }
    expect(codesOf({ represented: true }, { principal: nobody })).toEqual({
      codes: ['principal_missing', 'powers_missing'],
      may: false,
    })
    expect(codesOf({ represented: true }, { principal: { ...nobody, surname: 'А' } }).may).toBe(true)
  })

  it('rule 8: no registration without a talon that says its number and what comes next, in the language of the applicant', () => {
    const registration = makeRegistration({ language: 'ru' })
    const number = { letter: 'Ә', suffix: null, year: 2026, serial: 147 }
    const sources = {
      registered: { number, registration, profile: 'KZ-2026', on: '2026-11-20', booking: null },
      personal: makeRegistrationPersonal(),
      ...{ shape: 'A5', time: '09:45', office: {}, user: null, officials: [], visit: null, reprint: null },
      calendar: SEED_CALENDAR,
    } as unknown as Parameters<typeof talonDataOf>[0]
    const next = { kind: 'answer_by', by: '2026-12-11' }
    expect(talonDataOf(sources)).toMatchObject({ number: 'Ә-2026-000147', language: 'ru', next })
  })

  it('rule 12: no repeat is refused whose matter was not decided, or of which it is not said how', () => {
    const draft = { ground: 'same_decision', earlier: 'application:a1', settled: 'a' } as const
    const standing = (outcome: 'pending' | 'received', result: 'explained' | 'instruction' | null) =>
      refusalStops('KZ-2026', draft, { earlier: { outcome, result } })
    expect([standing('pending', null), standing('received', 'instruction')]).toEqual(
      new Array(2).fill(['earlier_not_decided']),
    )
    expect(standing('received', 'explained')).toEqual([])
    const decided = { earlier: { outcome: 'received', result: 'explained' } } as const
    expect(refusalStops('KZ-2026', { ...draft, settled: ' ' }, decided)).toEqual(['text_missing'])
    expect(refusalStops('KZ-2026', { ...draft, ground: 'repeat' }, decided)).toEqual(['ground_unlawful'])
  })

  it('rule 14: no extension beyond two months from the decision; the head of the apparatus may decide', () => {
    expect(extensionStops('KZ-2026', '2027-01-25', 'apparatus_head')).toEqual([])
    expect(extensionStops('KZ-2026', '2027-01-26', 'apparatus_head')).toEqual(['until_late'])
    expect(extensionStops('KZ-2026', '2026-12-11', 'head')).toEqual(['until_early'])
  })

  it('rule 17: the booking ends only on the four grounds: a decision that is named, a court act, a return, a withdrawal', () => {
    const grounds = Object.keys(profileOf('KZ-2026').refusal.clauses)
    expect(grounds).toEqual(['same_decision', 'court_act', 'returned', 'withdrawal'])
    const same = { ground: 'same_decision' }
    expect([refuses(same), refuses({ ...same, earlier: null })]).toEqual([true, false])
    for (const status of ['open', 'incomplete', 'refusal_proposed'] as const) {
      expect(APPLICATION_ACTS[status]).toContain('application.withdrawn')
    }
  })

  it('rule 19: the schedule of a quarter is a draft while one month of it is, and is due before the quarter begins', () => {
    const sheet = (approvedOn: PostedSheet['approvedOn']) =>
      ({ approvedOn, leaders: [], staff: [], office: {} }) as unknown as PostedSheet
    const on = { kk: '2026 жылғы 28 қыркүйек', ru: '28 сентября 2026 года' }
    const annex = (...months: PostedSheet[]) => annexSheet(Quarter.parse('2026-Q4'), months, DATE_WORDS).approvedOn
    expect(annex(sheet(on), sheet(null), sheet(on))).toBeNull()
    expect(annex(sheet(on), sheet(on), sheet(on))).toEqual(on)
    expect(getTerm('schedule_approved', 'KZ-2026', day('2027-01-01'), SEED_CALENDAR).by).toBe('2026-12-31')
  })

  it('rule 22: nobody is called whose document was not seen, and nobody overrules powers past their term', () => {
    expectNoCallUnchecked()
  })

  it('rule 23: nobody goes out of turn without a document of the category, and veterans of labour are of them', () => {
    const { categories } = profileOf('KZ-2026').outOfTurn
    expect(new Set(categories)).toEqual(new Set([...profileOf('WKO-2020/2023').outOfTurn.categories, 'veteran_labour']))
    expect([true, false].map(seen => isOutOfTurn(registered('veteran_labour', seen)))).toEqual([true, false])
    const offered = (profile: ProfileId) =>
      offeredCategories(SEED_DIRECTORIES.category, profile).map(({ code }) => code)
    expect([...offered('KZ-2026')].sort()).toEqual([...categories].sort())
    expect(offered('WKO-2020/2023')).not.toContain('veteran_labour')
    expect(lineOf(visitor(1, false), visitor(9, true))).toEqual(['visit:9', 'visit:1'])
  })

  it('rule 33: nobody is called past one who came before, and every ticket is told apart', () => {
    expect(lineOf(visitor(7, false), visitor(2, false), visitor(4, false))).toEqual(['visit:2', 'visit:4', 'visit:7'])
    const tickets = [1, 10, 100, 1000].map(serial => ticketText({ letter: 'А', serial } as never))
    expect(tickets).toEqual(['А-001', 'А-010', 'А-100', 'А-1000'])
  })

  it('rule 40: a quarter in which nothing came is a report of zeros, due by its last working day', () => {
    expectReportOfNothing()
    expect(getTerm('report', 'KZ-2026', day('2028-12-31'), SEED_CALENDAR).by).toBe('2028-12-29')
  })

  it('rule 41: the report goes to the Government and to the control department, to no one less', () => {
    expect([...profileOf('KZ-2026').reportTo].sort()).toEqual(['government_office', 'president_control'])
  })
})
