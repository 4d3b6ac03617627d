import { describe, expect, it, vi } from 'vitest'
import { intentNow } from '#electron/desk/act.ts'
import { type EntityId, entityId } from '#shared/change/action.ts'
import { addOfficials } from './official-rig.ts'
import { FIRST_RUN } from './temporary-desk.ts'
import { visitRig } from './visit-rig.ts'

const desk = visitRig()
const { byHand, wait, visitOf, onNextDay, toRoom } = desk

const refused = (code: string, params?: object) => ({ detail: params === undefined ? { code } : { code, params } })
const call = (visit: EntityId, reason = 'recall') => byHand(visit, 'visit.called', { call: { room: '110', reason } })
const forward = (visit: EntityId, officialId: string | null, helper: EntityId | null = null) =>
  byHand(visit, 'visit.forwarded', { forwarding: { officialId, helper, ground: 'help' } })

/** What is done so many seconds later. */
async function later<T>(seconds: number, done: () => Promise<T>): Promise<T> {
  const actor = desk.state.actor()
  const clock = vi.spyOn(desk.state, 'actor').mockReturnValue({ ...actor, now: actor.now + seconds * 1000 })
  return done().finally(() => clock.mockRestore())
}

describe('calling again', () => {
  it('is refused before the seconds of the office and past its most; after a return it begins anew', async () => {
    const visit = await wait(1)
    await call(visit, 'arrival')
    await expect(call(visit)).rejects.toMatchObject({ detail: { code: 'visit.recall_early' } })
    await later(61, () => call(visit))
    await expect(later(58, () => call(visit))).rejects.toMatchObject({ detail: { code: 'visit.recall_early' } })
    await later(61, () => call(visit))
    await expect(later(600, () => call(visit))).rejects.toMatchObject(refused('visit.recall_most', { count: 3 }))
    await byHand(visit, 'visit.missed', {})
    await expect(call(visit)).rejects.toMatchObject(refused('visit.recall_most', { count: 3 }))
    await byHand(visit, 'visit.returned', {})
    await call(visit, 'arrival')
    expect(await visitOf(visit)).toMatchObject({ status: 'called', callsInRow: 1, calls: 4 })
  })

  it('goes by what the office has set', async () => {
    const office = { ...FIRST_RUN.office, recallAfter: 0, recallTimes: 2 }
    await byHand(entityId('office', 'main'), 'office.set', { office })
    const visit = await wait(1)
    await call(visit, 'arrival')
    await call(visit)
    await expect(call(visit)).rejects.toMatchObject(refused('visit.recall_most', { count: 2 }))
  })
})

describe('a visitor who goes on to another line', () => {
  it('goes to an official who is known and in the post, or to the helpers, and never to where they stand', async () => {
    await addOfficials(desk, ['o9'])
    const visit = await wait(1)
    await expect(forward(visit, null)).rejects.toMatchObject(refused('visit.same_line'))
    await expect(forward(visit, 'nobody')).rejects.toMatchObject(refused('visit.forward_official'))
    await forward(visit, 'o9')
    await expect(forward(visit, 'o9')).rejects.toMatchObject(refused('visit.same_line'))
    await forward(visit, null)
    expect(await visitOf(visit)).toMatchObject({ status: 'waiting', checkIn: { officialId: null } })
  })

  it('goes to a helper of this day, also from the room of an official; a volunteer helps on reception days only', async () => {
    await helper('lawyer', 'h1')
    await helper('volunteer', 'h2', [])
    await helper('lawyer', 'h3', [])
    const visit = await wait(1, { officialId: 'o1' })
    await toRoom(visit)
    await expect(forward(visit, null, entityId('helper', 'h2'))).rejects.toMatchObject(refused('visit.forward_helper'))
    await expect(forward(visit, null, entityId('helper', 'h3'))).rejects.toMatchObject(refused('visit.forward_helper'))
    await expect(forward(visit, null, entityId('user', 'u1'))).rejects.toMatchObject(refused('visit.forward_helper'))
    await forward(visit, null, entityId('helper', 'h1'))
    expect((await visitOf(visit)).forwarded).toMatchObject([{ from: 'o1', officialId: null, helper: 'helper:h1' }])
    await expect(forward(visit, null, entityId('helper', 'h1'))).rejects.toMatchObject(refused('visit.same_line'))
  })

  it('does so on the day of the visit alone, as who steps out', async () => {
    await addOfficials(desk, ['o9'])
    const visit = await wait(1)
    onNextDay()
    await expect(forward(visit, 'o9')).rejects.toMatchObject(refused('visit.other_day'))
    const park = byHand(visit, 'visit.parked', { ground: 'documents' })
    await expect(park).rejects.toMatchObject(refused('visit.other_day'))
  })
})

it('who stepped out is first again once they are back: the place is that of the arrival', async () => {
  const first = await wait(1)
  const second = await wait(2)
  await byHand(first, 'visit.parked', { ground: 'asked' })
  await call(second, 'arrival')
  await byHand(second, 'visit.call_undone', {})
  await byHand(first, 'visit.returned', {})
  await expect(call(second, 'arrival')).rejects.toMatchObject(refused('visit.order_changed'))
  await call(first, 'arrival')
})

/** A helper of the desk, of today unless other dates are said. */
async function helper(kind: string, key: string, dates: readonly string[] = [desk.state.actor().date]) {
  const { gate, journal } = desk.state.desk()
  const both = { kk: 'Асанова', ru: 'Асанова' }
  const body = {
    helper: {
      ...{
        kind,
        name: { surname: both, given: both, patronymic: { kk: '', ru: '' } },
        organisation: { kk: '', ru: '' },
      },
      ...{ phone: '', languages: ['kk'], days: { dates, weekdays: [] }, since: null, until: null },
    },
  }
  await gate.act([{ intent: intentNow(journal, 'helper', key, 'helper.set', body) }], desk.state.actor())
}
