import { describe, expect, test } from 'vitest'
import { withActs } from '#shared/plan/apply.ts'
import { actsOfAbsence, cascadeOf, cascadeOfRestriction } from '#shared/plan/cascade.ts'
import { fillTimes } from '#shared/plan/fill.ts'
import type { PlannedPerson } from '#shared/plan/model.ts'
import { placedOf } from '#shared/plan/placed.ts'
import { absence, away, booking, person, planOf, reception, restriction } from '#test/fixtures/plan.ts'

const R1 = reception('r1', '1', '2026-10-16')
const R2 = reception('r2', '1', '2026-11-20')
const R3 = reception('r3', '2', '2026-10-20')

function bookedAt(at: typeof R1, times: readonly string[], change: (n: number) => Partial<PlannedPerson> = () => ({})) {
  return times.map((time, n) => person(n + 1, { booking: booking(at, time), ...change(n + 1) }))
}
const offered = (found: ReturnType<typeof cascadeOf>) =>
  found.affected.map(({ offer, why }) =>
    offer === null ? why : [offer.kind, offer.booking.date, offer.booking.time, offer.booking.officialId, offer.needs],
  )

describe('the akim falls ill on the day of his reception', () => {
  test('everybody is offered the nearest date of the akim in the order of application, then who acts, then a deputy, then nothing (clauses 15, 28; KZ-2026 rules 26, 27)', () => {
    const taken = [person(90, { booking: booking(R2, '10:00'), order: '2026-08-01' })]
    const plan = planOf({
      receptions: [R1, R2, R3],
      people: [...bookedAt(R1, ['10:40', '10:20', '10:00']), ...taken],
    })
    const found = cascadeOf(plan, away('x', '1', '2026-10-16', '2026-10-16'))
    expect(offered(found)).toEqual([
      ['same_official', '2026-11-20', '10:20', '1', []],
      ['same_official', '2026-11-20', '10:40', '1', []],
      ['acting', '2026-10-16', '10:00', '2', ['other_official']],
    ])
    expect(found.lost).toMatchObject([{ reception: { id: 'r1' }, told: { state: 'in_time' } }])
  })

  test('the acts, done, leave nobody to call but who has no offer, and nobody twice', () => {
    const plan = planOf({ receptions: [R1, R2, R3], people: bookedAt(R1, ['10:00', '10:20', '10:40']) })
    const gone = away('x', '1', '2026-10-16', '2026-10-16')
    const after = withActs(plan, actsOfAbsence(cascadeOf(plan, gone), gone))
    expect(placedOf(after).toCall).toEqual([])
    expect(
      placedOf(after)
        .at.get('r2')
        ?.map(({ booking: at }) => [at.time, at.because]),
    ).toEqual([
      ['10:00', 'x'],
      ['10:20', 'x'],
      ['10:40', 'x'],
    ])
  })
})

test('the substitute is absent too: the next one acts; nobody is left: nothing is offered, and it is said why', () => {
  const plan = planOf({ receptions: [R1], people: bookedAt(R1, ['10:00']) })
  const gone = away('x', '1', '2026-10-12', '2026-10-30')
  const both = { ...plan, absences: [away('y', '2', '2026-10-16', '2026-10-16')] }
  const all = { ...plan, absences: [...both.absences, away('z', '3', '2026-10-16', '2026-10-16')] }
  expect(offered(cascadeOf(both, gone))).toEqual([['acting', '2026-10-16', '10:00', '3', ['other_official']]])
  expect(offered(cascadeOf(all, gone))).toEqual(['all_taken'])
})

test('two absences overlap: who lost the time by the first is not told of again by the second', () => {
  const first = away('x', '1', '2026-10-12', '2026-10-16')
  const plan = planOf({ receptions: [R1], people: bookedAt(R1, ['10:00']), absences: [first] })
  expect(cascadeOf(plan, away('y', '1', '2026-10-16', '2026-10-20')).affected).toEqual([])
  expect(placedOf(plan).toCall).toMatchObject([{ because: 'x' }])
})

test('a room is lost: its receptions go on in a free room and nobody is called; where none is free, they are', () => {
  const lost = absence('x', { kind: 'room', room: '301' }, '2026-10-16', '2026-10-16', { ground: 'fault' })
  const plan = planOf({ receptions: [R1], people: bookedAt(R1, ['10:00']) })
  expect(cascadeOf(plan, lost)).toMatchObject({ changed: [{ id: 'r1', room: '302' }], affected: [] })
  const full = ['302', '303'].map((room, n) => reception(`f${n}`, String(n + 2), '2026-10-16', { room }))
  expect(cascadeOf({ ...plan, receptions: [R1, ...full] }, lost)).toMatchObject({
    changed: [],
    affected: [{ fallen: { code: 'room_absent', because: 'x' }, offer: { kind: 'substitute' } }],
  })
})

test('a restriction in mid-month: receptions go on by video at the same time for who agrees, others are to be called (clauses 12, 13)', () => {
  const plan = planOf({
    receptions: [R1, R2],
    people: bookedAt(R1, ['10:00', '10:20'], n => ({ appointed: { officialId: '1', video: n === 2 } })),
  })
  const found = cascadeOfRestriction(plan, restriction('x', '2026-10-15', '2026-10-31'))
  expect(found.changed).toMatchObject([{ id: 'r1', mode: 'video' }])
  expect(offered(found)).toEqual([
    ['same_time_video', '2026-10-16', '10:00', '1', ['video']],
    ['same_time_video', '2026-10-16', '10:20', '1', []],
  ])
  expect(found.affected[0]?.fallen).toMatchObject({ code: 'restricted', because: 'x', clause: { clause: '13' } })
})

describe('filling', () => {
  test('order of application; by video only who agreed; the briefing is kept, or its breach is noted (clauses 12, 26, 28)', () => {
    const plan = planOf({
      receptions: [reception('v', '1', '2026-10-13', { mode: 'video', link: 'L' }), R1],
      people: [person(1), person(2, { appointed: { officialId: '1', video: true } }), person(3), person(4), person(5)],
    })
    const filled = fillTimes(plan)
    expect(
      filled.proposed.map(({ person: { order }, booking: at }) => [order.slice(-1), at.reception, at.time]),
    ).toEqual([
      ['1', 'r1', '10:00'],
      ['2', 'v', '10:00'],
      ['3', 'r1', '10:20'],
      ['4', 'r1', '10:40'],
    ])
    expect(filled.left).toMatchObject([{ why: 'video_only' }])
  })
})
