import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Action, entityId } from '#shared/change/action.ts'
import { asked, controlRig, executor } from './control-rig.ts'
import { addOfficials } from './official-rig.ts'
import { form, press, registerRig } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

let desk: TemporaryDesk
let application: Action
const rig = controlRig(() => desk)
const AIGUL = 'Есенова Айгүл Болатқызы'
const REPORT = { text: 'Орындалды' }

beforeEach(() => begin('WKO-2020/2023'))
afterEach(async () => {
  vi.useRealTimers()
  await desk.end()
})

async function begin(profile: 'WKO-2020/2023' | 'KZ-2026') {
  setNow('2026-11-23T11:00')
  desk = await temporaryDesk()
  const office = { ...FIRST_RUN.office, profiles: [{ profile, from: '2020-12-09' }] } as typeof FIRST_RUN.office
  await desk.state.firstRun({ ...FIRST_RUN, office })
  await addOfficials(desk, ['o1', 'o2'])
  application = (await registerRig(desk).register(form(1))).action
}

function setNow(local: string): void {
  vi.useFakeTimers({ now: new Date(`${local}+05:00`), toFake: ['Date'] })
}

const refused = (code: string, params?: object) => ({ detail: params ? { code, params } : { code } })
const other = { who: { user: 'u-other' } }
const answer = (change: object = {}) => ({
  answer: { number: 'ЖТ-17', on: '2026-11-23', channel: 'post', letter: null, reasoned: true, ...change },
})

/** A protocol that is signed with one instruction. */
async function given(number: number, of: Action, who: string, change: object = {}) {
  const entity = await rig.draft(number, of, { instructions: [asked(number, who, change)] as never })
  await rig.sign(entity, press(900 + number))
  return entity
}

async function done(number: number) {
  await rig.instruct(number, 'executed', { on: '2026-11-23' }, { personal: REPORT })
  await rig.instruct(number, 'answered', answer())
  await rig.instruct(number, 'closed', {}, other)
}

describe('clause 33: nothing leaves control but by a final reasoned answer and another hand', () => {
  it('not without an answer, not with one that is not reasoned, not by who reported it done', async () => {
    await given(1, application, AIGUL)
    await expect(rig.instruct(1, 'closed', {}, other)).rejects.toMatchObject(refused('change.not_lawful'))
    await rig.instruct(1, 'interim', { on: '2026-11-23', letter: null }, { personal: REPORT })
    await expect(rig.instruct(1, 'closed', {}, other)).rejects.toMatchObject(refused('change.not_lawful'))
    await rig.instruct(1, 'executed', { on: '2026-11-23' }, { personal: REPORT })
    await expect(rig.instruct(1, 'closed', {}, other)).rejects.toMatchObject(refused('change.not_lawful'))
    const unreasoned = rig.instruct(1, 'answered', answer({ reasoned: false }))
    await expect(unreasoned).rejects.toMatchObject(refused('change.body'))
    await rig.instruct(1, 'answered', answer())
    await expect(rig.instruct(1, 'closed', {})).rejects.toMatchObject(refused('instruction.own_execution'))
    await rig.instruct(1, 'closed', {}, other)
    expect((await rig.instructionOf(1)).status).toBe('closed')
  })

  it('clause 32: a reminder by telephone is kept with who answered and when, and neither moves the day nor ends the control', async () => {
    await given(1, application, AIGUL)
    const call = (change: object = {}) =>
      rig.instruct(1, 'reminded', {
        reminder: { on: '2026-11-23', at: '10:40', outcome: 'reached', who: AIGUL, ...change },
      })
    await expect(call({ on: '2026-11-24' })).rejects.toMatchObject(refused('instruction.date'))
    await expect(call({ who: '' })).rejects.toMatchObject(refused('change.body'))
    await call()
    await call({ at: '11:00', outcome: 'no_answer', who: '' })
    const { status, dueOn, reminders, instruction } = await rig.instructionOf(1)
    expect([status, dueOn]).toEqual(['on_control', instruction?.dueOn])
    expect(reminders.map(({ at, who }) => `${at} ${who}`)).toEqual([`10:40 ${AIGUL}`, '11:00 '])
  })

  it('the head may close what they entered; who is the executor by name never, whatever the role', async () => {
    await given(1, application, AIGUL)
    await given(2, application, 'Рахимова Ардақ Серікқызы')
    for (const number of [1, 2]) {
      await rig.instruct(number, 'executed', { on: '2026-11-23' }, { personal: REPORT })
      await rig.instruct(number, 'answered', answer())
    }
    const head = { who: { role: 'head' } }
    await rig.instruct(1, 'closed', {}, head)
    // The user of this desk is called "А. Рахимова".
    await expect(rig.instruct(2, 'closed', {}, head)).rejects.toMatchObject(refused('instruction.is_executor'))
    await rig.instruct(2, 'returned', { ground: 'not_reasoned' })
    expect(await rig.instructionOf(2)).toMatchObject({ status: 'on_control', answer: null, executed: null })
    await rig.instruct(1, 'returned', { ground: 'mistake' })
    expect((await rig.instructionOf(1)).status).toBe('on_control')
  })

  it('a letter that only tells how it stands, is not sent or is of another is no final answer', async () => {
    await given(1, application, AIGUL)
    await rig.instruct(1, 'executed', { on: '2026-11-23' }, { personal: REPORT })
    const letter = entityId('letter', press(50))
    await expect(rig.instruct(1, 'answered', answer({ letter }))).rejects.toMatchObject(refused('instruction.letter'))
    const ahead = rig.instruct(1, 'answered', answer({ on: '2026-11-24' }))
    await expect(ahead).rejects.toMatchObject(refused('instruction.date'))
  })
})

