import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accessServices } from '#electron/access/services.ts'
import type { ServiceContext } from '#electron/ipc/services.ts'
import { entityId } from '#shared/change/action.ts'
import { CHANNELS } from '#shared/ipc/contract.ts'
import { DrawnJob, SheetJob } from '#shared/ipc/documents.ts'
import { filesUnder } from '#test/fault/product-rig.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from '../desk/temporary-desk.ts'

const PASSWORD = 'құлыптаулы есік'
const OTHER = 'жаңа құпиясөз 2'
const POSITION = { kk: 'Маман', ru: 'Специалист' }
const CHEAP = { memory: 1024, rounds: 1 }
const CALLER = { window: 1, page: 'desk', load: 0 } as const

let desk: TemporaryDesk
let onPaper: DrawnJob[] = []
/** How often it was told that a key was written down. */
let written = 0
const PRINTER: Pick<ServiceContext, 'printSheetOn'> = {
  async printSheetOn(job, printer, before) {
    await before(new Uint8Array())
    if (printer === 'Counter') onPaper.push(job)
    return printer === 'Counter'
  },
}
let services: ReturnType<typeof servicesOf>
function servicesOf(one: TemporaryDesk) {
  const { state } = one
  const place = { ...state.place, cost: CHEAP }
  const idle = { moved: () => undefined, alive: () => undefined, leave: () => undefined, copy: async () => true }
  const toldOf = {
    onPaper: () => {
      written += 1
    },
  }
  return accessServices({ ...state, ...idle, ...toldOf, place, printer: PRINTER })
}
const ask = <C extends keyof ReturnType<typeof servicesOf>>(channel: C, args: object = {}) =>
  (services[channel] as (args: object, caller: typeof CALLER) => Promise<unknown>)(args, CALLER) as ReturnType<
    ReturnType<typeof servicesOf>[C]
  >
const refused = (code: string) => ({ detail: { code } })

async function restart(): Promise<void> {
  desk = await desk.restart()
  services = servicesOf(desk)
}

/** A desk with passwords: its first person, an administrator now. Answers with the paper key. */
async function protect(): Promise<string> {
  const { text } = await ask('access.drawPaper')
  await ask('access.savePaper', { paper: text.toLowerCase() })
  await ask('access.protect', { password: PASSWORD })
  return text
}

beforeEach(async () => {
  onPaper = []
  written = 0
  desk = await temporaryDesk()
  services = servicesOf(desk)
  await desk.state.firstRun(FIRST_RUN)
})
afterEach(() => desk.end())

describe('a desk without passwords', () => {
  it('opens as before, and gets passwords only after its paper key was typed back', async () => {
    expect(await desk.state.start()).toMatchObject({ phase: 'ready', guarded: false, people: [] })
    await expect(ask('access.protect', { password: PASSWORD })).rejects.toMatchObject(refused('access.paper_first'))
    const { text } = await ask('access.drawPaper')
    const wrong = text.endsWith('A') ? `${text.slice(0, -1)}B` : `${text.slice(0, -1)}A`
    await expect(ask('access.savePaper', { paper: wrong })).rejects.toMatchObject(refused('access.wrong_paper'))
    expect((await ask('access.people')).paper).toBe(false)
    expect(written).toBe(0)
    await ask('access.savePaper', { paper: text })
    expect(written).toBe(1)
    expect(await ask('access.people')).toMatchObject({ paper: true, guarded: false })
    await restart()
    expect((await desk.state.start()).phase).toBe('ready')
  })
})

