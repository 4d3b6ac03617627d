import { performance } from 'node:perf_hooks'
import { type BrowserWindow, screen } from 'electron'
import type { Log } from '../diagnostics/log.ts'
import { FAILURE_PATH, ORIGIN, pageUrl } from '../security/origin.ts'
import type { SettingsStore } from '../settings/settings.ts'
import { placeWindow } from './bounds.ts'
import type { Failure } from './failure.ts'
import type { Bounds } from './options.ts'
import { retryBudget } from './retries.ts'

export interface DeskWindowParts {
  readonly openWindow: (visible: boolean, bounds: Bounds) => BrowserWindow
  readonly settings: SettingsStore
  readonly log: Log
  readonly writeReport: (event: string) => string | null
  readonly onClosed: () => void
}

/** The window of the desk: opens where it was, comes back when its page dies, tells a failure it cannot mend. */
export class DeskWindow {
  readonly #parts: DeskWindowParts
  readonly #retries = retryBudget()
  #window: BrowserWindow | null = null
  #failure: Failure | null = null

  constructor(parts: DeskWindowParts) {
    this.#parts = parts
  }

  get failure(): Failure | null {
    return this.#failure
  }

  /** Where it lies, or null while there is none. */
  get bounds(): Required<Bounds> | null {
    return this.#window?.getBounds() ?? null
  }

  /** Opens the desk's page; unseen for a batch. */
  async open(visible: boolean): Promise<void> {
    await this.#load(this.#make(visible), pageUrl('desk'))
  }

  /** Lets go of the window of a desk that did not open after all: the answer closes it, and the program does not end with it. */
  release(): () => void {
    const window = this.#window
    this.#window = null
    return () => window?.destroy()
  }

  /** Shows why the desk cannot be shown. */
  async fail(failure: Failure): Promise<void> {
    this.#failure = failure
    await this.#load(this.#window ?? this.#make(true), ORIGIN + FAILURE_PATH)
  }

  focus(): void {
    if (!this.#window) return
    if (this.#window.isMinimized()) this.#window.restore()
    this.#window.show()
    this.#window.focus()
  }

  #make(visible: boolean): BrowserWindow {
    const { settings, log, openWindow, onClosed } = this.#parts
    const areas = screen.getAllDisplays().map(display => display.workArea)
    const window = openWindow(visible, placeWindow(settings.current.window, areas))
    if (visible && settings.current.window?.maximized) window.maximize()
    window.on('close', () => {
      const state = { ...window.getNormalBounds(), maximized: window.isMaximized() }
      settings.change({ window: state }).catch(error => log.bug('settings', error))
    })
    window.on('closed', () => {
      if (this.#window !== window) return
      this.#window = null
      onClosed()
    })
    window.on('unresponsive', () => log.write('page.unresponsive'))
    window.on('responsive', () => log.write('page.responsive'))
    window.webContents.on('render-process-gone', (_event, details) => this.#comeBack(details.reason))
    this.#window = window
    return window
  }

  #comeBack(reason: string): void {
    this.#parts.log.write('page.gone', { code: reason })
    const window = this.#window
    if (!window || reason === 'clean-exit') return
    if (this.#retries.take(performance.now())) {
      // Not inside the event: the page that died is still being put away.
      setImmediate(() => void this.#load(window, pageUrl('desk')))
      return
    }
    const report = this.#parts.writeReport('page.gone')
    setImmediate(() => void this.fail({ stage: 'page', code: 'page.gone_again', params: {}, report }))
  }

  async #load(window: BrowserWindow, address: string): Promise<void> {
    if (window.isDestroyed()) return
    await window.loadURL(address).catch(error => this.#parts.log.bug('window', error))
  }
}
