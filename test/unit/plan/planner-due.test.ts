import { expect, test } from 'vitest'
import { plannerDue } from '#renderer/features/plan/due/planner-due.ts'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import { boardOf } from '#shared/plan/readiness.ts'
import { foldReception, type ReceptionState } from '#shared/reception/transitions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { booking, person, planOf, reception, TODAY } from '#test/fixtures/plan.ts'

const NOTHING_DONE = foldReception([])
const day = (text: string) => PlainDate.parse(text)

function board(date: string, briefedOn: PlainDate | null, state: ReceptionState = NOTHING_DONE) {
  const at = reception('r', '1', date)
  const visitors = [person(1, { booking: booking(at, '10:00'), briefedOn })].map(one => ({
    ...{ person: one, interpreter: false, foreign: false },
  }))
  return boardOf({ plan: planOf({ receptions: [at] }), reception: at, visitors, state, invitedByAct: [] })
}
const due = (boards: Parameters<typeof plannerDue>[0], toCall = 0) => plannerDue(boards, toCall, TODAY, SEED_CALENDAR)

test('a briefing is told of the working day before its last day, is late after it, and is not told of once written (clause 26)', () => {
  // Five working days before Tuesday the 13th is Tuesday the 6th, the day after today.
  expect(due([board('2026-10-13', null)])).toEqual([
    { kind: 'briefings', number: 1, by: day('2026-10-06'), isLate: false },
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
  expect(due([board('2026-12-15', TODAY, state)], 2)).toMatchObject([
    { kind: 'to_call', number: 2, by: null, isLate: true },
    { kind: 'report', number: 1, by: '2026-10-07', isLate: false },
  ])
  expect(due([board('2026-12-15', TODAY, told)])).toEqual([])
})
