import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { foldApplication } from '#shared/application/transitions.ts'
import { type EntityId, entityId } from '#shared/change/action.ts'
import type { ProfileId } from '#shared/office/model.ts'
import { form, PERSONAL, REGISTRATION, type RegisterRig, registerRig } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let rig: RegisterRig
beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T11:00+05:00'), toFake: ['Date'] })
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  rig = registerRig(desk)
})
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await desk.end()
})

const refused = (code: string, params: object) => ({ detail: { code, params } })

async function stateOf(entity: EntityId) {
  const { journal, gate } = desk.state.desk()
  return foldApplication(await journal.actionsOf(entity), gate.related())
}

describe('an application without its essence', () => {
  const lacking = (number: number, incomplete = true) =>
    form(number, { personal: { ...PERSONAL, essence: ' ', address: '' }, incomplete })

  async function worksBy(profile: ProfileId): Promise<void> {
    const open = desk.state.desk()
    const entity = entityId('office', 'main')
    const body = { office: { ...FIRST_RUN.office, profiles: [{ profile, from: '2020-12-09' }] } }
    const intent = { entity, type: 'office.set', basedOn: open.journal.headOf(entity), body }
    await actByHand(open, intent, null, desk.state.actor())
  }

  it('is registered under the Rules of 2026 as one that lacks it, with its three working days', async () => {
    await worksBy('KZ-2026')
    const { action } = await rig.register(lacking(1))
    const { status, registered: known } = await stateOf(action.entity)
    expect([status, known?.correctBy]).toEqual(['incomplete', '2026-11-26'])
    expect(known?.decisions.map(one => one.body)).toMatchObject([{ lacks: ['address', 'essence'] }])
  })

  it('is not registered unless the clerk says so', async () => {
    await worksBy('KZ-2026')
    await expect(rig.register(lacking(1, false))).rejects.toMatchObject(
      refused('registration.not_complete', { count: 1 }),
    )
  })

  it('is not registered under clause 5, whatever is said', async () => {
    await expect(rig.register(lacking(1))).rejects.toMatchObject(refused('registration.not_complete', { count: 1 }))
  })

  it('the program ends before the lack is told: the same press tells it, once', async () => {
    await worksBy('KZ-2026')
    const { journal } = desk.state.desk()
    const real = journal.append.bind(journal)
    let calls = 0
    vi.spyOn(journal, 'append').mockImplementation(drafts => {
      calls += 1
      if (calls === 2) throw new Error('killed')
      return real(drafts)
    })
    await expect(rig.register(lacking(1))).rejects.toThrow('killed')
    desk = await desk.restart()
    rig = registerRig(desk)
    const { action } = await rig.register(lacking(1))
    await rig.register(lacking(1))
    const { status, registered: known } = await stateOf(action.entity)
    expect([status, known?.decisions.length]).toEqual(['incomplete', 1])
    const all = (await desk.actions()).filter(({ type }) => type === 'application.registered')
    expect(all).toHaveLength(1)
  })

  it('is put right piece by piece, and what is there is not taken away', async () => {
    await worksBy('KZ-2026')
    const { action } = await rig.register(lacking(1))
    const { entity } = action
    const put = (personal: object) => {
      const basedOn = desk.state.desk().journal.headOf(entity) as never
      const asked = { entity, basedOn, registration: REGISTRATION, ground: 'applicant_told' as const }
      return rig.correct({ ...asked, personal: { ...PERSONAL, ...personal } })
    }
    await put({ essence: '', address: 'Орал' })
    await put({ address: 'Орал' })
    await expect(put({ essence: '' })).rejects.toMatchObject(refused('registration.not_complete', { count: 1 }))
  })
})
