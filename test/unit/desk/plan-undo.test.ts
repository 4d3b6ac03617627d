import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { intentNow } from '#electron/desk/act.ts'
import { type EntityId, entityId, keyOf } from '#shared/change/action.ts'
import { foldSchedule } from '#shared/schedule/transitions.ts'
import { scheduleOf } from '#test/fixtures/schedule.ts'
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
let one: EntityId
let other: EntityId
beforeEach(async () => {
  desk = await temporaryDesk()
  rig = planRig(desk)
  await rig.begin()
  const many = await rig.registerMany(3)
  ;[one, other] = [many[0]!, many[1]!]
  await rig.apply([booked(one, '10:00'), booked(other, '10:20')])
})
afterEach(() => desk.end())

const refused = (code: string, params?: object) => ({ detail: params ? { code, params } : { code } })
const a1 = entityId('absence', 'a1')
const later = (id: EntityId, time: string) => booked(id, time, { reception: 'r2', date: '2035-03-13', because: 'a1' })
const CHANGED = [['r1', 'o1', '2035-03-20'], ...ROWS.slice(1)] as typeof ROWS
const cascade = () =>
  rig.apply([absent('a1'), changed(CHANGED, 'absence', 'a1'), later(one, '10:00'), later(other, '10:20')])

async function signedAbout(application: EntityId, about: string): Promise<void> {
  const { journal, gate } = desk.state.desk()
  const number = { index: '1', letter: 'А', suffix: null, year: 2026, serial: 1 }
  const body = { letter: entityId('letter', 'l1'), kind: 'moved', about, number, outcome: 'signed' }
  const intent = intentNow(journal, 'application', keyOf(application), 'application.letter_noted', body)
  await gate.act([{ intent }], desk.state.actor())
}

describe('an absence taken back', () => {
  it('puts everybody and the schedule back as they were; all acts stay in the journal', async () => {
    const before = (await rig.standing())?.schedule
    await cascade()
    const { restored, kept } = await rig.undo(a1)
    expect([new Set(restored), kept]).toEqual([new Set([one, other]), []])
    expect(await rig.bookingOf(one)).toMatchObject({ time: '10:00', reception: 'r1', because: null })
    expect(await rig.standing()).toMatchObject({ schedule: before, change: { code: 'undone', ref: 'a1' } })
    const types = (await desk.state.desk().journal.actionsOf(one)).map(({ type }) => type)
    expect(types.filter(type => type === 'application.booked')).toHaveLength(3)
    await expect(rig.undo(a1)).rejects.toMatchObject(refused('change.not_lawful'))
  })

  it('of which the moved were moved twice goes back to before the first move', async () => {
    await cascade()
    await rig.apply([absent('a1', { note: 'x' }), later(one, '11:00')])
    await rig.undo(a1)
    expect(await rig.bookingOf(one)).toMatchObject({ time: '10:00', reception: 'r1' })
  })

  it('puts back whom another official was decided to receive since: what stood needed no consent then (clause 12)', async () => {
    await rig.apply([{ entity: one, type: 'application.appointed', body: { officialId: 'o2', video: false } }])
    const withO2 = { officialId: 'o2', date: '2035-03-13', reception: 'r3', because: 'a1' }
    await rig.apply([absent('a1'), booked(one, '11:00', withO2)])
    expect(await rig.undo(a1)).toMatchObject({ restored: [one], kept: [] })
    expect(await rig.bookingOf(one)).toMatchObject({ officialId: 'o1', time: '10:00', because: null })
    // Anew it is asked for, as ever.
    await rig.byHand({ entity: one, type: 'application.booking_dropped', body: { ground: 'mistake' } })
    await expect(rig.apply([booked(one, '10:00')])).rejects.toMatchObject(refused('plan.no_consent_other'))
  })

  it('leaves whom a person moved again, and who was closed since', async () => {
    await cascade()
    await rig.byHand(booked(one, '12:00', { reception: 'r2', date: '2035-03-13' }))
    await rig.byHand({ entity: other, type: 'application.withdrawn', body: { how: 'oral' } })
    const { restored, kept } = await rig.undo(a1)
    expect([restored, new Set(kept)]).toEqual([[], new Set([one, other])])
    expect((await rig.bookingOf(one))?.time).toBe('12:00')
  })

  it('leaves whose former time was given away meanwhile', async () => {
    const [, , third] = desk.state.desk().journal.entitiesOf('application')
    await cascade()
    // The absence is told to be shorter, and the freed time is given.
    await rig.apply([absent('a1', { from: '2035-03-07', to: '2035-03-07' }), await rig.approvedAnew()])
    await rig.byHand(booked(third!, '10:00'))
    const { restored, kept } = await rig.undo(a1)
    expect([restored, kept]).toEqual([[other], [one]])
    expect((await rig.bookingOf(one))?.because).toBe('a1')
  })

  it('is refused while a letter about a new time is signed off, and goes once it is annulled', async () => {
    await cascade()
    await signedAbout(one, 'o1:2035-03-13:10:00')
    await expect(rig.undo(a1)).rejects.toMatchObject(refused('plan.letters_out', { count: 1 }))
    expect((await rig.bookingOf(other))?.because).toBe('a1')
  })

  it('is not stopped by a letter about the former time', async () => {
    await signedAbout(one, 'o1:2035-03-06:10:00')
    await cascade()
    expect((await rig.undo(a1)).restored).toHaveLength(2)
  })

  it('leaves what else was done to the schedule since, and a schedule approved anew', async () => {
    await cascade()
    const further = ['r7', 'o2', '2035-03-27', OUTSIDE] as (typeof ROWS)[number]
    await rig.byHand(changed([...CHANGED, further], 'instruction', ''))
    await rig.undo(a1)
    const ids = (await rig.standing())?.schedule.receptions.map(({ id, date }) => `${id} ${date}`)
    expect(ids?.sort()).toEqual(['r1 2035-03-06', 'r2 2035-03-13', 'r3 2035-03-13', 'r7 2035-03-27'])
    await rig.apply([absent('a2'), changed([...CHANGED, further], 'absence', 'a2')])
    await rig.byHand(await rig.approvedAnew(CHANGED))
    await rig.undo(entityId('absence', 'a2'))
    expect((await rig.standing())?.change).toBeNull()
  })
})

