import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eraseSubject } from '#electron/desk/erase.ts'
import { createKeptDrafts, type KeptDrafts } from '#electron/desk/kept-drafts.ts'
import type { Caller } from '#electron/ipc/sender.ts'
import { keyOf } from '#shared/change/action.ts'
import { form, PERSONAL, press, registerRig, subjectOf } from './register-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from './temporary-desk.ts'

const CALLER: Caller = { window: 1, page: 'desk', load: 1 }

let desk: TemporaryDesk
let drafts: KeptDrafts
beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  drafts = createKeptDrafts(desk.state.desk, desk.folder)
})
afterEach(() => desk.end())

const save = (name: string) => drafts.services['draft.save']({ name, value: 'Қанарейқызы' }, CALLER)
const load = async (name: string) => (await drafts.services['draft.load']({ name }, CALLER)).value

it('what is dropped while it is still being written does not come back', async () => {
  await Promise.all([save('register'), drafts.services['draft.drop']({ name: 'register' }, CALLER)])
  expect(await load('register')).toBeNull()
})

it('a correction begun of a person who is erased goes; all else that is being typed stays', async () => {
  const rig = registerRig(desk)
  const [erased, other] = [(await rig.register(form(1))).action, (await rig.register(form(2))).action]
  const [gone, stays] = [erased, other].map(({ entity }) => `correct.${keyOf(entity)}`)
  const kept = [stays!, 'register', 'views', 'correct.', 'correct.a.b', `correct.${press(1)}`]
  for (const name of [gone!, ...kept]) await save(name)
  await eraseSubject(desk.state.desk(), subjectOf(erased)!, 'request', desk.state.actor())
  await drafts.sweep()
  expect(await load(gone!)).toBeNull()
  for (const name of kept) expect(await load(name), name).not.toBeNull()
})

const IIN = '850101300015'
const OTHER_IIN = '900101790018'
const PERSON = { surname: 'Қанарейқызы', given: 'Әсел' }

describe('what is typed of a person goes with the person', () => {
  const draft = (typed: object, more: object = {}) =>
    JSON.stringify({ form: { surname: '', given: '', ...typed }, ...more })

  it.each<[string, (subject: string) => string, boolean]>([
    ['by the IIN, be it typed with spaces', () => draft({ iin: '850101 300015' }), true],
    ['by the IIN of an application of before', () => draft({ iin: OTHER_IIN }), true],
    ['by the name, in small letters', () => draft({ surname: 'қанарейқызы', given: 'әсел' }), true],
    ['by the phone of a call', () => draft({ phone: '8 701 555 01 23' }), true],
    ['as the one acted for', () => draft({ principal: { ...PERSON, iin: '' } }), true],
    ['as a member of a delegation', () => draft({ members: [{ surname: 'А', given: 'Б', iin: IIN }] }), true],
    ['as the one the clerk recognised', subject => draft({}, { known: { id: subject, iin: '', name: '' } }), true],
    ['not a namesake of another IIN', () => draft({ ...PERSON, iin: '750817453054' }), false],
    ['not one of the same surname alone', () => draft({ surname: PERSON.surname }), false],
    ['not what is no form at all', () => PERSON.surname, false],
  ])('%s', async (_, typed, goes) => {
    const rig = registerRig(desk)
    const first = form(1, { personal: { ...PERSONAL, iin: OTHER_IIN } })
    const subject = subjectOf((await rig.register(first)).action)!
    const again = form(2, { subject, personal: { ...PERSONAL, iin: OTHER_IIN } })
    const { action } = await rig.register(again)
    await rig.correct({
      ...{ entity: action.entity, basedOn: action.id, ground: 'typing' },
      ...{ registration: again.registration, personal: { ...PERSONAL, iin: IIN } },
    })
    await drafts.services['draft.save']({ name: 'register.2', value: typed(subject) }, CALLER)
    expect(await drafts.dropNaming([{ subject, entity: action.entity }])).toBe(goes ? 1 : 0)
    expect((await drafts.services['draft.list']({}, CALLER)).names).toEqual(goes ? [] : ['register.2'])
  })
})

it('a correction begun of the person goes before the key does', async () => {
  const { action } = await registerRig(desk).register(form(1))
  const name = `correct.${keyOf(action.entity)}`
  await save(name)
  expect(await drafts.dropNaming([{ subject: subjectOf(action)!, entity: action.entity }])).toBe(1)
  expect(await load(name)).toBeNull()
})
