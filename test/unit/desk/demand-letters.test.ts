import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { outgoingNumbers, signLetter } from '#electron/desk/letters.ts'
import { type EntityId, entityId } from '#shared/change/action.ts'
import { foldLetter } from '#shared/letter/transitions.ts'
import { press } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

const TEXT = {
  addressee: { kk: ['Жер бөлімі'], ru: ['Отдел земли'] },
  heading: { kk: '', ru: '' },
  paragraphs: [{ kk: 'Материалдарды ұсынуыңызды сұраймыз.', ru: 'Просим представить материалы.' }],
  signer: { position: { kk: 'Басшы', ru: 'Руководитель' }, name: { kk: 'А. Серіков', ru: 'А. Сериков' } },
  executor: { name: 'А. Рахимова', phone: '' },
  attachment: { kk: '', ru: '' },
}
const DEMAND = entityId('demand', press(1))

let desk: TemporaryDesk
beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T11:00+05:00'), toFake: ['Date'] })
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
})
afterEach(async () => {
  vi.useRealTimers()
  await desk.end()
})

const open = () => desk.state.desk()
const refused = (code: string) => ({ detail: { code } })

function act(entity: EntityId, type: string, body: Record<string, unknown>, personal: Record<string, unknown> | null) {
  const intent = { entity, type, basedOn: open().journal.headOf(entity), body }
  return actByHand(open(), intent, personal, desk.state.actor())
}

function demand() {
  const made = {
    ...{
      addressee: { unit: null, body: 'police', officialId: null },
      purpose: 'practice',
      application: null,
      reception: null,
    },
    ...{ on: '2026-11-23', dueOn: '2026-11-27', way: 'letter', text: 'Тоқсан бойынша мәлімет' },
  }
  return act(DEMAND, 'demand.made', { demand: made }, null)
}

function draft(number: number, about: string, more: Record<string, unknown> = {}) {
  const entity = entityId('letter', press(number))
  const profile = 'WKO-2020/2023'
  const letter = {
    kind: 'materials_demand',
    profile,
    languages: ['kk', 'ru'],
    template: null,
    about,
    application: null,
    ...more,
  }
  return act(entity, 'letter.drafted', { letter }, TEXT).then(() => entity)
}

it('clause 31: a demand about nobody is sent by a letter of its own number, while the demand is open', async () => {
  await demand()
  const [letter, late] = [await draft(2, DEMAND), await draft(3, DEMAND)]
  const outgoing = outgoingNumbers(open().journal)
  const sign = (entity: EntityId, request: string) =>
    signLetter(
      open(),
      outgoing,
      { entity, basedOn: open().journal.headOf(entity) as never, request: request as never },
      desk.state.actor(),
    )
  expect((await sign(letter, press(90))).number.serial).toBe(1)
  expect(foldLetter(await open().journal.actionsOf(letter))).toMatchObject({
    status: 'signed',
    letter: { about: DEMAND },
  })
  await act(DEMAND, 'demand.withdrawn', { ground: 'not_needed' }, null)
  await expect(sign(late, press(91))).rejects.toMatchObject(refused('letter.not_of_demand'))
})

it('a letter about nobody asks for materials by a demand that stands, or not at all', async () => {
  await demand()
  await expect(draft(2, 'demand:none')).rejects.toMatchObject(refused('letter.not_of_demand'))
  await expect(draft(2, DEMAND, { profile: 'KZ-2026' })).rejects.toMatchObject(refused('letter.not_of_demand'))
  await expect(draft(2, DEMAND, { kind: 'reminder' })).rejects.toMatchObject(refused('letter.not_of_application'))
  const letter = await draft(2, DEMAND)
  expect(letter).toBe(entityId('letter', press(2)))
})