describe('the sheet of the paper key', () => {
  it('is made by main of the key just drawn, goes to a printer and into no file, and only while it is drawn', async () => {
    const print = (printer: string) => ask('access.printPaper', { printer, language: 'kk' })
    await expect(print('Counter')).rejects.toMatchObject(refused('access.no_paper'))
    const { text } = await ask('access.drawPaper')
    const before = await filesUnder(desk.folder)
    expect(await print('Broken')).toEqual({ printed: false })
    expect(await print('Counter')).toEqual({ printed: true })
    expect(onPaper).toMatchObject([{ kind: 'paper_key', text, office: FIRST_RUN.office.name.kk, language: 'kk' }])
    expect(DrawnJob.safeParse(onPaper[0]).success).toBe(true)
    expect(await filesUnder(desk.folder)).toEqual(before)
    await ask('access.savePaper', { paper: text })
    await expect(print('Counter')).rejects.toMatchObject(refused('access.no_paper'))
  })

  it('is no sheet a page could ask to have saved', async () => {
    const { text } = await ask('access.drawPaper')
    await ask('access.printPaper', { printer: 'Counter', language: 'ru' })
    expect(SheetJob.safeParse(onPaper[0]).success).toBe(false)
    expect(CHANNELS['sheet.save'].args.safeParse({ job: onPaper[0], fileName: text }).success).toBe(false)
  })
})

