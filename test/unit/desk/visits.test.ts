import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '#electron/desk/act.ts'
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

const CHECK = {
  member: null,
  result: 'matched',
  document: 'id_card',
  expired: false,
  digital: false,
  powers: 'not_needed',
}
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

/** The office's clock goes on to the next day. */
function onNextDay(): void {
  const { date, ...actor } = desk.state.actor()
  vi.spyOn(desk.state, 'actor').mockReturnValue({ ...actor, date: addDays(date, 1) })
}

const registeredEntity = async (number: number) => (await rig.register(form(number))).action.entity
const visitOf = async (entity: EntityId) => foldVisit(await desk.state.desk().journal.actionsOf(entity))

async function applicationOf(entity: EntityId) {
  const { journal, gate } = desk.state.desk()
  return foldApplication(await journal.actionsOf(entity), gate.related())
}

async function toRoom(visit: EntityId, reason: 'arrival' | 'booked' = 'arrival'): Promise<void> {
  await byHand(visit, 'visit.identity_checked', { check: CHECK }, DOCUMENT)
  await byHand(visit, 'visit.called', { call: { room: '110', reason } })
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
    const { action: finished, closed } = await rig.finish(asked)
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
    const { closed } = await rig.finish(endOf(entity))
    expect(closed).toBe(false)
    expect((await visitOf(entity)).status).toBe('finished')
    expect((await applicationOf(application)).status).toBe('withdrawn')
    await rig.finishUndo(undoOf(entity))
    expect((await visitOf(entity)).status).toBe('served')
    expect((await applicationOf(application)).status).toBe('withdrawn')
  })

  it('is refused whole where there is no such visit', async () => {
    const { id } = await come(1, await registeredEntity(1))
    const nowhere = { ...endOf(entityId('visit', 'nowhere')), basedOn: id }
    await expect(rig.finish(nowhere)).rejects.toMatchObject({ detail: { code: 'change.conflict' } })
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
    await toRoom(entity, 'booked')
    await rig.finish(endOf(entity))
    vi.spyOn(desk.state.desk().journal, 'append').mockRejectedValueOnce(new Error('disk'))
    await expect(rig.finishUndo(undoOf(entity))).rejects.toThrow('disk')
    expect((await applicationOf(application)).status).toBe('received')
    await rig.finishUndo(undoOf(entity))
    expect((await visitOf(entity)).status).toBe('served')
    expect(await applicationOf(application)).toMatchObject({
      status: 'open',
      facts: { received: null, result: null, outcome: 'pending' },
      registered: { booking, visit: null },
    })
    expect((await rig.finish({ ...endOf(entity), result: 'satisfied' })).closed).toBe(true)
    expect(await applicationOf(application)).toMatchObject({ status: 'received', facts: { result: 'satisfied' } })
  })

  it('stands on any other day, and where nothing has ended', async () => {
    const application = await registeredEntity(1)
    const { entity } = await come(1, application)
    await toRoom(entity)
    await expect(rig.finishUndo(undoOf(entity))).rejects.toMatchObject({ detail: { code: 'change.not_lawful' } })
    await rig.finish(endOf(entity))
    onNextDay()
    await expect(rig.finishUndo(undoOf(entity))).rejects.toMatchObject({ detail: { code: 'visit.other_day' } })
    expect((await applicationOf(application)).status).toBe('received')
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
    ['expired_unsaid', {}, { validTo: '2020-01-01', comment: 'x' }],
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
    expect(read.mock.calls.every(([entity]) => entity === visit)).toBe(true)
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
    onNextDay()
    await expect(back(entity)).rejects.toMatchObject({ detail: { code: 'visit.other_day' } })
    vi.restoreAllMocks()
    await byHand(application, 'application.withdrawn', { how: 'oral' })
    await expect(back(entity)).rejects.toMatchObject(unlawful)
    expect((await visitOf(entity)).status).toBe('left')
  })
})

