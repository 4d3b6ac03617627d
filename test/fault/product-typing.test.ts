import { stat } from 'node:fs/promises'
import { setTimeout as pass } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Desk } from '#test/e2e/launch/launch.ts'
import { seeded } from '#test/fixtures/import/vary-journal.ts'
import { count } from './counted.ts'
import { actionsOf, call, FULL, newFolder, passFirstRun, remove, segmentsOf, startDesk } from './product-rig.ts'
import {
  comeBack,
  emptyForm,
  type FormSeen,
  formAgain,
  kill,
  type Line,
  linesOf,
  pidsOf,
  TARGETS,
  type Target,
  type Typing,
  toRegister,
  typeFrom,
} from './typing-rig.ts'

const SEED = Number(process.env.QABYLDAU_SEED ?? 20261122)
/** What was typed so long before a kill may be lost, in milliseconds. */
const MAY_LOSE = 1000
const random = seeded(SEED)

/** Main in its turn: it gives a page that dies again and again up after three times. */
const KILLS = Array.from({ length: FULL ? 50 : 6 }, (_, index) => TARGETS[index % 3] as Target)

let userData: string
let desk: Desk
const figures = { kills: 0, lettersLost: 0, lostMs: 0, focusBehind: 0 }
const saves = { kills: 0, registered: 0, drafts: 0, both: 0 }

beforeAll(async () => {
  userData = await newFolder('typing')
  desk = await startDesk({ userData })
  await passFirstRun(desk)
  await toRegister(desk.page)
})

afterAll(async () => {
  console.log(`killed while typing, seed ${SEED}: ${JSON.stringify(figures)}; while saving: ${JSON.stringify(saves)}`)
  await desk?.close()
  await remove(userData)
})

const moments = KILLS.map((target, index) => ({
  moment: index + 1,
  target,
  from: Math.floor(random() * 7),
  after: 300 + Math.floor(random() * (FULL ? 4000 : 2200)),
}))

test.each(moments)('$target killed, moment $moment: $after ms after typing began in line $from', async each => {
  await emptyForm(desk.page)
  const lines = linesOf(random, `${each.moment}`)
  const pids = await pidsOf(desk, each.target)
  const typing = await typeFrom(desk.page, lines, each.from)
  await pass(each.after)
  typing.stop()
  const at = performance.now()
  kill(pids)
  const seen = { ...typing.pressed(), keys: [...typing.keys], left: { ...typing.left } }
  desk = await comeBack(desk, each.target)
  const again = await formAgain(desk)
  // Counted before it is judged: a kill that lost too much is one too.
  count('kills of the program', `${each.target}, while a form is filled in`, 1)
  expectKept(lines, { ...typing, ...seen, pressed: () => seen }, again, at)
})

/** No field before the last has lost anything, the last one at most the last second, and the person is where they were. */
function expectKept(lines: readonly Line[], typing: Typing, { values, focus }: FormSeen, at: number): void {
  const { line, text } = typing.pressed()
  const { field } = lines[line] as Line
  for (const [name, value] of Object.entries(typing.left)) expect(values[name], name).toBe(value)
  const kept = values[field] ?? ''
  expect(text.startsWith(kept), `${field}: ${kept} of ${text}`).toBe(true)
  const own = typing.keys.filter(key => key.line === line)
  const lost = own.filter(key => key.letters > kept.length)
  const lostMs = lost[0] === undefined ? 0 : Math.round(at - lost[0].at)
  // Who has come to a field within that second may be found in the one before; who has typed all of one, in the next.
  const recent = typing.keys.filter(key => at - key.at <= MAY_LOSE).map(key => (lines[key.line] as Line).field)
  const next = text === (lines[line] as Line).text ? lines[line + 1]?.field : undefined
  figures.kills += 1
  figures.lettersLost = Math.max(figures.lettersLost, lost.length)
  figures.lostMs = Math.max(figures.lostMs, lostMs)
  figures.focusBehind += focus === field || focus === next ? 0 : 1
  expect(lostMs).toBeLessThanOrEqual(MAY_LOSE)
  expect([field, next, ...recent]).toContain(focus)
}

/** Main first: of the deaths of its windows it has seen as many as it bears. */
const TURN = ['main', 'page', 'browser'] as const

/** Half of them just after the registration has reached the disk: before the draft goes, before anyone has said so. */
const savings = Array.from({ length: FULL ? 18 : 3 }, (_, index) => ({
  moment: index + 1,
  target: TURN[index % 3] as Target,
  since: index % 2 === 0 ? ('on disk' as const) : ('pressed' as const),
  after: Math.floor(random() * (index % 2 === 0 ? 8 : 80)),
}))

test.each(savings)('$target killed $after ms after a save was $since, moment $moment', async each => {
  await emptyForm(desk.page)
  const mark = `save${each.moment}`
  const lines = linesOf(random, mark)
  await typeFrom(desk.page, lines.slice(0, 7), 6)
  await expect.poll(() => draftOf(), { timeout: 10_000, interval: 20 }).toContain(mark)
  const pids = await pidsOf(desk, each.target)
  const before = await journalBytes()
  void desk.page.keyboard.press('Control+Enter').catch(() => undefined)
  if (each.since === 'on disk')
    await expect.poll(journalBytes, { timeout: 20_000, interval: 1 }).toBeGreaterThan(before)
  await pass(each.after)
  kill(pids)
  desk = await comeBack(desk, each.target)
  await toRegister(desk.page)
  const [registered, draft] = [await numbersOf(mark), await draftOf()]
  saves.kills += 1
  saves.registered += registered.length
  saves.drafts += draft === '' ? 0 : 1
  saves.both += registered.length > 0 && draft !== '' ? 1 : 0
  expect(registered.length).toBeLessThanOrEqual(1)
  if (registered.length === 0 || draft !== '') {
    expect(draft).toContain(mark)
    await desk.page.keyboard.press('Control+Enter')
    await desk.page.locator('.done-number').waitFor()
  }
  const now = await numbersOf(mark)
  expect(now).toHaveLength(1)
  if (registered.length > 0) expect(now).toEqual(registered)
  expect(await draftOf()).toBe('')
  count('kills of the program', `${each.target}, while a form is saved`, 1, {
    lost: now.length === 0 ? 1 : 0,
    doubled: Math.max(0, now.length - 1),
  })
})

async function journalBytes(): Promise<number> {
  const sizes = await Promise.all((await segmentsOf(userData)).map(async file => (await stat(file)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The draft as main has it; empty where there is none. */
async function draftOf(): Promise<string> {
  return (await call<{ value: string | null }>(desk.page, 'draftLoad', { name: 'register' })).value ?? ''
}

/** The entities of the applications whose essence begins with a mark. */
async function numbersOf(mark: string): Promise<string[]> {
  const actions = await actionsOf(desk.page)
  return actions
    .filter(({ type, essence }) => type === 'application.registered' && essence?.startsWith(`${mark} `))
    .map(action => action.entity)
}
