import { createHash } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import { whyNotIin } from '#shared/applicant/iin.ts'
import type { Action, Cursor } from '#shared/change/action.ts'
import type { ImportPreview, ImportProgress } from '#shared/ipc/imports.ts'
import type { Result } from '#shared/result/result.ts'
import { builtMain, type Desk, type LaunchOptions, launchDesk } from '#test/e2e/launch/launch.ts'
import { FIRST_RUN } from '#test/unit/desk/temporary-desk.ts'

/** The whole form (`npm run test:full`) has many more trials than the one of `npm test`. */
export const FULL = process.env.QABYLDAU_FULL === '1'

const main = process.env.QABYLDAU_BUILT ?? builtMain
const PATIENCE = { timeout: 60_000, interval: 20 }
/** An import of the whole form may be of 50,000 rows. */
const PATIENCE_FOR_IMPORT = { timeout: FULL ? 1_200_000 : 60_000, interval: 20 }

/** Starts the built program. */
export function startDesk(options: LaunchOptions = {}): Promise<Desk> {
  return launchDesk({ main, ...options })
}

/** A folder of its own under the system's temporary ones; the caller removes it. */
export function newFolder(name: string): Promise<string> {
  return mkdtemp(path.join(tmpdir(), `fault-${name}-`))
}

/** Takes a folder away; undefined: it was never made. */
export async function remove(folder: string | undefined): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
}

/** What a program that was killed leaves of its locks; a copy does not need them. */
const LOCKS = /^(instance-(lock|socket)|Singleton\w+|DevToolsActivePort)$/

/** A copy of the data of a desk that has ended. */
export async function copyOf(folder: string, to?: string): Promise<string> {
  const copy = to ?? (await newFolder('copy'))
  await cp(folder, copy, { recursive: true, filter: source => !LOCKS.test(path.basename(source)) })
  return copy
}

