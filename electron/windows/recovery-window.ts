import { performance } from 'node:perf_hooks'
import type { BrowserWindow } from 'electron'
import type { Log } from '../diagnostics/log.ts'
import { FAILURE_PATH, ORIGIN, pageUrl } from '../security/origin.ts'
import { retryBudget } from './retries.ts'

/** So long the page has to ask for what it shows, in milliseconds; then the page without scripts stands there instead. */
const PATIENCE = 20_000

export interface RecoveryWindowParts {
  readonly openWindow: () => BrowserWindow
  readonly log: Log
  /** By a person: what was let go of before is not told. */
  readonly onClosed: () => void
  readonly patience?: number
}

/** The window of a start that failed. Where its page cannot be shown either, the static page stands in it. */
export class RecoveryWindow {
  readonly #parts: RecoveryWindowParts
  readonly #retries = retryBudget()
  #window: BrowserWindow | null = null
  #waiting: NodeJS.Timeout | null = null

  constructor(parts: RecoveryWindowParts) {
    this.#parts = parts
  }

  async open(): Promise<void> {
    const window = this.#parts.openWindow()
    this.#window = window
    window.on('closed', () => this.#closed(window))
    window.webContents.on('render-process-gone', (_event, { reason }) => this.#comeBack(window, reason))
    await this.#load(window)
  }

  /** The page has asked for what it shows. */
  heard(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting)
    this.#waiting = null
  }

  focus(): void {
    if (this.#window?.isMinimized()) this.#window.restore()
    this.#window?.show()
    this.#window?.focus()
  }

  /** The desk stands open: the window goes, and the program does not end with it. */
  drop(): void {
    const window = this.#window
    this.#window = null
    this.heard()
    window?.destroy()
  }

  #closed(window: BrowserWindow): void {
    if (this.#window !== window) return
    this.#window = null
    this.heard()
    this.#parts.onClosed()
  }

  #comeBack(window: BrowserWindow, reason: string): void {
    this.#parts.log.write('recovery.gone', { code: reason })
    if (this.#window !== window || reason === 'clean-exit') return
    // Not inside the event: the page that died is still being put away.
    if (this.#retries.take(performance.now())) setImmediate(() => void this.#load(window))
    else setImmediate(() => void this.#showStatic(window))
  }

  async #load(window: BrowserWindow): Promise<void> {
    this.heard()
    this.#waiting = setTimeout(() => void this.#showStatic(window), this.#parts.patience ?? PATIENCE)
    await window.loadURL(pageUrl('recovery')).catch(error => {
      this.#parts.log.bug('recovery', error)
      return this.#showStatic(window)
    })
  }

  async #showStatic(window: BrowserWindow): Promise<void> {
    this.heard()
    if (this.#window !== window || window.isDestroyed()) return
    this.#parts.log.write('recovery.static')
    await window.loadURL(ORIGIN + FAILURE_PATH).catch(error => this.#parts.log.bug('recovery', error))
  }
}
