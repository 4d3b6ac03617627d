import { describe, expect, it } from 'vitest'
import { EntityId } from '#shared/change/action.ts'
import type { ComplianceFacts } from '#shared/compliance/facts.ts'
import type { PostingPlace } from '#shared/schedule/model.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { applicationOf, briefly, letterOn, type Step, talon, visitOf } from '#test/fixtures/compliance.ts'
import { REFUSAL_WORDS } from '#test/fixtures/decisions.ts'
import { versionOf } from '#test/fixtures/posting.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'
import { makeSurvey, surveyState } from '#test/fixtures/survey.ts'
import { CHECK } from '#test/unit/regulation/clause-breaches.ts'

const KZ = 'KZ-2026'
const day = (text: string) => PlainDate.parse(text)
/** Fifteen working days after Monday 2 November. */
const SURVEY = EntityId.parse('survey:contacts-20260701-20260930')
const ON = '2026-11-02'
const BY = '2026-11-23'

const of = (clause: string, today: string, steps: readonly Step[], more: Partial<ComplianceFacts> = {}) =>
  briefly(KZ, clause, today, { applications: [applicationOf(KZ, ON, steps)], ...more })
const refused = (on: string, ground: string): Step => [
  on,
  'refused',
  {
    ground,
    earlier: ground === 'same_decision' ? 'application:earlier' : null,
    body: null,
    decidedOn: on,
    decider: 'head',
  },
  { ...REFUSAL_WORDS, settled: 'шешілген' },
]
const extended = (on: string, until: string): Step => [
  on,
  'extended',
  { until, decidedOn: on, decider: 'apparatus_head', ground: 'facts' },
  { reason: 'Себебі', decidedBy: 'С.' },
]
const incomplete: Step = [
  '2026-11-03',
  'completeness_checked',
  { outcome: 'incomplete', lacks: ['signature'], correctBy: '2026-11-06' },
]

