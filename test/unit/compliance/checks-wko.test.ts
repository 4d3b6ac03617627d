import { describe, expect, it } from 'vitest'
import { EntityId } from '#shared/change/action.ts'
import type { ComplianceFacts } from '#shared/compliance/facts.ts'
import type { ApprovedSchedule, ScheduleState } from '#shared/schedule/transitions.ts'
import { PlainDate, PlainMonth, Quarter } from '#shared/time/plain-date.ts'
import { applicationOf, briefly, letterOn, type Step, talon, visitOf } from '#test/fixtures/compliance.ts'
import { REFUSAL_WORDS } from '#test/fixtures/decisions.ts'
import { versionOf } from '#test/fixtures/posting.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'
import { makeSurvey, surveyState } from '#test/fixtures/survey.ts'
import { CHECK } from '#test/unit/regulation/clause-breaches.ts'

const WKO = 'WKO-2020/2023'
const day = (text: string) => PlainDate.parse(text)
/** The term of the answer of what came on Monday 2 November ends on Tuesday the 17th. */
const SURVEY = EntityId.parse('survey:contacts-20260701-20260930')
const ON = '2026-11-02'
const BY = '2026-11-17'

const booked = (on: string, date = '2026-12-01'): Step => [
  on,
  'booked',
  { booking: { officialId: 'o1', date, time: '10:00' } },
]
const dropped = (on: string): Step => [on, 'booking_dropped', { ground: 'applicant_asked' }]
const received = (on: string): Step => [
  on,
  'received',
  { visit: 'visit:v1', on, officialId: 'o1', result: 'explained' },
]
const extended = (on: string, until: string): Step => [
  on,
  'extended',
  { until, decidedOn: on, decider: 'head', ground: 'complex' },
  { reason: 'Себебі', decidedBy: 'С.' },
]
const competence = (on: string, outcome: string, body: string | null = null): Step => [
  on,
  'competence_decided',
  { outcome, body },
]
const refused = (on: string): Step => [
  on,
  'refused',
  { ground: 'repeat', earlier: 'application:earlier', body: null, decidedOn: on, decider: 'head' },
  REFUSAL_WORDS,
]
const of = (clause: string, today: string, on: string, steps: readonly Step[], more: Partial<ComplianceFacts> = {}) =>
  briefly(WKO, clause, today, { applications: [applicationOf(WKO, on, steps)], ...more })

