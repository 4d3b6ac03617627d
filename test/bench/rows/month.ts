import { readFile } from 'node:fs/promises'
import type { AtDesk } from '../../e2e/pages/at-desk.ts'
import { goTo, type Screen } from '../../e2e/pages/frame.ts'
import type { Bench, BenchWindow } from '../bench.ts'
import type { Row } from '../row.ts'
import { type Held, readHeaps } from './memory.ts'

/** Working days of a month, and who comes on one of them. */
const MONTH = 22
const A_DAY = 30
/** Days before it: each screen is compiled and every table filled by then. */
const WARM = 8

const SCREENS: readonly Screen[] = [
  ...(['today', 'register', 'reception', 'applications', 'schedule'] as const),
  ...(['report', 'import', 'directories', 'settings', 'letters', 'control'] as const),
]

export const page = flat('page', 'page')
export const worker = flat('store worker', 'worker')
export const main = flat('main process', 'main')

interface Weighed extends Held {
  readonly main: number
}

/** A month is worked through without a restart: what is held after it beside what was held once the screens were warm. */
function flat(what: string, part: keyof Weighed): Row {
  return {
    ...{ name: 'S15', what: `${what} after a month of work`, beside: 'before it, warm', unit: 'MB', samples: 1 },
    ...{ once: true, wholeOnly: true },
    goal: { as: 'ratio', most: 1.1 },
    open: async bench => {
      const [after, before] = await bench.once('a month', () => worked(bench))
      return { product: async () => after[part], baseline: async () => before[part] }
    },
  }
}

async function worked(bench: Bench): Promise<[Weighed, Weighed]> {
  const at = await bench.sitAt(await bench.copy())
  try {
    await at.page.locator('footer .good').waitFor()
    let warm: Weighed | null = null
    for (let day = 0; day < WARM + MONTH; day += 1) {
      if (day === WARM) warm = await weighed(at)
      await workDay(bench, at)
    }
    if (warm === null) throw new Error('no day was warm')
    return [await weighed(at), warm]
  } finally {
    await at.desk.quit()
    await at.desk.close()
  }
}

/** Thirty people are registered, each is looked for and opened, and every screen is seen. */
async function workDay(bench: Bench, at: AtDesk): Promise<void> {
  const people = Array.from({ length: A_DAY }, () => bench.newcomer())
  await at.page.evaluate(async some => {
    const { desk, must, ask, newRequest } = window as unknown as BenchWindow
    for (const one of some) {
      const answer = await desk.applicationRegister({ ...one, request: newRequest() } as never)
      const { entity } = must<{ action: { entity: string } }>(answer).action
      await ask('applications.search', { text: one.personal.surname, limit: 50 })
      await ask('applications.one', { id: entity })
    }
  }, people)
  for (const screen of SCREENS) await goTo(at, screen)
}

async function weighed(at: AtDesk): Promise<Weighed> {
  await goTo(at, 'settings')
  // What main let go of is given back by itself in a while.
  await new Promise(resolve => setTimeout(resolve, 5000))
  return { ...(await readHeaps(at)), main: await ownMemory(at.desk.mainPid) }
}

/** Megabytes of a process that are its own: neither of a file nor shared. */
async function ownMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024
}
