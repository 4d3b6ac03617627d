import { afterEach, beforeEach, expect, it } from 'vitest'
import { eraseSubject } from '#electron/desk/erase.ts'
import { createKeptDrafts, type KeptDrafts } from '#electron/desk/kept-drafts.ts'
import type { Caller } from '#electron/ipc/sender.ts'
import { keyOf } from '#shared/change/action.ts'
import { form, press, registerRig, subjectOf } from './register-rig.ts'
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
