import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { numberText } from '#shared/application/number.ts'
import type { EntityId } from '#shared/change/action.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { addOfficials } from './official-rig.ts'
import { form, registerRig } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  await addOfficials(desk, ['o1', 'o2'])
})
afterEach(async () => {
  vi.restoreAllMocks()
  await desk.end()
})

async function registered(press: number) {
  const { action } = await registerRig(desk).register(form(press))
  return { id: action.entity, number: numberText(bodyOf('application.registered', action).number) }
}

function act(entity: EntityId, type: string, body: Record<string, unknown>) {
  const open = desk.state.desk()
  const intent = { entity, type, basedOn: open.journal.headOf(entity), body }
  return actByHand(open, intent, null, desk.state.actor())
}

const book = (entity: EntityId, time: string | null, official = 'o1') =>
  act(entity, 'application.booked', { booking: { officialId: official, date: '2027-01-12', time } })
const taken = (number: string) => ({ detail: { code: 'application.slot_taken', params: { number } } })

it('of two windows that book one time at once, one is refused and told by whom it is taken', async () => {
  const [first, second] = [await registered(1), await registered(2)]
  const both = await Promise.allSettled([book(first.id, '10:00'), book(second.id, '10:00')])
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(both[1]).toMatchObject({ reason: taken(first.number) })
})

it('a time given before the program was started again is still given', async () => {
  const [first, second] = [await registered(1), await registered(2)]
  await book(first.id, '10:00')
  desk = await desk.restart()
  await expect(book(second.id, '10:00')).rejects.toMatchObject(taken(first.number))
})

it.each<[string, (id: EntityId) => Promise<unknown>]>([
  ['was dropped', id => act(id, 'application.booking_dropped', { ground: 'applicant_asked' })],
  ['was moved', id => book(id, '11:00')],
  ['is of one who withdrew', id => act(id, 'application.withdrawn', { how: 'written' })],
])('a time that %s is free again', async (_, frees) => {
  const [first, second] = [await registered(1), await registered(2)]
  await book(first.id, '10:00')
  await frees(first.id)
  await book(second.id, '10:00')
})

it('the same hour with another official, a day without an hour, and the same once more are no second booking', async () => {
  const [first, second] = [await registered(1), await registered(2)]
  await book(first.id, '10:00')
  await book(second.id, '10:00', 'o2')
  await book(first.id, '10:00')
  await book(first.id, null)
  await book(second.id, null)
})

it('a booking the disk did not take leaves the time free', async () => {
  const [first, second] = [await registered(1), await registered(2)]
  vi.spyOn(desk.state.desk().journal, 'append').mockRejectedValueOnce(new Error('disk'))
  await expect(book(first.id, '10:00')).rejects.toThrow('disk')
  await book(second.id, '10:00')
  await expect(book(first.id, '10:00')).rejects.toMatchObject(taken(second.number))
})
