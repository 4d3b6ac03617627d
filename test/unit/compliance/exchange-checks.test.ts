import { describe, expect, it } from 'vitest'
import { foldCallCentre } from '#shared/callcentre/transitions.ts'
import { entityId, type Noun } from '#shared/change/action.ts'
import { foldDemand } from '#shared/demand/transitions.ts'
import { foldFeedback } from '#shared/feedback/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { briefly } from '#test/fixtures/compliance.ts'
import { sampleAction } from '../change/sample-actions.ts'

const WKO = 'WKO-2020/2023'

type Acted = readonly [string, string, object]
const actionsOf = (noun: Noun, key: string, acts: readonly Acted[]) =>
  acts.map(([date, type, body], place) =>
    sampleAction(place + 1, noun, key, `${noun}.${type}`, body as Record<string, unknown>, {
      date: PlainDate.parse(date),
    }),
  )
const demand = (key: string, ...acts: Acted[]) => ({
  ...foldDemand(actionsOf('demand', key, acts)),
  id: entityId('demand', key),
})
const exchange = (key: string, ...acts: Acted[]) => ({
  ...foldFeedback(actionsOf('feedback', key, acts)),
  id: entityId('feedback', key),
})
const centre = (key: string, ...acts: Acted[]) => ({
  ...foldCallCentre(actionsOf('callcentre', key, acts)),
  id: entityId('callcentre', key),
})

const MADE: Acted = [
  '2026-11-20',
  'made',
  {
    demand: {
      ...{ addressee: { unit: null, body: 'police', officialId: null }, purpose: 'practice', application: null },
      ...{ reception: null, on: '2026-11-20', dueOn: '2026-11-25', way: 'letter', text: 'Құжаттар' },
    },
  },
]
const given = (on: string, outcome = 'full'): Acted => [
  on,
  'answered',
  { answer: { outcome, on, number: '', text: '' } },
]

describe('clause 31: demanded materials', () => {
  const of = (today: string, ...acts: Acted[]) => briefly(WKO, '31', today, { demands: [demand('d1', MADE, ...acts)] })
  it('are owed until the whole of them came, late also where they came', () => {
    expect(of('2026-11-25')).toEqual(['materials due 2026-11-25 -'])
    expect(of('2026-11-26')).toEqual(['materials broken 2026-11-25 -'])
    expect(of('2026-11-26', given('2026-11-24', 'part'))).toEqual(['materials broken 2026-11-25 -'])
    expect(of('2026-11-26', given('2026-11-24'))).toEqual(['materials kept 2026-11-25 2026-11-24'])
    expect(of('2026-11-27', given('2026-11-26'))).toEqual(['materials broken 2026-11-25 2026-11-26'])
    expect(of('2026-12-27', ['2026-11-21', 'withdrawn', { ground: 'mistake' }])).toEqual([])
  })
  it('of the Rules of 2026 are additional information (rule 19)', () => {
    const facts = { demands: [demand('d1', MADE)] }
    expect(briefly('KZ-2026', '19', '2026-11-26', facts)).toEqual(['materials broken 2026-11-25 -'])
  })
})

describe('clause 37(3): what was to be gone on with', () => {
  const NOTED: Acted = [
    '2026-11-20',
    'noted',
    {
      request: '0'.repeat(16),
      feedback: {
        ...{ application: 'application:a1', direction: 'to_applicant', channel: 'phone', kind: 'information' },
        ...{ on: '2026-11-20', at: '10:00', reached: true, followUp: '2026-11-24', reception: null },
      },
    },
  ]
  it('is broken after its day, and nothing is asked of exchanges without one', () => {
    const of = (...acts: Acted[]) => briefly(WKO, '37', '2026-11-25', { exchanges: [exchange('f1', ...acts)] })
    expect(of(NOTED)).toEqual(['feedback broken 2026-11-24 -'])
    expect(of(NOTED, ['2026-11-23', 'followed_up', { exchange: null }])).toEqual([
      'feedback kept 2026-11-24 2026-11-23',
    ])
    expect(of(NOTED, ['2026-11-23', 'taken_back', { ground: 'mistake' }])).toEqual([])
    expect(briefly('KZ-2026', '39', '2026-11-25', { exchanges: [exchange('f1', NOTED)] })).toHaveLength(1)
  })
})

describe('clause 37(4): the call centre in a mode', () => {
  const MODE = centre('m', [
    '2026-11-20',
    'declared',
    { mode: { ground: 'quarantine', act: { number: '1', on: '2026-11-20' }, from: '2026-11-20', to: '2026-11-24' } },
  ])
  const cut = (on: string, way: string) =>
    centre('c', [on, 'interrupted', { interruption: { from: { on, at: '10:00' }, cause: 'line', way } }])
  const of = (...callCentre: (typeof MODE)[]) => briefly(WKO, '37', '2026-11-23', { callCentre })
  it('is broken by an interruption without another way, kept with one, and kept where there was none', () => {
    expect(of(MODE)).toEqual(['call_centre kept - 2026-11-23'])
    expect(of(MODE, cut('2026-11-21', ''))).toEqual(['call_centre broken - 2026-11-21 no_way'])
    expect(of(MODE, cut('2026-11-21', '+7 7112 50-00-00'))).toEqual(['call_centre kept - 2026-11-21'])
  })
  it('owes nothing out of a mode', () => {
    expect(of(cut('2026-11-21', ''))).toEqual([])
  })
})
