import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type EntityId, entityId } from '#shared/change/action.ts'
import { absent, approved, booked, changed, type PlanRig, planRig, ROWS, restricted } from './plan-rig.ts'
import { type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let rig: PlanRig
beforeEach(async () => {
  desk = await temporaryDesk()
  rig = planRig(desk)
  await rig.begin()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await desk.end()
})

const refused = (code: string, params?: object) => ({ detail: params ? { code, params } : { code } })
const count = () => desk.state.desk().journal.head().count
type Registered = { readonly id: EntityId; readonly number: string }
const people = async (many: number) => {
  const found: Registered[] = []
  for (let serial = 1; serial <= many; serial++) found.push(await rig.register(serial))
  return found as unknown as [Registered, Registered, Registered]
}

describe('many acts at once', () => {
  it('are all done or none: one that is refused leaves no trace of the others', async () => {
    const [one, other] = await people(2)
    const before = count()
    const acts = [
      absent('a1', { from: '2035-03-13', to: '2035-03-13' }),
      booked(one.id, '10:00'),
      booked(other.id, '10:05'),
    ]
    await expect(rig.apply(acts)).rejects.toMatchObject(refused('plan.no_such_time'))
    expect(count()).toBe(before)
    await rig.apply([...acts.slice(0, 2), booked(other.id, '10:20')])
    expect(count()).toBe(before + 3)
  })

  it('are looked at as they will stand after all of them', async () => {
    const [one, other] = await people(2)
    await expect(rig.apply([booked(one.id, '10:00'), booked(other.id, '10:00')])).rejects.toMatchObject(
      refused('application.slot_taken', { number: one.number }),
    )
    await rig.apply([booked(one.id, '10:00')])
    // Two change places: neither time is free before, both are after.
    await rig.apply([booked(other.id, '10:20')])
    await rig.apply([booked(one.id, '10:20'), booked(other.id, '10:00')])
    expect((await rig.bookingOf(one.id))?.time).toBe('10:20')
    // To a reception that stands only with this call, away from a day that is restricted only with it.
    const moved = [ROWS[0], ['r2', 'o1', '2035-03-13', { mode: 'video', link: 'L' }], ROWS[2]] as typeof ROWS
    const video = { reception: 'r2', date: '2035-03-13', mode: 'video', agreed: ['video'] }
    await rig.apply([
      restricted('q1', '2035-03-06', '2035-03-31'),
      changed(moved, 'restriction', 'q1'),
      booked(one.id, '10:00', { ...video, because: 'q1' }),
    ])
    await expect(rig.apply([booked(other.id, '10:40')])).rejects.toMatchObject(refused('plan.restricted'))
  })

  it('never give one reception more people than it takes', async () => {
    const few = await people(3)
    await rig.byHand(await rig.approvedAnew([['r1', 'o1', '2035-03-06', { capacity: 2 }]]))
    const acts = few.map(({ id }, at) => booked(id, `10:${2 * at}0`))
    await expect(rig.apply(acts)).rejects.toMatchObject(refused('plan.full'))
    await rig.apply(acts.slice(0, 2))
  })

  it('are acts of planning, one for each entity, on what the screen saw', async () => {
    const [{ id }] = await people(1)
    const withdrawn = { entity: id, type: 'application.withdrawn', body: { how: 'oral' } }
    await expect(rig.apply([withdrawn])).rejects.toMatchObject(refused('change.not_lawful'))
    await expect(rig.apply([booked(id, '10:00'), booked(id, '10:20')])).rejects.toMatchObject(
      refused('change.conflict'),
    )
    await expect(rig.apply([{ ...booked(id, '10:00'), entity: entityId('absence', 'a1') }])).rejects.toMatchObject(
      refused('change.wrong_entity'),
    )
    const undone = { entity: entityId('absence', 'a1'), type: 'absence.undone', body: {} }
    await expect(rig.apply([undone])).rejects.toMatchObject(refused('change.not_lawful'))
    await expect(rig.byHand(undone)).rejects.toMatchObject(refused('change.not_lawful'))
    const seen = rig.withHead(booked(id, '10:00'))
    await rig.byHand(booked(id, '10:20'))
    const press = { request: 'p'.padEnd(16, '0'), acts: [seen] }
    await expect(rig.services['plan.apply'](press, { window: 1, page: 'desk', load: 1 })).rejects.toMatchObject(
      refused('change.conflict'),
    )
    expect((await rig.bookingOf(id))?.time).toBe('10:20')
  })
})

describe('one press', () => {
  it('sent twice at once is done once and answered alike', async () => {
    const [{ id }] = await people(1)
    const acts = [booked(id, '10:00')]
    const before = count()
    const [first, second] = await Promise.all([rig.press(1, acts), rig.press(1, acts)])
    expect(second).toEqual(first)
    expect(await rig.press(1, acts)).toEqual(first)
    expect(count()).toBe(before + 1)
  })

  it('that was refused may be made again; after a new start what was done is not done twice', async () => {
    const [{ id }] = await people(1)
    const acts = [booked(id, '10:00')]
    vi.spyOn(desk.state.desk().journal, 'append').mockRejectedValueOnce(new Error('disk'))
    await expect(rig.press(1, acts)).rejects.toThrow('disk')
    const intents = acts.map(rig.withHead)
    await rig.press(1, acts)
    desk = await desk.restart()
    rig = planRig(desk)
    const again = { request: `p${'1'.padStart(15, '0')}`, acts: intents }
    await expect(rig.services['plan.apply'](again, { window: 1, page: 'desk', load: 1 })).rejects.toMatchObject(
      refused('change.conflict'),
    )
  })
})

it('the break of the office takes its places from a reception: nobody is told a time whom the plan would call at once', async () => {
  // From 13:00 to 14:30 nobody is received: one time before it, one after.
  await rig.byHand(await rig.approvedAnew([['r1', 'o1', '2035-03-06', { from: '12:00', to: '15:30', slot: 60 }]]))
  const [one, other, third] = await people(3)
  await rig.apply([booked(one.id, '12:00'), booked(other.id, '14:00')])
  await expect(rig.apply([booked(third.id, '13:00')])).rejects.toMatchObject(refused('plan.full'))
})

it('six hundred people are given their times in one flush', async () => {
  const receptions = Array.from({ length: 10 }, (_, day): (typeof ROWS)[number] => [
    `d${day}`,
    'o1',
    `2035-04-${String(day + 2).padStart(2, '0')}`,
    { from: '08:00', to: '18:00', slot: 10, capacity: 60 },
  ])
  await rig.byHand(approved(receptions, '2035-04'))
  const many = await rig.registerMany(600)
  const acts = many.map((id, at) => {
    const [day, minute] = [Math.floor(at / 60), 480 + 10 * (at % 60)]
    const two = (part: number) => String(part).padStart(2, '0')
    const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
    return booked(id, time, { reception: `d${day}`, date: `2035-04-${two(day + 2)}` })
  })
  // Work, not time: the machine may be busy. Idle it takes about a second.
  const before = process.cpuUsage()
  expect((await rig.apply(acts)).count).toBe(600)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(3_000)
  expect((await rig.bookingOf(many[599]!))?.time).toBe('17:50')
})
