import { readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AtDesk } from '../e2e/pages/at-desk.ts'
import { type PreparedDesk, sitAt } from '../e2e/prepared/prepared-desk.ts'
import { seeded } from '../fixtures/import/vary-journal.ts'
import { installBench } from './in-page.ts'
import { installMassDay, type MassPage, type Step, type Stretch } from './mass-day-in-page.ts'
import { personNumber } from './people.ts'
import { quantile } from './table.ts'

/** Six hundred visitors before twenty officials at three desks; the short form guards `npm test`. */
const isWhole = process.env.QABYLDAU_FULL === '1'
const VISITORS = isWhole ? 600 : 40
const RACED = isWhole ? 1000 : 30
const OFFICIALS = 20
const DESKS = 3
const SEED = Number(process.env.QABYLDAU_SEED ?? 20261122)
const STRETCHES = 10

let prepared: PreparedDesk
let at: AtDesk
let session: CDPSession

beforeAll(async () => {
  prepared = await sitAt('begun', 'kk')
  at = prepared.at
  await at.page.addInitScript(installBench)
  await at.page.reload()
  await at.page.waitForFunction(() => (window as unknown as MassPage).storeWorker !== undefined)
  await at.page.evaluate(() => (window as unknown as MassPage).ask('totals', {}))
  session = await at.page.context().newCDPSession(at.page)
}, 120_000)

afterAll(() => prepared.leave())

test('a whole day of many visitors in one go: calls beside the bare machine, and memory that does not grow (S1, S2)', async () => {
  const random = seeded(SEED)
  const applications = await registered(at.page, 0, VISITORS)
  const outOfTurn = applications.map(() => random() < 0.1)
  const away = applications.map(() => random() < 1 / 15)
  const day = await at.page.evaluate(async () => {
    const answer = await (window as unknown as MassPage).desk.appStart({})
    if (!answer.ok) throw new Error(answer.error.code)
    return answer.value.today
  })
  await at.page.evaluate(installMassDay, { applications, outOfTurn, away, day })
  const file = await open(path.join(prepared.userData, 'bench.raw'), 'a')
  const told: Stretch = { acknowledged: [], shown: [], received: [] }
  const floor: number[] = []
  const memory: { page: number; main: number }[] = []
  for (const stretch of stretchesOf(random)) {
    const part = await at.page.evaluate(desks => (window as unknown as MassPage).work(desks), stretch)
    told.acknowledged.push(...part.acknowledged)
    told.shown.push(...part.shown)
    told.received.push(...part.received)
    for (let n = 0; n < (isWhole ? 20 : 5); n += 1) floor.push(...(await bareWrites(at.page, file)))
    memory.push(await memoryOf(at))
  }
  await file.close()
  expect(new Set(told.received).size).toBe(VISITORS)
  const line = (what: string, figures: readonly number[]) =>
    `${what}: median ${ms(quantile(figures, 0.5))} (x ${ratio(figures, floor, 0.5)}), ` +
    `99th ${ms(quantile(figures, 0.99))} (x ${ratio(figures, floor, 0.99)})`
  console.log(
    [
      `${VISITORS} visitors, ${OFFICIALS} officials, ${DESKS} desks, ${told.acknowledged.length} calls, seed ${SEED}`,
      line('acknowledged', told.acknowledged),
      line('on screen', told.shown),
      `strict write, flush and round trip: median ${ms(quantile(floor, 0.5))}, 99th ${ms(quantile(floor, 0.99))}`,
      `memory, MB, page / main: ${memory.map(({ page, main }) => `${page.toFixed(1)}/${main.toFixed(0)}`).join(' ')}`,
    ].join('\n'),
  )
  // Wide: the short form guards against a leak by the visit and a list that costs all of itself; the figures are what is read.
  expect(memory.at(-1)?.page).toBeLessThan(1.5 * (memory[STRETCHES / 2]?.page ?? 0) + 10)
  expect(quantile(told.shown, 0.5)).toBeLessThan(60 * quantile(floor, 0.5))
}, 900_000)

test('two windows press for everybody at once: each is called once', async () => {
  const applications = await registered(at.page, VISITORS, VISITORS + RACED)
  const { called, refused } = await at.page.evaluate(ids => (window as unknown as MassPage).race(ids), applications)
  console.log(`${2 * RACED} presses for ${RACED} visitors: called ${called.length}, refused ${JSON.stringify(refused)}`)
  expect(new Set(called).size).toBe(RACED)
  expect(called.length).toBe(RACED)
  expect(refused).toEqual({ 'change.conflict': RACED })
}, 900_000)

/** People come as desks can take them in, and after most comers some line goes on by one; at the end all lines are emptied. */
function stretchesOf(random: () => number): Step[][][] {
  const desks = Array.from({ length: DESKS }, (): Step[] => [])
  const add = (step: Step) => desks[step.line % DESKS]?.push(step)
  const came = Array.from({ length: OFFICIALS }, () => 0)
  for (let visitor = 0; visitor < VISITORS; visitor += 1) {
    const line = Math.floor(random() * OFFICIALS)
    came[line] = (came[line] ?? 0) + 1
    add({ do: 'come', line, visitor })
    if (random() < 0.7) add({ do: 'receive', line: Math.floor(random() * OFFICIALS), visitor: -1 })
  }
  for (let line = 0; line < OFFICIALS; line += 1) {
    // Whoever was away once is called once more.
    for (let left = 0; left < 2 * (came[line] ?? 0); left += 1) add({ do: 'receive', line, visitor: -1 })
  }
  return Array.from({ length: STRETCHES }, (_, part) =>
    desks.map(steps => {
      const size = Math.ceil(steps.length / STRETCHES)
      return steps.slice(part * size, (part + 1) * size)
    }),
  )
}

async function registered(page: Page, from: number, to: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = from; n < to; n += 50) {
    const people = Array.from({ length: Math.min(50, to - n) }, (_, i) => personNumber(n + i))
    const done = await page.evaluate(async list => {
      const random = () => Array.from({ length: 16 }, () => Math.floor(Math.random() * 36).toString(36)).join('')
      const { desk } = window as unknown as MassPage
      const answers = await Promise.all(
        list.map(one => desk.applicationRegister({ ...one, request: random(), subject: null, draft: null } as never)),
      )
      return answers.map(answer => {
        if (!answer.ok) throw new Error(JSON.stringify(answer))
        return (answer.value as { action: { entity: string } }).action.entity
      })
    }, people)
    ids.push(...done)
  }
  return ids
}

/** An append with its flush, a strict transaction and a bare round trip to main, of as many desks at once: what any program pays. */
async function bareWrites(page: Page, file: Awaited<ReturnType<typeof open>>): Promise<number[]> {
  const flushed = Array.from({ length: DESKS }, async () => {
    const started = performance.now()
    await file.write(Buffer.alloc(1200))
    await file.datasync()
    return performance.now() - started
  })
  const written = await page.evaluate(
    desks => Promise.all(Array.from({ length: desks }, () => (window as unknown as MassPage).bare())),
    DESKS,
  )
  return Promise.all(flushed.map(async (one, desk) => (await one) + (written[desk] ?? 0)))
}

/** Megabytes: the heap of the page after everything loose was dropped, and all that main holds. */
async function memoryOf({ desk }: AtDesk): Promise<{ page: number; main: number }> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const status = readFileSync(`/proc/${desk.mainPid}/status`, 'utf8')
  return { page: usedSize / 2 ** 20, main: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 }
}

function ratio(product: readonly number[], baseline: readonly number[], part: number): string {
  return (quantile(product, part) / quantile(baseline, part)).toFixed(2)
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}
