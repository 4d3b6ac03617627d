import { open } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { numberText } from '#shared/application/number.ts'
import { RegistrationPersonal } from '#shared/application/registration.ts'
import { bodyOf } from '#shared/change/action-types.ts'
import { history } from '#test/fixtures/history/history.ts'
import { Recount } from '#test/fixtures/history/recount.ts'
import { type AtDesk, copyOf, remove, sitDown } from '../e2e/pages/at-desk.ts'
import { goTo, speak } from '../e2e/pages/frame.ts'
import { type BenchPage, installBench } from './in-page.ts'
import { newcomerOf } from './newcomers.ts'
import type { BenchOptions } from './options.ts'
import { installRaw, type RawPage } from './raw-in-page.ts'
import { emptyDesk, LAST_DAY, type Making, SEED, storedDesk, workingDay, YEARS } from './stored-desk.ts'

/** Someone of the history, as a clerk would look for them. */
export interface Known {
  readonly surname: string
  readonly given: string
  readonly iin: string
  readonly phone: string
  readonly number: string
}

/** What is known of the history without the product. */
interface Recounted {
  readonly people: readonly Known[]
  readonly recount: Recount
}

/** The page of a bench: the desk's own, what was put beside it, and raw IndexedDB. */
export type BenchWindow = BenchPage & RawPage

/** Of the days of the history the last, for which the recount keeps whole rows: two quarters a year apart. */
const ROWS_SINCE = '2025-07-01'

/** One run of the rows at one size. What a row asks for is made once, when first asked for, and removed at the end. */
export class Bench {
  readonly size: number
  readonly isWhole: boolean
  readonly rounds: number
  /** What one row measured beside its own, for another to tell. */
  readonly kept = new Map<string, unknown>()
  private readonly cache: string
  private readonly ends: (() => unknown)[] = []
  private readonly made = new Map<string, Promise<unknown>>()
  private newcomers = 0

  constructor({ isWhole, rounds, cache }: BenchOptions, size: number) {
    this.size = size
    this.isWhole = isWhole
    this.rounds = rounds
    this.cache = cache
  }

  /** The desk most rows share, with raw IndexedDB beside its store: on a screen that asks for no lists. */
  at(): Promise<AtDesk> {
    return this.once('at', async () => {
      const at = await this.sitAt(await this.copy())
      await at.page.evaluate(installRaw)
      return at
    })
  }

  async page(): Promise<Page> {
    return (await this.at()).page
  }

  /** The people of the history in raw IndexedDB beside the shared desk. */
  people(): Promise<readonly Known[]> {
    return this.once('people', async () => {
      const { people } = await this.recounted()
      const page = await this.page()
      for (let from = 0; from < people.length; from += 4000) {
        await page.evaluate(
          rows => (window as unknown as BenchWindow).raw.add('people', rows),
          people.slice(from, from + 4000),
        )
      }
      return people
    })
  }

  async recount(): Promise<Recount> {
    return (await this.recounted()).recount
  }

  async making(): Promise<Making> {
    return (await this.stored()).making
  }

  /** A copy of the stored desk that nobody sits at yet. */
  async copy(): Promise<string> {
    const copy = await copyOf((await this.stored()).folder)
    this.atEnd(() => remove(copy))
    return copy
  }

  /** The folder of a desk with nothing stored. */
  empty(): Promise<string> {
    return this.once('empty', async () => {
      const folder = await emptyDesk()
      this.atEnd(() => remove(folder))
      return folder
    })
  }

  /** Sits down at a desk that reads Russian, with the bench in its page. Closed at the end where not before. */
  async sitAt(userData: string, env = workingDay()): Promise<AtDesk> {
    const at = await sitDown('ru', { userData, env })
    this.atEnd(() => at.desk.close())
    await speak(at, 'ru')
    await at.page.addInitScript(installBench)
    await at.page.reload()
    await at.page.waitForFunction(() => (window as unknown as BenchPage).storeWorker !== undefined)
    await at.page.evaluate(() => (window as unknown as BenchPage).ask('totals', {}))
    await goTo(at, 'settings')
    return at
  }

  /** A registration of somebody who was never here. */
  newcomer() {
    this.newcomers += 1
    return newcomerOf(this.newcomers)
  }

  /** What any program pays for an act: a strict transaction over three stores, an append with its flush, a bare way to main and back. */
  async bareAct(n: number): Promise<number> {
    const page = await this.page()
    const file = await this.once('bare', async () => {
      const handle = await open(path.join((await this.at()).desk.userData, 'bench.raw'), 'a')
      this.atEnd(() => handle.close())
      return handle
    })
    const written = await page.evaluate(number => (window as unknown as BenchWindow).raw.write(number), n)
    const started = performance.now()
    await file.write(Buffer.alloc(1200))
    await file.datasync()
    const flushed = performance.now() - started
    const trip = await page.evaluate(async () => {
      const began = performance.now()
      await (window as unknown as BenchWindow).desk.settingsGet({})
      return performance.now() - began
    })
    return written + flushed + trip
  }

  /** Done when the run ends, the last first. */
  atEnd(end: () => unknown): void {
    this.ends.push(end)
  }

  /** Something that is made when first asked for. */
  once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.made.get(name) ?? make()
    this.made.set(name, known)
    return known as Promise<T>
  }

  /** Ends whatever was begun, the last first. */
  async close(): Promise<void> {
    for (const end of this.ends.toReversed()) await end()
  }

  private stored(): ReturnType<typeof storedDesk> {
    return this.once('stored', async () => {
      const stored = await storedDesk(this.cache, this.size)
      this.kept.set('made', stored.making)
      return stored
    })
  }

  private recounted(): Promise<Recounted> {
    return this.once('recounted', async () => {
      const recount = new Recount(ROWS_SINCE)
      const people: Known[] = []
      for (const day of history({ seed: SEED, applications: this.size, years: YEARS, until: LAST_DAY })) {
        recount.see(day)
        for (const action of day) {
          if (action.type !== 'application.registered') continue
          const { number } = bodyOf('application.registered', action)
          const { surname, given, iin, phone } = RegistrationPersonal.parse(action.personal?.value)
          people.push({ surname, given, iin, phone, number: numberText(number) })
        }
      }
      return { people, recount }
    })
  }
}
