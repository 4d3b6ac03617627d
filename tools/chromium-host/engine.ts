import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { Cdp } from './cdp.ts'
import { findChromium } from './find-chromium.js'
import { controlled } from './surroundings.ts'
import { chromiumSwitches } from './switches.ts'

type TargetInfo = { targetId: string; url: string; type: string; openerId?: string }

const START_LIMIT_MS = 30_000
const STOP_LIMIT_MS = 5_000

/** Chromium's own names (`PermissionType`), every one refused: Electron's default is to grant. */
const REFUSED = [
  'geolocation',
  'notifications',
  'push',
  'midi',
  'camera',
  'microphone',
  'background-sync',
  'ambient-light-sensor',
  'accelerometer',
  'gyroscope',
  'magnetometer',
  'clipboard-read',
  'clipboard-write',
  'payment-handler',
  'idle-detection',
  'periodic-background-sync',
  'screen-wake-lock',
  'nfc',
  'display-capture',
  'storage-access',
  'window-management',
  'local-fonts',
  'keyboard-lock',
  'pointer-lock',
  'persistent-storage',
]

/**
 * One Chromium process with one profile folder. Started when first needed and again after it died. Emits `target-created`,
 * `target-destroyed`, `target-crashed` and `gone`; requests are given to whoever listens on the connection (requests.ts).
 */
export class Engine extends EventEmitter {
  readonly profile: string
  readonly headless: boolean
  #child: ChildProcess | undefined
  #starting: Promise<Cdp> | undefined
  #stopping = false

  constructor(profile: string, headless: boolean) {
    super()
    this.setMaxListeners(0)
    this.profile = profile
    this.headless = headless
  }

  get pid(): number | undefined {
    return this.#child?.pid
  }

  /** The connection of the running process; starts one where there is none. */
  connection(): Promise<Cdp> {
    this.#starting ??= this.#start()
    return this.#starting
  }

  async #start(): Promise<Cdp> {
    const executable = findChromium()
    if (!executable) throw new Error('no Chromium found: set QABYLDAU_CHROMIUM to its path')
    mkdirSync(this.profile, { recursive: true })
    rmSync(this.#portFile(), { force: true })
    const child = spawn(executable, this.#startArguments(), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
    this.#child = child
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000)
      if (process.env.QABYLDAU_HOST_VERBOSE === '1') process.stderr.write(chunk)
    })
    const cdp = new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable)
    child.once('error', () => cdp.emit('closed'))
    cdp.once('closed', () => this.#gone())
    const late = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS)
    try {
      await this.#prepare(cdp)
    } catch (error) {
      throw new Error(`Chromium did not start: ${said || String(error)}`)
    } finally {
      clearTimeout(late)
    }
    return cdp
  }

  async #prepare(cdp: Cdp): Promise<void> {
    cdp.on('Target.targetCreated', ({ targetInfo }: { targetInfo: TargetInfo }) =>
      this.emit('target-created', targetInfo),
    )
    cdp.on('Target.targetInfoChanged', ({ targetInfo }: { targetInfo: TargetInfo }) =>
      this.emit('target-created', targetInfo),
    )
    cdp.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) => this.emit('target-destroyed', targetId))
    cdp.on('Target.targetCrashed', (crash: { targetId: string; status: string; errorCode: number }) =>
      this.emit('target-crashed', crash),
    )
    await cdp.send('Browser.getVersion')
    this.emit('connected', cdp)
    // One interception for the whole browser: frames, workers, every window. What nobody answers is refused.
    await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    await cdp.send('Target.setDiscoverTargets', { discover: true })
    await this.refuse(cdp)
  }

  /** Permissions and downloads are refused by Chromium itself. Said again after a test's driver attached, which allows downloads. */
  async refuse(cdp: Cdp): Promise<void> {
    await cdp.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true })
    const denials = REFUSED.map(name => cdp.send('Browser.setPermission', { permission: { name }, setting: 'denied' }))
    await Promise.allSettled(denials)
  }

  #startArguments(): string[] {
    const shown = this.headless ? ['--headless=new'] : []
    const port = controlled ? ['--remote-debugging-port=0'] : []
    return [
      ...this.#commonArguments(),
      ...shown,
      ...port,
      '--remote-debugging-pipe',
      '--no-startup-window',
      ...chromiumSwitches(),
    ]
  }

  #commonArguments(): string[] {
    // Only for root (a build machine's container): Chromium refuses its sandbox there.
    const root = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : []
    return [`--user-data-dir=${this.profile}`, ...root]
  }

  #portFile(): string {
    return path.join(this.profile, 'DevToolsActivePort')
  }

  /** The port a test's driver attaches to; only a controlled host opens one. */
  debuggingPort(): number {
    return Number(readFileSync(this.#portFile(), 'utf8').split('\n')[0])
  }

  /** Opens an empty page; on a screen as a window without tabs or address bar. */
  async openTarget(size: { width: number; height: number }, browserContextId?: string): Promise<string> {
    const cdp = await this.connection()
    if (!this.headless && !browserContextId) return await this.#openAppWindow()
    const created = await cdp.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
      ...(browserContextId ? { browserContextId } : {}),
    })
    return created.targetId
  }

  /** Only the command line opens an app window: a second process hands the wish to the first and ends. */
  #openAppWindow(): Promise<string> {
    const url = `data:text/html,${randomUUID()}`
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => finish(() => reject(new Error('no window was opened'))), START_LIMIT_MS)
      const seen = (target: TargetInfo) => {
        if (target.url === url) finish(() => resolve(target.targetId))
      }
      const finish = (then: () => void) => {
        clearTimeout(late)
        this.off('target-created', seen)
        then()
      }
      this.on('target-created', seen)
      const executable = findChromium() ?? ''
      spawn(executable, [...this.#commonArguments(), `--app=${url}`], { stdio: 'ignore' }).once('error', reject)
    })
  }

  /** Pids of the page processes. */
  async rendererPids(): Promise<number[]> {
    const cdp = await this.connection()
    const { processInfo } = await cdp.send<{ processInfo: { type: string; id: number }[] }>('SystemInfo.getProcessInfo')
    return processInfo.filter(each => each.type === 'renderer').map(each => each.id)
  }

  #gone(): void {
    this.#child = undefined
    this.#starting = undefined
    if (!this.#stopping) this.emit('gone')
  }

  /** Lets Chromium write what it holds and waits for its end. */
  async stop(): Promise<void> {
    const child = this.#child
    const starting = this.#starting
    if (!child || !starting) return
    this.#stopping = true
    const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await starting.then(cdp => cdp.send('Browser.close')).catch(() => child.kill('SIGKILL'))
    if (child.exitCode === null && child.signalCode === null) await ended
    clearTimeout(late)
  }
}
