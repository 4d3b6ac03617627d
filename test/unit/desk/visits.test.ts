import { describe, expect, it, vi } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { findKeptPlace } from '#electron/desk/kept-place.ts'
import { openVisits, warmVisits } from '#electron/desk/visits.ts'
import { type Action, type EntityId, entityId } from '#shared/change/action.ts'
import { timeOf } from '#shared/plan/times.ts'
import type { PlainDate, PlainTime } from '#shared/time/plain-date.ts'
import { addDays, minutesOf } from '#shared/time/plain-date.ts'
import { ticketText } from '#shared/visit/number.ts'
import { form, PERSONAL } from './register-rig.ts'
import { FIRST_RUN } from './temporary-desk.ts'
import { CHECK, DOCUMENT, visitRig } from './visit-rig.ts'

const desk = visitRig()
const { byHand, come, onNextDay, registeredEntity, visitOf, applicationOf, toRoom, wait } = desk

describe('a visitor who comes', () => {
  it('gets one ticket by one press, also where the program ended before the answer', async () => {
    const application = await registeredEntity(1)
    const [first, again] = await Promise.all([come(1, application), come(1, application)])
    expect(again).toEqual(first)
    await desk.restart()
    expect(await come(1, application)).toEqual(first)
    expect((await visitOf(first.entity)).checkIn).toMatchObject({
      ticket: { letter: FIRST_RUN.letter, serial: 1 },
      day: first.date,
      application,
      language: 'kk',
    })
    expect((await visitOf((await come(2, await registeredEntity(2))).entity)).checkIn?.ticket.serial).toBe(2)
  })

  it('is in the house once: a second press is told the ticket, until the visitor has left', async () => {
    const application = await registeredEntity(1)
    const { entity } = await come(1, application)
    const ticket = ticketText((await visitOf(entity)).checkIn!.ticket)
    const here = { detail: { code: 'visit.already_here', params: { ticket } } }
    await expect(come(2, application)).rejects.toMatchObject(here)
    await desk.restart()
    await expect(come(2, application)).rejects.toMatchObject(here)
    await byHand(entity, 'visit.left', {})
    expect((await visitOf((await come(2, application)).entity)).checkIn?.ticket.serial).toBe(2)
  })

  it('has nothing to come for where there is no open application', async () => {
    const refused = { detail: { code: 'visit.not_open' } }
    await expect(come(1, entityId('application', 'nowhere'))).rejects.toMatchObject(refused)
    const application = await registeredEntity(1)
    await byHand(application, 'application.withdrawn', { how: 'oral' })
    await expect(come(1, application)).rejects.toMatchObject(refused)
  })
})

it('after a mass day nobody who comes waits for that day to be read, once it was after the start', async () => {
  for (const number of [1, 2]) await come(number, await registeredEntity(number))
  const application = await registeredEntity(3)
  await desk.restart()
  onNextDay()
  await come(4, await registeredEntity(4))
  onNextDay()
  const { journal } = desk.state.desk()
  const day = desk.state.actor().date
  await warmVisits({ journal }, day)
  const read = vi.spyOn(journal, 'actionsOf')
  const asked = { application, officialId: null, day, since: addDays(day, -30) }
  expect(await findKeptPlace(journal, openVisits(journal).visitsOf, asked)).toBeNull()
  expect(read).not.toHaveBeenCalled()
})

describe('the time a visitor was given', () => {
  it('is of the booking of this day, whatever the page says', async () => {
    const today = desk.state.actor().date
    const bookedFor = async (number: number, date: PlainDate | null) => {
      const application = await registeredEntity(number)
      const booking = { officialId: 'o1', date, time: '11:20' }
      if (date !== null) await byHand(application, 'application.booked', { booking })
      const { entity } = await come(number, application, { booked: '00:00' as PlainTime })
      return (await visitOf(entity)).checkIn?.booked
    }
    expect(await bookedFor(1, today)).toBe('11:20')
    expect(await bookedFor(2, addDays(today, 1))).toBeNull()
    expect(await bookedFor(3, null)).toBeNull()
  })
})

