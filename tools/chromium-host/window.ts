import { EventEmitter } from 'node:events'
import { app, running } from './app.ts'
import { WebContents } from './contents.ts'
import type { Engine } from './engine.ts'
import { browserContextOf, hiddenEngine, shownEngine, stopEngines } from './engines.ts'
import type { Page, PageSettings } from './page.ts'
import { preventable } from './prevented.ts'
import { type Session, session } from './session.ts'
import { headed } from './surroundings.ts'

type Bounds = { x: number; y: number; width: number; height: number }

type WebPreferences = { preload?: string; partition?: string; session?: Session; nodeIntegrationInSubFrames?: boolean }

export type WindowOptions = Partial<Bounds> & {
  show?: boolean
  title?: string
  webPreferences?: WebPreferences
} & Record<string, unknown>

const BOUNDS_EVERY_MS = 2_000
const windows = new Map<number, BrowserWindow>()
let count = 0

/** A window of the desk: on a screen an app window of Chromium, else a page nobody sees. */
export class BrowserWindow extends EventEmitter {
  readonly id = ++count
  readonly webContents: WebContents
  readonly #preferences: WebPreferences
  #bounds: Bounds
  #normal: Bounds
  #state = 'normal'
  #visible: boolean
  #focused = false
  #destroyed = false
  #title: string
  #watch: NodeJS.Timeout | undefined

