import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { InstanceLock } from './instance-lock.ts'
import { preventable } from './prevented.ts'
import { appName, appPath, defaultPaths, manifest } from './surroundings.ts'
import { commandLine } from './switches.ts'

/** What `quit` must close; the window layer puts its windows and engines here. */
export const running = {
  closeWindows: (): 'none' | 'closed' | 'refused' => 'none',
  destroyWindows: (): void => {},
  stop: async (): Promise<void> => {},
}

class App extends EventEmitter {
  readonly commandLine = commandLine
  readonly isPackaged = false
  #paths = defaultPaths()
  #name = appName
  #ready = false
  #quitting = false
  #ending = false
  #lock: InstanceLock | undefined
  #whenReady: Promise<void>
  // Electron's main process lives until it quits; Node would end when nothing is left to do.
  #alive = setInterval(() => {}, 2 ** 30)

  constructor() {
    super()
    this.#whenReady = new Promise(resolve =>
      setImmediate(() => {
        this.#ready = true
        this.emit('will-finish-launching')
        this.emit('ready', {}, {})
        resolve()
      }),
    )
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => this.quit())
  }

  get name(): string {
    return this.#name
  }

  whenReady = (): Promise<void> => this.#whenReady
  isReady = (): boolean => this.#ready
  getName = (): string => this.#name
  setName = (name: string): void => {
    this.#name = name
  }
  getVersion = (): string => manifest.version ?? '0.0.0'
  getAppPath = (): string => appPath
  getLocale = (): string => commandLine.getSwitchValue('lang') || this.getSystemLocale()
  getSystemLocale = (): string => Intl.DateTimeFormat().resolvedOptions().locale
  getLocaleCountryCode = (): string => new Intl.Locale(this.getSystemLocale()).region ?? ''
  getPreferredSystemLanguages = (): string[] => {
    const asked = (process.env.LANGUAGE || process.env.LC_ALL || process.env.LANG || '').split(':')
    const known = asked
      .map(each => each.replace(/[.@].*/, '').replace('_', '-'))
      .filter(each => /^[a-z]{2,3}(-|$)/.test(each))
    return known.length > 0 ? known : [this.getSystemLocale()]
  }
  enableSandbox = (): void => {}
  disableHardwareAcceleration = (): void => {}
  setAppUserModelId = (): void => {}
  focus = (): void => {}

  getPath = (name: string): string => {
    // Chromium's own folder follows the data's until it is set apart.
    const found = this.#paths.get(name) ?? (name === 'sessionData' ? this.#paths.get('userData') : undefined)
    if (found === undefined) throw new Error(`Failed to get '${name}' path`)
    return found
  }

  setPath = (name: string, value: string): void => {
    if (!this.#paths.has(name) && name !== 'sessionData') throw new Error(`Failed to set '${name}' path`)
    this.#paths.set(name, value)
  }

  requestSingleInstanceLock = (extra: object = {}): boolean => {
    mkdirSync(this.getPath('userData'), { recursive: true })
    this.#lock ??= new InstanceLock(this.getPath('userData'), news =>
      this.emit('second-instance', preventable({}), news.argv, news.workingDirectory, news.additionalData),
    )
    return this.#lock.take({ argv: process.argv, workingDirectory: process.cwd(), additionalData: extra })
  }

  hasSingleInstanceLock = (): boolean => this.#lock?.held ?? false
  releaseSingleInstanceLock = (): void => this.#lock?.release()

  /** Asks each window to close; `before-quit` or a window's `close` may refuse. */
  quit = (): void => {
    if (this.#ending || this.#quitting) return
    const before = preventable({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.#quitting = true
    // The last closed window goes on with the quit; one that refused to close has ended it.
    const outcome = running.closeWindows()
    if (outcome === 'none') this.#quitNow()
    if (outcome === 'refused') this.#quitting = false
  }

  /** The window layer tells that its last window is gone. */
  allWindowsClosed(): void {
    if (this.#ending) return
    if (this.#quitting) this.#quitNow()
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }

  #quitNow(): void {
    if (this.#ending) return
    const will = preventable({})
    this.emit('will-quit', will)
    if (will.defaultPrevented) this.#quitting = false
    else void this.#end(0)
  }

  /** Ends without asking anybody. */
  exit = (code = 0): void => {
    void this.#end(code)
  }

  /** Only ends: nobody but a person starts the stand-in again. */
  relaunch = (): void => {}

  async #end(code: number): Promise<void> {
    if (this.#ending) return
    this.#ending = true
    running.destroyWindows()
    this.emit('quit', {}, code)
    await running.stop()
    await this.#lock?.told
    this.#lock?.release()
    clearInterval(this.#alive)
    process.exit(code)
  }
}

export const app = new App()