describe('the lead decides on a check that did not pass', () => {
  const MISMATCH = { ...CHECK, result: 'mismatch' }
  const COMMENT = { ...DOCUMENT, comment: 'Суреті ұқсамайды' }
  const REASON = { reason: 'Жеке басы жүргізуші куәлігімен расталды' }
  const overruled = [{ member: null, fault: 'mismatch' }]
  const as = (role: Actor['role']) => vi.spyOn(desk.state, 'actor').mockReturnValue({ ...desk.state.actor(), role })
  const admit = (visit: EntityId, personal: Action['body'] | null = REASON, faults: unknown = overruled) =>
    byHand(visit, 'visit.admitted', { admission: { overruled: faults } }, personal)
  let visit: EntityId
  beforeEach(async () => {
    visit = (await come(1, await registeredEntity(1))).entity
    await byHand(visit, 'visit.identity_checked', { check: MISMATCH }, COMMENT)
  })

  it('and no clerk does: the visitor stays where they are', async () => {
    expect(desk.state.actor().role).toBe('clerk')
    await expect(admit(visit)).rejects.toMatchObject({ detail: { code: 'visit.lead_decides' } })
    const call = { call: { room: '110', reason: 'arrival' } }
    await expect(byHand(visit, 'visit.called', call)).rejects.toMatchObject({ detail: { code: 'change.not_lawful' } })
    expect((await visitOf(visit)).status).toBe('stopped')
  })

  it.each(['head', 'administrator'] as const)('as %s, with a reason that goes with the person', async role => {
    as(role)
    await expect(admit(visit, null)).rejects.toMatchObject({ detail: { code: 'change.personal' } })
    await expect(admit(visit, { reason: ' ' })).rejects.toMatchObject({ detail: { code: 'change.personal' } })
    const action = await admit(visit)
    expect(action).toMatchObject({ role, personal: { value: REASON } })
    expect(JSON.stringify(action.body)).not.toContain('расталды')
    await byHand(visit, 'visit.called', { call: { room: '110', reason: 'arrival' } })
    expect(await visitOf(visit)).toMatchObject({ status: 'called', admission: REASON })
  })

  it('on what stands recorded, no more and no less', async () => {
    as('head')
    const unlawful = { detail: { code: 'change.not_lawful' } }
    await expect(admit(visit, REASON, [{ member: null, fault: 'expired' }])).rejects.toMatchObject(unlawful)
    await expect(admit(visit, REASON, [])).rejects.toMatchObject({ detail: { code: 'change.body' } })
  })

  it('but not on powers', async () => {
    as('head')
    await byHand(visit, 'visit.identity_checked', { check: { ...MISMATCH, powers: 'expired' } }, COMMENT)
    await expect(admit(visit)).rejects.toMatchObject({ detail: { code: 'change.not_lawful' } })
    expect((await visitOf(visit)).status).toBe('barred')
  })
})

it('the first person of a desk is of the role that was said, or a clerk', async () => {
  expect(desk.state.actor().role).toBe('clerk')
  const other = await temporaryDesk()
  try {
    await other.state.firstRun({ ...FIRST_RUN, user: { ...FIRST_RUN.user, role: 'head' } })
    expect(other.state.actor().role).toBe('head')
    const again = await other.restart()
    expect(again.state.actor().role).toBe('head')
    await again.state.close()
  } finally {
    await other.end()
  }
})

describe('a delegation', () => {
  const member = (place: number, change: object = {}) => ({ check: { ...CHECK, member: place, ...change } })
  const delegation = async (named: number) => {
    const people = Array.from({ length: named }, (_, place) => ({
      ...{ surname: `Серіков${place}`, given: '', patronymic: '', iin: '' },
    }))
    const asked = { registration: { ...REGISTRATION, delegation: 3 }, personal: { ...PERSONAL, members: people } }
    return (await come(1, (await rig.register(form(1, asked))).action.entity)).entity
  }

  it('with one unchecked is not called; each is checked by itself, and who did not come is said', async () => {
    const visit = await delegation(2)
    expect((await visitOf(visit)).checkIn?.members).toBe(2)
    await byHand(visit, 'visit.identity_checked', { check: CHECK }, DOCUMENT)
    await byHand(visit, 'visit.identity_checked', member(0), DOCUMENT)
    const call = () => byHand(visit, 'visit.called', { call: { room: '110', reason: 'arrival' } })
    await expect(call()).rejects.toMatchObject({ detail: { code: 'change.not_lawful' } })
    const nobody = { ...DOCUMENT, number: '' }
    await byHand(visit, 'visit.identity_checked', member(1, { result: 'absent', document: null }), nobody)
    await call()
    expect((await visitOf(visit)).status).toBe('called')
  })

  it('has as many members as were registered, also those without a name, and no more', async () => {
    const visit = await delegation(0)
    expect((await visitOf(visit)).checkIn?.members).toBe(2)
    await expect(byHand(visit, 'visit.identity_checked', member(2), DOCUMENT)).rejects.toMatchObject({
      detail: { code: 'change.not_lawful', params: { type: 'visit.identity_checked' } },
    })
  })
})

describe('out of turn', () => {
  const registeredWith = async (number: number, category: string | null, proofSeen: boolean) =>
    (await rig.register(form(number, { personal: { ...PERSONAL, category, proofSeen } }))).action.entity

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
    expect((await rig.finish(endOf(entity))).closed).toBe(true)
    expect(await applicationOf(application)).toMatchObject({ status: 'received', facts: { received: date } })
  })
})
