import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { decode, encode } from '../../../tools/chromium-host/codec.js'
import { launchElectron } from './electron.ts'

export const root = path.resolve(import.meta.dirname, '../../..')
export const builtMain = path.join(root, 'dist/app/main/main.js')

/** What is said in place of a person at the next dialog; `null` cancels. */
export type DialogAnswer = {
  filePaths?: string[]
  filePath?: string
  response?: number
  checkboxChecked?: boolean
} | null

export type MenuEntry = {
  id: string
  label: string
  role?: string
  accelerator?: string
  enabled: boolean
  checked: boolean
  submenu?: MenuEntry[]
}

export type LaunchOptions = {
  /** Kept when given; else a new folder, removed by `close()`. */
  userData?: string
  args?: string[]
  env?: Record<string, string>
  answers?: DialogAnswer[]
  /** Another main script than the built product's. */
  main?: string
  /** false: the start is expected to end by itself, no page is waited for. */
  window?: boolean
}

/** One running desk: its page and its processes, all of which `close()` ends. */
export type Desk = {
  page: Page
  userData: string
  mainPid: number
  browserPid: number
  rendererPids: () => Promise<number[]>
  answerNextDialog: (answer: DialogAnswer) => Promise<void>
  menu: () => Promise<MenuEntry[]>
  clickMenu: (idOrLabel: string) => Promise<void>
  /** Any verb of tools/chromium-host/control.ts. */
  control: <Result = unknown>(verb: string, ...args: unknown[]) => Promise<Result>
  /** After the page process or Chromium was killed: waits for the new page, which then is `page`. */
  reconnect: () => Promise<Page>
  /** The page of another window whose address contains the text (the hall, a form). */
  pageOf: (part: string) => Promise<Page>
  stderr: () => string
  stdout: () => string
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Asks the application to quit, as a person would. Waits for its end; the user data folder stays. */
  quit: () => Promise<number | null>
  close: () => Promise<void>
}

const START_LIMIT_MS = 60_000
const QUIT_LIMIT_MS = 15_000
const AGAIN_LIMIT_MS = 500
/** Surroundings in which the wall clock of main is off by so many milliseconds; the page keeps that of the machine. */
export function withClockOff(milliseconds: number): Record<string, string> {
  const shifted = new URL('./shifted-clock.mjs', import.meta.url).href
  return { NODE_OPTIONS: `--import=${shifted}`, DESK_CLOCK_SHIFT: String(milliseconds) }
}

const register = path.join(root, 'tools/chromium-host/register.mjs')

export async function launchDesk(options: LaunchOptions = {}): Promise<Desk> {
  const userData = options.userData ?? (await mkdtemp(path.join(tmpdir(), 'desk-')))
  const launch = process.env.QABYLDAU_HOST === 'electron' ? launchElectron : launchHost
  return await launch({ ...options, userData, temporary: options.userData === undefined })
}

