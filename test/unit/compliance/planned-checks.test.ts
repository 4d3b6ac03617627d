import { describe, expect, it } from 'vitest'
import type { ApplicationFact, ComplianceFacts } from '#shared/compliance/facts.ts'
import { foldReception } from '#shared/reception/transitions.ts'
import { PlainDate, PlainMonth } from '#shared/time/plain-date.ts'
import { applicationOf, briefly, type Step } from '#test/fixtures/compliance.ts'
import { versionOf } from '#test/fixtures/posting.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'

const WKO = 'WKO-2020/2023'
const KZ = 'KZ-2026'
const ACTS = [WKO, KZ] as const
const DAY = '2026-11-20'
const day = (text: string) => PlainDate.parse(text)

const booked = (booking: object, on = '2026-11-05'): Step => [
  on,
  'booked',
  { booking: { officialId: 'o1', date: DAY, time: '10:00', reception: 'r1', ...booking } },
]

/** A reception of an official on the day, with what was done around it. */
function facts(
  change: object = {},
  around: object = {},
  category: Parameters<typeof official>[1] = 'akim',
): Partial<ComplianceFacts> {
  const version = versionOf(1, scheduleOf('2026-11', [['r1', 'o1', DAY, change]]))
  return {
    months: [{ month: PlainMonth.parse('2026-11'), state: { approved: version, versions: [version] } as never }],
    officials: [official('o1', category, null)],
    prepared: new Map([['r1', { ...foldReception([]), ...around }]]),
  }
}

const of = (profile: (typeof ACTS)[number], clause: string, today: string, given: Partial<ComplianceFacts>) =>
  briefly(profile, clause, today, given)