describe('a reception that ends', () => {
  it('closes visit and application in one flush, and a failing disk closes neither', async () => {
    const application = await registeredEntity(1)
    const { entity } = await come(1, application)
    await toRoom(entity)
    const { journal } = desk.state.desk()
    const asked = { entity, basedOn: journal.headOf(entity)!, result: 'explained' as const }
    vi.spyOn(journal, 'append').mockRejectedValueOnce(new Error('disk'))
    await expect(desk.rig.finish(asked)).rejects.toThrow('disk')
    expect((await visitOf(entity)).status).toBe('served')
    const { action: finished, closed } = await desk.rig.finish(asked)
    expect(closed).toBe(true)
    expect(await visitOf(entity)).toMatchObject({ status: 'finished', result: 'explained' })
    const state = await applicationOf(application)
    expect(state).toMatchObject({ status: 'received', facts: { result: 'explained', received: finished.date } })
    expect(state.registered?.visit).toBe(entity)
  })

  it('ends also where the application was withdrawn meanwhile, which stays withdrawn', async () => {
    const application = await registeredEntity(1)
    const { entity } = await come(1, application)
    await toRoom(entity)
    await byHand(application, 'application.withdrawn', { how: 'oral' })
    const { closed } = await desk.rig.finish(endOf(entity))
    expect(closed).toBe(false)
    expect((await visitOf(entity)).status).toBe('finished')
    expect((await applicationOf(application)).status).toBe('withdrawn')
    await desk.rig.finishUndo(undoOf(entity))
    expect((await visitOf(entity)).status).toBe('served')
    expect((await applicationOf(application)).status).toBe('withdrawn')
  })

  it('is refused whole where there is no such visit', async () => {
    const { id } = await come(1, await registeredEntity(1))
    const nowhere = { ...endOf(entityId('visit', 'nowhere')), basedOn: id }
    await expect(desk.rig.finish(nowhere)).rejects.toMatchObject({ detail: { code: 'change.conflict' } })
  })
})

const endOf = (entity: EntityId) => ({
  entity,
  basedOn: desk.state.desk().journal.headOf(entity)!,
  result: 'explained' as const,
})
const undoOf = (entity: EntityId) => ({
  entity,
  basedOn: desk.state.desk().journal.headOf(entity)!,
  ground: 'mistake' as const,
})

describe('a reception that was ended by mistake', () => {
  it('is taken back with what it closed: served again, open again, booked as it was; a failing disk undoes neither', async () => {
    const application = await registeredEntity(1)
    const booking = { officialId: 'o1', date: desk.state.actor().date, time: '00:00' }
    await byHand(application, 'application.booked', { booking })
    const { entity } = await come(1, application)
    await toRoom(entity, 'arrival')
    await desk.rig.finish(endOf(entity))
    vi.spyOn(desk.state.desk().journal, 'append').mockRejectedValueOnce(new Error('disk'))
    await expect(desk.rig.finishUndo(undoOf(entity))).rejects.toThrow('disk')
    expect((await applicationOf(application)).status).toBe('received')
    await desk.rig.finishUndo(undoOf(entity))
    expect((await visitOf(entity)).status).toBe('served')
    expect(await applicationOf(application)).toMatchObject({
      status: 'open',
      facts: { received: null, result: null, outcome: 'pending' },
      registered: { booking, visit: null },
    })
    expect((await desk.rig.finish({ ...endOf(entity), result: 'satisfied' })).closed).toBe(true)
    expect(await applicationOf(application)).toMatchObject({ status: 'received', facts: { result: 'satisfied' } })
  })

  it('stands on any other day, and where nothing has ended', async () => {
    const application = await registeredEntity(1)
    const { entity } = await come(1, application)
    await toRoom(entity)
    await expect(desk.rig.finishUndo(undoOf(entity))).rejects.toMatchObject({ detail: { code: 'change.not_lawful' } })
    await desk.rig.finish(endOf(entity))
    onNextDay()
    await expect(desk.rig.finishUndo(undoOf(entity))).rejects.toMatchObject({ detail: { code: 'visit.other_day' } })
    expect((await applicationOf(application)).status).toBe('received')
  })
})

