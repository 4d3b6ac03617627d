import { setTimeout as pass } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Cursor } from '#shared/change/action.ts'
import type { Desk } from '#test/e2e/launch/launch.ts'
import { seeded } from '#test/fixtures/import/vary-journal.ts'
import { makeRegistration, makeRegistrationPersonal } from '#test/fixtures/registration.ts'
import { press } from '#test/unit/desk/register-rig.ts'
import { count } from './counted.ts'
import { killAndReturn, pidsOf, type Target } from './killing.ts'
import {
  call,
  FULL,
  iinOf,
  newFolder,
  passFirstRun,
  remove,
  startDesk,
  storeFigures,
  whenReady,
} from './product-rig.ts'

const SEED = Number(process.env.QABYLDAU_SEED ?? 20261123)
const KILLS = Number(process.env.QABYLDAU_KILLS ?? (FULL ? 360 : 3))
/** Kills that one desk lives through. */
const OF_ONE_DESK = 60
/** Main first: of the deaths of its windows it has seen as many as it bears. */
const TURN: readonly Target[] = ['main', 'page', 'browser']

/** A button that was pressed: what it asked for, and what the answer of main made of it. */
interface Pressed {
  readonly verb: 'applicationRegister' | 'contactLog'
  readonly args: { readonly request: string }
  action: string | null
}

const random = seeded(SEED)
const moments = Array.from({ length: KILLS }, (_, index) => ({
  moment: index + 1,
  target: TURN[index % TURN.length] as Target,
  after: Math.floor(random() * 14),
  later: Math.floor(random() * 25),
}))
const figures = { acknowledged: 0, unheard: 0, seconds: 0 }
const began = performance.now()

let userData: string
let desk: Desk
let next = 0
let read: Cursor = {}

beforeAll(newDesk, 120_000)

afterAll(async () => {
  figures.seconds = Math.round((performance.now() - began) / 1000)
  console.log(`killed while people are registered, seed ${SEED}, ${KILLS} kills: ${JSON.stringify(figures)}`)
  await desk?.close()
  await remove(userData)
})

async function newDesk(): Promise<void> {
  await desk?.close()
  await remove(userData)
  userData = await newFolder('kills')
  desk = await startDesk({ userData })
  await passFirstRun(desk)
  next = 0
  read = {}
  await readFrom()
}

test.each(moments)(
  '$target killed, moment $moment: $after answers and $later ms into the work, each press stands once',
  async ({ moment, target, after, later }) => {
    if (moment > 1 && (moment - 1) % OF_ONE_DESK === 0) await newDesk()
    const pids = await pidsOf(desk, target)
    const pressed: Pressed[] = []
    const work = pressOn(desk.page, pressed).catch(() => undefined)
    await expect.poll(() => heardOf(pressed).length >= after, { timeout: 60_000, interval: 1 }).toBe(true)
    await pass(later)
    const killed = killAndReturn(desk, target, pids)
    await work
    desk = await killed
    await whenReady(desk.page)
    const stood = await readFrom()
    const lost = heardOf(pressed).filter(({ action }) => !stood.some(({ id }) => id === action))
    const unheard = pressed.filter(one => one.action === null)
    // Pressed once more: what nobody heard of is answered with what it made, if it made it.
    for (const one of unheard) await answerOf(desk.page, one)
    const all = [...stood, ...(await readFrom())]
    const doubled = pressed.filter(one => all.filter(({ request }) => request === one.args.request).length !== 1)
    figures.acknowledged += heardOf(pressed).length
    figures.unheard += stood.length - (pressed.length - unheard.length)
    expect(unheard.length).toBeLessThanOrEqual(1)
    expect(pressed.map(({ action }) => action)).toEqual(all.map(({ id }) => id))
    expect(await call(desk.page, 'journalVerify')).toMatchObject({ brokenAt: null })
    await expect
      .poll(async () => sumOf((await storeFigures(desk.page)).cursor), { timeout: 60_000, interval: 20 })
      .toBeGreaterThanOrEqual(sumOf(read))
    count('kills of the program', `${target}, while people are registered`, 1, {
      lost: lost.length,
      doubled: doubled.length,
    })
  },
)

/** How many actions a cursor has behind it. */
function sumOf(cursor: Cursor): number {
  return Object.values(cursor).reduce((sum, sequence) => sum + sequence, 0)
}

function heardOf(pressed: readonly Pressed[]): Pressed[] {
  return pressed.filter(({ action }) => action !== null)
}

/** Registers people and logs contacts, one after another, until the page or main is gone. */
async function pressOn(page: Page, pressed: Pressed[]): Promise<never> {
  for (;;) {
    next += 1
    const one = next % 3 === 0 ? contact(next) : registration(next)
    pressed.push(one)
    await answerOf(page, one)
  }
}

async function answerOf(page: Page, one: Pressed): Promise<void> {
  one.action = (await call<{ action: { id: string } }>(page, one.verb, one.args)).action.id
}

function registration(number: number): Pressed {
  const personal = makeRegistrationPersonal({ iin: iinOf(number), essence: `Жол жөндеу туралы №${number}` })
  const args = { request: press(number), registration: makeRegistration({ officialId: null }), personal }
  return { verb: 'applicationRegister', args: { ...args, ...{ subject: null, draft: null } }, action: null }
}

function contact(number: number): Pressed {
  const asked = {
    ...{ channel: 'phone', consultation: true, declinedBooking: false, topic: null, subtopic: null, district: null },
    ...{ language: 'kk', advisedBy: null, phoneConsent: true },
  }
  const personal = { surname: 'Сынақов', given: 'Адам', patronymic: '', phone: '+77015550123', note: `№${number}` }
  return { verb: 'contactLog', args: { request: press(number), ...{ contact: asked, personal } }, action: null }
}

interface Stood {
  readonly id: string
  readonly request: string
}

/** What was pressed and stands in the journal beyond what was read before. */
async function readFrom(): Promise<Stood[]> {
  const { stood, cursor } = await desk.page.evaluate(async from => {
    type Page = { actions: { id: string; body: { request?: string } }[]; next: Cursor; atEnd: boolean }
    const { desk } = window as unknown as {
      desk: { journalRead: (args: object) => Promise<{ ok: true; value: Page }> }
    }
    const stood: Stood[] = []
    let cursor = from
    for (let atEnd = false; !atEnd; ) {
      const { value } = await desk.journalRead({ after: cursor, limit: 2000 })
      for (const { id, body } of value.actions) {
        if (body.request !== undefined) stood.push({ id, request: body.request })
      }
      cursor = value.next
      atEnd = value.atEnd
    }
    return { stood, cursor }
  }, read)
  read = cursor
  return stood
}