describe('receptions as they were recorded', () => {
  it('clause 8: outside the schedule somebody who is no deputy, or no instruction of the akim, is found', () => {
    const at = (change: object, category: 'akim' | 'deputy_akim') =>
      of(WKO, '8', '2026-11-23', facts({ kind: 'off_schedule', ...change }, {}, category))
    const instruction = { on: '2026-11-18', number: '1', text: '' }
    expect(at({ instruction }, 'deputy_akim')).toEqual([`off_schedule kept - ${DAY}`])
    expect(at({}, 'deputy_akim')).toEqual(['off_schedule broken - - no_order'])
    expect(at({ instruction }, 'akim')).toEqual(['off_schedule broken - - not_deputy'])
    expect(of(WKO, '8', '2026-11-23', facts())).toEqual([])
  })

  it('clause 15: an absence told the day before is found, two working days before or on the day it is not, also where the reception was moved', () => {
    const told = (toldOn: string, ground = 'trip', profile: (typeof ACTS)[number] = WKO) => {
      const given = facts()
      const absence = {
        missing: { kind: 'official', id: 'o1' },
        from: day(DAY),
        to: day(DAY),
        ground,
        toldOn: day(toldOn),
      }
      // What stands now no longer names the reception.
      const months = given.months?.map(one => ({ ...one, state: { ...one.state, approved: null } as never })) ?? []
      const clause = profile === WKO ? '15' : '26'
      return of(profile, clause, '2026-11-23', { ...given, months, absences: [absence as never] })
    }
    expect(told('2026-11-18')).toEqual(['absence_told kept 2026-11-18 2026-11-18'])
    expect(told('2026-11-19')).toEqual(['absence_told broken 2026-11-18 2026-11-19 told_late'])
    expect(told(DAY)).toEqual([`absence_told kept 2026-11-18 ${DAY}`])
    expect(told(DAY, 'trip', KZ)).toEqual([`absence_told broken 2026-11-18 ${DAY} told_late`])
    expect(told(DAY, 'illness', KZ)).toEqual([`absence_told kept 2026-11-18 ${DAY}`])
  })

  it('clause 16: a day of reception without a helper is found', () => {
    const helper = { kind: 'lawyer' as const, days: { dates: [day(DAY)], weekdays: [] }, since: null, until: null }
    const looked = (outcome: string) => ({ prepared: { helpers: { item: 'helpers', outcome } } })
    expect(of(WKO, '16', DAY, facts())).toEqual(['helpers due - - no_helpers'])
    expect(of(WKO, '16', '2026-11-23', facts())).toEqual(['helpers broken - - no_helpers'])
    expect(of(WKO, '16', '2026-11-23', { ...facts(), helpers: [helper] })).toEqual([`helpers kept - ${DAY}`])
    expect(of(WKO, '16', '2026-11-23', facts({}, looked('ready')))).toEqual([`helpers kept - ${DAY}`])
    expect(of(WKO, '16', '2026-11-23', facts({}, looked('not_needed')))).toEqual([])
  })

  it('clause 17: the akim receiving without all the bodies of the clause is found, and who was asked and was not there', () => {
    const invited = (codes: string[], outcome: string | null, video = false) => ({
      invited: codes.map(body => ({
        body,
        video,
        answers: outcome === null ? [] : [{ body, outcome }],
        reported: null,
      })),
    })
    const all = ['prosecutor', 'police', 'anticorruption', 'courts']
    const at = (around: object, category: 'akim' | 'deputy_akim' = 'akim') =>
      of(WKO, '17', '2026-11-23', facts({}, around, category))
    expect(at(invited(all.slice(1), 'attended'))).toContain('bodies_asked broken - - not_asked')
    expect(at(invited(all, 'attended'))[0]).toBe(`bodies_asked kept - ${DAY}`)
    expect(at(invited(['police'], null), 'deputy_akim')).toEqual(['body_there broken - - not_noted'])
    expect(at(invited(['police'], 'did_not_attend'), 'deputy_akim')).toEqual(['body_there broken - - did_not_attend'])
    expect(at(invited(['police'], 'refused'), 'deputy_akim')).toEqual([])
    expect(at(invited(['health'], 'attended', true), 'deputy_akim')).toEqual([])
  })

  const connected = (profile: (typeof ACTS)[number], clause: string) => {
    const at = (today: string, outcome: string) =>
      of(profile, clause, today, facts({}, { invited: [{ body: 'health', video: true, answers: [{ outcome }] }] }))
    expect(at(DAY, 'confirmed')).toEqual(['body_connected due - - not_noted'])
    expect(at('2026-11-23', 'confirmed')).toEqual(['body_connected broken - - not_noted'])
    expect(at('2026-11-23', 'attended')).toEqual([`body_connected kept - ${DAY}`])
  }

  it('clause 18: a body that was to be connected by videoconference and was not is found', () => connected(WKO, '18'))

  it('rule 34: a body that was to be connected by videoconference and was not is found', () => connected(KZ, '34'))

  it('clause 22: who was asked into the room and came is told; the clause permits it, so nothing is broken', () => {
    const at = (outcome: string) => of(WKO, '22', '2026-11-23', facts({}, { calledIn: [{ id: 'x', outcome }] }))
    expect(at('came')).toEqual([`called_in kept - ${DAY}`])
    expect(at('did_not_come')).toEqual([])
  })

  it('clause 27: a list that was not handed over before the reception is found; rule 32 wants the final one two working days before', () => {
    const waits = (profile: (typeof ACTS)[number]) => [applicationOf(profile, '2026-11-02', [booked({})])]
    const at = (profile: (typeof ACTS)[number], ...lists: object[]) =>
      of(profile, profile === WKO ? '27' : '32', '2026-11-23', {
        ...facts({}, { lists }),
        applications: waits(profile),
      })
    expect(at(WKO)).toEqual([`list broken ${DAY} -`])
    expect(at(WKO, { on: '2026-11-19', final: false })).toEqual([`list kept ${DAY} 2026-11-19`])
    expect(at(KZ, { on: '2026-11-17', final: false })).toEqual(['list broken 2026-11-18 -'])
    expect(at(KZ, { on: '2026-11-19', final: true })).toEqual(['list broken 2026-11-18 2026-11-19'])
    expect(of(WKO, '27', '2026-11-23', facts())).toEqual([])
  })
})