it('a call out of the order says why', async () => {
  await wait(1)
  const entity = await wait(2)
  const call = (personal: Action['body'] | null) =>
    byHand(entity, 'visit.called', { call: { room: '110', reason: 'by_hand' } }, personal)
  await expect(call(null)).rejects.toMatchObject({ detail: { code: 'visit.note_needed' } })
  await expect(call({ note: '  ' })).rejects.toMatchObject({ detail: { code: 'change.personal' } })
  await call({ note: 'Сурдоаудармашы күтіп тұр' })
  expect(await visitOf(entity)).toMatchObject({ status: 'called', call: { note: 'Сурдоаудармашы күтіп тұр' } })
})

describe('a call in the line', () => {
  const call = (visit: EntityId, reason: string, personal: Action['body'] | null = null) =>
    byHand(visit, 'visit.called', { call: { room: '110', reason } }, personal)
  const changed = { detail: { code: 'visit.order_changed' } }
  const NOTE = { note: 'Сурдоаудармашы күтіп тұр' }

  it('is of the first by his right, and of nobody else without a note', async () => {
    const first = await wait(1)
    const second = await wait(2)
    await expect(call(second, 'arrival')).rejects.toMatchObject(changed)
    await expect(call(first, 'out_of_turn')).rejects.toMatchObject(changed)
    await expect(call(first, 'by_hand', NOTE)).rejects.toMatchObject(changed)
    const urgent = await wait(3, { outOfTurn: true, note: 'Куәлігі көрсетілді' })
    await expect(call(first, 'arrival')).rejects.toMatchObject(changed)
    await call(urgent, 'out_of_turn')
    await call(first, 'arrival')
    await call(second, 'arrival')
  })

  it('is decided on the visits of its day alone: ten years of others are not looked through', async () => {
    const visit = await wait(1)
    const { journal } = desk.state.desk()
    const all = vi.spyOn(journal, 'entitiesOf')
    const ofDay = vi.spyOn(journal, 'entitiesOfDay')
    const read = vi.spyOn(journal, 'actionsOf')
    await call(visit, 'arrival')
    expect(all).not.toHaveBeenCalled()
    expect(ofDay.mock.results.map(({ value }) => value)).toEqual([[visit]])
    const office = entityId('office', 'main')
    expect(read.mock.calls.every(([entity]) => entity === visit || entity === office)).toBe(true)
  })

  it('pressed twice is a conflict the second time', async () => {
    const entity = await wait(1)
    const { state } = desk
    const basedOn = state.desk().journal.headOf(entity)
    const intent = { entity, type: 'visit.called', basedOn, body: { call: { room: '110', reason: 'arrival' } } }
    const once = () => actByHand(state.desk(), intent, null, state.actor())
    const [first, second] = await Promise.allSettled([once(), once()])
    expect(first.status).toBe('fulfilled')
    expect(second).toMatchObject({ reason: { detail: { code: 'change.conflict' } } })
    expect((await visitOf(entity)).calls).toBe(1)
  })

  it('asks nothing of another line, nor of who has gone or is not checked', async () => {
    await wait(1, { officialId: 'o1' })
    await byHand(await wait(2), 'visit.left', {})
    await come(3, await registeredEntity(3))
    await call(await wait(4), 'arrival')
  })

  it('lets whose time has come before those who came earlier, by the clock of the office', async () => {
    const { actor } = desk.state
    const at = (time: string) => vi.spyOn(desk.state, 'actor').mockReturnValue({ ...actor(), time: time as PlainTime })
    const minutes = Math.min(minutesOf(actor().time) + 10, 23 * 60 + 59)
    const [before, given] = [timeOf(minutes - 1), timeOf(minutes)]
    await wait(1)
    const application = await registeredEntity(2)
    await byHand(application, 'application.booked', {
      booking: { officialId: 'o1', date: actor().date, time: given },
    })
    const { entity } = await come(2, application)
    await byHand(entity, 'visit.identity_checked', { check: CHECK }, DOCUMENT)
    at(before)
    await expect(call(entity, 'booked')).rejects.toMatchObject(changed)
    vi.restoreAllMocks()
    at(given)
    await call(entity, 'booked')
  })

  it('is by the promise of the office where its time is nearly up, and the page and main reckon alike', async () => {
    const { actor } = desk.state
    const minutes = Math.min(minutesOf(actor().time) + 10, 23 * 60 + 59)
    const first = await wait(1)
    const application = await registeredEntity(2)
    const booking = { officialId: 'o1', date: actor().date, time: timeOf(minutes) }
    await byHand(application, 'application.booked', { booking })
    const { entity } = await come(2, application)
    await byHand(entity, 'visit.identity_checked', { check: CHECK }, DOCUMENT)
    await byHand(entityId('office', 'main'), 'office.set', { office: { ...FIRST_RUN.office, promise: 15 } })
    vi.spyOn(desk.state, 'actor').mockReturnValue({ ...actor(), time: timeOf(minutes) })
    await expect(call(entity, 'booked')).rejects.toMatchObject(changed)
    await expect(call(first, 'arrival')).rejects.toMatchObject(changed)
    await call(first, 'promise')
    await call(entity, 'booked')
  })

  it('again is a recall and nothing else; who was put back is called by his right', async () => {
    await byHand(entityId('office', 'main'), 'office.set', { office: { ...FIRST_RUN.office, recallAfter: 0 } })
    const visit = await wait(1)
    await call(visit, 'arrival')
    await expect(call(visit, 'arrival')).rejects.toMatchObject(changed)
    await call(visit, 'recall')
    await byHand(visit, 'visit.missed', {})
    await expect(call(visit, 'by_hand', NOTE)).rejects.toMatchObject(changed)
    await byHand(visit, 'visit.returned', {})
    await expect(call(visit, 'recall')).rejects.toMatchObject(changed)
    await call(visit, 'arrival')
  })
})