async function launchHost(options: LaunchOptions & { userData: string; temporary: boolean }): Promise<Desk> {
  const { userData, args = [], main = builtMain } = options
  if (!existsSync(main)) throw new Error(`nothing built at ${path.relative(root, main)}: run the build first`)
  const env = { ...process.env, TZ: 'Asia/Oral', QABYLDAU_HEADLESS: '1', QABYLDAU_HOST_CONTROL: '1', ...options.env }
  const child = spawn(process.execPath, ['--import', register, main, `--user-data-dir=${userData}`, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const run = new Run(child)
  const remove = async () => {
    if (options.temporary) await rm(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
  try {
    for (const answer of options.answers ?? []) await run.control('answerNextDialog', answer)
    const seen = options.window === false ? undefined : await attachAgain(run)
    return desk(run, userData, seen, remove)
  } catch (error) {
    await run.end(undefined)
    await remove()
    throw new Error(`the desk did not start: ${String(error)}\n${run.stderr}`)
  }
}

type Seen = { browser: Browser; page: Page; pid: number }

/** The first window's page through Chromium's own port, which only a controlled host opens. */
async function attach(run: Run, limitMs = START_LIMIT_MS): Promise<Seen> {
  await run.until(async () => {
    const windows = await run.control<{ url: string }[]>('windows')
    return windows.some(each => each.url.startsWith('app:'))
  })
  const { pid, port } = await run.control<{ pid: number; port: number }>('browser')
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  await run.control('refuse')
  const [first] = await run.control<{ url: string }[]>('windows')
  try {
    const page = await findPage(browser, first?.url ?? '', limitMs)
    await page.waitForLoadState('load')
    // Until main has answered the page only says that it starts; that of a desk that does not open goes again.
    await page.waitForFunction(hasBegun, undefined, { timeout: START_LIMIT_MS })
    return { browser, page, pid }
  } catch (error) {
    await browser.close()
    throw error
  }
}

/** Runs in the page: an empty page that comes before, and a page half read, hold nothing yet that says it starts. */
function hasBegun(): boolean {
  const isOurs = location.hostname.endsWith('.app.localhost')
  return isOurs && document.readyState === 'complete' && document.querySelector('.starting') === null
}

/** As `attach`, while the page may go: main may not have heard yet that it or Chromium is gone, or opens another in its place. */
async function attachAgain(run: Run): Promise<Seen> {
  const until = performance.now() + START_LIMIT_MS
  for (;;) {
    try {
      // A page seen in the moment of its death is not shown again to this connection: a new one is made.
      return await attach(run, AGAIN_LIMIT_MS)
    } catch (error) {
      if (performance.now() > until || run.child.exitCode !== null || run.child.signalCode !== null) throw error
      await pause()
    }
  }
}

async function findPage(browser: Browser, part: string, limitMs = START_LIMIT_MS): Promise<Page> {
  const wanted = part.replace(/^app:\/\/([^/]+)/, 'https://$1.app.localhost')
  const pages = () => browser.contexts().flatMap(each => each.pages())
  const until = performance.now() + limitMs
  for (;;) {
    const found = pages().find(each => each.url().includes(wanted))
    if (found) return found
    if (performance.now() > until) throw new Error(`no window at ${part}`)
    await pause()
  }
}

function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 20))
}

function desk(run: Run, userData: string, first: Seen | undefined, remove: () => Promise<void>): Desk {
  let seen = first
  return {
    get page() {
      return seen?.page ?? fail('this desk was launched without a window')
    },
    userData,
    mainPid: run.child.pid ?? 0,
    get browserPid() {
      return seen?.pid ?? 0
    },
    rendererPids: () => run.control<number[]>('rendererPids'),
    answerNextDialog: answer => run.control('answerNextDialog', answer),
    menu: () => run.control<MenuEntry[]>('menu'),
    clickMenu: name => run.control('clickMenu', name),
    control: (verb, ...args) => run.control(verb, ...args),
    reconnect: async () => {
      await seen?.browser.close().catch(() => undefined)
      seen = await attachAgain(run)
      return seen.page
    },
    pageOf: part => (seen ? findPage(seen.browser, part) : fail('no window')),
    stderr: () => run.stderr,
    stdout: () => run.stdout,
    exited: run.exited,
    quit: async () => {
      run.control('quit').catch(() => undefined)
      await Promise.race([run.exited, new Promise(resolve => setTimeout(resolve, QUIT_LIMIT_MS).unref())])
      return run.child.exitCode
    },
    close: async () => {
      await run.end(seen)
      await remove()
    },
  }
}

function fail(message: string): never {
  throw new Error(message)
}

/** The child process of the host and the channel to it. */
class Run {
  readonly child: ChildProcess
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  stdout = ''
  stderr = ''
  #next = 0
  #waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()

  constructor(child: ChildProcess) {
    this.child = child
    child.stdout?.on('data', chunk => {
      this.stdout += String(chunk)
    })
    child.stderr?.on('data', chunk => {
      this.stderr += String(chunk)
    })
    child.on('message', text => this.#receive(String(text)))
    this.exited = new Promise(resolve => child.once('exit', (code, signal) => resolve({ code, signal })))
    void this.exited.then(() => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the desk ended'))
    })
  }

  #receive(text: string): void {
    const { id, value, error } = decode(text) as { id: number; value: never; error?: string }
    const call = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (error === undefined) call?.resolve(value)
    else call?.reject(new Error(error))
  }

  control<Result = unknown>(verb: string, ...args: unknown[]): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      const id = ++this.#next
      this.#waiting.set(id, { resolve: resolve as (value: never) => void, reject })
      this.child.send(encode({ id, verb, args }), error => error && reject(error))
    })
  }

  async until(condition: () => Promise<boolean>): Promise<void> {
    const limit = performance.now() + START_LIMIT_MS
    while (!(await condition())) {
      if (performance.now() > limit) throw new Error('no window was opened in time')
      await pause()
    }
  }

  /** Ends main by its pid; Chromium follows, because its pipe closes. Waits for both. */
  async end(seen: Seen | undefined): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL')
    await this.exited
    // The process first, within a limit: the connection to a browser half dead may wait for ever, to a dead one it is closed.
    if (seen) await processGone(seen.pid)
    await seen?.browser.close().catch(() => undefined)
  }
}

/** Settles when no process has this pid any longer; kills it when it does not end by itself. */
export async function processGone(pid: number, limitMs = 10_000): Promise<void> {
  const limit = performance.now() + limitMs
  while (isAlive(pid)) {
    if (performance.now() > limit) {
      process.kill(pid, 'SIGKILL')
      return
    }
    await pause()
  }
}

/** Whether a process runs. One that ended counts as gone even where nobody has asked for its exit code yet. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return process.platform !== 'linux' || !isZombie(pid)
}

/** In a container the first process may not collect orphans: they stay in the table for ever. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}
