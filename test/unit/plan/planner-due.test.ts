import { expect, test } from 'vitest'
import { plannerDue } from '#renderer/features/plan/due/planner-due.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { ToCall } from '#shared/plan/placed.ts'
import { boardOf } from '#shared/plan/readiness.ts'
import { fallen, type WhyFallen } from '#shared/plan/stands.ts'
import { foldReception, type ReceptionState } from '#shared/reception/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { booking, person, planOf, reception, TODAY } from '#test/fixtures/plan.ts'

const NOTHING_DONE = foldReception([])
const day = (text: string) => PlainDate.parse(text)

function board(date: string, briefedOn: PlainDate | null, state: ReceptionState = NOTHING_DONE, today = TODAY) {
  const at = reception('r', '1', date)
  const visitors = [person(1, { booking: booking(at, '10:00'), briefedOn })].map(one => ({
    ...{ person: one, interpreter: false, foreign: false },
  }))
  return boardOf({
    plan: planOf({ receptions: [at], today }),
    reception: at,
    visitors,
    state,
    letters: [],
    invitedByAct: [],
  })
}
const due = (boards: Parameters<typeof plannerDue>[0], toCall: readonly ToCall[] = [], today = TODAY) =>
  plannerDue(boards, toCall, today, SEED_CALENDAR)

test('a briefing is told of the working day before its last day, is late after it, and is not told of once written (clause 26)', () => {
  // Five working days before Tuesday the 13th is Tuesday the 6th, the day after today.
  expect(due([board('2026-10-13', null)])).toMatchObject([
    {
      kind: 'briefings',
      number: 1,
      term: { by: day('2026-10-06') },
      clauses: [{ clause: { clause: '26' } }],
      isLate: false,
    },
  ])
  expect(due([board('2026-10-14', null)])).toEqual([])
  expect(due([board('2026-10-09', null)])).toMatchObject([{ kind: 'briefings', isLate: true }])
  expect(due([board('2026-10-09', TODAY)])).toEqual([])
})

test('a refusal is told of until it is reported (clause 20); who is to be called stands first', () => {
  const invited = { body: 'police', on: TODAY, video: false, letter: '' }
  const refused = { body: 'police', outcome: 'refused' as const, on: TODAY, note: '' }
  const state = { ...NOTHING_DONE, invited: [{ ...invited, answers: [refused], reported: null }] }
  const reported = { body: 'police', on: TODAY, letter: '' }
  const told = { ...NOTHING_DONE, invited: [{ ...invited, answers: [refused], reported }] }
  const called = (number: number, code: WhyFallen) => ({
    person: { ...person(number), booking: booking(reception('r', '1', '2026-12-15'), null) },
    ...fallen(code, 'WKO-2020/2023'),
  })
  const toCall = [called(1, 'official_absent'), called(2, 'official_absent'), called(3, 'time_gone')]
  expect(due([board('2026-12-15', TODAY, state)], toCall)).toMatchObject([
    { kind: 'to_call', number: 3, term: null, clauses: [{ clause: { clause: '15' } }], isLate: true },
    { kind: 'report', number: 1, term: { by: '2026-10-07' }, clauses: [{ clause: { clause: '20' } }], isLate: false },
  ])
  expect(due([board('2026-12-15', TODAY, told)])).toEqual([])
  // The day of the reception passes, and it is owed still.
  const after = day('2026-10-19')
  expect(due([board('2026-10-16', null, state, after)], [], after)).toMatchObject([
    { kind: 'report', number: 1, term: { by: '2026-10-07' }, isLate: true },
  ])
  expect(due([board('2026-10-16', null, told, after)], [], after)).toEqual([])
})

test('that a central body was asked is told to each applicant from the first, until the letters are sent (clause 19)', () => {
  const invited = { body: 'ministry', on: TODAY, video: true, letter: '', answers: [], reported: null }
  const waits = board('2026-12-15', TODAY, { ...NOTHING_DONE, invited: [invited] })
  expect(due([waits])).toMatchObject([
    { kind: 'notice', number: 1, term: { by: '2026-10-07' }, clauses: [{ clause: { clause: '19' } }], isLate: false },
  ])
  const sent = waits.bodies.map(one => ({ ...one, told: one.told.map(of => ({ ...of, state: 'sent' as const })) }))
  expect(due([{ ...waits, bodies: sent }])).toEqual([])
})
