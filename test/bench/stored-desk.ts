import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pass } from 'node:timers/promises'
import { PlainDate } from '#shared/time/plain-date.ts'
import { remove, sitDown } from '#test/e2e/pages/at-desk.ts'
import { passFirstRun } from '#test/e2e/pages/first-run.ts'
import { root, withClockOff } from '../e2e/launch/launch.ts'
import { writeHistory } from './made-journal.ts'

/** The history of every store: ten years to the end of a quarter, the same for the same seed. */
export const SEED = 20261122
export const YEARS = 10
export const LAST_DAY = PlainDate.parse('2026-09-30')

const FIRST_RUN_AT = Date.parse('2016-09-20T10:00:00+05:00')
const WORK_AT = Date.parse('2026-10-01T10:00:00+05:00')
/** Milliseconds after which a store that is being filled counts as stuck. */
const PATIENCE = 3 * 3_600_000

/** How long it took to make a store. */
export interface Making {
  readonly applications: number
  readonly records: number
  readonly journalSeconds: number
  readonly filledSeconds: number
}

/** Surroundings of a desk that works on the day after its history. */
export function workingDay(): Record<string, string> {
  return withClockOff(WORK_AT - Date.now())
}

/**
 * The folder of a desk with so many applications of ten years, ended; made by the product itself where there is none: its first
 * run, its journal, its store. It is never opened: each run takes a copy.
 */
export async function storedDesk(cache: string, applications: number): Promise<{ folder: string; making: Making }> {
  const folder = path.join(cache, `${recipe()}-${applications}`)
  if (!existsSync(folder)) await make(cache, folder, applications)
  return { folder, making: JSON.parse(await readFile(`${folder}.json`, 'utf8')) }
}

/** A desk whose first run is passed and nothing more. */
export async function emptyDesk(): Promise<string> {
  const userData = await mkdtemp(path.join(tmpdir(), 'desk-empty-'))
  await firstRun(userData, workingDay())
  return userData
}

/** What a store is made by: another recipe is another store. */
function recipe(): string {
  const history = path.join('test/fixtures/history')
  const files = ['lives', 'control', 'letters', 'people', 'town', 'history', 'writer'].map(
    one => `${history}/${one}.ts`,
  )
  const hash = createHash('sha256')
  for (const file of [...files, 'renderer/db/store.ts', 'test/bench/made-journal.ts', 'test/bench/stored-desk.ts'])
    hash.update(readFileSync(path.join(root, file)))
  return hash.digest('hex').slice(0, 12)
}

async function make(cache: string, folder: string, applications: number): Promise<void> {
  await mkdir(cache, { recursive: true })
  // Of another recipe the same size is not used any more.
  for (const name of await readdir(cache)) {
    if (name.endsWith(`-${applications}`) || name.endsWith(`-${applications}.json`))
      await remove(path.join(cache, name))
  }
  const growing = await mkdtemp(path.join(cache, 'growing-'))
  await firstRun(growing, withClockOff(FIRST_RUN_AT - Date.now()))
  const began = performance.now()
  const records = await writeHistory(growing, { seed: SEED, applications, years: YEARS, until: LAST_DAY })
  const written = performance.now()
  const folding = await filled(growing, records)
  const seconds = (ms: number) => Math.round(ms / 100) / 10
  const making: Making = {
    ...{ applications, records },
    journalSeconds: seconds(written - began),
    filledSeconds: seconds(folding),
  }
  await writeFile(`${folder}.json`, JSON.stringify(making))
  await rename(growing, folder)
}

async function firstRun(userData: string, env: Record<string, string>): Promise<void> {
  const at = await sitDown('kk', { userData, env })
  try {
    await passFirstRun(at)
    await at.desk.quit()
  } finally {
    await at.desk.close()
  }
}

/** The program fills its store from the journal; milliseconds from its start until it holds all of so many records. */
async function filled(userData: string, records: number): Promise<number> {
  const began = performance.now()
  const at = await sitDown('ru', { userData, env: workingDay() })
  try {
    await at.page.locator('footer .good').waitFor({ timeout: PATIENCE })
    const took = performance.now() - began
    // In a quiet moment after it the index of names is kept, and main told how far the store is.
    while ((await recordsTold(userData)) < records) await pass(200)
    await at.desk.quit()
    return took
  } finally {
    await at.desk.close()
  }
}

async function recordsTold(userData: string): Promise<number> {
  const text = await readFile(path.join(userData, 'desk-data/sentinel.json'), 'utf8').catch(() => '{"cursor":{}}')
  return Object.values<number>(JSON.parse(text).cursor).reduce((sum, one) => sum + one, 0)
}