describe('a visitor who comes back', () => {
  const back = (visit: EntityId) => byHand(visit, 'visit.returned', {})
  const unlawful = { detail: { code: 'change.not_lawful', params: { type: 'visit.returned' } } }

  it('stands in the line again, unless another visit of the application is under way', async () => {
    const application = await registeredEntity(1)
    const first = (await come(1, application)).entity
    await byHand(first, 'visit.left', {})
    const second = (await come(2, application)).entity
    const ticket = ticketText((await visitOf(second)).checkIn!.ticket)
    await expect(back(first)).rejects.toMatchObject({ detail: { code: 'visit.already_here', params: { ticket } } })
    await byHand(second, 'visit.left', {})
    await back(first)
    expect((await visitOf(first)).status).toBe('arrived')
  })

  it('does not where the application was closed, nor on another day', async () => {
    const application = await registeredEntity(1)
    const { entity } = await come(1, application)
    await byHand(entity, 'visit.left', {})
    onNextDay()
    await expect(back(entity)).rejects.toMatchObject({ detail: { code: 'visit.other_day' } })
    vi.restoreAllMocks()
    await byHand(application, 'application.withdrawn', { how: 'oral' })
    await expect(back(entity)).rejects.toMatchObject(unlawful)
    expect((await visitOf(entity)).status).toBe('left')
  })
})

describe('out of turn', () => {
  const registeredWith = async (number: number, category: string | null, proofSeen: boolean) =>
    (await desk.rig.register(form(number, { personal: { ...PERSONAL, category, proofSeen } }))).action.entity

  it('without a registered category is not taken on the clerk\u2019s word alone: the note is kept with the person', async () => {
    const application = await registeredWith(1, null, false)
    const refused = { detail: { code: 'visit.out_of_turn_note' } }
    await expect(come(1, application, { outOfTurn: true })).rejects.toMatchObject(refused)
    const action = await come(2, application, { outOfTurn: true, note: 'Жүкті әйел' })
    const [registered] = await desk.state.desk().journal.actionsOf(application)
    expect(action.personal).toEqual({ subject: registered?.personal?.subject, value: { note: 'Жүкті әйел' } })
    expect(JSON.stringify(action.body)).not.toContain('Жүкті')
    expect((await visitOf(action.entity)).outOfTurnNote).toBe('Жүкті әйел')
  })

  it('by a registered category needs no words, and none are kept', async () => {
    const application = await registeredWith(1, 'disability', false)
    const action = await come(1, application, { outOfTurn: true, note: 'Мүгедектігі бар' })
    expect([action.personal, (await visitOf(action.entity)).outOfTurnNote]).toEqual([null, null])
  })
})

