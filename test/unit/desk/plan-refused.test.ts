import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { intentNow } from '#electron/desk/act.ts'
import { type EntityId, entityId, keyOf } from '#shared/change/action.ts'
import { addDays } from '#shared/time/plain-date.ts'
import { scheduleOf } from '#test/fixtures/schedule.ts'
import {
  type Asked,
  absent,
  approved,
  booked,
  changed,
  MONTH,
  OUTSIDE,
  type PlanRig,
  planRig,
  ROWS,
  restricted,
} from './plan-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let rig: PlanRig
beforeEach(async () => {
  desk = await temporaryDesk()
  rig = planRig(desk)
  await rig.begin()
})
afterEach(() => desk.end())

const refused = (code: string, params?: object) => ({ detail: params ? { code, params } : { code } })
const today = () => desk.state.actor().date

/** From a screen as from the planner. */
async function isRefused(act: Asked, error: object): Promise<void> {
  await expect(rig.byHand(act)).rejects.toMatchObject(error)
  await expect(rig.apply([act])).rejects.toMatchObject(error)
}

/** As a desk of before wrote it: no guard is asked. */
async function written(entity: EntityId, type: string, body: Record<string, unknown>): Promise<void> {
  const { journal, gate } = desk.state.desk()
  const intent = intentNow(journal, entity.split(':')[0] as 'application', keyOf(entity), type, body)
  await gate.act([{ intent }], desk.state.actor())
}

const appointed = (entity: EntityId, officialId: string) => ({
  entity,
  type: 'application.appointed',
  body: { officialId, video: false },
})

describe('another official than was decided on receives', () => {
  const OTHER = { officialId: 'o2', reception: 'r3', date: '2035-03-13' }
  const AGREED = { agreed: ['other_official'] }

  it('only whom the applicant agreed to (KZ-2026 rule 27)', async () => {
    const { id } = await rig.register(1)
    await rig.byHand(appointed(id, 'o1'))
    await isRefused(booked(id, '10:00', OTHER), refused('plan.no_consent_other'))
    await isRefused(booked(id, null, { ...OTHER, reception: null }), refused('plan.no_consent_other'))
    await rig.byHand(booked(id, '10:00', { ...OTHER, ...AGREED }))
    await rig.byHand(booked(id, '10:00'))
  })

  it('whoever was decided on where that was nobody; a time that stands is not judged when the decision changes', async () => {
    const { id } = await rig.register(1)
    await rig.byHand(booked(id, '10:00', OTHER))
    await rig.byHand(appointed(id, 'o1'))
    const other = await rig.register(2)
    await rig.apply([booked(other.id, '10:20', OTHER)])
    expect((await rig.bookingOf(id))?.officialId).toBe('o2')
  })

  it('acting at the reception of who is absent, also where nobody was decided on', async () => {
    const { id } = await rig.register(1)
    await rig.byHand(absent('a1', { acting: 'o2' }))
    await isRefused(booked(id, '10:00', { officialId: 'o2' }), refused('plan.no_consent_other'))
    await rig.byHand(booked(id, '10:00', { officialId: 'o2', ...AGREED }))
  })
})

describe('an official', () => {
  it('whom the directory does not have is given nobody; what stands with one is left and given up', async () => {
    const { id } = await rig.register(1)
    const unknown = { officialId: 'o9', reception: null }
    await isRefused(booked(id, '10:00', unknown), refused('plan.no_official'))
    await written(id, 'application.booked', booked(id, '10:00', unknown).body)
    const other = await rig.register(2)
    await rig.byHand(booked(other.id, '10:00'))
    await rig.byHand({ entity: id, type: 'application.booking_dropped', body: { ground: 'mistake' } })
  })

  it.each([
    ['is not in the post yet', { since: '2035-03-07' }],
    ['is no longer in the post', { until: '2035-03-05' }],
  ])('who %s is given nobody (clause 2)', async (_, term) => {
    const { id } = await rig.register(1)
    const o1 = entityId('official', 'o1')
    const [added] = await desk.state.desk().journal.actionsOf(o1)
    const official = { ...(added?.body.official as object), ...term }
    await rig.byHand({ entity: o1, type: 'official.changed', body: { official } })
    await isRefused(booked(id, '10:00'), refused('plan.out_of_post', { date: '2035-03-06' }))
    await isRefused(booked(id, null, { reception: null }), refused('plan.out_of_post'))
  })
})