describe('a desk with passwords', () => {
  let paper: string
  beforeEach(async () => {
    paper = await protect()
  })
  const me = () => desk.state.standing()?.id ?? desk.state.access.door?.people[0]?.id ?? ''

  it('tells at its next start who may enter and nothing else, and opens by the password alone', async () => {
    const count = desk.state.desk().journal.head().count
    await restart()
    const start = await desk.state.start()
    expect(start).toMatchObject({ phase: 'locked', user: null, installation: null, guarded: true })
    expect(start.people.map(({ name }) => name)).toEqual([FIRST_RUN.user.name])
    expect(() => desk.state.desk()).toThrow()
    const { id } = start.people[0] as { id: string }
    await expect(ask('access.enter', { user: id, password: `${PASSWORD}.` })).rejects.toMatchObject(
      refused('access.wrong'),
    )
    await expect(ask('access.enter', { user: 'nobody', password: PASSWORD })).rejects.toMatchObject(
      refused('access.wrong'),
    )
    expect(() => desk.state.desk()).toThrow()
    // The same letters as another keyboard composes them.
    await ask('access.enter', { user: id, password: PASSWORD.normalize('NFD') })
    expect(await desk.state.start()).toMatchObject({ phase: 'ready', user: { id, role: 'administrator' } })
    expect(desk.state.desk().journal.head().count).toBe(count)
  })

  it('keeps the office key in no file that opens without a password', async () => {
    const file = JSON.parse(await readFile(`${desk.folder}/keys/office.key`, 'utf8'))
    expect(Object.keys(file).sort()).toEqual(['envelopes', 'format', 'keyId', 'machine', 'people', 'protection'])
    expect(JSON.stringify(file)).not.toContain('Рахимова')
    const office = await desk.state.desk().keys.lend(async key => key.toString('base64'))
    const unwrapped = Buffer.from(file.machine, 'base64').reverse().toString()
    expect(unwrapped).not.toBe(office)
  })

  it('after four wrong ones makes wait, also after a restart, until an administrator gives a new password', async () => {
    const { user } = await ask('access.add', { name: 'Б. Сәрсен', position: POSITION, role: 'clerk', password: OTHER })
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(ask('access.enter', { user, password: 'бос сөз бос сөз' })).rejects.toMatchObject(
        refused('access.wrong'),
      )
    }
    await expect(ask('access.enter', { user, password: OTHER })).rejects.toMatchObject(refused('access.wait'))
    await restart()
    await expect(ask('access.enter', { user, password: OTHER })).rejects.toMatchObject(refused('access.wait'))
    const administrator = desk.state.access.door?.people.find(one => one.role === 'administrator')?.id
    await ask('access.enter', { user: administrator, password: PASSWORD })
    await ask('access.reset', { user, password: `${OTHER}!` })
    await expect(ask('access.enter', { user, password: OTHER })).rejects.toMatchObject(refused('access.wrong'))
    await ask('access.enter', { user, password: `${OTHER}!` })
    expect(desk.state.actor()).toMatchObject({ user, role: 'clerk' })
  })

  it('keeps at least one administrator who may enter', async () => {
    const last = refused('access.last_administrator')
    await expect(ask('access.suspend', { user: me() })).rejects.toMatchObject(last)
    const facts = { user: me(), name: 'А. Рахимова', position: POSITION, role: 'clerk' }
    await expect(ask('access.change', facts)).rejects.toMatchObject(last)
    const { user } = await ask('access.add', { name: 'В', position: POSITION, role: 'administrator', password: OTHER })
    await ask('access.change', facts)
    expect(desk.state.access.person?.role).toBe('clerk')
    await expect(ask('access.suspend', { user })).rejects.toMatchObject(last)
  })

  it('lets nobody in who was suspended, on this run and the next', async () => {
    const { user } = await ask('access.add', { name: 'Г', position: POSITION, role: 'head', password: OTHER })
    await ask('access.suspend', { user })
    await expect(ask('access.enter', { user, password: OTHER })).rejects.toMatchObject(refused('access.wrong'))
    expect((await ask('access.people')).people.find(one => one.user.id === user)).toMatchObject({
      suspended: true,
      enters: false,
    })
    await restart()
    expect((await desk.state.start()).people.map(({ id }) => id)).not.toContain(user)
    await expect(ask('access.enter', { user, password: OTHER })).rejects.toMatchObject(refused('access.wrong'))
  })

  it('opens by its paper key, which gives an administrator a new password', async () => {
    const user = me()
    await restart()
    await expect(ask('access.byPaper', { user, paper: '0'.repeat(36), password: OTHER })).rejects.toMatchObject(
      refused('access.wrong_paper'),
    )
    await ask('access.byPaper', { user, paper, password: OTHER })
    expect((await desk.state.start()).phase).toBe('ready')
    await restart()
    await expect(ask('access.enter', { user, password: PASSWORD })).rejects.toMatchObject(refused('access.wrong'))
    await ask('access.enter', { user, password: OTHER })
  })

  it('a paper key drawn anew takes the place of the first', async () => {
    const { text } = await ask('access.drawPaper')
    await ask('access.savePaper', { paper: text })
    const user = me()
    await restart()
    await expect(ask('access.byPaper', { user, paper, password: OTHER })).rejects.toMatchObject(
      refused('access.wrong_paper'),
    )
    await ask('access.byPaper', { user, paper: text, password: OTHER })
  })

  it('does nothing while it is locked, and what was begun goes on in the name of who began it', async () => {
    const user = me()
    desk.state.access.leave()
    expect((await desk.state.start()).phase).toBe('locked')
    expect(() => desk.state.access.demand('journal.read')).toThrow()
    expect(desk.state.actor()).toMatchObject({ user, role: 'administrator' })
    await ask('access.enter', { user, password: PASSWORD })
    expect((await desk.state.start()).phase).toBe('ready')
  })

  it('writes who may enter as acts, without any password in them', async () => {
    const { user } = await ask('access.add', { name: 'Д', position: POSITION, role: 'viewer', password: OTHER })
    await ask('access.suspend', { user })
    await ask('access.reset', { user, password: OTHER })
    const acts = (await desk.actions()).filter(one => one.entity === entityId('user', user))
    expect(acts.map(({ type }) => type)).toEqual(['user.added', 'user.suspended', 'user.resumed'])
    expect(JSON.stringify(await desk.actions())).not.toContain(OTHER)
  })

  it('its own password is changed by the old one', async () => {
    await expect(ask('access.password', { password: 'жоқ', next: OTHER })).rejects.toMatchObject(
      refused('access.wrong'),
    )
    await ask('access.password', { password: PASSWORD, next: OTHER })
    const user = me()
    await restart()
    await ask('access.enter', { user, password: OTHER })
  })
})