describe('a visit of an earlier day', () => {
  it('is only ended: nobody is checked, called or let in from it', async () => {
    const waiting = await wait(1)
    const arrived = (await come(2, await registeredEntity(2))).entity
    const called = await wait(3)
    await byHand(called, 'visit.called', { call: { room: '110', reason: 'by_hand' } }, { note: 'x' })
    onNextDay()
    const otherDay = { detail: { code: 'visit.other_day' } }
    const call = { call: { room: '110', reason: 'arrival' } }
    await expect(byHand(waiting, 'visit.called', call)).rejects.toMatchObject(otherDay)
    const check = byHand(arrived, 'visit.identity_checked', { check: CHECK }, DOCUMENT)
    await expect(check).rejects.toMatchObject(otherDay)
    for (const type of ['visit.started', 'visit.missed', 'visit.call_undone']) {
      await expect(byHand(called, type, {})).rejects.toMatchObject(otherDay)
    }
    for (const visit of [waiting, arrived, called]) {
      await byHand(visit, 'visit.left', {})
      expect((await visitOf(visit)).status).toBe('left')
    }
  })

  it('that was being served ends as of its own day', async () => {
    const application = await registeredEntity(1)
    const { entity, date } = await come(1, application)
    await toRoom(entity)
    onNextDay()
    expect((await desk.rig.finish(endOf(entity))).closed).toBe(true)
    expect(await applicationOf(application)).toMatchObject({ status: 'received', facts: { received: date } })
  })
})

describe('the place of who was not received', () => {
  it('is kept to the next day before the same official: by the first arrival, whoever closed the day', async () => {
    const application = await registeredEntity(1)
    const { entity } = await come(1, application)
    const { arrivedAt } = await visitOf(entity)
    onNextDay()
    await byHand(entity, 'visit.left', {})
    expect((await visitOf((await come(2, application)).entity)).checkIn?.keptFrom).toBe(arrivedAt)
    const other = await registeredEntity(3)
    expect((await visitOf((await come(3, other)).entity)).checkIn?.keptFrom).toBeNull()
  })

  it('is kept over days on which only others came, for a month, and is gone once the day after was left', async () => {
    const [application, late] = [await registeredEntity(1), await registeredEntity(2)]
    const { arrivedAt } = await visitOf((await come(1, application)).entity)
    await come(2, late)
    for (const number of [3, 4, 5]) {
      onNextDay()
      await come(number, await registeredEntity(number))
    }
    onNextDay()
    const { entity } = await come(6, application)
    expect((await visitOf(entity)).checkIn?.keptFrom).toBe(arrivedAt)
    await byHand(entity, 'visit.left', {})
    onNextDay()
    expect((await visitOf((await come(7, application)).entity)).checkIn?.keptFrom).toBeNull()
    for (let days = 5; days < 31; days++) onNextDay()
    const { journal } = desk.state.desk()
    const asked = { application: late, officialId: null, since: '2020-01-01' as PlainDate }
    const keptOn = (day: PlainDate) => findKeptPlace(journal, openVisits(journal).visitsOf, { ...asked, day })
    const lastDay = desk.state.actor().date
    expect(await keptOn(lastDay)).not.toBeNull()
    expect(await keptOn(addDays(lastDay, 1))).toBeNull()
  })

  it('is looked for no further back than the application itself', async () => {
    await come(1, await registeredEntity(1))
    onNextDay()
    const { journal } = desk.state.desk()
    const application = await registeredEntity(2)
    const asked = vi.spyOn(journal, 'entitiesOfDay')
    await come(2, application)
    expect(asked).not.toHaveBeenCalled()
  })

  it('is given up by who left on the day, and is not that of another line', async () => {
    const application = await registeredEntity(1)
    await byHand((await come(1, application)).entity, 'visit.left', {})
    const moved = await registeredEntity(2)
    await come(2, moved)
    onNextDay()
    expect((await visitOf((await come(3, application)).entity)).checkIn?.keptFrom).toBeNull()
    const { entity } = await come(4, moved, { officialId: 'o1' })
    expect((await visitOf(entity)).checkIn?.keptFrom).toBeNull()
  })
})
