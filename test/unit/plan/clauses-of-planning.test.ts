import { describe, expect, test } from 'vitest'
import { SEED_CALENDAR } from '#shared/calendar/seed.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { withActs } from '#shared/plan/apply.ts'
import { actsOfAbsence, cascadeOf, cascadeOfRestriction } from '#shared/plan/cascade.ts'
import { brokenDuties } from '#shared/plan/duties.ts'
import { fillTimes } from '#shared/plan/fill.ts'
import type { Plan, PlannedPerson } from '#shared/plan/model.ts'
import { placedOf } from '#shared/plan/placed.ts'
import { boardOf } from '#shared/plan/readiness.ts'
import { toldOf } from '#shared/plan/told.ts'
import { foldReception, type Invited, type ReceptionState } from '#shared/reception/transitions.ts'
import { findingsOf } from '#shared/schedule/findings.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { away, booking, person, planOf, reception, restriction } from '#test/fixtures/plan.ts'
import { official, scheduleOf } from '#test/fixtures/schedule.ts'

const R = reception('r', '1', '2026-10-16')
const VIDEO = reception('v', '1', '2026-10-16', { mode: 'video', link: 'L' })
const day = (text: string) => PlainDate.parse(text)
const of = (profile: ProfileId, n: number, change: Partial<PlannedPerson> = {}) => person(n, { profile, ...change })

/** An officer receives outside the schedule: what stands in the way, and by which clause. */
function outside(who: string, instruction: object | null) {
  const officials = [official('1', 'akim', null), official('2', 'deputy_akim', null)]
  const schedule = scheduleOf('2026-10', [['x', who, '2026-10-20', { kind: 'off_schedule', instruction }]])
  return findingsOf(schedule, officials, SEED_CALENDAR)
    .filter(({ severity }) => severity === 'error')
    .map(({ kind, clause }) => `${kind} ${clause}`)
}

/** Who of two is given a time by video: the first agreed, the second did not. */
function byVideo(profile: ProfileId) {
  const agreed = { officialId: '1', video: true }
  const people = [of(profile, 1, { appointed: agreed }), of(profile, 2)]
  return fillTimes(planOf({ profile, receptions: [VIDEO], people })).proposed.map(one => one.person.order.slice(-1))
}

/** A restriction over the day of a reception: how it goes on, and what its visitor has to agree to. */
function restricted(profile: ProfileId) {
  const plan = planOf({ profile, receptions: [R], people: [of(profile, 1, { booking: booking(R, '10:00') })] })
  const { changed, affected } = cascadeOfRestriction(plan, restriction('x', '2026-10-10', null))
  const [one] = affected
  return [changed[0]?.mode, one?.fallen.clause?.clause, one?.offer?.needs, fillTimes(plan).proposed.length]
}

/** The nearest date for who is booked with an official who drops out, once everything is entered. */
function afterAbsence(profile: ProfileId) {
  const next = reception('n', '1', '2026-11-20')
  const plan = planOf({ profile, receptions: [R, next], people: [of(profile, 1, { booking: booking(R, '10:00') })] })
  const gone = away('x', '1', '2026-10-16', '2026-10-16', { ground: 'trip', toldOn: '2026-10-15' })
  const after = placedOf(withActs(plan, actsOfAbsence(cascadeOf(plan, gone), gone)))
  return [toldOf(gone, R.date, plan)?.state, after.toCall.length, after.at.get('n')?.length]
}

function board(profile: ProfileId, today: string, state: Partial<ReceptionState>, change: Partial<PlannedPerson> = {}) {
  const plan: Plan = planOf({ profile, today: day(today), receptions: [R] })
  const visitors = [{ person: of(profile, 1, change), interpreter: false, foreign: false }]
  const whole = { ...foldReception([]), ...state }
  return boardOf({ plan, reception: R, visitors, state: whole, letters: [], invitedByAct: ['courts'] })
}

const REFUSED: Invited = {
  body: 'courts',
  on: day('2026-10-05'),
  video: false,
  letter: '',
  answers: [{ body: 'courts', outcome: 'refused', on: day('2026-10-06'), note: '' }],
  reported: null,
}
const codes = ({ missing }: ReturnType<typeof board>) => missing.map(({ code }) => code)
const inOrder = (profile: ProfileId) =>
  fillTimes(
    planOf({ profile, receptions: [R], people: [of(profile, 3), of(profile, 1), of(profile, 2)] }),
  ).proposed.map(one => [one.person.order.slice(-1), one.booking.time, one.clause?.clause])

