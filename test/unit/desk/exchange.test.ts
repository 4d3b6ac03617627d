import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { actByHand } from '#electron/desk/by-hand.ts'
import { type Action, type EntityId, entityId, type Noun } from '#shared/change/action.ts'
import { form, press, registerRig } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let application: Action

beforeEach(async () => {
  setNow('2026-11-23T11:00')
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  application = (await registerRig(desk).register(form(1))).action
})
afterEach(async () => {
  vi.useRealTimers()
  await desk.end()
})

function setNow(local: string): void {
  vi.useFakeTimers({ now: new Date(`${local}+05:00`), toFake: ['Date'] })
}

const refused = (code: string) => ({ detail: { code } })

function act(noun: Noun, number: number, type: string, body: object, personal: object | null = null): Promise<Action> {
  const open = desk.state.desk()
  const entity: EntityId = entityId(noun, press(number))
  const basedOn = open.journal.headOf(entity)
  const intent = { entity, type: `${noun}.${type}`, basedOn, body: body as Record<string, unknown> }
  return actByHand(open, intent, personal as Record<string, unknown> | null, desk.state.actor())
}

const NOBODY = {
  ...{ addressee: { unit: null, body: 'police', officialId: null }, purpose: 'practice', application: null },
  ...{ reception: null, on: '2026-11-23', dueOn: '2026-11-26', way: 'letter', text: 'Тоқсандық деректер' },
}
const about = (change: object = {}) => ({
  demand: { ...NOBODY, purpose: 'application', application: application.entity, text: '', ...change },
})
const answer = (on: string, text = '') => ({ answer: { outcome: 'full', on, number: '7', text } })

describe('clause 31: a demand for materials', () => {
  it('about an application is sealed under its person, in nothing of it open', async () => {
    const made = await act('demand', 1, 'made', about(), { text: 'Жер актісі' })
    expect(made.personal?.subject).toBe(application.personal?.subject)
    expect(JSON.stringify(made.body)).not.toContain('Жер')
    await expect(act('demand', 2, 'made', about())).rejects.toMatchObject(refused('change.personal'))
    await expect(act('demand', 3, 'made', about({ text: 'Жер актісі' }), { text: 'б' })).rejects.toMatchObject(
      refused('change.body'),
    )
    await expect(act('demand', 1, 'answered', answer('2026-11-23', 'Ашық мәтін'))).rejects.toMatchObject(
      refused('change.personal'),
    )
    const answered = await act('demand', 1, 'answered', answer('2026-11-23'), { text: 'Акт берілді' })
    expect(answered.personal?.subject).toBe(application.personal?.subject)
  })

  it('about nobody keeps its words in the body and nothing under a person', async () => {
    const made = await act('demand', 1, 'made', { demand: NOBODY })
    expect(made.personal).toBeNull()
    await expect(act('demand', 2, 'made', { demand: NOBODY }, { text: 'х' })).rejects.toMatchObject(
      refused('change.not_lawful'),
    )
    expect((await act('demand', 1, 'answered', answer('2026-11-23', 'Деректер'))).personal).toBeNull()
  })

  it('is of somebody of the directory, on days that can be', async () => {
    const nobody = { addressee: { unit: null, body: 'no_such', officialId: null } }
    const of = (number: number, change: object) => act('demand', number, 'made', { demand: { ...NOBODY, ...change } })
    await expect(of(1, nobody)).rejects.toMatchObject(refused('demand.no_addressee'))
    await expect(of(2, { on: '2026-11-24' })).rejects.toMatchObject(refused('demand.date'))
    await expect(of(3, { dueOn: '2026-11-22' })).rejects.toMatchObject(refused('demand.due_before'))
    const gone = { purpose: 'application', application: 'application:none', text: '' }
    await expect(act('demand', 4, 'made', { demand: { ...NOBODY, ...gone } }, { text: 'х' })).rejects.toMatchObject(
      refused('demand.no_application'),
    )
    await of(5, {})
    const basis = { on: '2026-11-23', number: '1', by: 'А. Серіков' }
    await expect(act('demand', 5, 'extended', { to: '2026-11-26', basis })).rejects.toMatchObject(
      refused('demand.not_later'),
    )
    await expect(act('demand', 5, 'answered', answer('2026-11-24'))).rejects.toMatchObject(refused('demand.date'))
    await act('demand', 5, 'extended', { to: '2026-11-30', basis })
    await act('demand', 5, 'reminded', { on: '2026-11-23', way: 'phone' })
    await act('demand', 5, 'withdrawn', { ground: 'got_otherwise' })
    await expect(act('demand', 5, 'answered', answer('2026-11-23'))).rejects.toMatchObject(refused('change.not_lawful'))
  })
})

