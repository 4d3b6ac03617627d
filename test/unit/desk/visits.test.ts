import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { type Action, type EntityId, entityId } from '#shared/change/action.ts'
import type { ParsedArgsOf } from '#shared/ipc/contract.ts'
import { addDays, type PlainDate, type PlainTime } from '#shared/time/plain-date.ts'
import { ticketText } from '#shared/visit/number.ts'
import { foldVisit } from '#shared/visit/transitions.ts'
import { form, PERSONAL, press, REGISTRATION, type RegisterRig, registerRig } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let rig: RegisterRig
beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  rig = registerRig(desk)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await desk.end()
})

const CHECK = { result: 'matched', document: 'id_card', expired: false, digital: false, powers: 'not_needed' }
const DOCUMENT = {
  number: '045 678 912',
  issuer: '',
  validTo: null,
  powersNumber: '',
  powersValidTo: null,
  comment: '',
}

function byHand(entity: EntityId, type: string, body: Record<string, unknown>, personal: Action['body'] | null = null) {
  const open = desk.state.desk()
  const intent = { entity, type, basedOn: open.journal.headOf(entity), body }
  return actByHand(open, intent, personal, desk.state.actor())
}

const come = (number: number, application: EntityId, change: Partial<ParsedArgsOf<'visit.checkIn'>> = {}) =>
  rig.checkIn({ request: press(number), application, officialId: null, booked: null, outOfTurn: false, ...change })

const registeredEntity = async (number: number) => (await rig.register(form(number))).action.entity
const visitOf = async (entity: EntityId) => foldVisit(await desk.state.desk().journal.actionsOf(entity))

async function applicationOf(entity: EntityId) {
  const { journal, gate } = desk.state.desk()
  return foldApplication(await journal.actionsOf(entity), gate.related())
}

async function toRoom(visit: EntityId): Promise<void> {
  await byHand(visit, 'visit.identity_checked', { check: CHECK }, DOCUMENT)
  await byHand(visit, 'visit.called', { call: { room: '110', reason: 'arrival' } })
  await byHand(visit, 'visit.started', {})
}

describe('a visitor who comes', () => {
  it('gets one ticket by one press, also where the program ended before the answer', async () => {
    const application = await registeredEntity(1)
    const [first, again] = await Promise.all([come(1, application), come(1, application)])
    expect(again).toEqual(first)
    desk = await desk.restart()
    rig = registerRig(desk)
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
    desk = await desk.restart()
    rig = registerRig(desk)
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
    await expect(rig.finish(asked)).rejects.toThrow('disk')
    expect((await visitOf(entity)).status).toBe('served')
    const finished = await rig.finish(asked)
    expect(await visitOf(entity)).toMatchObject({ status: 'finished', result: 'explained' })
    const state = await applicationOf(application)
    expect(state).toMatchObject({ status: 'received', facts: { result: 'explained', received: finished.date } })
    expect(state.registered?.visit).toBe(entity)
  })

  it('is refused whole where the application was closed meanwhile, or there is no such visit', async () => {
    const application = await registeredEntity(1)
    const { entity, id } = await come(1, application)
    await toRoom(entity)
    await byHand(application, 'application.withdrawn', { how: 'oral' })
    const { journal } = desk.state.desk()
    const refused = { detail: { code: 'change.not_lawful', params: { type: 'application.received' } } }
    const asked = { entity, basedOn: journal.headOf(entity)!, result: 'explained' as const }
    await expect(rig.finish(asked)).rejects.toMatchObject(refused)
    expect((await visitOf(entity)).status).toBe('served')
    const nowhere = { ...asked, entity: entityId('visit', 'nowhere'), basedOn: id }
    await expect(rig.finish(nowhere)).rejects.toMatchObject({ detail: { code: 'change.conflict' } })
  })
})