describe('planning breaks no clause of the regulation', () => {
  test('clause 8: outside the schedule nobody but a deputy receives, and not without an instruction', () => {
    const instruction = { on: '2026-10-01', number: '', text: '' }
    expect(outside('1', instruction)).toEqual(['not_deputy 8'])
    expect(outside('2', null)).toEqual(['no_instruction 8'])
    expect(outside('2', instruction)).toEqual([])
  })

  test('clause 12: nobody is given a time by video who did not agree to it', () => {
    expect(byVideo('WKO-2020/2023')).toEqual(['1'])
  })

  test('clause 13: under a restriction nobody stays booked in person', () => {
    expect(restricted('WKO-2020/2023')).toEqual(['video', '13', ['video'], 0])
  })

  test('clause 15: who is told the day before is out of order, and nobody booked is forgotten', () => {
    expect(afterAbsence('WKO-2020/2023')).toEqual(['out_of_order', 0, 1])
  })

  test('clause 17: a body that was not asked is named', () => {
    expect(board('WKO-2020/2023', '2026-10-05', {}).toInvite).toEqual(['courts'])
    expect(board('WKO-2020/2023', '2026-10-05', { invited: [REFUSED] }).toInvite).toEqual([])
  })

  test('clause 20: a refusal to take part that is not reported in two working days is late', () => {
    const late = board('WKO-2020/2023', '2026-10-09', { invited: [REFUSED] })
    expect([codes(late).includes('report'), late.isLate]).toEqual([true, true])
    const reported = { ...REFUSED, reported: { body: 'courts', on: day('2026-10-08'), letter: '' } }
    expect(board('WKO-2020/2023', '2026-10-09', { invited: [reported] }).isLate).toBe(false)
  })

  test('clause 26: a reception within five working days of a briefing that is not written is told', () => {
    const people = [person(1, { booking: booking(R, '10:00'), told: true, briefedOn: null })]
    const duties = (today: string) =>
      brokenDuties(planOf({ today: day(today), receptions: [R], people })).filter(({ duty }) => duty === 'briefing')
    expect(duties('2026-10-09')).toEqual([])
    expect(duties('2026-10-12')).toMatchObject([{ clause: { clause: '26' }, by: '2026-10-09' }])
  })

  test('clause 27: who is not decided on stands in no list, and a list others were booked after is old', () => {
    const undecided = planOf({ receptions: [R], people: [person(1, { appointed: null })] })
    expect(fillTimes(undecided).proposed).toEqual([])
    const handed = { applications: [person(2).application], on: day('2026-10-12'), to: 'x', final: true, by: 'u' }
    expect(codes(board('WKO-2020/2023', '2026-10-12', { lists: [handed] }))).toContain('list_changed')
  })

  test('clause 28: nobody is given a time before who applied earlier', () => {
    expect(inOrder('WKO-2020/2023')).toEqual([
      ['1', '10:00', '28'],
      ['2', '10:20', '28'],
      ['3', '10:40', '28'],
    ])
  })
})

describe('planning breaks no rule of decree No. 663', () => {
  test('rule 18: a reception within five working days of a briefing that is not written is late', () => {
    expect(board('KZ-2026', '2026-10-12', {}, { briefedOn: null })).toMatchObject({
      isLate: true,
      briefing: { clause: { clause: '18' }, by: '2026-10-09' },
    })
  })

  test('rule 20: nobody is given a time before who applied earlier', () => {
    expect(inOrder('KZ-2026').map(([who, , clause]) => `${who} ${clause}`)).toEqual(['1 20', '2 20', '3 20'])
  })

  test('rule 21: equipment that was not looked at is missing', () => {
    expect(board('KZ-2026', '2026-10-15', {}).items.map(({ item }) => item)).toContain('equipment')
  })

  test('rule 24: nobody is given a time by video who did not agree to it', () => {
    expect(byVideo('KZ-2026')).toEqual(['1'])
  })

  test('rule 25: under a restriction nobody stays booked in person', () => {
    expect(restricted('KZ-2026')).toEqual(['video', '25', ['video'], 0])
  })

  test('rule 26: who is told the day before is out of order, and who was booked comes on the nearest date', () => {
    expect(afterAbsence('KZ-2026')).toEqual(['out_of_order', 0, 1])
  })

  test('rule 27: nobody is received by who acts without having agreed to it', () => {
    const plan = planOf({ receptions: [R], people: [of('KZ-2026', 1, { booking: booking(R, '10:00') })] })
    const [one] = cascadeOf(plan, away('x', '1', '2026-10-16', '2026-10-16')).affected
    expect(one?.offer).toMatchObject({ kind: 'acting', needs: ['other_official'], clause: { clause: '27' } })
  })

  test('rule 29: a body that did not answer is waited for', () => {
    expect(codes(board('KZ-2026', '2026-10-06', { invited: [{ ...REFUSED, answers: [] }] }))).toContain('answers')
  })

  test('rule 31: a refusal to take part that is not reported in two working days is late', () => {
    const late = board('KZ-2026', '2026-10-09', { invited: [REFUSED] })
    expect(late.bodies[0]?.report).toMatchObject({ by: '2026-10-08', clause: { clause: '31' } })
    expect(late.isLate).toBe(true)
  })

  test('rule 32: a final list that is not handed over two working days before is late', () => {
    expect(board('KZ-2026', '2026-10-14', {}).isLate).toBe(false)
    expect(board('KZ-2026', '2026-10-15', {}).isLate).toBe(true)
  })
})
