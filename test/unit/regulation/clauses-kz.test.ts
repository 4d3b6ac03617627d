import { describe, expect, it } from 'vitest'
import { DECISION_TYPES } from '#shared/application/decisions.ts'
import { registrationKey } from '#shared/application/number.ts'
import { APPLICATION_ACTS, actsUnder } from '#shared/application/statuses.ts'
import { talonDataOf } from '#shared/application/talon-data.ts'
import { countedFrom, findAsOf } from '#shared/application/working-time.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { signatureNeeded } from '#shared/regulation/channel-finding.ts'
import { offeredCategories } from '#shared/regulation/offered-categories.ts'
import { coverageOf, profileOf } from '#shared/regulation/profile.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { annexSheet } from '#shared/schedule/annex-sheet.ts'
import type { PostedSheet } from '#shared/schedule/posted-sheet.ts'
import { surveyFigures } from '#shared/survey/figures.ts'
import { Quarter } from '#shared/time/plain-date.ts'
import { ticketText } from '#shared/visit/number.ts'
import { isOutOfTurn } from '#shared/visit/out-of-turn.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { makeAnswer, makeSurvey, surveyState } from '#test/fixtures/survey.ts'
import { DATE_WORDS } from '#test/fixtures/words.ts'
import { momentOf, WORK } from '#test/fixtures/work-time.ts'
import {
  codesOf,
  day,
  dutyOfOctober,
  expectNoCallUnchecked,
  expectReportOfNothing,
  extensionStops,
  lineOf,
  owedForCentral,
  refusalStops,
  refuses,
  registered,
  visitor,
} from './clause-breaches.ts'
import { followedBy } from './exchange-breaches.ts'

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
    const taken = codesOf({}, { essence: '' }, '2026-11-23', '11:00', 'KZ-2026')
    expect([taken.codes.includes('essence_missing'), taken.may]).toEqual([true, true])
    expect(codesOf({}, { essence: '' }, '2026-11-23', '11:00', 'WKO-2020/2023').may).toBe(false)
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
    for (const category of categories) {
      expect(isOutOfTurn(registered('KZ-2026', category, true)), category).toBe(true)
      expect(isOutOfTurn(registered('KZ-2026', category, false)), category).toBe(category === 'pregnant')
    }
    const offered = (profile: ProfileId) =>
      offeredCategories(SEED_DIRECTORIES.category, profile).map(({ code }) => code)
    expect([...offered('KZ-2026')].sort()).toEqual([...categories].sort())
    expect(offered('WKO-2020/2023')).not.toContain('veteran_labour')
    expect(lineOf(visitor(1, false), visitor(9, true))).toEqual(['visit:9', 'visit:1'])
  })

  it('rule 30: once the request is out, the applicant is owed the notice of it, from that day', () => {
    expect(owedForCentral('KZ-2026')).toEqual([['central_request 2026-11-23'], ['request_notice 2026-11-24']])
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

  it('rule 38: quality, completeness, correctness and convenience are each rated, and told apart', () => {
    const told = surveyFigures(surveyState(makeSurvey()), new Array(6).fill(makeAnswer()))
    expect(told.ratings.map(({ rating, told: share }) => `${rating} ${share?.of}`)).toEqual(
      ['quality', 'completeness', 'correctness', 'convenience', 'overall'].map(rating => `${rating} 6`),
    )
  })

  it('rule 41: the report goes to the Government and to the control department, to no one less', () => {
    expect([...profileOf('KZ-2026').reportTo].sort()).toEqual(['government_office', 'president_control'])
  })

  it('rule 39: an exchange that was to be gone on with and was not is told', () => {
    expect(followedBy('KZ-2026', '2026-11-24')).toEqual(['due'])
    expect(followedBy('KZ-2026', '2026-11-25')).toEqual(['broken'])
  })
})