describe('two who would be received at once', () => {
  const BESIDE = { reception: null, date: '2035-03-08' }
  const overlaps = (number: string, time: string) => refused('plan.overlaps', { number, time })

  it('have no times that overlap: not beside what stands, not in one press, and it is told with whose', async () => {
    const [one, other] = [await rig.register(1), await rig.register(2)]
    await rig.byHand(booked(one.id, '10:00', BESIDE))
    for (const time of ['09:41', '10:19']) {
      await isRefused(booked(other.id, time, BESIDE), overlaps(one.number, '10:00'))
    }
    const both = (time: string) => [booked(one.id, '11:00', BESIDE), booked(other.id, time, BESIDE)]
    await expect(rig.apply(both('10:50'))).rejects.toMatchObject(overlaps(one.number, '11:00'))
    await expect(rig.apply(both('11:00'))).rejects.toMatchObject(
      refused('application.slot_taken', { number: one.number }),
    )
    // Who moves away in the same press is in nobody's way.
    await rig.apply(both('10:10'))
    await rig.byHand(booked(other.id, '11:20', BESIDE))
  })

  it('are told by the minutes of the reception, and once those are others by them', async () => {
    await rig.byHand(await rig.approvedAnew([['r1', 'o1', '2035-03-06', { slot: 40 }]]))
    const [one, other] = [await rig.register(1), await rig.register(2)]
    await rig.byHand(booked(one.id, '10:00'))
    await isRefused(booked(other.id, '10:20', { reception: null }), overlaps(one.number, '10:00'))
    await rig.byHand(await rig.approvedAnew(ROWS))
    await rig.byHand(booked(other.id, '10:20'))
  })

  it('are not one whose reception is gone: whom the plan calls anyway holds the time told, and no minute beside', async () => {
    const [one, other, third] = [await rig.register(1), await rig.register(2), await rig.register(3)]
    await rig.byHand(booked(one.id, '10:00'))
    await rig.byHand(await rig.approvedAnew([['r9', 'o1', '2035-03-06', { from: '09:50' }]]))
    await rig.byHand(booked(other.id, '10:10', { reception: 'r9' }))
    await isRefused(booked(third.id, '10:00', { reception: null }), refused('application.slot_taken'))
  })
})

describe('what is to stand as a schedule', () => {
  const hours = (from: string, to: string) => ({ ...OUTSIDE, from, to })
  const with4 = (change: object) => [...ROWS, ['r4', 'o2', '2035-03-20', change]] as typeof ROWS

  it.each<[string, object, object]>([
    ['ends before it begins', hours('14:00', '13:00'), refused('schedule.hours_order', { date: '2035-03-20' })],
    ['ends as it begins', hours('14:00', '14:00'), refused('schedule.hours_order', { date: '2035-03-20' })],
    [
      'is outside it without the instruction (clause 8)',
      { ...OUTSIDE, instruction: null },
      refused('schedule.no_instruction', { date: '2035-03-20' }),
    ],
  ])('holds no reception that %s; a draft may, until it is approved', async (_, change, error) => {
    await isRefused(approved(with4(change)), error)
    await isRefused(changed(with4(change), 'instruction', ''), error)
    await rig.byHand({
      entity: entityId('schedule', MONTH),
      type: 'schedule.drafted',
      body: { schedule: scheduleOf(MONTH, with4(change)) },
    })
  })

  it('is judged in what a change changes: an old fault stops no other change, and is not approved anew', async () => {
    const faulty = with4({ ...OUTSIDE, instruction: null })
    await written(entityId('schedule', MONTH), 'schedule.approved', approved(faulty).body)
    await rig.byHand(changed([...faulty, ['r5', 'o2', '2035-03-27', OUTSIDE]], 'instruction', ''))
    await isRefused(await rig.approvedAnew(faulty), refused('schedule.no_instruction'))
  })

  it('holds nobody in person in a restriction, also one that has no end and in months approved later (clause 13)', async () => {
    await rig.byHand(restricted('q1', '2035-03-10', null))
    const month = (change: object, base: string | null = null) =>
      approved([['m1', 'o1', '2035-06-05', change]], '2035-06', base)
    await isRefused(month({}), refused('plan.restricted', { date: '2035-06-05', clause: '13' }))
    const { id } = await rig.byHand(month({ mode: 'video', link: 'L' }))
    // What stands is changed by the restriction, and by nothing into what it forbids.
    await isRefused(changed(with4(OUTSIDE), 'instruction', ''), refused('plan.restricted', { date: '2035-03-20' }))
    await rig.byHand(changed(with4({ ...OUTSIDE, mode: 'video', link: 'L' }), 'instruction', ''))
    await rig.apply([{ entity: entityId('restriction', 'q1'), type: 'restriction.lifted', body: {} }, month({}, id)])
  })

  it('may say of days that have passed how they were held', async () => {
    await rig.byHand(restricted('q1', '2020-03-01', null))
    await rig.byHand(approved([['p1', 'o1', '2020-03-06']], '2020-03'))
  })
})

