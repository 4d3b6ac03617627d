import { readFile, rm, writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { guardOf } from '#electron/access/guard.ts'
import { openSecondFactors } from '#electron/access/second-factors.ts'
import { accessServices } from '#electron/access/services.ts'
import { codeOfStep, stepOf } from '#electron/security/totp.ts'
import { FIRST_RUN, type TemporaryDesk, temporaryDesk } from '../desk/temporary-desk.ts'

const PASSWORD = 'құлыптаулы есік'
const OTHER = 'жаңа құпиясөз 2'
const CHEAP = { memory: 1024, rounds: 1 }
const CALLER = { window: 1, page: 'desk', load: 0 } as const
const refused = (code: string) => ({ detail: { code } })

let desk: TemporaryDesk
let services: ReturnType<typeof servicesOf>
let me = ''
let paper = ''

function servicesOf({ state }: TemporaryDesk) {
  const silent = () => undefined
  const idle = { moved: silent, alive: silent, leave: silent, onPaper: silent, copy: async () => true }
  const printer = { printSheetOn: async () => true }
  return accessServices({ ...state, ...idle, printer, place: { ...state.place, cost: CHEAP } })
}

/** A call as it comes through the door: asked of the matrix first. */
async function ask<T>(channel: keyof ReturnType<typeof servicesOf>, args: object = {}): Promise<T> {
  await guardOf(desk.state)(channel, args)
  return (await (services[channel] as (args: object, caller: typeof CALLER) => Promise<unknown>)(args, CALLER)) as T
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** An authenticator: takes the secret as it is typed. */
function telephone(text: string) {
  const bits = [...text.replaceAll(' ', '')].map(one => LETTERS.indexOf(one).toString(2).padStart(5, '0')).join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  return (ahead = 0) => codeOfStep(secret, stepOf(Date.now()) + ahead)
}

async function enrol() {
  const code = telephone((await ask<{ text: string }>('access.drawFactor')).text)
  await ask('access.saveFactor', { password: PASSWORD, code: code(-1) })
  return code
}

beforeEach(async () => {
  // In the middle of a step, and only the wall stands: what is measured runs on.
  vi.useFakeTimers({ toFake: ['Date'], now: 1_795_400_000_000 - (1_795_400_000_000 % 30_000) + 15_000 })
  desk = await temporaryDesk()
  services = servicesOf(desk)
  await desk.state.firstRun(FIRST_RUN)
  paper = (await ask<{ text: string }>('access.drawPaper')).text
  await ask('access.savePaper', { paper })
  await ask('access.protect', { password: PASSWORD })
  me = desk.state.access.person?.id ?? ''
})
afterEach(async () => {
  vi.useRealTimers()
  await desk.end()
})

const ADD = { name: 'Г', position: { kk: 'М', ru: 'С' }, role: 'administrator', password: OTHER }

it('counts only once a code of it came back, and not without the password', async () => {
  const { text } = await ask<{ text: string }>('access.drawFactor')
  const code = telephone(text)()
  const wrong = ask('access.saveFactor', { password: OTHER, code })
  await expect(wrong).rejects.toMatchObject(refused('access.wrong'))
  await expect(ask('access.saveFactor', { password: PASSWORD, code: '000000' })).rejects.toMatchObject(
    refused('access.wrong_code'),
  )
  await ask('access.add', ADD)
  await ask('access.saveFactor', { password: PASSWORD, code })
  await expect(ask('access.add', ADD)).rejects.toMatchObject(refused('access.confirm_code'))
})

it('is asked for people and erasure, not for the day or a list; the password alone is not enough, nor a code used before', async () => {
  const code = await enrol()
  const { access } = desk.state
  const demand = (channel: 'backup.choose' | 'subject.erase' | 'table.save' | 'journal.read') => () =>
    access.demand(channel)
  expect(demand('journal.read')).not.toThrow()
  expect(demand('table.save')).not.toThrow()
  await ask('access.confirm', { password: PASSWORD })
  expect(demand('subject.erase')).toThrow()
  expect(demand('backup.choose')).toThrow()
  // The code that enrolled is used up; a wrong password with a right code says no more than a wrong code.
  for (const asked of [
    { password: PASSWORD, code: code(-1) },
    { password: OTHER, code: code() },
  ]) {
    await expect(ask('access.confirm', asked)).rejects.toMatchObject(refused('access.wrong_code'))
  }
  await ask('access.confirm', { password: PASSWORD, code: code() })
  expect(demand('subject.erase')).not.toThrow()
  await expect(ask('access.confirm', { password: PASSWORD, code: code() })).rejects.toMatchObject(
    refused('access.wrong_code'),
  )
  access.leave()
  await ask('access.enter', { user: me, password: PASSWORD })
  expect(demand('subject.erase')).toThrow()
})

it('a code that was used is used after a restart too, and with the clock put back', async () => {
  const code = await enrol()
  const used = code()
  await ask('access.confirm', { password: PASSWORD, code: used })
  desk = await desk.restart()
  services = servicesOf(desk)
  await ask('access.enter', { user: me, password: PASSWORD })
  for (const back of [0, 20_000]) {
    vi.setSystemTime(Date.now() - back)
    await expect(ask('access.confirm', { password: PASSWORD, code: used })).rejects.toMatchObject(
      refused('access.wrong_code'),
    )
  }
})

it('wrong codes make wait as wrong passwords do', async () => {
  await enrol()
  const guess = () => ask('access.confirm', { password: PASSWORD, code: '000000' })
  for (let attempt = 0; attempt < 5; attempt++)
    await expect(guess()).rejects.toMatchObject(refused('access.wrong_code'))
  await expect(guess()).rejects.toMatchObject(refused('access.wait'))
})

it('a lost telephone: another administrator takes it off, or the paper key does', async () => {
  const code = await enrol()
  await ask('access.confirm', { password: PASSWORD, code: code() })
  const { user } = await ask<{ user: string }>('access.add', ADD)
  desk.state.access.leave()
  await ask('access.enter', { user, password: OTHER })
  await ask('access.dropFactor', { user: me })
  desk.state.access.leave()
  await ask('access.enter', { user: me, password: PASSWORD })
  expect(() => desk.state.access.demand('access.add')).not.toThrow()

  await enrol()
  expect(() => desk.state.access.demand('access.add')).toThrow()
  desk.state.access.leave()
  await ask('access.byPaper', { user: me, paper, password: OTHER })
  expect(() => desk.state.access.demand('access.add')).not.toThrow()
})

it('lies sealed, and a file that was changed lets nobody past a code; the paper key leads out', async () => {
  const { text } = await ask<{ text: string }>('access.drawFactor')
  await ask('access.saveFactor', { password: PASSWORD, code: telephone(text)() })
  const path = `${desk.folder}/keys/second`
  const bytes = await readFile(path)
  expect(bytes.toString('latin1')).not.toContain('secret')
  bytes[20] = (bytes[20] ?? 0) ^ 1
  await writeFile(path, bytes)
  desk = await desk.restart()
  services = servicesOf(desk)
  await ask('access.enter', { user: me, password: PASSWORD })
  await expect(ask('access.add', ADD)).rejects.toMatchObject(refused('access.confirm_code'))
  await expect(ask('access.confirm', { password: PASSWORD, code: telephone(text)(1) })).rejects.toMatchObject(
    refused('access.wrong_code'),
  )
  desk.state.access.leave()
  await ask('access.byPaper', { user: me, paper, password: OTHER })
  await ask('access.add', ADD)
  await rm(path)
  const { keys } = desk.state.desk()
  expect((await openSecondFactors(keys, desk.state.place)).has(me)).toBe(false)
})
