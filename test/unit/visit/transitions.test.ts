import { describe, expect, it } from 'vitest'
import type { Action } from '#shared/change/action.ts'
import { foldVisit, VISIT_ACTS } from '#shared/visit/transitions.ts'
import { SUBJECT, sampleAction } from '../change/sample-actions.ts'

const CHECK_IN = {
  request: 'k3j9x0qpl2m4n6rb',
  ticket: { letter: 'А', serial: 14 },
  day: '2026-11-23',
  application: 'application:a1',
  officialId: 'o1',
  booked: null,
  outOfTurn: false,
  language: 'kk',
}
const MATCHED = { result: 'matched', document: 'id_card', expired: false, digital: false, powers: 'not_needed' }
const PERSONAL = { number: '', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: 'x' }

const BODIES: Record<string, Record<string, unknown>> = {
  'visit.checked_in': { visit: CHECK_IN },
  'visit.identity_checked': { check: MATCHED },
  'visit.called': { call: { room: '105', reason: 'arrival' } },
  'visit.finished': { result: 'explained' },
}

type Act = string | [type: string, body: Record<string, unknown>]

function visit(...types: readonly Act[]): Action[] {
  return types.map((one, index) => {
    const [type, body] = typeof one === 'string' ? [one, BODIES[one] ?? {}] : one
    const personal = type === 'visit.identity_checked' ? { subject: SUBJECT, value: PERSONAL } : null
    return sampleAction(index + 1, 'visit', 'v1', type, body, { personal })
  })
}

const checked = (check: Record<string, unknown>): [string, Record<string, unknown>] => [
  'visit.identity_checked',
  { check: { ...MATCHED, ...check } },
]

describe('no recorded check, no call', () => {
  it.each<[string, Act[]]>([
    ['without a check', ['visit.checked_in']],
    ['with a document of another', ['visit.checked_in', checked({ result: 'mismatch' })]],
    ['without a document', ['visit.checked_in', checked({ result: 'no_document', document: null })]],
    ['with expired powers', ['visit.checked_in', checked({ powers: 'expired' })]],
    ['with powers that were not shown', ['visit.checked_in', checked({ powers: 'missing' })]],
  ])('%s', (_, acts) => {
    expect(VISIT_ACTS[foldVisit(visit(...acts)).status]).not.toContain('visit.called')
    // Nor does an action of a desk that had not heard of it make a call.
    expect(foldVisit(visit(...acts, 'visit.called')).calls).toBe(0)
  })

  it('an expired identity document does not stop', () => {
    expect(foldVisit(visit('visit.checked_in', checked({ expired: true }))).status).toBe('waiting')
  })

  it('a check that did not pass is made good by another', () => {
    const actions = visit(
      'visit.checked_in',
      checked({ result: 'no_document', document: null }),
      'visit.identity_checked',
    )
    expect(foldVisit(actions).status).toBe('waiting')
  })
})

describe('a visit', () => {
  it('goes from the door to the end', () => {
    const state = foldVisit(
      visit('visit.checked_in', 'visit.identity_checked', 'visit.called', 'visit.started', 'visit.finished'),
    )
    expect(state).toMatchObject({ status: 'finished', calls: 1, result: 'explained', call: { room: '105' } })
  })

  it('a call taken back leaves no trace in the count, and the place is kept', () => {
    const state = foldVisit(visit('visit.checked_in', 'visit.identity_checked', 'visit.called', 'visit.call_undone'))
    expect(state).toMatchObject({ status: 'waiting', calls: 0, call: null })
  })

  it('a second call is a recall, and who misses it may come back', () => {
    const missed = ['visit.checked_in', 'visit.identity_checked', 'visit.called', 'visit.called', 'visit.missed']
    expect(foldVisit(visit(...missed))).toMatchObject({ status: 'missed', calls: 2 })
    expect(foldVisit(visit(...missed, 'visit.returned')).status).toBe('waiting')
  })

  it('who left unchecked comes back unchecked', () => {
    expect(foldVisit(visit('visit.checked_in', 'visit.left', 'visit.returned')).status).toBe('arrived')
  })
})