describe('times as they were given', () => {
  const at = (profile: (typeof ACTS)[number], clause: string, today: string, ...applications: ApplicationFact[]) =>
    of(profile, clause, today, { applications })

  it('clause 12: a time by video without consent is found, before the day as due', () => {
    const one = (agreed: string[]) => applicationOf(WKO, '2026-11-02', [booked({ mode: 'video', agreed })])
    expect(at(WKO, '12', DAY, one([]))).toEqual(['video_consent due - - no_consent'])
    expect(at(WKO, '12', DAY, one(['video']))).toEqual(['video_consent kept - -'])
    expect(at(WKO, '12', DAY, applicationOf(WKO, '2026-11-02', [booked({})]))).toEqual([])
  })

  it('clause 13: a time in person under a restriction is found', () => {
    const restrictions = [{ from: day('2026-11-16'), to: null, ground: 'pandemic', act: '1' }] as const
    const one = (mode: string) => applicationOf(WKO, '2026-11-02', [booked({ mode })])
    const under = (mode: string) => of(WKO, '13', '2026-11-19', { restrictions, applications: [one(mode)] })
    expect(under('in_person')).toEqual(['video_alone due - - in_person'])
    expect(under('video')).toEqual(['video_alone kept - -'])
    expect(of(WKO, '12', '2026-11-19', { restrictions, applications: [one('video')] })).toEqual([])
  })

  it('rule 27: who was decided on to be received by another and did not agree is found', () => {
    const appointed: Step = ['2026-11-04', 'appointed', { officialId: 'o2', video: false }]
    const one = (agreed: string[]) => applicationOf(KZ, '2026-11-02', [appointed, booked({ agreed })])
    expect(at(KZ, '27', DAY, one([]))).toEqual(['acting_consent due - - no_consent'])
    expect(at(KZ, '27', DAY, one(['other_official']))).toEqual(['acting_consent kept - -'])
  })

  it('clause 26: a briefing written later than five working days before the reception is found', () => {
    const written = (on: string): Step => [on, 'briefed', { proposal: 'receive' }, { summary: 'x' }]
    const one = (...steps: Step[]) => applicationOf(WKO, '2026-11-02', [booked({}), ...steps])
    expect(at(WKO, '26', '2026-11-12', one())).toEqual(['briefing due 2026-11-13 -'])
    expect(at(WKO, '26', '2026-11-16', one())).toEqual(['briefing broken 2026-11-13 -'])
    expect(at(WKO, '26', '2026-11-16', one(written('2026-11-12')))).toEqual(['briefing kept 2026-11-13 2026-11-12'])
    expect(at(WKO, '26', '2026-11-18', one(written('2026-11-16')))).toEqual(['briefing broken 2026-11-13 2026-11-16'])
  })

  it('clause 28: a time given on the same day before who applied earlier is found, unless there was a reason', () => {
    const one = (key: string, on: string, booking: object, bookedOn?: string) =>
      applicationOf(WKO, on, [booked(booking, bookedOn)], { key })
    const early = one('early', '2026-11-02', { time: '11:00' })
    const late = (change: object = {}, bookedOn?: string) =>
      one('late', '2026-11-03', { time: '10:00', ...change }, bookedOn)
    expect(at(WKO, '28', DAY, early, late())).toEqual([`order broken - ${DAY} out_of_order`, `order kept - ${DAY}`])
    expect(at(WKO, '28', DAY, early, late({ hand: 'health' }))).toHaveLength(2)
    for (const lawful of [
      [early, late({ hand: 'health' })],
      [early, late({}, '2026-11-06')],
      [one('early', '2026-11-02', { time: '11:00', hand: 'asked' }), late()],
    ])
      expect(at(WKO, '28', DAY, ...lawful).filter(line => line.includes('broken'))).toEqual([])
  })

  it('rule 16: what a reception did not settle is told until it is laid out in writing and handed in there', () => {
    const visit = 'visit:20261120-0000000000000000-0001'
    const base = applicationOf(KZ, '2026-11-02')
    const received = (result: string) =>
      ({ ...base, received: DAY, result, registered: { ...base.registered, visit } }) as unknown as ApplicationFact
    const written = applicationOf(KZ, '2026-11-23', [], { key: 'two', registration: { atReception: visit as never } })
    expect(at(KZ, '16', '2026-11-23', received('instruction'))).toEqual(['written_down due - -'])
    expect(at(KZ, '16', '2026-11-23', received('instruction'), written)).toEqual(['written_down kept - 2026-11-23'])
    expect(at(KZ, '16', '2026-11-23', received('satisfied'))).toEqual([])
  })

  it('rule 7: whoever was received for another without powers is found', () => {
    const one = (powers: object | null, received: string | null) =>
      ({
        ...applicationOf(KZ, '2026-11-02', [], {
          registration: { represented: true },
          personal: { powers: powers as never },
        }),
        received,
      }) as ApplicationFact
    const powers = { document: 'proxy', number: '1', issuer: '', issued: null, validTo: null, scope: '' }
    expect(at(KZ, '7', DAY, one(null, null))).toEqual(['powers due - -'])
    expect(at(KZ, '7', DAY, one(null, DAY))).toEqual(['powers broken - - powers'])
    expect(at(KZ, '7', DAY, one(powers, DAY))).toEqual(['powers kept - 2026-11-02'])
  })
})