describe('the rules of 2026, watched', () => {
  it('rule 3: a leader without a reception in a month that is over is found', () => {
    const facts = {
      officials: [official('o1', 'akim', null)],
      months: [{ month: PlainMonth.parse('2026-10'), state: null }],
    }
    expect(briefly(KZ, '3', '2026-11-01', facts)).toEqual(['monthly broken 2026-10-31 -'])
    expect(briefly(KZ, '3', '2026-10-31', facts)).toEqual(['monthly due 2026-10-31 -'])
  })

  it('rule 5: without its number on the day it is broken, and so is a night without its day', () => {
    const begun = { personal: { eotinish: '' }, at: '2026-11-02T15:00:00.000Z' }
    expect(briefly(KZ, '5', '2026-11-03', { applications: [applicationOf(KZ, ON, [], begun)] })).toEqual([
      'eotinish broken 2026-11-02 -',
      'working_time broken - 2026-11-02 outside_hours',
    ])
  })

  it('rule 6: what was not put right is returned in its time; the applicant is told of what lacks the same day', () => {
    const due = (today: string, ...steps: Step[]) => of('6', today, [incomplete, ...steps])
    expect(due('2026-11-04')).toEqual(['letter_correction broken 2026-11-03 -', 'returned due 2026-11-11 -'])
    expect(due('2026-11-12')).toContain('returned broken 2026-11-11 -')
    const returned: Step = ['2026-11-10', 'returned', { ground: 'not_corrected', earlier: null }, { reason: 'Себебі' }]
    expect(due('2026-11-20', returned)).toContain('returned kept 2026-11-11 2026-11-10')
    const put: Step = ['2026-11-05', 'completeness_checked', { outcome: 'complete', lacks: [], correctBy: null }]
    expect(due('2026-11-20', put).filter(line => line.startsWith('returned'))).toEqual([])
  })

  it('rule 6: what belongs to others is passed on in 3 working days', () => {
    const on = (date: string): Step => [date, 'competence_decided', { outcome: 'forwarded', body: 'police' }]
    expect(of('6', '2026-11-23', [on('2026-11-06')])).toContain('forwarded broken 2026-11-05 2026-11-06')
    expect(of('6', '2026-11-23', [on('2026-11-05')])).toContain('forwarded kept 2026-11-05 2026-11-05')
  })

  it('rule 8: no talon on the day is broken', () => {
    expect(of('8', '2026-11-03', [])).toEqual(['talon broken 2026-11-02 -'])
    expect(of('8', '2026-11-03', [talon(ON)])).toEqual(['talon kept 2026-11-02 2026-11-02'])
  })

  it('rule 12: a refusal of what was decided names it', () => {
    expect(of('12', '2026-11-23', [refused('2026-11-10', 'same_decision')])).toEqual(['repeat_named kept - 2026-11-10'])
    expect(of('12', '2026-11-23', [refused('2026-11-10', 'court_act')])).toEqual([])
  })

  it('rule 13: the answer is late after fifteen working days, not calendar ones; a return and a forwarding answer', () => {
    const at = (today: string, ...steps: Step[]) => of('13', today, steps).filter(line => line.startsWith('answer'))
    expect(at('2026-11-24')).toEqual([`answer broken ${BY} -`])
    expect(at('2026-11-18')).toEqual([`answer due ${BY} -`])
    const returned: Step = ['2026-11-10', 'returned', { ground: 'not_corrected', earlier: null }, { reason: 'Себебі' }]
    expect(at('2026-12-01', incomplete, returned)).toEqual([`answer kept ${BY} 2026-11-10`])
    expect(at('2026-12-01', ['2026-11-24', 'competence_decided', { outcome: 'forwarded', body: 'police' }])).toEqual([
      `answer broken ${BY} 2026-11-24`,
    ])
  })

  it('rule 14: two months from the decision, and the letter in three working days', () => {
    expect(of('14', '2026-11-14', [extended('2026-11-10', '2027-01-11')])).toEqual([
      'letter_extension broken 2026-11-13 -',
      `extension kept ${BY} 2026-11-10`,
    ])
    expect(of('14', '2026-11-12', [extended('2026-11-10', '2027-01-12')])[0]).toContain('beyond_limit')
    expect(of('13', '2026-12-10', [extended('2026-11-10', '2027-01-11')])).toEqual(['answer due 2027-01-11 -'])
  })

  it('rule 17: a refusal has one of the grounds and its letter leaves within the term', () => {
    expect(of('17', '2026-11-24', [refused('2026-11-10', 'court_act')])).toEqual([
      `letter_refusal broken ${BY} -`,
      'refusal_ground kept - 2026-11-10',
    ])
  })

  it('rule 19: a quarter whose schedule was approved after it began, or is not yet, is found', () => {
    const month = (text: string, approvedOn: string | null) => {
      const version = versionOf(1, scheduleOf(text, []), { approvedOn: approvedOn as PlainDate })
      const state = approvedOn === null ? null : ({ approved: version, versions: [version] } as never)
      return { month: PlainMonth.parse(text), state }
    }
    const at = (today: string, ...days: (string | null)[]) =>
      briefly(KZ, '19', today, {
        months: ['2026-10', '2026-11', '2026-12'].map((text, place) => month(text, days[place] ?? null)),
      }).filter(line => line.startsWith('quarter'))
    expect(at('2026-10-01', '2026-09-20', '2026-09-20', null)).toEqual(['quarter_approved broken 2026-09-30 -'])
    expect(at('2026-11-01', '2026-09-20', '2026-10-01', '2026-09-20')).toEqual([
      'quarter_approved broken 2026-09-30 2026-10-01',
    ])
    expect(at('2026-09-30')).toEqual(['quarter_approved due 2026-09-30 -'])
    expect(at('2026-11-01', '2026-09-20', '2026-09-30', '2026-09-20')).toEqual([
      'quarter_approved kept 2026-09-30 2026-09-30',
    ])
  })

  it('rule 19: the schedule hangs in the centre and on the site; a room alone is not what the rule names', () => {
    const post = (where: PostingPlace) => ({
      where,
      on: day('2026-09-28'),
      at: '2026-09-28T05:00:00.000Z',
      by: 'u1',
      photo: '',
    })
    const at = (today: string, ...places: PostingPlace[]) => {
      const version = versionOf(1, scheduleOf('2026-10', []), { posted: places.map(post) })
      const state = { approved: version, versions: [version] } as never
      const months = [{ month: PlainMonth.parse('2026-10'), state }]
      return briefly(KZ, '19', today, { months }).filter(line => line.startsWith('posted_'))
    }
    expect(at('2026-10-31', 'room')).toEqual(['posted_site due - -', 'posted_center due - -'].sort())
    expect(at('2026-11-01', 'room', 'site')).toEqual([
      'posted_center broken - - not_posted',
      'posted_site kept - 2026-09-28',
    ])
    expect(at('2026-10-01', 'site', 'center')).toEqual([
      'posted_center kept - 2026-09-28',
      'posted_site kept - 2026-09-28',
    ])
  })

  it('rule 22: nobody is called whose papers were not seen', () => {
    const call = { at: `${ON}T06:00:00.000Z`, reason: 'arrival', room: '1', note: null }
    const at = (checks: object[]) =>
      briefly(KZ, '22', ON, { visits: [visitOf('a', ON, { status: 'finished', call, checks })] })
    expect(at([])).toEqual(['identity broken - 2026-11-02 not_checked'])
    expect(at([CHECK])).toEqual(['identity kept - 2026-11-02'])
  })

  it('rule 23: nobody goes out of turn without a ground, and past the order only with a reason', () => {
    const call = { at: `${ON}T06:00:00.000Z`, reason: 'by_hand', room: '1', note: null }
    const visits = [visitOf('a', ON, { status: 'finished', call, calls: 1, checkIn: { outOfTurn: true } })]
    expect(briefly(KZ, '23', ON, { visits })).toEqual(['out_of_turn broken - 2026-11-02 no_ground'])
    expect(briefly(KZ, '33', ON, { visits })).toEqual(['call_order broken - 2026-11-02 no_reason'])
  })

  it('rule 30: the notice of a request is owed two working days after it', () => {
    const central: Step = ['2026-11-03', 'competence_decided', { outcome: 'central_body', body: null }]
    const about = 'aaaaaaaaaaaaaaaa:000000000002'
    const { step, letter } = letterOn('2026-11-04', 'central_request', about, '2026-11-04')
    const letters = new Map([[letter.id as string, letter]])
    expect(of('29', '2026-11-23', [central, step], { letters })).toEqual(['letter_central_request kept - 2026-11-04'])
    expect(of('30', '2026-11-09', [central, step], { letters })).toEqual(['letter_request_notice broken 2026-11-06 -'])
  })

  it('rule 31: a refusal of a body under the other act is not told here', () => {
    const { letter } = letterOn('2026-11-04', 'body_refused', null, null)
    const own = { ...letter, state: { ...letter.state, letter: { ...letter.state.letter, profile: KZ } } as never }
    expect(briefly(KZ, '31', '2026-11-23', { letters: new Map([['letter:a', letter]]) })).toEqual([])
    expect(briefly(KZ, '31', '2026-11-23', { letters: new Map([['letter:a', own]]) })).toEqual([
      'letter_body_refused due - -',
    ])
  })

  it('rule 38: a survey that is open is not done; closed in the quarter it is, closed after it is late', () => {
    const months = [{ month: PlainMonth.parse('2026-12'), state: null }]
    const state = (closedOn: PlainDate | null) => ({ ...surveyState(makeSurvey()), id: SURVEY, closedOn })
    const on = (today: string, closed: string | null) =>
      briefly(KZ, '38', today, { months, surveys: [state(closed === null ? null : PlainDate.parse(closed))] })
    expect(on('2026-12-30', null)).toEqual(['survey due 2026-12-31 -'])
    expect(on('2027-01-05', null)).toEqual(['survey broken 2026-12-31 -'])
    expect(on('2027-01-05', '2026-12-30')).toEqual(['survey kept 2026-12-31 2026-12-30'])
    expect(on('2027-01-05', '2027-01-04')).toEqual(['survey broken 2026-12-31 -'])
  })

  it('rule 40 and rule 41: each of the two is sent the report of an ended quarter, by the day the office has set', () => {
    const ofQuarter = (clause: string, today: string) =>
      briefly(KZ, clause, today, {}).filter(one => one.includes(' 2027-01-'))
    expect(ofQuarter('40', '2027-01-11')).toEqual(['report_government_office due 2027-01-19 -'])
    expect(ofQuarter('41', '2027-01-20')).toEqual(['report_president_control broken 2027-01-19 -'])
  })

  it('rule 13: what is handled by the other act is none of its records', () => {
    const applications = [applicationOf('WKO-2020/2023', ON, [])]
    expect(briefly(KZ, '13', '2026-12-01', { applications })).toEqual([])
    expect(briefly('WKO-2020/2023', '29', '2026-12-01', { applications })).toHaveLength(1)
  })
})
