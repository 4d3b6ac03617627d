import { describe, expect, it } from 'vitest'
import type { Action } from '#shared/change/action.ts'
import { findUnchecked, foldVisit, toOverrule, VISIT_ACTS } from '#shared/visit/transitions.ts'
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
  members: 0,
}
const MATCHED = {
  member: null,
  result: 'matched',
  document: 'id_card',
  expired: false,
  digital: false,
  powers: 'not_needed',
}
const PERSONAL = { number: '', issuer: '', validTo: null, powersNumber: '', powersValidTo: null, comment: 'x' }

const BODIES: Record<string, Record<string, unknown>> = {
  'visit.checked_in': { visit: CHECK_IN },
  'visit.identity_checked': { check: MATCHED },
  'visit.called': { call: { room: '105', reason: 'arrival' } },
  'visit.finished': { result: 'explained' },
  'visit.finish_undone': { ground: 'mistake' },
  'visit.parked': { ground: 'documents' },
  'visit.forwarded': { forwarding: { officialId: 'o2', helper: null, ground: 'competence' } },
  'visit.served_on_paper': {
    reception: {
      startedAt: '2026-11-23T05:00:00.000Z',
      finishedAt: '2026-11-23T05:20:00.000Z',
      room: '301',
      result: 'explained',
    },
  },
  'visit.admitted': { admission: { overruled: [{ member: null, fault: 'mismatch' }] } },
}

const PERSONALS: Record<string, Record<string, unknown>> = {
  'visit.identity_checked': PERSONAL,
  'visit.admitted': { reason: 'Басшының шешімі' },
}

type Act = string | [type: string, body: Record<string, unknown>]

