import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eraseSubject } from '#electron/desk/erase.ts'
import { type Action, type EntityId, entityId, keyOf } from '#shared/change/action.ts'
import { foldInstruction } from '#shared/instruction/transitions.ts'
import { asked, controlRig, WORDS } from './control-rig.ts'
import { addOfficials } from './official-rig.ts'
import { form, press, registerRig, subjectOf } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let application: Action
const rig = controlRig(() => desk)
beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T11:00+05:00'), toFake: ['Date'] })
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  await addOfficials(desk, ['o1', 'o2'])
  application = (await registerRig(desk).register(form(1))).action
})
afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await desk.end()
})

const refused = (code: string, params?: object) => ({ detail: params ? { code, params } : { code } })

describe('a joint protocol of a mass day', () => {
  const executor = 'Есенова Айгүл Болатқызы'
  const batch = 'b'.repeat(16)

  async function joint(number: number, change: object = {}) {
    const { action } = await registerRig(desk).register(form(number))
    const instructions = [asked(20 + number, executor)] as never
    return rig.draft(number, action, { batch, instructions, ...change })
  }

  it('is signed once: one number, one flush, and every application carries it with its own instruction', async () => {
    const [first, second, third] = [await joint(2), await joint(3), await joint(4)] as const
    const { number } = await rig.sign(first, press(90), '2026-11-23', undefined, [second, third])
    for (const one of [first, second, third]) {
      expect((await rig.protocolOf(one)).signed).toMatchObject({ number, on: '2026-11-23', officialId: 'o1' })
    }
    const given = await Promise.all([22, 23, 24].map(key => rig.instructionOf(key)))
    expect(new Set(given.map(({ instruction }) => instruction?.application)).size).toBe(3)
    const next = await rig.draft(9, application)
    expect((await rig.sign(next, press(91))).number.serial).toBe(number.serial + 1)
  })

  it('one of them that may not be signed keeps all of them from it, and those of another day or batch do not belong', async () => {
    const [first, second] = [await joint(2), await joint(3)] as const
    const other = await joint(4, { batch: 'c'.repeat(16) })
    const sign = (others: EntityId[]) => rig.sign(first, press(90), '2026-11-23', undefined, others)
    await expect(sign([other])).rejects.toMatchObject(refused('protocol.together'))
    await expect(sign([first])).rejects.toMatchObject(refused('protocol.together'))
    const { protocol } = await rig.protocolOf(second)
    await rig.act(
      second,
      'protocol.drafted',
      { protocol },
      { personal: { ...WORDS, decision: '', actions: [{ key: press(23), text: 'x' }] } },
    )
    await expect(sign([second])).rejects.toMatchObject(refused('protocol.faults', { count: 1 }))
    expect((await rig.protocolOf(first)).status).toBe('drafted')
    expect(rig.instructions()).toBe(0)
  })
})

describe('a signature and what it gives are one', () => {
  it('the program ends between the flush and the answer: the same press is answered with the number that stands', async () => {
    const entity = await rig.draft(1, application, { instructions: [asked(11, 'Есенова Айгүл Болатқызы')] as never })
    const first = await rig.sign(entity, press(90))
    desk = await desk.restart()
    expect(await rig.sign(entity, press(90), '2026-11-23', first.action.basedOn!)).toEqual(first)
    const second = await rig.draft(2, application)
    expect((await rig.sign(second, press(91))).number.serial).toBe(first.number.serial + 1)
    expect(rig.instructions()).toBe(1)
  })

  it('a disk that takes nothing leaves a draft, no number and no instruction', async () => {
    const entity = await rig.draft(1, application, { instructions: [asked(11, 'Есенова Айгүл')] as never })
    vi.spyOn(desk.state.desk().journal, 'append').mockRejectedValueOnce(new Error('disk'))
    await expect(rig.sign(entity, press(90))).rejects.toThrow('disk')
    expect((await rig.protocolOf(entity)).status).toBe('drafted')
    expect(rig.instructions()).toBe(0)
    expect((await rig.sign(entity, press(90))).number.serial).toBe(1)
  })

  it('a signed protocol is not written again; an annulled one keeps its number to itself', async () => {
    const entity = await rig.draft(1, application)
    const { number } = await rig.sign(entity, press(90))
    await expect(rig.draft(1, application, { place: 'басқа' })).rejects.toMatchObject(refused('change.not_lawful'))
    await rig.act(entity, 'protocol.annulled', { ground: 'mistake' })
    const anew = await rig.draft(2, application, { instead: entity })
    expect((await rig.sign(anew, press(91))).number.serial).toBe(number.serial + 1)
  })

  it('clause 23: what is annulled keeps its instructions on control until the one written anew is signed', async () => {
    const entity = await rig.draft(1, application, { instructions: [asked(11, 'Есенова Айгүл Болатқызы')] as never })
    await rig.sign(entity, press(90))
    await rig.act(entity, 'protocol.annulled', { ground: 'written_anew' })
    expect((await rig.instructionOf(11)).status).toBe('on_control')
    const again = [asked(12, 'Есенова Айгүл Болатқызы')] as never
    const anew = await rig.draft(2, application, { instead: entity, instructions: again })
    expect((await rig.instructionOf(11)).status).toBe('on_control')
    await rig.sign(anew, press(91))
    expect(await rig.instructionOf(11)).toMatchObject({ status: 'replaced', replacedBy: anew })
    expect((await rig.instructionOf(12)).status).toBe('on_control')
  })
})