/** Asks main through the page. Throws an error whose message is the code. */
export async function call<T = unknown>(page: Page, verb: string, args: object = {}): Promise<T> {
  const answer = await page.evaluate(
    ([name, given]) => {
      const { desk } = window as unknown as { desk: Record<string, (args: object) => Promise<unknown>> }
      return desk[name as string]?.(given as object)
    },
    [verb, args] as const,
  )
  const result = answer as Result<T>
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Settles when the lists on screen are whole. */
export async function whenReady(page: Page): Promise<void> {
  await page.locator('footer .good').waitFor({ timeout: PATIENCE.timeout })
}

/** The first run without its form; the desk stands open afterwards. */
export async function passFirstRun(desk: Desk): Promise<void> {
  await call(desk.page, 'appFirstRun', FIRST_RUN)
  const settings = await call<object>(desk.page, 'settingsGet')
  await call(desk.page, 'settingsSet', { ...settings, floorMegabytes: 50, theme: 'light' })
  await desk.page.reload()
  await whenReady(desk.page)
}

/** The person whose data must be found nowhere in clear. */
export interface Person {
  readonly surname: string
  readonly given: string
  readonly iin: string
  readonly organisation: string
  readonly phone: string
  readonly essence: string
}

/** A reception journal of so many people, the first ones given. Each essence ends with the number of its row. */
export async function writeJournal(folder: string, rows: number, first: readonly Person[] = []): Promise<string> {
  const file = path.join(folder, `journal-${rows}.csv`)
  const header = 'Тіркеу күні;Тегі;Аты;ЖСН;Ұйым;Телефон;Тілі;Мәселенің мәні'
  const lines = Array.from({ length: rows }, (_, row) => {
    const { surname, given, iin, organisation, phone, essence } = first[row] ?? somebody(row)
    const day = String(1 + (row % 28)).padStart(2, '0')
    return [`${day}.07.2026`, surname, given, iin, organisation, phone, 'қазақ', `${essence} №${row}`].join(';')
  })
  await writeFile(file, `\ufeff${[header, ...lines].join('\r\n')}\r\n`)
  return file
}

function somebody(row: number): Person {
  return {
    surname: `Тексеров${row}`,
    given: 'Адам',
    iin: iinOf(row),
    organisation: '',
    phone: `+7 701 ${String(1_000_000 + row)}`,
    essence: 'Жол жөндеу туралы',
  }
}

/** An IIN that checks, another one for each number. */
export function iinOf(number: number): string {
  for (let last = 0; last < 10; last++) {
    const text = `800101${3}${String(number % 10_000).padStart(4, '0')}${last}`
    if (whyNotIin(text) === null) return text
  }
  return iinOf(number + 5000)
}

/** An import as the test sees it from outside: what main has told the page so far. */
export interface Watched {
  readonly told: ImportProgress[]
  readonly preview: ImportPreview
}

/** Where what main tells a page goes: a page is listened to once. */
const heard = new WeakMap<Page, ImportProgress[]>()

/** Chooses a file and begins its import; `told` grows as main tells. */
export async function beginImport(desk: Desk, file: string, told: ImportProgress[] = []): Promise<Watched> {
  const { page } = desk
  const isHeard = heard.has(page)
  heard.set(page, told)
  if (!isHeard) {
    await page.exposeFunction('tellTest', (progress: ImportProgress) => void heard.get(page)?.push(progress))
  }
  await page.evaluate(() => {
    const { desk, tellTest } = window as unknown as {
      desk: { onImportProgress: (heard: (progress: unknown) => void) => void }
      tellTest: (progress: unknown) => void
    }
    desk.onImportProgress(progress => tellTest(progress))
  })
  const preview = await choose(desk, file)
  await call(page, 'importRun', { importId: preview.importId })
  return { told, preview }
}

async function choose(desk: Desk, file: string): Promise<ImportPreview> {
  await desk.answerNextDialog({ filePaths: [file] })
  const { preview } = await call<{ preview: ImportPreview | null }>(desk.page, 'importChoose', {
    kind: 'journal',
    sample: null,
  })
  if (preview === null) throw new Error('no file was chosen')
  return preview
}

/** Waits for the last progress of an import. */
export async function ended({ told }: Watched): Promise<ImportProgress> {
  await vi.waitUntil(() => told.some(one => one.state !== 'running'), PATIENCE_FOR_IMPORT)
  return told.find(one => one.state !== 'running') as ImportProgress
}

/** Imports a file to its end, waiting for one that may still be under way in main. */
export async function importWhole(desk: Desk, file: string): Promise<ImportProgress> {
  let watched: Watched | undefined
  const attempt = async () => {
    try {
      watched = await beginImport(desk, file)
      return true
    } catch (error) {
      if (!String(error).includes('import.busy')) throw error
      await desk.page.reload()
      return false
    }
  }
  await vi.waitUntil(attempt, PATIENCE)
  return ended(watched as Watched)
}

/** What a test looks at of an action: `essence` is null where the person is unreadable, '' where it has none. */
export interface Seen {
  readonly id: string
  readonly entity: string
  readonly type: string
  readonly subject: string
  readonly essence: string | null
}

/** Every action of the journal, opened by main; gathered in the page, because only little of each is wanted. */
export async function actionsOf(page: Page): Promise<Seen[]> {
  const text = await page.evaluate(async () => {
    const { desk } = window as unknown as { desk: { journalRead: (args: object) => Promise<Result<Read>> } }
    const all: Seen[] = []
    for (let [after, atEnd] = [{}, false]; !atEnd; ) {
      const read = await desk.journalRead({ after, limit: 2000 })
      if (!read.ok) throw new Error(read.error.code)
      for (const { id, entity, type, personal } of read.value.actions) {
        const essence = personal === null ? '' : personal.value === null ? null : String(personal.value.essence ?? '')
        all.push({ id, entity, type, subject: personal?.subject ?? '', essence })
      }
      after = read.value.next
      atEnd = read.value.atEnd
    }
    return JSON.stringify(all)
  })
  return JSON.parse(text) as Seen[]
}

type Read = { actions: Action[]; next: Cursor; atEnd: boolean }

/** The numbers of the rows that were imported, in the order of the journal. */
export function rowsOf(actions: readonly Seen[]): number[] {
  return actions
    .filter(({ type }) => type === 'application.imported')
    .map(({ essence }) => Number(/№(\d+)$/.exec(essence ?? '')?.[1] ?? -1))
}

/** What stands in IndexedDB, read beside the program. */
export interface StoreFigures {
  readonly names: string[]
  readonly cursor: Cursor
  readonly rows: number
  readonly applications: number
  readonly entities: number
}

export function storeFigures(page: Page): Promise<StoreFigures> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const names = (await indexedDB.databases()).map(one => one.name ?? '')
    const opening = indexedDB.open(names[0] ?? '')
    // A store that was swapped for another meanwhile is not made anew by looking at it: asked again later.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    const db = await asked(opening)
    const read = db.transaction(['meta', 'applications', 'entities'])
    const [state, applications, entities] = await Promise.all([
      asked(read.objectStore('meta').get('state')),
      asked(read.objectStore('applications').count()),
      asked(read.objectStore('entities').count()),
    ])
    db.close()
    return { names, cursor: state.cursor, rows: state.rows, applications, entities }
  })
}