describe('clause 32: a due day moves only later and on a decision', () => {
  it('not nearer, not on a decision of tomorrow', async () => {
    await given(1, application, AIGUL)
    const basis = { on: '2026-11-23', number: '12-3/4', by: 'А. Серіков' }
    const to = (day: string, change: object = {}) =>
      rig.instruct(1, 'extended', { to: day, basis: { ...basis, ...change } })
    await expect(to('2026-12-08')).rejects.toMatchObject(refused('instruction.not_later'))
    await expect(to('2026-12-22', { on: '2026-11-24' })).rejects.toMatchObject(refused('instruction.basis_date'))
    await expect(to('2026-12-22', { on: '2026-11-22' })).rejects.toMatchObject(refused('instruction.basis_date'))
    await expect(to('2026-12-22', { number: '' })).rejects.toMatchObject(refused('change.body'))
    await to('2026-12-22')
    await to('2027-06-01')
    const { dueOn, extensions } = await rig.instructionOf(1)
    expect([dueOn, extensions.map(({ from }) => from)]).toEqual(['2027-06-01', ['2026-12-08', '2026-12-22']])
  })
})

describe('clause 35: a matter does not go to who decided it', () => {
  it('the earlier case is named, and there is no way past it', async () => {
    await given(1, application, AIGUL)
    await done(1)
    const again = (await registerRig(desk).register(form(2))).action
    const entity = await rig.draft(2, again, {
      instructions: [asked(2, 'ЕСЕНОВА А.Б.', { earlier: [application.entity] })] as never,
    })
    await expect(rig.sign(entity, press(902))).rejects.toMatchObject({
      detail: { code: 'instruction.barred', params: { earlier: expect.stringContaining('-2026-000001') } },
    })
    await rig.draft(2, again, { instructions: [asked(2, 'Серіков Болат', { earlier: [application.entity] })] as never })
    await rig.sign(entity, press(902))
    const back = { executor: executor('Есенова Айгуль Болатовна'), ground: 'competence', earlier: [] }
    await expect(rig.instruct(2, 'reassigned', back)).rejects.toMatchObject({ detail: { code: 'instruction.barred' } })
    await expect(rig.instruct(2, 'reassigned', { ...back, earlier: ['application:none'] })).rejects.toMatchObject(
      refused('instruction.earlier'),
    )
  })

  it('also where nobody named the case but a decision on the application did', async () => {
    await given(1, application, AIGUL)
    await done(1)
    const again = (await registerRig(desk).register(form(2))).action
    const repeat = { earlier: application.entity, same: true }
    await rig.act(again.entity, 'application.repeat_decided', repeat, { personal: { because: 'Сол көше' } })
    const entity = await rig.draft(2, again, { instructions: [asked(2, 'Esenova Aigul Bolatkyzy')] as never })
    await expect(rig.sign(entity, press(902))).rejects.toMatchObject({ detail: { code: 'instruction.barred' } })
  })

  it('who had it and did not finish may have it again, but not who has it now', async () => {
    await given(1, application, AIGUL)
    const to = (who: string) =>
      rig.instruct(1, 'reassigned', { executor: executor(who), ground: 'absent', earlier: [] })
    await expect(to(AIGUL)).rejects.toMatchObject(refused('instruction.same_executor'))
    await to('Серіков Болат Қайратұлы')
    await to(AIGUL)
    expect((await rig.instructionOf(1)).assigned).toHaveLength(3)
  })
})

describe('KZ-2026 rule 12', () => {
  beforeEach(async () => {
    await desk.end()
    await begin('KZ-2026')
  })

  it('rule 12: whom it was given to does not get it again', async () => {
    const entity = await rig.draft(1, application, {
      profile: 'KZ-2026',
      instructions: [asked(1, AIGUL)] as never,
    })
    await rig.sign(entity, press(901))
    const on = { ground: 'absent', earlier: [] }
    await rig.instruct(1, 'reassigned', { executor: executor('Серіков Болат Қайратұлы'), ...on })
    const back = rig.instruct(1, 'reassigned', { executor: executor(AIGUL), ...on })
    await expect(back).rejects.toMatchObject({ detail: { code: 'instruction.barred' } })
  })
})
