import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServiceContext } from '#electron/ipc/services.ts'
import { createSite, type Site } from '#electron/site/services.ts'
import { entityId } from '#shared/change/action.ts'
import { type SiteServerForTest, webServer } from '#test/fixtures/site/web-server.ts'
import { MONTH, type PlanRig, planRig } from '../desk/plan-rig.ts'
import { type TemporaryDesk, temporaryDesk } from '../desk/temporary-desk.ts'
import { printedJob } from './site-rig.ts'

const CALLER = { window: 1, page: 'desk', load: 1 } as const
const refused = (code: string) => ({ detail: { code } })

let desk: TemporaryDesk
let rig: PlanRig
let site: Site
let server: SiteServerForTest
let share: string
let quit: (() => Promise<void>)[]
beforeEach(async () => {
  desk = await temporaryDesk()
  rig = planRig(desk)
  await rig.begin()
  server = await webServer()
  share = await mkdtemp(path.join(os.tmpdir(), 'share-'))
  quit = []
  const context = {
    userData: desk.folder,
    dataFolder: desk.folder,
    batch: null,
    printSheet: printedJob,
    send: () => undefined,
    log: { write: () => undefined, bug: (_: string, error: unknown) => Promise.reject(error) },
    chooseFolder: async () => share,
    onQuit: (task: () => Promise<void>) => quit.push(task),
  } as unknown as ServiceContext
  site = createSite(context, desk.state, () => undefined)
})
afterEach(async () => {
  for (const task of quit) await task()
  await server.close()
  await rm(share, { recursive: true, force: true })
  await desk.end()
})

const web = (address: string, login = 'site') => ({ kind: 'web', address, login, authority: '' }) as const
const configure = (target: ReturnType<typeof web>, password: string | null) =>
  site.services['site.configure']({ asked: { target, password } }, CALLER)

describe('the kept password', () => {
  it('goes to the address and login it was given for; to another it is not sent, neither tried nor kept', async () => {
    await configure(web(server.address), 'secret')
    await site.services['site.try']({ target: web(server.address), password: null }, CALLER)
    const other = await webServer({ password: '' })
    try {
      await site.services['site.try']({ target: web(other.address), password: null }, CALLER)
      expect((await configure(web(other.address), null)).hasPassword).toBe(false)
    } finally {
      await other.close()
    }
    await configure(web(server.address), 'secret')
    const asSomebody = { target: web(server.address, 'somebody'), password: null }
    await expect(site.services['site.try'](asSomebody, CALLER)).rejects.toMatchObject(refused('site.login'))
  })

  it('lies sealed: it is in clear in no file of the desk, and the page is not told it', async () => {
    const state = await configure(web(server.address), 'canary-password')
    expect(JSON.stringify(state)).not.toContain('canary-password')
    const bytes = await readFile(path.join(desk.folder, 'keys/site'))
    expect(bytes.includes('canary-password')).toBe(false)
    expect(bytes.includes(server.address)).toBe(false)
  })
})

describe('a page', () => {
  it('names no folder main writes to: it is chosen in the dialog', async () => {
    const target = { kind: 'folder', folder: share } as const
    const asked = { asked: { target, password: null } }
    await expect(site.services['site.configure'](asked, CALLER)).rejects.toMatchObject(refused('site.bad_folder'))
    await site.services['site.folder']({}, CALLER)
    expect((await site.services['site.configure'](asked, CALLER)).target).toEqual(target)
    share = desk.folder
    await expect(site.services['site.folder']({}, CALLER)).rejects.toMatchObject(refused('site.own_folder'))
  })

  it('does not say that it was published by itself', async () => {
    const actions = await desk.state.desk().journal.actionsOf(entityId('schedule', MONTH))
    const body = { version: actions.at(-1)?.id, where: 'site', on: '2026-01-05', photo: '' }
    const act = { entity: entityId('schedule', MONTH), type: 'schedule.posted', body }
    const proof = { place: 'https://site.example.kz/', digest: 'a'.repeat(64) }
    await expect(rig.byHand({ ...act, body: { ...body, site: proof } })).rejects.toMatchObject({
      detail: { code: 'change.not_lawful' },
    })
    await rig.byHand(act)
  })

  it('sets what it cannot be: told, and what was set stays', async () => {
    await configure(web(server.address), 'secret')
    await expect(configure(web('http://site.example.kz/'), 'x')).rejects.toMatchObject(refused('site.not_https'))
    await expect(site.services['site.publish']({}, CALLER)).resolves.toEqual({})
    expect((await site.services['site.state']({}, CALLER)).target).toEqual(web(server.address))
    await site.services['site.configure']({ asked: null }, CALLER)
    await expect(site.services['site.publish']({}, CALLER)).rejects.toMatchObject(refused('site.not_set'))
  })
})
