import { readFileSync } from 'node:fs'
import { seeded } from '../../fixtures/import/vary-journal.ts'
import type { Bench } from '../bench.ts'
import { installMassDay, type MassPage, type Step } from '../mass-day-in-page.ts'
import type { Row } from '../row.ts'

/** Six hundred visitors before twenty officials at three desks, in stretches of the day. */
const OFFICIALS = 20
const DESKS = 3
const SEED = 20261122
const STRETCHES = 5

interface Day {
  readonly acknowledged: number[]
  readonly shown: number[]
  readonly bare: number[]
}

export const acknowledged = ofDay('call on a mass day, 99th: to acknowledged', 'acknowledged')
export const shown = ofDay('call on a mass day, 99th: to on screen', 'shown')

/** The day is worked once for both rows, its bare acts in turn with its stretches. */
function ofDay(what: string, side: 'acknowledged' | 'shown'): Row {
  return {
    ...{ name: 'S2', what, beside: 'strict write + fdatasync + IPC, 99th', unit: 'ms', part: 0.99 },
    ...{ samples: 1, once: true },
    goal: { as: 'ratio', most: 2.5 },
    open: async bench => {
      const day = await bench.once('mass day', () => workDay(bench))
      return { product: async () => day[side], baseline: async () => day.bare }
    },
  }
}

async function workDay(bench: Bench): Promise<Day> {
  const page = await bench.page()
  const visitors = bench.isWhole ? 600 : 40
  const random = seeded(SEED)
  const applications = await registered(bench, visitors)
  const outOfTurn = applications.map(() => random() < 0.1)
  const away = applications.map(() => random() < 1 / 15)
  const day = await page.evaluate(async () => {
    const { must, desk } = window as unknown as MassPage
    return must<{ today: string }>(await desk.appStart({})).today
  })
  await page.evaluate(installMassDay, { applications, outOfTurn, away, day })
  const told: Day = { acknowledged: [], shown: [], bare: [] }
  const received: string[] = []
  const memory: number[] = []
  for (const stretch of stretchesOf(visitors, random)) {
    const part = await page.evaluate(desks => (window as unknown as MassPage).work(desks), stretch)
    told.acknowledged.push(...part.acknowledged)
    told.shown.push(...part.shown)
    received.push(...part.received)
    // As many bare acts as calls: the rarest of few says little.
    const bare = Math.ceil(part.acknowledged.length / DESKS)
    for (let n = 0; n < bare; n += 1) {
      told.bare.push(...(await Promise.all(Array.from({ length: DESKS }, () => bench.bareAct(n)))))
    }
    memory.push(await mainMegabytes(bench))
  }
  if (new Set(received).size !== visitors) throw new Error(`${received.length} of ${visitors} were received`)
  bench.kept.set('main, MB after each part of the mass day', memory)
  return told
}

/** People come as desks can take them in, and after most comers some line goes on by one; at the end all lines are emptied. */
function stretchesOf(visitors: number, random: () => number): Step[][][] {
  const desks = Array.from({ length: DESKS }, (): Step[] => [])
  const add = (step: Step) => desks[step.line % DESKS]?.push(step)
  const came = Array.from({ length: OFFICIALS }, () => 0)
  for (let visitor = 0; visitor < visitors; visitor += 1) {
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

/** Registers so many newcomers, some at once, and answers with their applications. */
async function registered(bench: Bench, count: number): Promise<string[]> {
  const page = await bench.page()
  const ids: string[] = []
  while (ids.length < count) {
    const people = Array.from({ length: Math.min(50, count - ids.length) }, () => bench.newcomer())
    ids.push(...(await page.evaluate(registerAll, people)))
  }
  return ids
}

async function registerAll(people: object[]): Promise<string[]> {
  const { desk, must, newRequest } = window as unknown as MassPage
  const answers = await Promise.all(
    people.map(one => desk.applicationRegister({ ...one, request: newRequest() } as never)),
  )
  return answers.map(answer => must<{ action: { entity: string } }>(answer).action.entity)
}

async function mainMegabytes(bench: Bench): Promise<number> {
  const { desk } = await bench.at()
  const status = readFileSync(`/proc/${desk.mainPid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