it('whoever acts for another is not let in as acting for nobody else', async () => {
  const registration = { ...REGISTRATION, represented: true }
  const principal = { surname: 'Сапаров', given: '', patronymic: '', iin: '', organisation: '', bin: '' }
  const { action } = await rig.register(form(1, { registration, personal: { ...PERSONAL, principal } }))
  const { entity } = await come(1, action.entity)
  const check = (powers: string) =>
    byHand(entity, 'visit.identity_checked', { check: { ...CHECK, powers } }, { ...DOCUMENT, powersNumber: '118' })
  await expect(check('not_needed')).rejects.toMatchObject({ detail: { code: 'identity.powers_not_stated' } })
  await check('shown')
  expect((await visitOf(entity)).status).toBe('waiting')
})

describe('a check of identity by hand', () => {
  let visit: EntityId
  let application: EntityId
  beforeEach(async () => {
    application = await registeredEntity(1)
    visit = (await come(1, application)).entity
  })
  const check = (change: object, personal: object) =>
    byHand(visit, 'visit.identity_checked', { check: { ...CHECK, ...change } }, { ...DOCUMENT, ...personal })

  it('goes no further with the whole number, and is sealed with the person of the application', async () => {
    const action = await check({}, {})
    expect(action.personal?.value).toMatchObject({ number: '\u2022\u2022\u2022\u2022\u2022\u2022912' })
    const [first] = await desk.state.desk().journal.actionsOf(application)
    expect(action.personal?.subject).toBe(first?.personal?.subject)
  })

  it.each([
    ['document_missing', { document: null }, {}],
    ['number_missing', {}, { number: '' }],
    ['comment_missing', { expired: true }, {}],
    ['powers_expired', { powers: 'shown' }, { powersValidTo: '2020-01-01' }],
    ['powers_number_missing', { powers: 'shown' }, { powersNumber: ' ' }],
  ])('is refused for %s', async (code, change, personal) => {
    await expect(check(change, personal)).rejects.toMatchObject({ detail: { code: `identity.${code}` } })
    expect((await visitOf(visit)).status).toBe('arrived')
  })

  it('is refused without its personal part, with another one, and for nobody', async () => {
    const refused = { detail: { code: 'change.personal' } }
    await expect(byHand(visit, 'visit.identity_checked', { check: CHECK })).rejects.toMatchObject(refused)
    await expect(check({}, { photo: 'x' })).rejects.toMatchObject(refused)
    visit = entityId('visit', 'nowhere')
    await expect(check({}, {})).rejects.toMatchObject({ detail: { code: 'change.not_lawful' } })
  })
})

/** A visitor in the line, by the number of both presses. */
async function wait(number: number, change: Partial<ParsedArgsOf<'visit.checkIn'>> = {}): Promise<EntityId> {
  const { entity } = await come(number, await registeredEntity(number), change)
  await byHand(entity, 'visit.identity_checked', { check: CHECK }, DOCUMENT)
  return entity
}

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
    const urgent = await wait(3, { outOfTurn: true })
    await expect(call(first, 'arrival')).rejects.toMatchObject(changed)
    await call(urgent, 'out_of_turn')
    await call(first, 'arrival')
    await call(second, 'arrival')
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
    await wait(1)
    const application = await registeredEntity(2)
    await byHand(application, 'application.booked', {
      booking: { officialId: 'o1', date: actor().date, time: '11:20' },
    })
    const { entity } = await come(2, application)
    await byHand(entity, 'visit.identity_checked', { check: CHECK }, DOCUMENT)
    at('11:19')
    await expect(call(entity, 'booked')).rejects.toMatchObject(changed)
    vi.restoreAllMocks()
    at('11:20')
    await call(entity, 'booked')
  })

  it('again is a recall and nothing else; who was put back is called by his right', async () => {
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
    const { date, ...actor } = desk.state.actor()
    vi.spyOn(desk.state, 'actor').mockReturnValue({ ...actor, date: addDays(date, 1) })
    await expect(back(entity)).rejects.toMatchObject(unlawful)
    vi.restoreAllMocks()
    await byHand(application, 'application.withdrawn', { how: 'oral' })
    await expect(back(entity)).rejects.toMatchObject(unlawful)
    expect((await visitOf(entity)).status).toBe('left')
  })
})