it('a restriction taken back puts back in person whom it moved to video, and drops a time that was first given for it', async () => {
  const [, , third] = desk.state.desk().journal.entitiesOf('application')
  const rows = [['r1', 'o1', '2035-03-06', { mode: 'video', link: 'L' }], ...ROWS.slice(1)] as typeof ROWS
  const video = { mode: 'video', agreed: ['video'], because: 'q1' }
  await rig.apply([
    restricted('q1', '2035-03-06', '2035-03-06'),
    changed(rows, 'restriction', 'q1'),
    booked(one, '10:00', video),
    booked(third!, '11:00', video),
  ])
  const { restored } = await rig.undo(entityId('restriction', 'q1'))
  expect(new Set(restored)).toEqual(new Set([one, third]))
  expect(await rig.bookingOf(one)).toMatchObject({ mode: 'in_person', time: '10:00' })
  expect(await rig.bookingOf(third!)).toBeNull()
  // Who was not moved stays where he was.
  expect(await rig.bookingOf(other)).toMatchObject({ time: '10:20' })
})

it('days that have passed stay as they were held when a restriction is lifted: what was by video counts as that (clauses 6, 13)', async () => {
  const month = '2020-03'
  const rows = ['2020-03-06', '2020-03-13'].map((date, at): (typeof ROWS)[number] => [`p${at}`, 'o1', date])
  const byVideo = { mode: 'video', link: 'L' }
  const schedule = scheduleOf(
    month,
    rows.map(([id, official, date]): (typeof ROWS)[number] => [id, official, date, byVideo]),
  )
  const body = { schedule, change: { code: 'restriction', ref: 'q1' } }
  await rig.byHand(approved(rows, month))
  await rig.apply([
    restricted('q1', '2020-03-01', null),
    { entity: entityId('schedule', month), type: 'schedule.changed', body },
    changed([['r1', 'o1', '2035-03-06', byVideo], ...ROWS.slice(1)], 'restriction', 'q1'),
  ])
  await rig.undo(entityId('restriction', 'q1'))
  const passed = foldSchedule(await desk.state.desk().journal.actionsOf(entityId('schedule', month)))
  expect(passed.approved?.schedule.receptions.map(({ mode }) => mode)).toEqual(['video', 'video'])
  expect((await rig.standing())?.schedule.receptions.map(({ mode }) => mode)).not.toContain('video')
})

it('nothing else is taken back so, and nothing that is not there', async () => {
  await expect(rig.undo(entityId('schedule', MONTH))).rejects.toMatchObject(refused('change.wrong_entity'))
  await expect(rig.undo(entityId('absence', 'nowhere'))).rejects.toMatchObject(refused('change.not_lawful'))
})

it('what an absence moved before a new start is found after it', async () => {
  await cascade()
  desk = await desk.restart()
  rig = planRig(desk)
  expect((await rig.undo(a1)).restored).toHaveLength(2)
})