/** The journal is whole, each row of the file stands in it once, and the store holds just what the journal holds. */
export async function expectWhole(page: Page, rows: number, known?: readonly Seen[]): Promise<void> {
  await whenReady(page)
  const actions = known ?? (await actionsOf(page))
  expect(rowsOf(actions).toSorted((a, b) => a - b)).toEqual(Array.from({ length: rows }, (_, row) => row))
  const entities = new Set(actions.map(action => action.entity))
  expect(await call(page, 'journalVerify')).toMatchObject({ records: actions.length, brokenAt: null })
  const counts = () =>
    storeFigures(page).then(({ cursor, rows, applications, entities, names }) => ({
      read: Object.values(cursor).reduce((sum, sequence) => sum + sequence, 0),
      ...{ rows, applications, entities, stores: names.length },
    }))
  const wanted = {
    read: actions.length,
    rows: entities.size,
    applications: rows,
    entities: entities.size - rows,
    stores: 1,
  }
  await vi.waitFor(async () => expect(await counts()).toEqual(wanted), PATIENCE)
}

/** Every file under a folder, as paths from it. */
export async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}

/** The lines of the program's own log. */
export async function logOf(userData: string): Promise<{ event: string; code?: string }[]> {
  const text = await readFile(path.join(userData, 'desk-diagnostics/qabyldau.log'), 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}

/** Where Chromium keeps the store of a desk that has ended, in whichever backend. */
export async function storeFolders(userData: string): Promise<string[]> {
  const entries = await readdir(path.join(userData, 'profile'), { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory() && /desk\.app.*(\.indexeddb\.leveldb|_0)$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
}

/** Whether main knows the store as it stands: it is told in a quiet moment. */
async function isRemembered({ page, userData }: Desk): Promise<boolean> {
  const text = await readFile(path.join(userData, 'desk-data/sentinel.json'), 'utf8').catch(() => '{}')
  return JSON.stringify(JSON.parse(text).cursor) === JSON.stringify((await storeFigures(page)).cursor)
}

/** Makes a desk with its first run done, and a journal of so many rows imported; answers with its folder. */
export async function makeDesk(rows: number, csv: string, env: Record<string, string> = {}): Promise<string> {
  const folder = await newFolder('desk')
  const desk = await startDesk({ userData: folder, env })
  try {
    await passFirstRun(desk)
    if (rows > 0) {
      expect(await importWhole(desk, csv)).toMatchObject({ state: 'done', kept: rows })
      await expectWhole(desk.page, rows)
    }
    await vi.waitUntil(() => isRemembered(desk), PATIENCE)
    expect(await desk.quit()).toBe(0)
    return folder
  } catch (error) {
    await desk.close()
    await remove(folder)
    throw error
  } finally {
    await desk.close()
  }
}

/** A digest of every byte under a folder: equal ones mean that nothing was touched. */
export async function digestOf(folder: string): Promise<Record<string, string>> {
  const digests: Record<string, string> = {}
  for (const file of await filesUnder(folder)) {
    const bytes = await readFile(path.join(folder, file))
    digests[file] = createHash('sha256').update(bytes).digest('hex')
  }
  return digests
}

/** The segments of a desk's journal, oldest first. */
export async function segmentsOf(userData: string): Promise<string[]> {
  const files = await filesUnder(path.join(userData, 'desk-data/journal'))
  return files.filter(file => file.endsWith('.seg')).map(file => path.join(userData, 'desk-data/journal', file))
}

/** What the page of a failed start says. */
export async function failureText(page: Page): Promise<string> {
  expect(page.url()).toContain('recovery.html')
  await page.locator('.recovery-what').waitFor()
  return page.locator('main').innerText()
}