describe('clause 37(3): an exchange with an applicant', () => {
  const noted = (number: number, change: object = {}) => ({
    request: press(number),
    feedback: {
      ...{ application: application.entity, direction: 'to_applicant', channel: 'phone', kind: 'information' },
      ...{ on: '2026-11-23', at: '10:00', reached: true, followUp: '2026-11-25', reception: null, ...change },
    },
  })

  it('is sealed under the person, of an application that is here, and never ahead of the clock', async () => {
    const one = await act('feedback', 1, 'noted', noted(1), { text: 'Құжат сұрады' })
    expect(one.personal?.subject).toBe(application.personal?.subject)
    await expect(act('feedback', 2, 'noted', noted(3))).rejects.toMatchObject(refused('change.wrong_entity'))
    await expect(act('feedback', 2, 'noted', noted(2, { at: '11:30' }))).rejects.toMatchObject(
      refused('feedback.ahead'),
    )
    await expect(act('feedback', 2, 'noted', noted(2, { application: 'application:none' }))).rejects.toMatchObject(
      refused('feedback.no_application'),
    )
  })

  it('is gone on with by another of the same applicant alone', async () => {
    await act('feedback', 1, 'noted', noted(1))
    const other = (await registerRig(desk).register(form(2))).action
    await act('feedback', 2, 'noted', noted(2, { application: other.entity }))
    await act('feedback', 3, 'noted', noted(3))
    const by = (number: number) => ({ exchange: entityId('feedback', press(number)) })
    await expect(act('feedback', 1, 'followed_up', by(1))).rejects.toMatchObject(refused('feedback.other_exchange'))
    await expect(act('feedback', 1, 'followed_up', by(2))).rejects.toMatchObject(refused('feedback.other_exchange'))
    await act('feedback', 1, 'followed_up', by(3))
    await act('feedback', 3, 'taken_back', { ground: 'doubled' })
    await expect(act('feedback', 3, 'followed_up', { exchange: null })).rejects.toMatchObject(
      refused('change.not_lawful'),
    )
  })
})

describe('clause 37(4): the call centre', () => {
  const cut = (at: string) => ({ interruption: { from: { on: '2026-11-23', at }, cause: 'power', way: '' } })
  const mode = (change: object = {}) => ({
    mode: { ground: 'quarantine', act: { number: '47', on: '2026-11-20' }, from: '2026-11-23', to: null, ...change },
  })

  it('is not interrupted twice at once, nor in a minute to come, nor restored before', async () => {
    await expect(act('callcentre', 1, 'interrupted', cut('11:01'))).rejects.toMatchObject(refused('callcentre.ahead'))
    await act('callcentre', 1, 'interrupted', cut('10:00'))
    await expect(act('callcentre', 2, 'interrupted', cut('10:30'))).rejects.toMatchObject(
      refused('callcentre.interrupted_already'),
    )
    const restored = (at: string) => act('callcentre', 1, 'restored', { to: { on: '2026-11-23', at } })
    await expect(restored('09:59')).rejects.toMatchObject(refused('callcentre.restored_before'))
    await expect(restored('11:30')).rejects.toMatchObject(refused('callcentre.ahead'))
    await restored('10:45')
    await act('callcentre', 2, 'interrupted', cut('10:50'))
  })

  it('has a mode by an act that was there when it began, and ends it not before', async () => {
    const late = mode({ act: { number: '47', on: '2026-11-24' } })
    await expect(act('callcentre', 1, 'declared', late)).rejects.toMatchObject(refused('callcentre.act_date'))
    await act('callcentre', 1, 'declared', mode())
    await expect(act('callcentre', 1, 'ended', { to: '2026-11-22' })).rejects.toMatchObject(
      refused('callcentre.ended_before'),
    )
    await act('callcentre', 1, 'ended', { to: '2026-11-30' })
    await act('callcentre', 1, 'taken_back', {})
  })
})
