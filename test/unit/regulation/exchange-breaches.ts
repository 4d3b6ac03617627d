import { foldCallCentre } from '#shared/callcentre/transitions.ts'
import { entityId, type Noun } from '#shared/change/action.ts'
import { foldDemand } from '#shared/demand/transitions.ts'
import { foldFeedback } from '#shared/feedback/transitions.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { recordsOf } from '#test/fixtures/compliance.ts'
import { sampleAction } from '../change/sample-actions.ts'

const first = (noun: Noun, key: string, type: string, body: Record<string, unknown>) => [
  sampleAction(1, noun, key, `${noun}.${type}`, body),
]

/** How a demand due on 25 November stands on a day. */
export function demandedBy(today: string): string[] {
  const demand = {
    ...{ addressee: { unit: null, body: 'police', officialId: null }, purpose: 'practice', application: null },
    ...{ reception: null, on: '2026-11-20', dueOn: '2026-11-25', way: 'letter', text: 'Құжаттар' },
  }
  const state = foldDemand(first('demand', 'd', 'made', { demand }))
  const demands = [{ ...state, id: entityId('demand', 'd') }]
  return recordsOf('WKO-2020/2023', '31', today, { demands }).map(one => one.state)
}

/** How an exchange stands on a day that was to be gone on with on 24 November. */
export function followedBy(profile: ProfileId, today: string): string[] {
  const feedback = {
    ...{ application: 'application:a1', direction: 'to_applicant', channel: 'phone', kind: 'information' },
    ...{ on: '2026-11-20', at: '10:00', reached: true, followUp: '2026-11-24', reception: null },
  }
  const state = foldFeedback(first('feedback', 'f', 'noted', { request: '0'.repeat(16), feedback }))
  const exchanges = [{ ...state, id: entityId('feedback', 'f') }]
  return recordsOf(profile, profile === 'KZ-2026' ? '39' : '37', today, { exchanges }).map(one => one.state)
}

/** How an interruption of the call centre in a quarantine stands, where callers were told this other way. */
export function callCentreOf(way: string): string[] {
  const on = '2026-11-20'
  const mode = { ground: 'quarantine', act: { number: '1', on }, from: on, to: null }
  const interruption = { from: { on, at: '10:00' }, cause: 'line', way }
  const callCentre = [
    { ...foldCallCentre(first('callcentre', 'm', 'declared', { mode })), id: entityId('callcentre', 'm') },
    { ...foldCallCentre(first('callcentre', 'c', 'interrupted', { interruption })), id: entityId('callcentre', 'c') },
  ]
  return recordsOf('WKO-2020/2023', '37', '2026-11-23', { callCentre }).map(one => one.state)
}
