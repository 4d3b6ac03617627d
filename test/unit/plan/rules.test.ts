import { describe, expect, test } from 'vitest'
import { conflictsOf } from '#shared/plan/conflicts.ts'
import { brokenDuties } from '#shared/plan/duties.ts'
import { fillTimes } from '#shared/plan/fill.ts'
import { freedOf } from '#shared/plan/freed.ts'
import type { Plan } from '#shared/plan/model.ts'
import { placedOf } from '#shared/plan/placed.ts'
import { capacityOf, timesOf } from '#shared/plan/times.ts'
import { toldOf } from '#shared/plan/told.ts'
import { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { absence, away, booking, person, planOf, reception, restriction } from '#test/fixtures/plan.ts'
import { official } from '#test/fixtures/schedule.ts'

const R = reception('r', '1', '2026-10-16')
const day = (text: string) => PlainDate.parse(text)
const calls = (plan: Plan) =>
  placedOf(plan).toCall.map(one => [one.person.order.slice(-1), one.code, one.clause?.clause])

describe('who is to be called', () => {
  test('two desks gave one time to two: the earlier applicant keeps it, or who was told by letter (clause 28)', () => {
    const two = [person(2, { booking: booking(R, '10:00') }), person(1, { booking: booking(R, '10:00') })]
    expect(calls(planOf({ receptions: [R], people: two }))).toEqual([['2', 'time_twice', '28']])
    const told = two.map(one => ({ ...one, told: one.order.endsWith('2') }))
    expect(calls(planOf({ receptions: [R], people: told }))).toEqual([['1', 'time_twice', '28']])
  })

  test('two desks gave one person two times: the last entered counts, and he is in one place', () => {
    const [first, last] = [person(1, { booking: booking(R, '10:00') }), person(1, { booking: booking(R, '10:20') })]
    const placed = placedOf(planOf({ receptions: [R], people: [first, last] }))
    expect(placed.at.get('r')?.map(one => one.booking.time)).toEqual(['10:20'])
    expect(placed.toCall).toEqual([])
  })

  test.each<[string, Partial<Plan>, object, [string, string | undefined]]>([
    ['the reception is gone', { receptions: [] }, {}, ['reception_gone', undefined]],
    [
      'its hours were cut',
      { receptions: [{ ...R, to: PlainTime.parse('10:30') }] },
      { time: '10:20' },
      ['time_gone', undefined],
    ],
    [
      'the official is away (15)',
      { absences: [away('a', '1', '2026-10-16', '2026-10-16')] },
      {},
      ['official_absent', '15'],
    ],
    [
      'the room is lost',
      { absences: [absence('a', { kind: 'room', room: '301' }, '2026-10-01', '2026-10-31')] },
      {},
      ['room_absent', undefined],
    ],
    ['only video is allowed (13)', { restrictions: [restriction('x', '2026-10-10', null)] }, {}, ['restricted', '13']],
    ['nobody agreed to video (12)', { receptions: [{ ...R, mode: 'video' }] }, { mode: 'video' }, ['no_consent', '12']],
    [
      'the official left the post',
      { officials: [official('1', 'akim', null, { until: '2026-10-15' })] },
      {},
      ['out_of_office', undefined],
    ],
    ['the official is not in the directory', { officials: [] }, {}, ['official_unknown', undefined]],
    ['the day went by', { today: day('2026-10-19') }, {}, ['not_received', undefined]],
    [
      'more are booked than it takes (28)',
      {
        receptions: [{ ...R, capacity: 1 }],
        people: [1, 2].map(n => person(n, { booking: booking(R, n === 1 ? '10:00' : '10:20') })),
      },
      {},
      ['over_capacity', '28'],
    ],
  ])('%s', (_, change, at, [code, clause]) => {
    const people = [person(1, { booking: booking(R, '10:00', at) })]
    expect(placedOf(planOf({ receptions: [R], people, ...change })).toCall).toMatchObject([
      { code, clause: clause === undefined ? null : { clause } },
    ])
  })

  test('who acts for an absent official holds the reception if the applicant agreed, and no other may (KZ-2026 rule 27)', () => {
    const absences = [away('a', '1', '2026-10-16', '2026-10-16', { acting: '2' })]
    const acting = (officialId: string, agreed: string[]) =>
      planOf({
        receptions: [R],
        absences,
        people: [person(1, { booking: booking(R, '10:00', { officialId, agreed }) })],
      })
    expect(calls(acting('2', ['other_official']))).toEqual([])
    expect(calls(acting('2', []))).toHaveLength(1)
    expect(calls(acting('4', ['other_official']))).toHaveLength(1)
  })
})

describe('times', () => {
  test('slots with their buffer, none that would outlast the reception, none in lunch', () => {
    const long = { ...R, from: PlainTime.parse('12:00'), to: PlainTime.parse('15:30'), slot: 30, buffer: 10 }
    const lunch = { from: PlainTime.parse('13:00'), to: PlainTime.parse('14:30') }
    expect(timesOf(long)).toEqual(['12:00', '12:40', '13:20', '14:00', '14:40'])
    expect(timesOf(long, lunch)).toEqual(['12:00', '14:30'])
    expect([capacityOf(long), capacityOf({ ...long, capacity: 2 })]).toEqual([5, 2])
    expect(timesOf({ ...long, to: PlainTime.parse('11:00') })).toEqual([])
  })

  test('more than there are times come without one', () => {
    const plan = planOf({ receptions: [{ ...R, capacity: 4 }], people: [1, 2, 3, 4, 5].map(n => person(n)) })
    const filled = fillTimes(plan)
    expect(filled.proposed.map(one => one.booking.time)).toEqual(['10:00', '10:20', '10:40', null])
    expect(filled.left.map(one => one.why)).toEqual(['all_taken'])
  })
})

describe('filling', () => {
  const people = [person(1), person(2, { outOfTurn: true })]

  test('times go by the order of application; out of turn as a setting alone (clauses 11, 28)', () => {
    const plan = planOf({ receptions: [R], people })
    const turns = (categoriesFirst: boolean) =>
      fillTimes(plan, { categoriesFirst }).proposed.map(one => [
        one.person.order.slice(-1),
        one.reason,
        one.clause?.clause,
      ])
    expect(turns(false)).toEqual([
      ['1', 'in_order', '28'],
      ['2', 'in_order', '28'],
    ])
    expect(turns(true)).toEqual([
      ['2', 'out_of_turn', '11'],
      ['1', 'in_order', '28'],
    ])
  })

  test('a day for which the briefing would be late is left, or taken and noted (clause 26); a day after the term of the answer is lawful (clause 29)', () => {
    const near = reception('n', '1', '2026-10-08')
    const plan = planOf({ receptions: [near, R], people: [person(1, { briefedOn: null })] })
    expect(fillTimes(plan).proposed).toMatchObject([{ booking: { reception: 'r' }, notes: [] }])
    expect(fillTimes(plan, { soonest: true }).proposed).toMatchObject([
      {
        booking: { reception: 'n' },
        notes: [{ code: 'briefing_short', clause: { clause: '26' }, params: { by: '2026-10-01' } }],
      },
    ])
    expect(fillTimes(planOf({ receptions: [near], people: plan.people })).left).toMatchObject([{ why: 'too_near' }])
    expect(person(1).answerBy < R.date).toBe(true)
  })

  test('a note tells that the answer, the final list or the language is not kept (clauses 29, 21; rule 32)', () => {
    const late = person(1, { profile: 'KZ-2026', answerBy: day('2026-10-02'), language: 'ru' })
    const plan = planOf({
      officials: [official('1', 'akim', null, { languages: ['kk'] })],
      receptions: [reception('n', '1', '2026-10-06')],
      people: [late],
    })
    const [proposed] = fillTimes(plan, { soonest: true }).proposed
    expect(proposed?.notes.map(({ code, clause }) => [code, clause?.clause])).toEqual([
      ['list_late', '32'],
      ['answer_late', '13'],
      ['other_language', undefined],
    ])
  })

  test('nothing is given of what is not held, of the same day, after a meeting unless it is named, and today', () => {
    const none = [
      reception('a', '1', '2026-10-05'),
      reception('b', '1', '2026-10-16', { kind: 'same_day' }),
      reception('c', '1', '2026-10-20'),
      reception('d', '1', '2026-10-16', { kind: 'after_meeting', from: '15:00', to: '16:00' }),
    ]
    const plan = planOf({ receptions: none, people, absences: [away('x', '1', '2026-10-20', '2026-10-20')] })
    expect(fillTimes(plan).left.map(one => one.why)).toEqual(['no_reception', 'no_reception'])
    expect(fillTimes(plan, { receptions: ['d'] }).proposed.map(one => one.booking.time)).toEqual(['15:00', '15:20'])
  })
})

test('a freed time is offered to who lost his, then to who waits, then to who comes later, each in order (clause 28); by video to who agreed', () => {
  const later = reception('l', '1', '2026-10-30')
  const people = [
    person(1, { booking: booking(later, '10:00') }),
    person(2),
    person(3, { booking: { ...booking(R, '10:00'), reception: 'gone' } }),
    person(4),
    person(5, { appointed: { officialId: '2', video: false } }),
  ]
  const plan = planOf({ receptions: [R, later], people })
  const offered = freedOf(plan, 'r', PlainTime.parse('10:20')).map(one => [one.person.order.slice(-1), one.reason])
  expect(offered).toEqual([
    ['3', 'time_lost'],
    ['2', 'waiting'],
    ['4', 'waiting'],
    ['1', 'booked_later'],
  ])
  const lost = { ...plan, people: [person(6, { booking: booking(later, '10:00') })] }
  const ill = { ...lost, absences: [away('ill', '1', '2026-10-30', '2026-10-30')] }
  expect(freedOf(ill, 'r', PlainTime.parse('10:20'))).toMatchObject([
    { reason: 'time_lost', booking: { because: 'ill' } },
  ])
  expect(freedOf({ ...plan, receptions: [{ ...R, mode: 'video' }] }, 'r', PlainTime.parse('10:20'))).toEqual([])
})

describe('an absence is told two working days before, or on the day (clause 15, KZ-2026 rule 26)', () => {
  test.each([
    ['WKO-2020/2023', 'trip', '2026-10-14', 'in_time'],
    ['WKO-2020/2023', 'trip', '2026-10-15', 'out_of_order'],
    ['WKO-2020/2023', 'trip', '2026-10-16', 'on_the_day'],
    ['WKO-2020/2023', 'illness', '2026-10-19', 'out_of_order'],
    ['KZ-2026', 'trip', '2026-10-16', 'out_of_order'],
    ['KZ-2026', 'illness', '2026-10-16', 'on_the_day'],
  ] as const)('%s, %s, told on %s: %s', (profile, ground, toldOn, state) => {
    const gone = away('a', '1', '2026-10-16', '2026-10-16', { ground, toldOn })
    expect(toldOf(gone, R.date, planOf({ profile }))).toMatchObject({ state, by: '2026-10-14' })
  })

  test('of a room no act says when', () => {
    expect(toldOf(absence('a', { kind: 'room', room: '301' }, '2026-10-16', '2026-10-16'), R.date, planOf())).toBeNull()
  })
})

describe('duties a plan breaks', () => {
  const broken = (plan: Plan) =>
    brokenDuties(plan)
      .filter(({ duty }) => duty !== 'monthly')
      .map(one => [one.duty, one.clause?.clause, one.by])

  test('the telling has to lie in the term, not the reception (clause 29)', () => {
    const told = person(1, { booking: booking(R, '10:00'), told: true, answerBy: day('2026-10-01') })
    expect(broken(planOf({ receptions: [R], people: [told] }))).toEqual([])
    expect(broken(planOf({ receptions: [R], people: [{ ...told, told: false }] }))).toEqual([
      ['answer', '29', '2026-10-01'],
    ])
    expect(broken(planOf({ receptions: [R], people: [person(2)] }))).toEqual([['answer', '29', '2026-10-13']])
  })

  test('who was told a time that is lost is to be told anew (clause 15); the briefing of a new one may be late (clause 26)', () => {
    const told = person(1, { booking: booking(R, '10:00'), told: true })
    expect(
      broken(planOf({ receptions: [R], people: [told], absences: [away('a', '1', '2026-10-16', '2026-10-16')] })),
    ).toEqual([['call', '15', null]])
    expect(
      broken(planOf({ receptions: [R], people: [{ ...told, briefedOn: null }], today: day('2026-10-12') })),
    ).toEqual([['briefing', '26', '2026-10-09']])
  })

  test('the akim and each deputy receive this month and next; a reception that is not held does not count (clause 6)', () => {
    const officials = [official('1', 'akim', null)]
    const plan = planOf({ officials, receptions: [R, reception('n', '1', '2026-11-20')] })
    expect(brokenDuties(plan)).toEqual([])
    expect(brokenDuties({ ...plan, absences: [away('a', '1', '2026-11-01', '2026-11-30')] })).toMatchObject([
      { duty: 'monthly', month: '2026-11', officialId: '1', clause: { clause: '6' } },
    ])
  })
})

test('conflicts: receptions that meet and persons whose time does not stand, of today and later', () => {
  const other = reception('o', '2', '2026-10-16', { room: '301' })
  const off = reception('s', '2', '2026-10-17')
  const past = reception('p', '3', '2026-10-03')
  const people = [person(1, { booking: booking(R, '10:00', { date: '2026-10-20' }) })]
  const found = conflictsOf(planOf({ receptions: [R, other, off, past], people }))
  expect(found.map(({ code, receptions, clause }) => [code, receptions.join(), clause?.clause])).toEqual([
    ['room_overlap', 'r,o', undefined],
    ['non_working_day', 's', '4'],
    ['reception_gone', 'r', undefined],
  ])
})
