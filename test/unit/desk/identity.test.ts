import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '#electron/desk/act.ts'
import { type Action, type EntityId, entityId } from '#shared/change/action.ts'
import { form, PERSONAL, REGISTRATION } from './register-rig.ts'
import { FIRST_RUN, temporaryDesk } from './temporary-desk.ts'
import { CHECK, DOCUMENT, visitRig } from './visit-rig.ts'

const desk = visitRig()
const { byHand, come, registeredEntity, visitOf } = desk

it('whoever acts for another is not let in as acting for nobody else', async () => {
  const registration = { ...REGISTRATION, represented: true }
  const principal = { surname: 'Сапаров', given: '', patronymic: '', iin: '', organisation: '', bin: '' }
  const { action } = await desk.rig.register(form(1, { registration, personal: { ...PERSONAL, principal } }))
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
    ['other_end_missing', { by: 'other_end' }, {}],
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
    return (await come(1, (await desk.rig.register(form(1, asked))).action.entity)).entity
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
