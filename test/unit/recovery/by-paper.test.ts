import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accessServices } from '#electron/access/services.ts'
import { createAudit } from '#electron/audit/audit.ts'
import { admitByPaper, openByPaper } from '#electron/recovery/by-paper.ts'
import { lookAtData } from '#electron/recovery/found.ts'
import { placeOf } from '#electron/security/key-store.ts'
import { openSettings } from '#electron/settings/settings.ts'
import { FIRST_RUN, STORAGE, type TemporaryDesk, temporaryDesk } from '../desk/temporary-desk.ts'

const PASSWORD = 'көк аспан астында'
const NEXT = 'жаңа құпиясөз 2027'
const CHEAP = { memory: 1024, rounds: 1 }

let desk: TemporaryDesk
let paper: string
beforeEach(async () => {
  desk = await temporaryDesk()
  await desk.state.firstRun(FIRST_RUN)
  const { text } = await services()['access.drawPaper']({}, CALLER)
  await services().save(text)
  paper = text
})
afterEach(() => desk.end())

const CALLER = { window: 1, page: 'desk', load: 1 } as const
const refused = (code: string) => ({ detail: { code } })
const keyFile = () => path.join(desk.folder, 'keys/office.key')

let made: ReturnType<typeof accessServices> | null = null
function services() {
  made ??= accessServices({
    ...desk.state,
    place: { ...desk.state.place, cost: CHEAP },
    moved: () => undefined,
    printer: {} as never,
    alive: () => undefined,
    leave: () => undefined,
    onPaper: () => undefined,
    copy: async () => true,
  })
  const own = made
  return { ...own, save: (text: string) => own['access.savePaper']({ paper: text }, CALLER) }
}
afterEach(() => {
  made = null
})

async function parts() {
  const place = placeOf({ folder: desk.folder, storage: STORAGE, cost: CHEAP })
  const settings = await openSettings(desk.folder, () => false)
  return {
    place,
    context: { dataFolder: desk.folder, settings, log: { write: () => undefined, bug: () => '' } as never },
  }
}

async function restarted(): Promise<void> {
  desk = await temporaryDesk(desk.folder)
}

/** What the audit holds of the door at the next start, oldest first. */
async function told(): Promise<string[]> {
  const { state, folder } = desk
  const log = { write: () => undefined, bug: () => '' }
  const audit = createAudit({ ...state, dataFolder: folder, log, moved: () => undefined })
  const filter = { from: null, to: null, user: null, kind: 'door', entity: null } as const
  const { records } = await audit.services['audit.read']({ filter, before: null, limit: 100 }, CALLER)
  expect((await audit.verify())?.broken).toBeNull()
  await audit.close()
  return records.toReversed().map(({ kind, reason, user }) => `${kind} ${reason} ${user === 'system' ? user : 'me'}`)
}

describe('a desk without passwords', () => {
  it('whose key file is gone is opened by the paper, and by nothing else', async () => {
    await desk.state.close()
    await rm(keyFile())
    const wrong = `${paper.slice(0, -1)}${paper.endsWith('A') ? 'B' : 'A'}`
    await expect(openByPaper(await parts(), wrong)).rejects.toMatchObject(refused('access.wrong_paper'))
    expect((await lookAtData(desk.folder)).paperKey).toBe(true)
    expect(await openByPaper(await parts(), paper)).toEqual([])
    await restarted()
    expect(await desk.state.start()).toMatchObject({ phase: 'ready', guarded: false })
    // A wrong paper is no use of it; the right one was told before the desk stood open.
    expect(await told()).toEqual(['paper_key used system'])
  })

  it('whose audit takes nothing is opened all the same', async () => {
    await desk.state.close()
    await rm(keyFile())
    await rm(path.join(desk.folder, 'audit'), { recursive: true, force: true })
    await writeFile(path.join(desk.folder, 'audit'), 'no folder')
    const log = { write: vi.fn(), bug: vi.fn(() => ''), last: () => [] }
    const { place, context } = await parts()
    expect(await openByPaper({ place, context: { ...context, log } }, paper)).toEqual([])
    expect(log.bug.mock.calls.length + log.write.mock.calls.length).toBe(1)
    await rm(path.join(desk.folder, 'audit'))
    await restarted()
    expect((await desk.state.start()).phase).toBe('ready')
  })

  it('the key file of another desk is replaced by the right one', async () => {
    await desk.state.close()
    const file = JSON.parse(await readFile(keyFile(), 'utf8'))
    await writeFile(keyFile(), JSON.stringify({ ...file, keyId: '00000000' }))
    await openByPaper(await parts(), paper)
    await restarted()
    expect((await desk.state.start()).phase).toBe('ready')
  })
})

describe('a desk with passwords', () => {
  beforeEach(async () => {
    await services()['access.protect']({ password: PASSWORD }, CALLER)
    await desk.state.close()
  })

  it.each([
    ['as it stands', async () => undefined],
    ['gone', () => rm(keyFile())],
    ['garbled', () => writeFile(keyFile(), 'garbage')],
  ])('with its key file %s is never opened without a new password', async (_how, damage) => {
    await damage()
    const people = await openByPaper(await parts(), paper)
    expect(people.map(one => one.name)).toEqual([FIRST_RUN.user.name])
    expect(Object.keys(people[0] ?? {})).toEqual(['id', 'name', 'position'])
    const id = people[0]?.id ?? ''
    await expect(admitByPaper(await parts(), { paper, user: 'nobody', password: NEXT })).rejects.toMatchObject(
      refused('access.administrator_only'),
    )
    await admitByPaper(await parts(), { paper, user: id, password: NEXT })
    await restarted()
    expect(await desk.state.start()).toMatchObject({ phase: 'locked', guarded: true })
    await expect(desk.state.access.enter(id, PASSWORD)).rejects.toMatchObject(refused('access.wrong'))
    await desk.state.access.enter(id, NEXT)
    expect((await desk.state.start()).phase).toBe('ready')
    expect(await told()).toEqual(['paper_key used system', 'paper_key used me', 'password_set paper me'])
  })
})