describe('the clauses of the Regulation, watched', () => {
  it('clause 2: whoever received but stands in no directory is found', () => {
    const facts = [ON, [received('2026-11-10')]] as const
    expect(of('2', '2026-11-23', ...facts)).toEqual(['receiver broken - 2026-11-10 unknown_official'])
    expect(of('2', '2026-11-23', ...facts, { officials: [official('o1', 'akim', null)] })).toEqual([
      'receiver kept - 2026-11-10',
    ])
  })

  it('clause 3: who consented and was not received the same day is found, who withdrew is not', () => {
    const at = (today: string, steps: readonly Step[]) =>
      briefly(WKO, '3', today, { applications: [applicationOf(WKO, ON, steps, { registration: { sameDay: true } })] })
    expect(at('2026-11-03', [])).toEqual(['same_day broken 2026-11-02 -'])
    expect(at('2026-11-04', [received('2026-11-03')])).toEqual(['same_day broken 2026-11-02 2026-11-03'])
    expect(at(ON, [])).toEqual(['same_day due 2026-11-02 -'])
    expect(at('2026-11-04', [received(ON)])).toEqual(['same_day kept 2026-11-02 2026-11-02'])
    expect(at('2026-11-04', [[ON, 'withdrawn', { how: 'oral' }]])).toEqual([])
    expect(of('3', '2026-11-04', ON, [])).toEqual([])
  })

  it('clause 4: what was registered at night or on a Sunday says of which day it is', () => {
    const at = (instant: string, asOf: string | null) => {
      const begun = { at: instant, registration: { asOf: asOf as never } }
      return briefly(WKO, '4', '2026-11-23', { applications: [applicationOf(WKO, instant.slice(0, 10), [], begun)] })
    }
    expect(at('2026-11-01T06:00:00.000Z', null)).toEqual(['working_time broken - 2026-11-01 outside_hours'])
    expect(at('2026-11-02T15:00:00.000Z', null)).toEqual(['working_time broken - 2026-11-02 outside_hours'])
    expect(at('2026-11-01T06:00:00.000Z', '2026-11-02')).toEqual(['working_time kept - 2026-11-01'])
    expect(at('2026-11-02T06:00:00.000Z', null)).toEqual(['working_time kept - 2026-11-02'])
  })

  it('clause 5: the applicant is told what was left without consideration, within the term', () => {
    const incomplete: Step = [
      ON,
      'completeness_checked',
      { outcome: 'incomplete', lacks: ['essence'], correctBy: null },
    ]
    const steps = [incomplete, ['2026-11-05', 'left', {}, { reason: 'Мәні жоқ' }]] as Step[]
    expect(of('5', '2026-11-18', ON, steps)).toEqual([`letter_left broken ${BY} -`])
    expect(of('5', BY, ON, steps)).toEqual([`letter_left due ${BY} -`])
    const { step, letter } = letterOn('2026-11-06', 'left', 'aaaaaaaaaaaaaaaa:000000000003', '2026-11-09')
    const letters = new Map([[letter.id as string, letter]])
    expect(of('5', '2026-11-18', ON, [...steps, step], { letters })).toEqual([`letter_left kept ${BY} 2026-11-09`])
  })

  it('clause 6: a month without the akim is due until it ends, then broken; what was before the office is not judged', () => {
    const officials = [
      official('o1', 'akim', null),
      official('o2', 'deputy_akim', null),
      official('o3', 'unit_head', null),
    ]
    const schedule = scheduleOf('2026-10', [['r1', 'o1', '2026-10-05']])
    const approved = versionOf(1, schedule)
    const state = { status: 'approved', draft: null, approved, versions: [approved], approvedTwice: false }
    const months = [
      { month: PlainMonth.parse('2025-12'), state: null },
      { month: PlainMonth.parse('2026-10'), state: state as never },
    ]
    const at = (today: string) => briefly(WKO, '6', today, { officials, months })
    expect(at('2026-11-02')).toEqual(['monthly broken 2026-10-31 -', 'monthly kept 2026-10-31 2026-10-05'])
    expect(at('2026-10-04')).toEqual(['monthly due 2026-10-31 -', 'monthly due 2026-10-31 -'])
    expect(briefly(WKO, '7', '2026-11-02', { officials, months })).toContain('posted kept - 2026-09-25')
  })

  it('clause 7: a schedule with somebody who has no name in both languages is found', () => {
    const name = { surname: { kk: '', ru: '' }, given: { kk: '', ru: '' }, patronymic: { kk: '', ru: '' } }
    const schedule = scheduleOf('2026-10', [['r1', 'o1', '2026-10-05']])
    const approved = versionOf(1, schedule)
    const months = [{ month: PlainMonth.parse('2026-10'), state: { approved, versions: [approved] } as never }]
    const officials = [official('o1', 'akim', null, { name })]
    expect(briefly(WKO, '7', '2026-11-02', { officials, months })).toContain('posted broken - 2026-09-25 name_missing')
    expect(briefly(WKO, '7', '2026-11-02', { months })).toContain('posted broken - 2026-09-25 name_missing')
  })

  it('clause 7: what is not posted is due while its month lasts, then broken; what hangs of an old version is broken at once', () => {
    const officials = [official('o1', 'akim', null)]
    const first = scheduleOf('2026-10', [['r1', 'o1', '2026-10-05']])
    const moved = scheduleOf('2026-10', [['r1', 'o1', '2026-10-06']])
    const room = { where: 'room', on: day('2026-09-28'), at: '2026-09-28T05:00:00.000Z', by: 'u1', photo: '' } as const
    const at = (today: string, ...versions: ApprovedSchedule[]) => {
      const state = { status: 'approved', draft: null, approved: versions.at(-1), versions, approvedTwice: false }
      const months = [{ month: PlainMonth.parse('2026-10'), state: state as unknown as ScheduleState }]
      return briefly(WKO, '7', today, { officials, months }).filter(line => line.startsWith('posted_'))
    }
    const hung = versionOf(1, first, { posted: [room] })
    expect(at('2026-10-31', versionOf(1, first))).toEqual(['posted_room due - -', 'posted_site due - -'])
    expect(at('2026-11-01', hung)).toEqual(['posted_site broken - - not_posted', 'posted_room kept - 2026-09-28'])
    const changed = versionOf(2, moved, { on: day('2026-10-02') })
    expect(at('2026-10-02', hung, changed)).toEqual([
      'posted_room broken - 2026-09-28 old_posted',
      'posted_site due - -',
    ])
    const late = { ...room, where: 'site', on: day('2026-11-03'), at: '2026-11-03T05:00:00.000Z' } as const
    const after = versionOf(2, moved, { on: day('2026-11-03'), posted: [late] })
    expect(at('2026-11-03', hung, after)).toEqual([
      'posted_site broken - - not_posted',
      'posted_room kept - 2026-09-28',
    ])
  })

  it('clause 9: nobody is called, or received, without a check that stands', () => {
    const call = { at: '2026-11-02T06:00:00.000Z', reason: 'arrival', room: '1', note: null }
    const at = (state: object) => briefly(WKO, '9', '2026-11-02', { visits: [visitOf('a', ON, state)] })
    const checked = { ...CHECK, at: '2026-11-02T05:30:00.000Z' }
    expect(at({ status: 'finished', call })).toEqual(['identity broken - 2026-11-02 not_checked'])
    expect(at({ status: 'finished', call, checks: [{ ...checked, powers: 'expired' }] })).toEqual([
      'identity broken - 2026-11-02 powers',
    ])
    expect(at({ status: 'called', call, checks: [{ ...checked, expired: true }] })).toEqual([
      'identity broken - 2026-11-02 not_admitted',
    ])
    expect(at({ status: 'called', call, checks: [{ ...checked, expired: true }], admission: { at: '' } })).toEqual([
      'identity kept - 2026-11-02',
    ])
    expect(at({ status: 'finished', call, checks: [checked] })).toEqual(['identity kept - 2026-11-02'])
    expect(at({ status: 'arrived' })).toEqual(['identity due - -'])
    expect(at({ status: 'left' })).toEqual([])
    const unseen = [
      ['2026-11-10', 'received', { visit: null, on: '2026-11-10', officialId: 'o1', result: 'explained' }],
    ]
    expect(of('9', '2026-11-23', ON, unseen as never)).toEqual(['identity broken - 2026-11-10 no_visit'])
  })

  it('clause 10: a foreigner received without the language of the interpreter is found', () => {
    const at = (language: string, steps: readonly Step[]) => {
      const registration = { applicant: 'foreigner', needs: ['interpreter'] } as const
      const begun = {
        registration: { ...registration, needs: [...registration.needs] },
        personal: { interpreterLanguage: language },
      }
      return briefly(WKO, '10', '2026-11-23', { applications: [applicationOf(WKO, ON, steps, begun)] })
    }
    expect(at('', [received('2026-11-10')])).toEqual(['interpreter broken - - no_language'])
    expect(at('', [])).toEqual(['interpreter due - -'])
    expect(at('ағылшын', [])).toEqual(['interpreter kept - 2026-11-02'])
    expect(of('10', '2026-11-23', ON, [])).toEqual([])
  })

  it('clause 11: who waited out of turn while another was called is found, and a call past the order without a reason', () => {
    const call = (at: string, reason: string, note: string | null = null) => ({
      at: `${ON}T${at}:00.000Z`,
      reason,
      room: '1',
      note,
    })
    const ready = (at: string) => [{ ...CHECK, at: `${ON}T${at}:00.000Z` }]
    const first = {
      checkIn: { outOfTurn: true },
      outOfTurnNote: 'ардагер',
      checks: ready('05:00'),
      calls: 1,
      status: 'finished',
    }
    const other = { status: 'finished', checks: ready('05:00'), calls: 1, call: call('05:20', 'arrival') }
    const at = (...states: object[]) =>
      briefly(WKO, '11', '2026-11-03', {
        visits: states.map((state, place) => visitOf(`v${place}`, ON, state)),
      }).filter(line => !line.startsWith('call_order kept'))
    expect(at({ ...first, call: call('05:30', 'out_of_turn') }, other)).toEqual([
      'out_of_turn broken - 2026-11-02 passed_over',
    ])
    expect(at({ ...first, call: call('05:10', 'out_of_turn') }, other)).toEqual(['out_of_turn kept - 2026-11-02'])
    expect(at({ ...first, checks: ready('05:25'), call: call('05:30', 'out_of_turn') }, other)).toEqual([
      'out_of_turn kept - 2026-11-02',
    ])
    expect(at({ ...first, outOfTurnNote: null, call: call('05:10', 'out_of_turn') })).toEqual([
      'out_of_turn broken - 2026-11-02 no_ground',
    ])
    expect(at({ ...other, call: call('05:20', 'by_hand') })).toEqual(['call_order broken - 2026-11-02 no_reason'])
    expect(at({ ...other, call: call('05:20', 'by_hand', 'ұйғарым') })).toEqual([])
  })

  it('clause 14: who was found to come with the same matter and was booked all the same is found; refusals name the case', () => {
    const same: Step = [
      '2026-11-03',
      'repeat_decided',
      { earlier: 'application:earlier', same: true },
      { because: 'Сол үй' },
    ]
    expect(of('14', '2026-11-23', ON, [same, booked('2026-11-04')])).toEqual([
      'repeat_received broken - - received_anyway',
    ])
    expect(of('14', '2026-11-23', ON, [same])).toEqual(['repeat_received due - -'])
    expect(of('14', '2026-11-23', ON, [same, refused('2026-11-05')])).toEqual([
      'repeat_received kept - -',
      'repeat_named kept - 2026-11-05',
    ])
    expect(of('14', '2026-11-23', ON, [competence('2026-11-09', 'forwarded', 'police')])).toEqual([
      'forwarded broken 2026-11-05 2026-11-09',
      'letter_forwarded_notice broken 2026-11-05 -',
      'letter_forwarding broken 2026-11-05 -',
    ])
  })

  it('clause 19: after the request to the central body the notice of it is due in 2 working days', () => {
    const central = competence('2026-11-03', 'central_body')
    const about = 'aaaaaaaaaaaaaaaa:000000000002'
    expect(of('18', '2026-11-23', ON, [central])).toEqual(['letter_central_request due - -'])
    expect(of('19', '2026-11-23', ON, [central])).toEqual([])
    const { step, letter } = letterOn('2026-11-04', 'central_request', about, '2026-11-04')
    const letters = new Map([[letter.id as string, letter]])
    expect(of('18', '2026-11-23', ON, [central, step], { letters })).toEqual([
      'letter_central_request kept - 2026-11-04',
    ])
    expect(of('19', '2026-11-23', ON, [central, step], { letters })).toEqual([
      'letter_request_notice broken 2026-11-06 -',
    ])
    expect(of('19', '2026-11-06', ON, [central, step], { letters })).toEqual(['letter_request_notice due 2026-11-06 -'])
  })

  it('clause 20: a reported refusal of a body is kept once it went out', () => {
    const at = (sent: string | null) => {
      const { letter } = letterOn('2026-11-04', 'body_refused', null, sent)
      return briefly(WKO, '20', '2026-11-23', { letters: new Map([[letter.id as string, letter]]) })
    }
    expect(at(null)).toEqual(['letter_body_refused due - -'])
    expect(at('2026-11-05')).toEqual(['letter_body_refused kept - 2026-11-05'])
  })

  it('clause 21: a letter to the applicant in the other language is found', () => {
    const at = (languages: readonly string[]) => {
      const { step, letter } = letterOn('2026-11-06', 'appointment', null, '2026-11-09', languages)
      return of('21', '2026-11-23', ON, [step], { letters: new Map([[letter.id as string, letter]]) })
    }
    expect(at(['ru'])).toEqual(['letter_language broken - 2026-11-06 other_language'])
    expect(at(['kk', 'ru'])).toEqual(['letter_language kept - 2026-11-06'])
  })

  it('clause 25: without a number of e-Otinish and a talon on its day it is broken, and stays so when done later', () => {
    const at = (today: string, eotinish: string, steps: readonly Step[]) =>
      briefly(WKO, '25', today, { applications: [applicationOf(WKO, ON, steps, { personal: { eotinish } })] })
    expect(at('2026-11-03', '', [])).toEqual(['eotinish broken 2026-11-02 -', 'talon broken 2026-11-02 -'])
    expect(at(ON, '', [])).toEqual(['eotinish due 2026-11-02 -', 'talon due 2026-11-02 -'])
    const late: Step = ['2026-11-03', 'eotinish_noted', {}, { eotinish: 'ЖТ-2026-1' }]
    expect(at('2026-11-09', '', [late, talon('2026-11-03')])).toEqual([
      'eotinish broken 2026-11-02 2026-11-03',
      'talon broken 2026-11-02 2026-11-03',
    ])
    expect(at('2026-11-09', 'ЖТ-2026-1', [talon(ON)])).toEqual([
      'eotinish kept 2026-11-02 2026-11-02',
      'talon kept 2026-11-02 2026-11-02',
    ])
  })

  it('clause 29: late is broken, also when done; a dropped booking is due again; what ended it answers; a withdrawal in time is nothing', () => {
    const at = (today: string, ...steps: Step[]) => of('29', today, ON, steps).filter(line => line.startsWith('answer'))
    expect(at('2026-11-18')).toEqual([`answer broken ${BY} -`])
    expect(at(BY)).toEqual([`answer due ${BY} -`])
    expect(at('2026-11-23', booked('2026-11-18'))).toEqual([`answer broken ${BY} 2026-11-18`])
    expect(at('2026-11-23', booked('2026-11-10'))).toEqual([`answer kept ${BY} 2026-11-10`])
    expect(at('2026-11-12', booked('2026-11-10'), dropped('2026-11-11'))).toEqual([`answer due ${BY} -`])
    expect(at('2026-11-23', booked('2026-11-10'), dropped('2026-11-11'))).toEqual([`answer broken ${BY} -`])
    expect(at('2026-11-23', booked('2026-11-10'), dropped('2026-11-11'), booked('2026-11-19'))).toEqual([
      `answer broken ${BY} 2026-11-19`,
    ])
    for (const ended of [refused('2026-11-12'), competence('2026-11-12', 'forwarded', 'police')])
      expect(at('2026-11-23', ended)).toEqual([`answer kept ${BY} 2026-11-12`])
    expect(at('2026-11-23', ['2026-11-12', 'withdrawn', { how: 'oral' }])).toEqual([])
    expect(at('2026-11-23', ['2026-11-20', 'withdrawn', { how: 'oral' }])).toEqual([`answer broken ${BY} -`])
  })

  it('clause 29: what came on a Sunday counts from the Monday as of which it is registered', () => {
    const begun = { registration: { asOf: '2026-11-02' as never } }
    const applications = [applicationOf(WKO, '2026-11-01', [], begun)]
    expect(briefly(WKO, '29', BY, { applications })).toEqual([`answer due ${BY} -`])
  })

  it('clause 29: of what came from Excel only a reception within the term is judged, the rest is counted apart', () => {
    const one = (id: string, received: string | null) => ({
      id: `application:${id}` as never,
      registered: ON as never,
      received: received as never,
    })
    const imported = [one('a', '2026-11-09'), one('b', null), one('c', '2026-11-20')]
    expect(briefly(WKO, '29', '2026-11-23', { imported })).toEqual([`answer kept ${BY} 2026-11-09`])
  })

  it('clause 30: an extension moves the term; one after the term, or beyond two months, is broken; the letter of it is owed', () => {
    const inTime = extended('2026-11-10', '2026-12-20')
    expect(of('29', '2026-11-23', ON, [inTime])).toEqual(['answer due 2026-12-20 -'])
    expect(of('29', '2026-12-21', ON, [inTime])).toEqual(['answer broken 2026-12-20 -'])
    expect(of('30', '2026-11-13', ON, [inTime])).toEqual([
      'letter_extension due 2026-11-13 -',
      `extension kept ${BY} 2026-11-10`,
    ])
    expect(of('30', '2026-11-20', ON, [inTime, refused('2026-11-16')])[0]).toBe('letter_extension broken 2026-11-13 -')
    expect(of('30', '2026-11-20', ON, [inTime, refused('2026-11-12')])).toEqual([`extension kept ${BY} 2026-11-10`])
    expect(of('30', '2026-11-20', ON, [extended('2026-11-18', '2026-12-20')])[0]).toBe(
      `extension broken ${BY} 2026-11-18 after_term`,
    )
    expect(of('30', '2026-11-12', ON, [extended('2026-11-10', '2027-01-20')])[0]).toBe(
      `extension broken ${BY} 2026-11-10 beyond_limit`,
    )
  })

  it('clause 36: a survey that is open is not done; closed in the quarter it is, closed after it is late', () => {
    const months = [{ month: PlainMonth.parse('2026-12'), state: null }]
    const state = (closedOn: PlainDate | null) => ({ ...surveyState(makeSurvey()), id: SURVEY, closedOn })
    const on = (today: string, closed: string | null) =>
      briefly(WKO, '36', today, { months, surveys: [state(closed === null ? null : PlainDate.parse(closed))] })
    expect(on('2026-12-30', null)).toEqual(['survey due 2026-12-31 -'])
    expect(on('2027-01-05', null)).toEqual(['survey broken 2026-12-31 -'])
    expect(on('2027-01-05', '2026-12-30')).toEqual(['survey kept 2026-12-31 2026-12-30'])
    expect(on('2027-01-05', '2027-01-04')).toEqual(['survey broken 2026-12-31 -'])
  })

  it("clause 38: the report of an ended quarter is due to both by the office's own day, and sent to one it is kept to one", () => {
    const quarter = Quarter.parse('2026-Q4')
    const unsent = { to: 'president_control', letter: null, sentOn: null } as const
    const sent = { to: 'akim', letter: null, sentOn: PlainDate.parse('2027-01-12') } as const
    const reports = [{ quarter, covers: [sent, unsent] }]
    const ofQuarter = (today: string, given = {}) =>
      briefly(WKO, '38', today, given).filter(one => one.includes(' 2027-01-'))
    expect(ofQuarter('2026-12-31')).toEqual([])
    expect(ofQuarter('2027-01-11')).toEqual([
      'report_akim due 2027-01-19 -',
      'report_president_control due 2027-01-19 -',
    ])
    expect(ofQuarter('2027-01-20', { reports })).toEqual([
      'report_president_control broken 2027-01-19 -',
      'report_akim kept 2027-01-19 2027-01-12',
    ])
  })
})
