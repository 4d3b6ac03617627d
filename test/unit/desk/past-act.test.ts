import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { entityId } from '#shared/change/action.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { form, REGISTRATION, type RegisterRig, registerRig } from './register-rig.ts'
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
  await desk.end()
})

const FIRST = { profile: 'WKO-2020/2023', from: '2020-12-09' } as const

/** The Rules of 2026 from a day on. */
async function switchFrom(from: string, rest: object[] = []) {
  const open = desk.state.desk()
  const entity = entityId('office', 'main')
  const profiles = [FIRST, { profile: 'KZ-2026', from }, ...rest]
  const body = { office: { ...FIRST_RUN.office, profiles } }
  const intent = { entity, type: 'office.set', basedOn: open.journal.headOf(entity), body }
  return actByHand(open, intent, null, desk.state.actor())
}

const REFUSED = { detail: { code: 'office.past_act' } }

describe('a day that has come keeps the act its applications were registered by', () => {
  it('from a past day or from today the act is not changed once an application of it stands', async () => {
    await rig.register(form(1))
    for (const from of ['2026-08-08', '2026-11-20', '2026-11-23']) {
      await expect(switchFrom(from), from).rejects.toMatchObject(REFUSED)
    }
    await switchFrom('2026-11-24')
  })

  it('the day is the one its terms are counted from, not the one it was entered on', async () => {
    const catchUp = { on: PlainDate.parse('2026-11-18'), at: '10:00' as never }
    await rig.register(form(1, { registration: { ...REGISTRATION, catchUp } }))
    await expect(switchFrom('2026-11-18')).rejects.toMatchObject(REFUSED)
    await switchFrom('2026-11-19')
  })

  it('one of an earlier day does not hide behind a newer one', async () => {
    await rig.register(form(1))
    vi.setSystemTime(new Date('2026-11-25T11:00+05:00'))
    desk = await desk.restart()
    rig = registerRig(desk)
    await switchFrom('2026-11-24')
    await rig.register(form(2))
    await expect(switchFrom('2026-11-23')).rejects.toMatchObject(REFUSED)
    // Taken back, the newer one would be of another act.
    await expect(switchFrom('2026-11-26')).rejects.toMatchObject(REFUSED)
  })

  it('where nothing was registered the past may be put right, and the office is kept as it is at any time', async () => {
    await switchFrom('2026-08-08')
    await rig.register(form(1))
    await switchFrom('2026-08-08')
    await switchFrom('2026-08-08', [{ profile: 'WKO-2020/2023', from: '2026-12-01' }])
  })
})
