import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entityId } from '#shared/change/action.ts'
import {
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
import { type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let rig: PlanRig
beforeEach(async () => {
  desk = await temporaryDesk()
  rig = planRig(desk)
  await rig.begin()
})
afterEach(() => desk.end())

const FURTHER = ['r4', 'o1', '2035-03-20', OUTSIDE] as (typeof ROWS)[number]
const MOVED = [['r1', 'o1', '2035-03-21'], ...ROWS.slice(1)] as typeof ROWS
const refused = (code: string, params?: object) => ({ detail: params ? { code, params } : { code } })

describe('a booking is refused, from the card as from the planner,', () => {
  it.each<[string, Record<string, unknown>, object]>([
    [
      'at a reception that no schedule names',
      { reception: 'r9' },
      refused('plan.no_such_time', { date: '2035-03-06' }),
    ],
    ['on another day than its reception', { date: '2035-03-07' }, refused('plan.no_such_time', { date: '2035-03-07' })],
    ['with another than who receives', { officialId: 'o2' }, refused('plan.no_such_time', { date: '2035-03-06' })],
    ['between two times', { time: '10:05' }, refused('plan.no_such_time', { date: '2035-03-06' })],
    [
      'by video at a reception in person',
      { mode: 'video', agreed: ['video'] },
      refused('plan.no_such_time', { date: '2035-03-06' }),
    ],
    [
      'by video without consent',
      { mode: 'video', reception: null },
      refused('plan.no_consent', { date: '2035-03-06', clause: '12' }),
    ],
  ])('%s', async (_, change, error) => {
    const { id } = await rig.register(1)
    const act = booked(id, '10:00', change)
    await expect(rig.byHand(act)).rejects.toMatchObject(error)
    await expect(rig.apply([act])).rejects.toMatchObject(error)
    expect(await rig.bookingOf(id)).toBeNull()
  })

  it('in person on a restricted day, also where no reception is named (clause 13)', async () => {
    await rig.byHand(restricted('q1', '2035-03-06', null))
    const { id } = await rig.register(1)
    const error = refused('plan.restricted', { date: '2035-03-06', clause: '13' })
    await expect(rig.byHand(booked(id, '10:00'))).rejects.toMatchObject(error)
    await expect(rig.byHand(booked(id, null, { reception: null }))).rejects.toMatchObject(error)
    await rig.byHand(booked(id, null, { reception: null, mode: 'video', agreed: ['video'] }))
    await rig.byHand({ entity: entityId('restriction', 'q1'), type: 'restriction.lifted', body: {} })
    await rig.byHand(booked(id, '10:00'))
  })

  it('with an official who is absent or not in the post, in a room that is missing (clauses 2, 15)', async () => {
    await rig.byHand(absent('a1'))
    const { id } = await rig.register(1)
    const error = refused('plan.absent', { date: '2035-03-06', clause: '15' })
    await expect(rig.byHand(booked(id, '10:00'))).rejects.toMatchObject(error)
    await expect(rig.byHand(booked(id, null, { reception: null }))).rejects.toMatchObject(error)
    await rig.byHand(absent('a2', { missing: { kind: 'room', room: '30o1' }, from: '2035-03-13', to: '2035-03-13' }))
    await expect(rig.byHand(booked(id, '10:00', { reception: 'r2', date: '2035-03-13' }))).rejects.toMatchObject(
      refused('plan.no_place'),
    )
    const o2 = entityId('official', 'o2')
    const [added] = await desk.state.desk().journal.actionsOf(o2)
    const gone = { ...(added?.body.official as object), until: '2035-03-12' }
    await rig.byHand({ entity: o2, type: 'official.changed', body: { official: gone } })
    await expect(
      rig.byHand(booked(id, '10:00', { officialId: 'o2', reception: 'r3', date: '2035-03-13' })),
    ).rejects.toMatchObject(refused('plan.out_of_post'))
  })

  it('at a reception that is full; one who leaves makes room', async () => {
    await rig.byHand(await rig.approvedAnew([['r1', 'o1', '2035-03-06', { capacity: 1 }]]))
    const [one, other] = [await rig.register(1), await rig.register(2)]
    await rig.byHand(booked(one.id, '10:00'))
    const error = refused('plan.full', { date: '2035-03-06' })
    await expect(rig.byHand(booked(other.id, '10:20'))).rejects.toMatchObject(error)
    await expect(rig.byHand(booked(other.id, null))).rejects.toMatchObject(error)
    await rig.byHand({ entity: one.id, type: 'application.booking_dropped', body: { ground: 'applicant_asked' } })
    await rig.byHand(booked(other.id, '10:20'))
  })
})

it('a day that no schedule names, a day off and a day that has passed are booked as before', async () => {
  const { id } = await rig.register(1)
  await rig.byHand(booked(id, null, { reception: null, date: '2035-03-08' }))
  await rig.byHand(booked(id, '10:00', { reception: null, date: '2020-01-05' }))
})

describe('a schedule', () => {
  it('is of its own month, and nobody receives twice at once', async () => {
    const other = { ...approved(), entity: entityId('schedule', '2035-04') }
    await expect(rig.byHand(other)).rejects.toMatchObject(refused('change.wrong_entity'))
    await expect(rig.byHand(approved([['r1', 'o1', '2035-04-06']]))).rejects.toMatchObject(refused('change.not_lawful'))
    await expect(rig.byHand(approved([...ROWS, ['r1', 'o2', '2035-03-20']]))).rejects.toMatchObject(
      refused('change.not_lawful'),
    )
    const twice = [...ROWS, ['r4', 'o1', '2035-03-06', { from: '12:30', to: '14:00' }] as const]
    await expect(rig.byHand(changed(twice as unknown as typeof ROWS, 'instruction', ''))).rejects.toMatchObject(
      refused('schedule.overlap', { date: '2035-03-06' }),
    )
    const after = { ...OUTSIDE, from: '13:00', to: '14:00' }
    await rig.byHand(changed([...ROWS, ['r4', 'o1', '2035-03-06', after]], 'instruction', ''))
  })

  it.each<[string, () => ReturnType<typeof changed>]>([
    ['a reception of its own is moved by an instruction', () => changed(MOVED, 'instruction', '')],
    ['one is added', () => changed([...ROWS, ['r4', 'o1', '2035-03-20']], 'meeting', '')],
    ['one is left out', () => changed(ROWS.slice(1), 'same_day', '')],
    ['the reason is not that of the reception', () => changed([...ROWS, FURTHER], 'meeting', '')],
    ['nothing is changed', () => changed(ROWS, 'instruction', '')],
    ['an absence is named that nobody told', () => changed(MOVED, 'absence', 'a9')],
    ['an absence is named of other days', () => changed(ROWS.slice(0, 1), 'absence', 'a1')],
    ['an absence is named that is no restriction', () => changed(MOVED, 'restriction', 'a1')],
    ['the page takes back what main alone takes back', () => changed(MOVED, 'undone', 'a1')],
  ])('is not changed without an approval where %s (clauses 6, 8)', async (_, act) => {
    await rig.byHand(absent('a1'))
    await expect(rig.byHand(act())).rejects.toMatchObject(refused('change.not_lawful'))
    await expect(rig.apply([act()])).rejects.toMatchObject(refused('change.not_lawful'))
  })

  it('is changed without an approval on the days of an absence, told in the same press or before, until it is taken back', async () => {
    await rig.apply([absent('a1'), changed(MOVED, 'absence', 'a1')])
    await rig.undo(entityId('absence', 'a1'))
    await expect(rig.byHand(changed(MOVED, 'absence', 'a1'))).rejects.toMatchObject(refused('change.not_lawful'))
    await rig.byHand(changed([...ROWS, FURTHER], 'instruction', ''))
  })

  it('is posted in a version that stands or stood, and in no other', async () => {
    const version = (await rig.standing())?.action
    const posted = (of: unknown) => ({
      entity: entityId('schedule', MONTH),
      type: 'schedule.posted',
      body: { version: of, where: 'room', on: '2026-11-20', photo: '' },
    })
    await rig.byHand(posted(version))
    await expect(rig.byHand(posted(`${String(version).slice(0, -3)}999`))).rejects.toMatchObject(
      refused('change.not_lawful'),
    )
  })

  it('holds the receptions that are prepared, in this version or in one before', async () => {
    const prepared = (id: string) => ({
      entity: entityId('reception', id),
      type: 'reception.prepared',
      body: { preparation: { item: 'room', outcome: 'ready', note: '' } },
    })
    await expect(rig.byHand(prepared('r9'))).rejects.toMatchObject(refused('schedule.reception_not_found'))
    await rig.byHand(changed([...ROWS, ['r9', 'o1', '2035-03-20', OUTSIDE]], 'instruction', ''))
    await rig.byHand(prepared('r9'))
    await rig.byHand(prepared('r1'))
  })
})

it('an absence is of an official who is there, and nobody acts for himself', async () => {
  const of = (id: string) => ({ missing: { kind: 'official', id } })
  await expect(rig.byHand(absent('a1', of('o9')))).rejects.toMatchObject(refused('plan.no_official'))
  await expect(rig.byHand(absent('a1', { acting: 'o1' }))).rejects.toMatchObject(refused('plan.acting_self'))
  await expect(rig.byHand(absent('a1', { acting: 'o9' }))).rejects.toMatchObject(refused('plan.no_official'))
  await rig.byHand(absent('a1', { acting: 'o2' }))
})

it('whom it is decided to receive is received by an official in the post (clause 2)', async () => {
  const { id } = await rig.register(1)
  const appointed = (officialId: string | null) => ({
    entity: id,
    type: 'application.appointed',
    body: { officialId, video: true },
  })
  await expect(rig.byHand(appointed('o9'))).rejects.toMatchObject(refused('plan.no_official'))
  await rig.byHand(appointed('o1'))
  // The consent of the decision is consent to the time too.
  await rig.byHand(booked(id, null, { reception: null, mode: 'video' }))
  await rig.byHand(appointed(null))
  await rig.byHand({ entity: id, type: 'application.briefed', body: { proposal: 'receive' } }, { summary: 'Мәні' })
  expect((await rig.application(id)).registered?.briefing).toMatchObject({ proposal: 'receive', summary: 'Мәні' })
})
