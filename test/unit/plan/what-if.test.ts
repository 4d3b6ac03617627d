import { describe, expect, test } from 'vitest'
import { withActs } from '#shared/plan/apply.ts'
import type { BrokenDuty } from '#shared/plan/duties.ts'
import { placedOf } from '#shared/plan/placed.ts'
import { actsOfWhatIf, type Hypothesis, isInvented, WHAT_IF, whatIf, withHypothesis } from '#shared/plan/what-if.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { away, booking, frozen, person, planOf, reception } from '#test/fixtures/plan.ts'

const R = reception('r', '1', '2026-10-16')
const NEXT = reception('n', '1', '2026-11-20')
const day = (text: string) => PlainDate.parse(text)
const OCTOBER = { from: day('2026-10-12'), to: day('2026-10-31') }

const REAL = frozen(
  planOf({
    receptions: [
      R,
      NEXT,
      reception('v', '2', '2026-10-13'),
      reception('w', '3', '2026-10-07', { mode: 'video', link: 'L' }),
    ],
    people: [
      person(1, { booking: booking(R, '10:00'), told: true }),
      person(2, { booking: booking(R, '10:20') }),
      person(3),
    ],
  }),
)
const AWAY: Hypothesis = { kind: 'official_away', officialId: '1', ...OCTOBER, acting: null }
const duties = (list: readonly BrokenDuty[]) =>
  list.map(({ duty, application, month }) => [duty, (application ?? month)?.slice(-4)])

describe('the akim would be away', () => {
  const found = whatIf(REAL, AWAY)

  test('the duties it alone breaks are told, and what the best repair leaves of them', () => {
    expect(duties(found.broken)).toEqual([
      ['answer', '0002'],
      ['call', '0001'],
      ['monthly', '6-10'],
    ])
    expect(
      found.repair.moves.map(one => [one.person.order.slice(-1), one.offer.booking.reception, one.offer.booking.time]),
    ).toEqual([
      ['1', 'n', '10:00'],
      ['2', 'n', '10:20'],
    ])
    expect(found.repair.fills.map(one => [one.person.order.slice(-1), one.booking.reception])).toEqual([['3', 'n']])
    expect(duties(found.left)).toEqual([['monthly', '6-10']])
  })

  test('applied under its own key it comes true; dropped, the real plan is what it was (it is frozen: a touch would throw)', () => {
    const acts = actsOfWhatIf(found, 'real')
    expect(JSON.stringify(acts)).not.toContain(WHAT_IF)
    const after = withActs(REAL, acts)
    expect(after.absences).toMatchObject([{ key: 'real', ground: 'other', toldOn: REAL.today }])
    expect(placedOf(after).toCall).toEqual([])
    expect(after.people.map(one => one.booking?.because ?? null)).toEqual(['real', 'real', null])
    expect(REAL.absences).toEqual([])
    expect(placedOf(REAL).at.get('r')).toHaveLength(2)
  })
})

test('who lost the time before, or for nothing that stands, is not moved in the name of the hypothesis', () => {
  const W = reception('w', '3', '2026-10-07')
  const later = reception('x', '3', '2026-11-18')
  const plan = planOf({
    receptions: [R, NEXT, W, later],
    absences: [away('ill', '3', '2026-10-07', '2026-10-07')],
    people: [
      person(1, { booking: booking(R, '10:00') }),
      person(2, { appointed: { officialId: '3', video: false }, booking: booking(W, '10:00') }),
      person(3, { booking: { ...booking(R, '10:20'), reception: 'gone' } }),
    ],
  })
  const becauses = (hypothesis: Hypothesis) =>
    whatIf(plan, hypothesis).repair.moves.map(one => [one.person.order.slice(-1), one.offer.booking.because])
  expect(becauses(AWAY)).toEqual([
    ['1', WHAT_IF],
    ['2', 'ill'],
    ['3', null],
  ])
  expect(becauses({ kind: 'more_people', officialId: '1', count: 1 })).toEqual([
    ['2', 'ill'],
    ['3', null],
  ])
})

test('a restriction turns receptions to video: it counts no more for the month (clauses 6, 13), and needs its act to be applied', () => {
  const found = whatIf(REAL, { kind: 'restricted', from: OCTOBER.from, to: null })
  expect(found.changed.map(one => [one.id, one.mode, one.link])).toEqual([
    ['v', 'video', 'L'],
    ['r', 'video', 'L'],
    ['n', 'video', 'L'],
  ])
  expect(duties(found.broken)).toEqual(
    expect.arrayContaining([
      ['monthly', '6-10'],
      ['monthly', '6-11'],
    ]),
  )
  expect(() => actsOfWhatIf(found, 'real')).toThrow(RangeError)
  const acts = actsOfWhatIf(found, 'real', { restriction: { ground: 'pandemic', act: 'No. 1' } })
  expect(acts.map(one => one.type)).toEqual([
    'restriction.set',
    'schedule.changed',
    'schedule.changed',
    ...found.repair.acts.map(() => 'application.booked'),
  ])
})

test('a lost room or link is made good by another one, and nothing is broken', () => {
  const room = whatIf(REAL, { kind: 'room_lost', room: '301', ...OCTOBER })
  expect(room.changed).toMatchObject([{ id: 'r', room: '302' }])
  expect(room.broken).toEqual([])
  const link = whatIf(REAL, { kind: 'link_lost', link: 'L', from: day('2026-10-06'), to: day('2026-10-08') })
  expect([link.changed, link.broken.length]).toEqual([[], 0])
})

test('more people than there are times: those for whom none can be told are counted, nobody made up is ever acted on', () => {
  const found = whatIf(REAL, { kind: 'more_people', officialId: '1', count: 6 })
  expect(found.repair.fills).toHaveLength(4)
  expect(found.left.map(one => [one.duty, isInvented(one.application!)])).toEqual(Array(3).fill(['answer', true]))
  expect(actsOfWhatIf(found, 'real').map(one => one.entity)).toEqual([person(3).application])
})

test('the copy shares nothing that is changed with the plan', () => {
  const { plan } = withHypothesis(REAL, AWAY)
  expect(plan).not.toBe(REAL)
  expect(REAL).toEqual(structuredClone(REAL))
})