  constructor(options: WindowOptions = {}) {
    super()
    const { x = 0, y = 0, width = 800, height = 600, show = true, title = app.name, webPreferences = {} } = options
    this.#bounds = { x, y, width, height }
    this.#normal = this.#bounds
    this.#visible = show
    this.#title = title
    this.#preferences = webPreferences
    const ours = webPreferences.session ?? session.fromPartition(webPreferences.partition ?? '')
    const engine = () => (this.#visible ? shownEngine() : hiddenEngine())
    this.webContents = new WebContents(ours, {
      engine,
      settings: engine => this.#settings(engine, ours),
      opened: page => this.#opened(page),
    })
    this.webContents.on('page-closed', () => this.#closedByPerson())
    this.webContents.on('window-notice', (name: string) => this.#notice(name))
    windows.set(this.id, this)
    setImmediate(() => app.emit('browser-window-created', {}, this))
  }

  static getAllWindows = (): BrowserWindow[] => [...windows.values()]
  static getFocusedWindow = (): BrowserWindow | null => [...windows.values()].find(each => each.isFocused()) ?? null
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    [...windows.values()].find(each => each.webContents === contents) ?? null
  static fromId = (id: number): BrowserWindow | null => windows.get(id) ?? null

  async #settings(engine: Engine, ours: Session): Promise<PageSettings> {
    const { width, height } = this.#bounds
    const inFrames = this.#preferences.nodeIntegrationInSubFrames === true
    return {
      preload: this.#preferences.preload,
      inFrames,
      width,
      height,
      browserContextId: await browserContextOf(engine, ours),
    }
  }

  async #opened(page: Page): Promise<void> {
    if (page.engine.headless) return
    const { x, y, width, height } = this.#bounds
    await this.#place({ left: x, top: y, width, height })
    // What was asked for before there was a page.
    if (this.#state !== 'normal') await this.#place({ windowState: this.#state })
    this.#watch ??= setInterval(() => void this.#readBounds(), BOUNDS_EVERY_MS).unref()
  }

  /**
   * On a screen a window that starts hidden must be known to stay hidden before its page is opened (such a page lives in
   * a second, headless Chromium): `ready-to-show` comes before the load there, after it elsewhere.
   */
  async loadURL(url: string): Promise<void> {
    if (headed && !this.#visible) {
      await Promise.resolve()
      this.emit('ready-to-show')
    } else this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    await this.webContents.loadURL(url)
  }

  reload = (): void => this.webContents.reload()

  show = (): void => {
    if (this.#visible || this.#destroyed) return
    this.#visible = true
    this.emit('show')
    if (headed) this.webContents.move().catch(() => undefined)
    this.#setFocus(true)
  }
  showInactive = (): void => this.show()

  /** A window on a screen is minimised: Chromium cannot take it away and bring it back. */
  hide = (): void => {
    this.#visible = false
    this.emit('hide')
    this.#setFocus(false)
    if (headed) void this.#place({ windowState: 'minimized' })
  }
  isVisible = (): boolean => this.#visible

  focus = (): void => {
    this.webContents.focus()
    if (this.#visible) this.#setFocus(true)
  }
  blur = (): void => this.#setFocus(false)
  isFocused = (): boolean => this.#focused && !this.#destroyed

  #setFocus(focused: boolean): void {
    if (this.#focused === focused) return
    this.#focused = focused
    if (focused) for (const other of windows.values()) if (other !== this) other.#setFocus(false)
    this.emit(focused ? 'focus' : 'blur')
    app.emit(focused ? 'browser-window-focus' : 'browser-window-blur', {}, this)
  }

  minimize = (): void => this.#change('minimized')
  maximize = (): void => this.#change('maximized')
  unmaximize = (): void => this.#change('normal')
  restore = (): void => this.#change('normal')
  isMinimized = (): boolean => this.#state === 'minimized'
  isMaximized = (): boolean => this.#state === 'maximized'
  isFullScreen = (): boolean => this.#state === 'fullscreen'
  isNormal = (): boolean => this.#state === 'normal'
  setFullScreen = (on: boolean): void => this.#change(on ? 'fullscreen' : 'normal')

  #change(state: string): void {
    if (headed) void this.#place({ windowState: state })
    this.#enter(state)
  }

  #enter(state: string): void {
    const before = this.#state
    if (before === state) return
    this.#state = state
    const left: Record<string, string> = {
      maximized: 'unmaximize',
      minimized: 'restore',
      fullscreen: 'leave-full-screen',
    }
    const entered: Record<string, string> = {
      maximized: 'maximize',
      minimized: 'minimize',
      fullscreen: 'enter-full-screen',
    }
    for (const event of [left[before], entered[state]]) if (event) this.emit(event)
  }

  async #place(bounds: object): Promise<void> {
    try {
      const { windowId } = (await this.webContents.page?.send<{ windowId: number }>('Browser.getWindowForTarget')) ?? {}
      if (windowId !== undefined) await this.webContents.page?.send('Browser.setWindowBounds', { windowId, bounds })
    } catch {
      // Without a window manager a state may be unknown: the window stays as it is.
    }
  }

  async #readBounds(): Promise<void> {
    type Answer = { bounds: { left: number; top: number; width: number; height: number; windowState: string } }
    const { bounds } =
      (await this.webContents.page?.send<Answer>('Browser.getWindowForTarget').catch(() => undefined)) ?? {}
    if (!bounds) return
    const before = this.#bounds
    this.#bounds = { x: bounds.left, y: bounds.top, width: bounds.width, height: bounds.height }
    if (bounds.windowState === 'normal') this.#normal = this.#bounds
    this.#enter(bounds.windowState)
    if (before.x !== this.#bounds.x || before.y !== this.#bounds.y) this.emit('move')
    if (before.width !== this.#bounds.width || before.height !== this.#bounds.height) this.emit('resize')
  }

  #notice(name: string): void {
    if (name === 'resize' && headed) void this.#readBounds()
    if (name === 'focus' || name === 'blur') this.#setFocus(name === 'focus')
  }

  getBounds = (): Bounds => ({ ...this.#bounds })
  getNormalBounds = (): Bounds => ({ ...this.#normal })
  getContentBounds = (): Bounds => ({ ...this.#bounds })
  getSize = (): number[] => [this.#bounds.width, this.#bounds.height]
  getPosition = (): number[] => [this.#bounds.x, this.#bounds.y]

  setBounds = (asked: Partial<Bounds>): void => {
    this.#bounds = { ...this.#bounds, ...asked }
    if (this.#state === 'normal') this.#normal = this.#bounds
    const { x, y, width, height } = this.#bounds
    if (headed) void this.#place({ left: x, top: y, width, height })
    this.emit('resize')
  }
  setSize = (width: number, height: number): void => this.setBounds({ width, height })
  setPosition = (x: number, y: number): void => this.setBounds({ x, y })
  center = (): void => {}

  /** Kept only: on a screen Chromium's window bears the page's own title. */
  setTitle = (title: string): void => {
    this.#title = title
  }
  getTitle = (): string => this.#title
  setMenu = (): void => {}
  setMenuBarVisibility = (): void => {}
  setAutoHideMenuBar = (): void => {}
  removeMenu = (): void => {}
  setIcon = (): void => {}
  setBackgroundColor = (): void => {}
  setProgressBar = (): void => {}
  setContentProtection = (): void => {}
  setAlwaysOnTop = (): void => {}
  flashFrame = (): void => {}
  isDestroyed = (): boolean => this.#destroyed

  /** Asks the listeners first: `close` may be refused. */
  close = (): void => {
    if (this.#destroyed) return
    const event = preventable({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  /** The person closed Chromium's window: it is gone whatever a listener of `close` says. */
  #closedByPerson(): void {
    if (this.#destroyed) return
    this.emit('close', preventable({}))
    this.destroy()
  }

  destroy = (): void => {
    if (this.#destroyed) return
    this.#destroyed = true
    clearInterval(this.#watch)
    windows.delete(this.id)
    this.webContents.destroy()
    this.emit('closed')
    if (windows.size === 0) app.allWindowsClosed()
  }
}

running.closeWindows = () => {
  if (windows.size === 0) return 'none'
  for (const each of windows.values()) each.close()
  return windows.size === 0 ? 'closed' : 'refused'
}
running.destroyWindows = () => {
  for (const each of windows.values()) each.destroy()
}
running.stop = stopEngines