describe('what is not yet a protocol is not signed', () => {
  it('clause 23: without a decision, an end or with words in place of a date it waits', async () => {
    const instructions = [asked(11, 'Есенова Айгүл')] as never
    const vague = { actions: [{ key: press(11), text: 'Жарықты ТЕЗ АРАДА қалпына келтіру' }] }
    const entity = await rig.draft(1, application, { to: null, instructions }, { decision: '', ...vague })
    await expect(rig.sign(entity, press(90))).rejects.toMatchObject(refused('protocol.faults', { count: 3 }))
    await rig.draft(1, application, { instructions: [asked(11, 'Есенова', { dueOn: '2026-11-22' })] as never })
    await expect(rig.sign(entity, press(90))).rejects.toMatchObject(refused('protocol.faults', { count: 1 }))
    const undated = [{ ...asked(11, 'Есенова'), dueOn: null }] as never
    await expect(rig.draft(1, application, { instructions: undated })).rejects.toMatchObject(refused('change.body'))
    const nobody = [asked(11, '')] as never
    await expect(rig.draft(1, application, { instructions: nobody })).rejects.toMatchObject(refused('change.body'))
  })

  it('of another act, of a day to come, of no official, in place of one that stands', async () => {
    const drafting = (change: object) => rig.draft(1, application, change)
    await expect(drafting({ profile: 'KZ-2026' })).rejects.toMatchObject(refused('protocol.not_of_application'))
    await expect(drafting({ on: '2026-11-24' })).rejects.toMatchObject(refused('protocol.date'))
    await expect(drafting({ officialId: 'o9' })).rejects.toMatchObject(refused('protocol.official'))
    const entity = await drafting({})
    await expect(rig.draft(2, application, { instead: entity })).rejects.toMatchObject(refused('protocol.instead'))
    await expect(rig.sign(entity, press(90), '2026-11-22')).rejects.toMatchObject(refused('protocol.date'))
    await expect(rig.sign(entity, press(90), '2026-11-24')).rejects.toMatchObject(refused('protocol.date'))
  })

  it('it is not sent before it was signed nor ahead of the day', async () => {
    const entity = await rig.draft(1, application)
    await rig.sign(entity, press(90))
    const sending = (on: string) => rig.act(entity, 'protocol.sent', { dispatch: { channel: 'eotinish', on } })
    await expect(sending('2026-11-22')).rejects.toMatchObject(refused('protocol.date'))
    await expect(sending('2026-11-24')).rejects.toMatchObject(refused('protocol.date'))
    await sending('2026-11-23')
    expect((await rig.protocolOf(entity)).status).toBe('sent')
  })
})

it('who is erased takes their own words and leaves those of the others of a joint protocol', async () => {
  const other = (await registerRig(desk).register(form(2))).action
  const batch = press(70)
  const one = await rig.draft(1, application, { batch, instructions: [asked(11, 'Есенова Айгүл')] as never })
  const two = await rig.draft(2, other, { batch, instructions: [asked(12, 'Есенова Айгүл')] as never })
  await rig.sign(one, press(90))
  await rig.sign(two, press(91))
  const { journal } = desk.state.desk()
  await eraseSubject(desk.state.desk(), subjectOf(application)!, 'request', desk.state.actor())
  expect((await rig.protocolOf(one)).personal).toBeNull()
  expect(foldInstruction(await journal.actionsOf(journal.entitiesOf('instruction')[0]!)).text).toBeNull()
  expect((await rig.protocolOf(two)).personal?.decision).toBe('Жарық қалпына келтірілсін')
  expect((await rig.instructionOf(12)).text).toBe('Жарықты қалпына келтіру')
  expect((await rig.instructionOf(11)).dueOn).toBe('2026-12-08')
})

describe('of one visit one protocol stands', () => {
  async function comes(of: Action, number: number): Promise<EntityId> {
    const asked = { request: press(number), application: of.entity, officialId: 'o1', booked: null, outOfTurn: false }
    return (await registerRig(desk).checkIn(asked)).entity
  }

  it("it stands under the visit's own key, on its day, of its application", async () => {
    const visit = await comes(application, 40)
    const other = (await registerRig(desk).register(form(2))).action
    const own = entityId('protocol', keyOf(visit))
    await expect(rig.draft(1, application, { visit })).rejects.toMatchObject(refused('change.wrong_entity'))
    const strange = rig.draft(own, other, { visit })
    await expect(strange).rejects.toMatchObject(refused('protocol.not_of_application'))
    vi.setSystemTime(new Date('2026-11-24T11:00+05:00'))
    const later = rig.draft(own, application, { visit, on: '2026-11-24' as never })
    await expect(later).rejects.toMatchObject(refused('protocol.date'))
    await rig.draft(own, application, { visit })
    expect((await rig.sign(own, press(90))).number.serial).toBe(1)
  })

  it('two written in place of one that was annulled do not both stand', async () => {
    const visit = await comes(application, 40)
    const own = entityId('protocol', keyOf(visit))
    await rig.draft(own, application, { visit })
    await rig.sign(own, press(90))
    await rig.act(own, 'protocol.annulled', { ground: 'mistake' })
    const [one, two] = [1, 2].map(number => rig.draft(number, application, { visit, instead: own }))
    await rig.sign((await one)!, press(91))
    await expect(rig.sign((await two)!, press(92))).rejects.toMatchObject(refused('protocol.stands'))
  })
})
