import { describe, expect, it } from 'vitest'
import { Language } from '#shared/application/model.ts'
import { refusalGrounds } from '#shared/application/refusal-faults.ts'
import { actsUnder } from '#shared/application/statuses.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { marksOf, type View } from '#shared/change/project-view.ts'
import { SEED_DIRECTORIES } from '#shared/directory/seed.ts'
import { OfficialCategory } from '#shared/official/model.ts'
import { coverageOf, profileOf } from '#shared/regulation/profile.ts'
import { getTerm } from '#shared/regulation/terms.ts'
import { finding } from '#shared/schedule/findings.ts'
import { fullName } from '#shared/schedule/posted-sheet.ts'
import { surveyFigures } from '#shared/survey/figures.ts'
import { frameOf } from '#shared/survey/frame.ts'
import { isOutOfTurn } from '#shared/visit/out-of-turn.ts'
import { makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { official } from '#test/fixtures/schedule.ts'
import { candidate, makeAnswer, makeSurvey, surveyState } from '#test/fixtures/survey.ts'
import { momentOf } from '#test/fixtures/work-time.ts'
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
import { callCentreOf, demandedBy } from './exchange-breaches.ts'

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
      expect(isOutOfTurn(registered('WKO-2020/2023', category, true)), category).toBe(true)
      expect(isOutOfTurn(registered('WKO-2020/2023', category, false)), category).toBe(category === 'pregnant')
    }
    expect(isOutOfTurn(registered('WKO-2020/2023', 'veteran_labour', true))).toBe(false)
    expect([isOutOfTurn(registered('WKO-2020/2023', null, true)), isOutOfTurn(null)]).toEqual([false, false])
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

  it('clause 18: a matter beyond the territorial bodies is not refused: the request to the central body is owed', () => {
    expect(owedForCentral('WKO-2020/2023')[0]).toEqual(['central_request 2026-11-23'])
  })

  it('clause 19: once the request is out, the applicant is owed the notice of it, from that day', () => {
    expect(owedForCentral('WKO-2020/2023')[1]).toEqual(['request_notice 2026-11-24'])
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

  it('clause 36: nobody is asked who was only called, or whom it would be said by their answer', () => {
    const [asked] = frameOf([candidate({ consent: false }), candidate({})]).reachable
    expect(asked?.consent).toBe(true)
    expect(surveyFigures(surveyState(makeSurvey()), new Array(4).fill(makeAnswer())).satisfied).toBeNull()
    expect(surveyFigures(surveyState(makeSurvey()), new Array(5).fill(makeAnswer())).satisfied?.share).toBe(1)
  })

  it('clause 38: a quarter in which nothing came is a report of zeros to both, not no report', () => {
    expect(profileOf('WKO-2020/2023').reportTo).toEqual(['akim', 'president_control'])
    expectReportOfNothing()
  })

  it('clause 31: materials are demanded for a day, and what was not given by it is told', () => {
    expect(demandedBy('2026-11-25')).toEqual(['due'])
    expect(demandedBy('2026-11-26')).toEqual(['broken'])
  })

  it('clause 37: an interruption of the call centre in a mode without another way is told, and what was to be gone on with', () => {
    expect(callCentreOf('')).toEqual(['broken'])
    expect(callCentreOf('+7 7112 50-00-00')).toEqual(['kept'])
  })
})