function visit(...types: readonly Act[]): Action[] {
  return types.map((one, index) => {
    const [type, body] = typeof one === 'string' ? [one, BODIES[one] ?? {}] : one
    const value = PERSONALS[type] ?? null
    const personal = value === null ? null : { subject: SUBJECT, value }
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
    ['with a document past its term', ['visit.checked_in', checked({ expired: true })]],
    ['with expired powers', ['visit.checked_in', checked({ powers: 'expired' })]],
    ['with powers that were not shown', ['visit.checked_in', checked({ powers: 'missing' })]],
  ])('%s', (_, acts) => {
    expect(VISIT_ACTS[foldVisit(visit(...acts)).status]).not.toContain('visit.called')
    // Nor does an action of a desk that had not heard of it make a call.
    expect(foldVisit(visit(...acts, 'visit.called')).calls).toBe(0)
  })

  it('powers are never overruled, whatever else stopped', () => {
    const barred = visit('visit.checked_in', checked({ result: 'mismatch', powers: 'expired' }), 'visit.admitted')
    expect(foldVisit(barred)).toMatchObject({ status: 'barred', admission: null })
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

describe('who steps out or goes on', () => {
  const waiting: Act[] = ['visit.checked_in', 'visit.identity_checked']

  it('keeps the arrival while out, cannot be called, and begins the count of calls anew', () => {
    const out = foldVisit(visit(...waiting, 'visit.called', 'visit.called', 'visit.parked'))
    expect(out).toMatchObject({ status: 'parked', parked: 'documents', callsInRow: 2 })
    expect(VISIT_ACTS.parked).not.toContain('visit.called')
    const back = foldVisit(visit(...waiting, 'visit.called', 'visit.called', 'visit.parked', 'visit.returned'))
    expect(back).toMatchObject({ status: 'waiting', parked: null, callsInRow: 0, calls: 2, arrivedAt: out.arrivedAt })
  })

  it('stands in the new line by the arrival, as one without a time; where he was stays recorded', () => {
    const before = foldVisit(visit(...waiting))
    const gone = foldVisit(visit(...waiting, 'visit.called', 'visit.started', 'visit.forwarded'))
    expect(gone).toMatchObject({
      status: 'waiting',
      checkIn: { officialId: 'o2', booked: null },
      arrivedAt: before.arrivedAt,
      startedAt: null,
      call: null,
      forwarded: [{ from: 'o1', officialId: 'o2', ground: 'competence' }],
    })
    expect(gone.forwarded[0]?.startedAt).not.toBeNull()
  })

  it('who stepped out and is sent on is still out, and is called only once back', () => {
    const out = foldVisit(visit(...waiting, 'visit.parked', 'visit.forwarded'))
    expect(out).toMatchObject({ status: 'parked', parked: 'documents', checkIn: { officialId: 'o2' } })
    const back = foldVisit(visit(...waiting, 'visit.parked', 'visit.forwarded', 'visit.returned'))
    expect(back).toMatchObject({ status: 'waiting', parked: null })
  })

  it('who did not pass the check does not go on either', () => {
    expect(foldVisit(visit('visit.checked_in', 'visit.forwarded')).checkIn?.officialId).toBe('o1')
  })
})

describe('a visitor of the emergency pack', () => {
  const AT = '2026-11-23T03:10:00.000Z'
  const onPaper: Act[] = [['visit.checked_in', { visit: { ...CHECK_IN, paper: { at: AT } } }]]

  it('came when the talon says, and was received as the sheet says', () => {
    expect(foldVisit(visit(...onPaper)).arrivedAt).toBe(AT)
    expect(foldVisit(visit(...onPaper, 'visit.identity_checked', 'visit.served_on_paper'))).toMatchObject({
      status: 'finished',
      startedAt: '2026-11-23T05:00:00.000Z',
      result: 'explained',
    })
  })

  it('was not received without a check; nobody else was received on paper', () => {
    expect(foldVisit(visit(...onPaper, 'visit.served_on_paper')).status).toBe('arrived')
    const usual = visit('visit.checked_in', 'visit.identity_checked', 'visit.served_on_paper')
    expect(foldVisit(usual).status).toBe('waiting')
  })

  it('of which the end is taken back is entered anew from the paper: nobody came into a room since', () => {
    const undone = ['visit.identity_checked', 'visit.served_on_paper', 'visit.finish_undone']
    const state = foldVisit(visit(...onPaper, ...undone))
    expect(state).toMatchObject({
      status: 'waiting',
      startedAt: null,
      finishedAt: null,
      result: null,
      heldOnPaper: null,
    })
    expect(foldVisit(visit(...onPaper, ...undone, 'visit.finished')).status).toBe('waiting')
    expect(foldVisit(visit(...onPaper, ...undone, 'visit.served_on_paper'))).toMatchObject({
      status: 'finished',
      finishedAt: '2026-11-23T05:20:00.000Z',
      heldOnPaper: { room: '301' },
    })
  })
})

describe('the lead lets in', () => {
  const mismatch: Act[] = ['visit.checked_in', checked({ result: 'mismatch' })]

  it('who was stopped, with the reason kept', () => {
    const state = foldVisit(visit(...mismatch, 'visit.admitted'))
    expect(state).toMatchObject({ status: 'waiting', admission: { reason: 'Басшының шешімі', user: 'u1' } })
    expect(foldVisit(visit(...mismatch, 'visit.admitted', 'visit.left', 'visit.returned')).status).toBe('waiting')
  })

  it('nobody who has only come, nor who passed', () => {
    expect(foldVisit(visit('visit.checked_in', 'visit.admitted'))).toMatchObject({ status: 'arrived', admission: null })
    const passed = visit('visit.checked_in', 'visit.identity_checked', 'visit.admitted')
    expect(foldVisit(passed).admission).toBeNull()
  })

  it('no further than the next check, which begins anew', () => {
    const again = visit(...mismatch, 'visit.admitted', checked({ result: 'no_document', document: null }))
    expect(foldVisit(again)).toMatchObject({ status: 'stopped', admission: null })
  })
})

describe('a delegation', () => {
  const came: Act[] = [['visit.checked_in', { visit: { ...CHECK_IN, members: 2 } }]]
  const member = (place: number, check: Record<string, unknown> = {}) => checked({ member: place, ...check })
  const status = (...acts: Act[]) => foldVisit(visit(...came, ...acts)).status

  it('is not called while one of it is unchecked', () => {
    const two = visit(...came, checked({}), member(0), 'visit.called')
    expect(foldVisit(two)).toMatchObject({ status: 'arrived', calls: 0 })
    expect(findUnchecked(foldVisit(two))).toBe(1)
    expect(status(checked({}), member(0), member(1))).toBe('waiting')
  })

  it('is checked in any order, each by name of the place; who did not come is marked so', () => {
    const state = foldVisit(visit(...came, member(1, { result: 'absent', document: null }), checked({}), member(0)))
    expect(state.checks.map(check => [check.member, check.result])).toEqual([
      [null, 'matched'],
      [0, 'matched'],
      [1, 'absent'],
    ])
    expect([state.status, findUnchecked(state)]).toEqual(['waiting', undefined])
  })

  it('is stopped as a whole by one of it, and the decision names every fault', () => {
    const state = foldVisit(
      visit(...came, checked({ expired: true }), member(0, { result: 'mismatch', expired: true }), member(1)),
    )
    expect(state.status).toBe('stopped')
    expect(toOverrule(state)).toEqual([
      { member: null, fault: 'expired' },
      { member: 0, fault: 'mismatch' },
      { member: 0, fault: 'expired' },
    ])
    expect(status(checked({}), member(0, { result: 'mismatch' }), member(0), member(1))).toBe('waiting')
  })

  it('does not wait for the others where powers stop it; and knows nobody beyond its number', () => {
    expect(status(checked({ powers: 'missing' }))).toBe('barred')
    expect(status(checked({ powers: 'missing' }), checked({}))).toBe('arrived')
    expect(status(checked({}), member(0), member(2))).toBe('arrived')
  })
})

it('an end by mistake is taken back: the visitor is with the official again', () => {
  const received: Act[] = ['visit.checked_in', 'visit.identity_checked', 'visit.called', 'visit.started']
  const state = foldVisit(visit(...received, 'visit.finished', 'visit.finish_undone'))
  expect(state).toMatchObject({ status: 'served', result: null, finishedAt: null, calls: 1 })
  expect(foldVisit(visit(...received, 'visit.finish_undone', 'visit.finished')).status).toBe('finished')
})
