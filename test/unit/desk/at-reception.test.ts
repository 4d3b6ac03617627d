import { describe, expect, it } from 'vitest'
import { numberText } from '#shared/application/number.ts'
import { type EntityId, entityId } from '#shared/change/action.ts'
import { form, PERSONAL, REGISTRATION } from './register-rig.ts'
import { visitRig } from './visit-rig.ts'

const desk = visitRig()
const { byHand, come, onNextDay, registeredEntity, applicationOf, toRoom } = desk

const handIn = (press: number, atReception: EntityId) =>
  desk.rig.register(form(press, { registration: { ...REGISTRATION, channel: 'paper', atReception } }))
const refused = { detail: { code: 'registration.no_reception' } }

describe('clause 25: what is handed in during a reception', () => {
  it('is registered of a visitor in the room, and of one who was received, under a number of its own', async () => {
    const first = await registeredEntity(1)
    const { entity: visit } = await come(1, first)
    await toRoom(visit)
    const during = await handIn(2, visit)
    const { journal } = desk.state.desk()
    await desk.rig.finish({ entity: visit, basedOn: journal.headOf(visit)!, result: 'explained' })
    const after = await handIn(3, visit)
    for (const { action } of [during, after]) {
      expect((await applicationOf(action.entity)).registered?.registration.atReception).toBe(visit)
    }
    const numbers = [during, after].map(({ number }) => numberText(number))
    expect(new Set([...numbers, numberText((await applicationOf(first)).registered!.number)]).size).toBe(3)
  })

  it('is refused of who is not in the room yet, of nobody, of what is no visit', async () => {
    const application = await registeredEntity(1)
    const { entity: visit } = await come(1, application)
    await expect(handIn(2, visit)).rejects.toMatchObject(refused)
    await expect(handIn(3, entityId('visit', 'nowhere'))).rejects.toMatchObject(refused)
    await expect(handIn(4, application)).rejects.toMatchObject(refused)
  })

  it('is refused of a visitor of another day, unless it is entered as of that day', async () => {
    const { entity: visit } = await come(1, await registeredEntity(1))
    await toRoom(visit)
    const { date } = desk.state.actor()
    onNextDay()
    await expect(handIn(2, visit)).rejects.toMatchObject(refused)
    const catchUp = { on: date, at: '10:00' as never }
    const registration = { ...REGISTRATION, channel: 'paper', atReception: visit, catchUp }
    const late = await desk.rig.register(form(3, { registration }))
    expect((await applicationOf(late.action.entity)).registered?.registration.atReception).toBe(visit)
  })

  it('may be marked so afterwards only where it is true, and stays so in other corrections', async () => {
    const { entity: visit } = await come(1, await registeredEntity(1))
    const entity = await registeredEntity(2)
    const correct = (atReception: EntityId | null) =>
      desk.rig.correct({
        entity,
        basedOn: desk.state.desk().journal.headOf(entity)!,
        registration: { ...REGISTRATION, atReception },
        personal: PERSONAL,
        ground: 'other',
      })
    await expect(correct(visit)).rejects.toMatchObject(refused)
    await toRoom(visit)
    await correct(visit)
    onNextDay()
    await correct(visit)
    expect((await applicationOf(entity)).registered?.registration.atReception).toBe(visit)
    await byHand(entity, 'application.withdrawn', { how: 'oral' })
  })
})
