import { describe, expect, it, vi } from 'vitest'
import { createHall } from '#electron/desk/hall.ts'
import { openSettings } from '#electron/settings/settings.ts'
import { HallView } from '#shared/hall/model.ts'
import { memoryLog } from '../ipc/fake-windows.ts'
import { form } from './register-rig.ts'
import { FIRST_RUN } from './temporary-desk.ts'
import { visitRig } from './visit-rig.ts'

const rig = visitRig()
const caller = { window: 1, page: 'hall', load: 1 } as const

async function hallOf() {
  const settings = await openSettings('/nowhere', () => false)
  const sent: HallView[] = []
  const send = vi.fn((_event: string, view: unknown) => void sent.push(HallView.parse(view)))
  const hall = createHall({ settings, send, hallIsOpen: () => true, log: memoryLog() }, rig.state)
  return { hall, settings, sent, send, view: () => hall.services['hall.board']({}, caller) }
}

describe('what main tells the hall', () => {
  it('number and room of a call, how many wait, and never a word of a person', async () => {
    const first = await rig.wait(1)
    await rig.wait(2)
    await rig.byHand(first, 'visit.called', { call: { room: '110', reason: 'arrival' } })
    const { view } = await hallOf()
    const told = HallView.parse(await view())
    expect(told.board).toMatchObject({ waiting: 1, calls: [{ ticket: 'А-001', room: '110', isNew: true }] })
    expect(told.office).toEqual(FIRST_RUN.office.name)
    const text = JSON.stringify(told)
    const { personal } = form(1)
    for (const secret of [personal.surname, personal.given, personal.iin, '045 678 912'].filter(Boolean)) {
      expect(text).not.toContain(secret)
    }
    expect(text).not.toMatch(/\b\d{12}\b/)
  })

  it('a call taken back is told as gone', async () => {
    const visit = await rig.wait(1)
    await rig.byHand(visit, 'visit.called', { call: { room: '110', reason: 'arrival' } })
    const { view } = await hallOf()
    expect((await view()).board?.calls).toHaveLength(1)
    await rig.byHand(visit, 'visit.call_undone', {})
    expect((await view()).board).toMatchObject({ calls: [], waiting: 1 })
  })

  it('hidden calls do not leave main at all', async () => {
    const visit = await rig.wait(1)
    await rig.byHand(visit, 'visit.called', { call: { room: '110', reason: 'arrival' } })
    const { hall, sent } = await hallOf()
    await hall.services['hall.hide']({ isHidden: true }, caller)
    expect(sent.at(-1)).toMatchObject({ board: null, office: FIRST_RUN.office.name })
    await hall.services['hall.hide']({ isHidden: false }, caller)
    expect(sent.at(-1)?.board?.calls).toHaveLength(1)
  })

  it('is told of visits, not of what else is appended; the newest state always comes last', async () => {
    const visit = await rig.wait(1)
    const { hall, sent } = await hallOf()
    const actionsOf = (entity: string) => ({ actions: [{ entity }] }) as never
    hall.moved(actionsOf('letter:x'))
    await hall.refresh()
    expect(sent).toHaveLength(1)
    hall.moved(actionsOf(visit))
    await rig.byHand(visit, 'visit.called', { call: { room: '110', reason: 'arrival' } })
    hall.moved(null)
    await hall.refresh()
    expect(sent.at(-1)?.board?.calls).toHaveLength(1)
  })

  it.each(Array.from({ length: 12 }, (_, ticks) => ticks))(
    'what is asked for %i steps after the last was sent is sent as well',
    async ticks => {
      const { hall, sent, send } = await hallOf()
      const now = vi.spyOn(rig.state.clock, 'now')
      send.mockImplementationOnce((_event, view) => {
        sent.push(HallView.parse(view))
        void (async () => {
          for (let tick = 0; tick < ticks; tick++) await null
          now.mockReturnValue(4_000_000_000_000)
          await hall.refresh()
        })()
      })
      await hall.refresh()
      await vi.waitFor(() => expect(sent.at(-1)?.now).toBe(4_000_000_000_000))
    },
  )

  it('before the first run there is an empty screen, not a failure', async () => {
    const settings = await openSettings('/nowhere', () => false)
    const state = { findDesk: () => null, clock: rig.state.clock }
    const context = { settings, send: vi.fn(), hallIsOpen: () => false, log: memoryLog() }
    const hall = createHall(context, state)
    await hall.refresh()
    expect(context.send).not.toHaveBeenCalled()
    expect(await hall.services['hall.board']({}, caller)).toMatchObject({ board: null })
  })
})