it('a month is approved and posted by today: neither is recorded ahead (clauses 6, 7; KZ-2026 rule 19)', async () => {
  const ahead = { ...(await rig.approvedAnew()) }
  const date = addDays(today(), 1)
  const error = refused('schedule.day_ahead', { date })
  await isRefused({ ...ahead, body: { ...ahead.body, approvedOn: date } }, error)
  await rig.byHand({ ...ahead, body: { ...ahead.body, approvedOn: today() } })
  const version = (await rig.standing())?.action
  const posted = (on: string) => ({
    entity: entityId('schedule', MONTH),
    type: 'schedule.posted',
    body: { version, where: 'room', on, photo: '' },
  })
  await isRefused(posted(date), error)
  await rig.byHand(posted(today()))
})

it('an absence is told by today, and ends no earlier than it begins (clause 15)', async () => {
  await isRefused(absent('a1', { toldOn: addDays(today(), 1) }), refused('plan.told_ahead'))
  await isRefused(absent('a1', { from: '2035-03-07' }), refused('change.body'))
  await rig.byHand(absent('a1', { toldOn: today() }))
})

it('a restriction is not lifted past letters that are out, from a screen, in a press, or taken back', async () => {
  const { id } = await rig.register(1)
  const video = [['r1', 'o1', '2035-03-06', { mode: 'video', link: 'L' }], ...ROWS.slice(1)] as typeof ROWS
  await rig.apply([
    restricted('q1', '2035-03-06', '2035-03-06'),
    changed(video, 'restriction', 'q1'),
    booked(id, '10:00', { mode: 'video', agreed: ['video'], because: 'q1' }),
  ])
  const number = { index: '1', letter: 'А', suffix: null, year: 2026, serial: 1 }
  const letter = { letter: entityId('letter', 'l1'), kind: 'moved', about: 'o1:2035-03-06:10:00:video', number }
  await written(id, 'application.letter_noted', { ...letter, outcome: 'signed' })
  const entity = entityId('restriction', 'q1')
  const error = refused('plan.letters_out', { count: 1 })
  await isRefused({ entity, type: 'restriction.lifted', body: {} }, error)
  await expect(rig.undo(entity)).rejects.toMatchObject(error)
  await rig.byHand(booked(id, '11:00', { mode: 'video', agreed: ['video'] }))
  await rig.byHand({ entity, type: 'restriction.lifted', body: {} })
})

it('a volunteer comes on reception days alone, entered in a press as from the directory (clause 16)', async () => {
  const both = { kk: 'Асанова', ru: 'Асанова' }
  const none = { kk: '', ru: '' }
  const helper = (dates: readonly string[]) => ({
    entity: entityId('helper', 'h1'),
    type: 'helper.set',
    body: {
      helper: {
        ...{ kind: 'volunteer', name: { surname: both, given: both, patronymic: none }, organisation: none, phone: '' },
        ...{ languages: ['kk'], days: { dates, weekdays: [] }, since: null, until: null },
      },
    },
  })
  await isRefused(helper(['2035-03-06', '2035-03-07']), refused('helper.no_reception', { date: '2035-03-07' }))
  // The month may be approved in the same press.
  const april = approved([['m1', 'o1', '2035-04-03']], '2035-04')
  await rig.apply([april, helper(['2035-03-06', '2035-04-03'])])
})

describe('a quarter under the Rules of 2026', () => {
  const month = (name: string) => approved([['a', 'o1', `${name}-07`]], name)
  const [april, may, june] = [month('2035-04'), month('2035-05'), month('2035-06')] as const
  const whole = refused('schedule.quarter_whole', { clause: '19' })

  beforeEach(async () => {
    const profiles = [{ profile: 'KZ-2026', from: '2020-12-09' }]
    await written(entityId('office', 'main'), 'office.set', { office: { ...FIRST_RUN.office, profiles } })
  })

  it('is approved as a whole: no month of it alone, nor two of three (rule 19)', async () => {
    await isRefused(april, whole)
    await expect(rig.apply([april, june])).rejects.toMatchObject(whole)
    expect(await rig.apply([april, may, june])).toMatchObject({ count: 3 })
  })

  it('once approved, a month of it is approved anew alone', async () => {
    await rig.byHand(await rig.approvedAnew([['r1', 'o1', '2035-03-07']]))
    expect((await rig.standing())?.schedule.receptions).toHaveLength(1)
  })
})
