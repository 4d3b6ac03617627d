import { performance } from 'node:perf_hooks'
import { type BrowserWindow, screen } from 'electron'
import type { HallScreen } from '#shared/hall/model.ts'
import type { Log } from '../diagnostics/log.ts'
import { pageUrl } from '../security/origin.ts'
import type { HallPlace, SettingsStore } from '../settings/settings.ts'
import { type HallPlacing, type KnownDisplay, placeHall } from './hall-place.ts'
import type { Bounds } from './options.ts'
import { retryBudget } from './retries.ts'

export interface HallWindowParts {
  /** Opens it unseen. */
  readonly openWindow: (bounds: Bounds) => BrowserWindow
  /** Where the desk's window lies, or null while there is none. */
  readonly deskBounds: () => Required<Bounds> | null
  readonly focusDesk: () => void
  readonly settings: SettingsStore
  readonly log: Log
  readonly tell: (screen: HallScreen) => void
}

/**
 * The window of the hall: on a display of its own it fills it; where there is none it is a small window beside the desk. When its
 * display goes it closes and the desk is told, and when the display is back it opens there again; it never covers the desk.
 */
export class HallWindow {
  readonly #parts: HallWindowParts
  #retries = retryBudget()
  #window: BrowserWindow | null = null
  /** The display it fills; null while it is closed or stands beside the desk. */
  #display: KnownDisplay | null = null
  #told: HallScreen['told'] = null
  #isEnding = false

  constructor(parts: HallWindowParts) {
    this.#parts = parts
    const follow = () => void this.follow()
    screen.on('display-added', follow)
    screen.on('display-removed', follow)
    screen.on('display-metrics-changed', follow)
  }

  get state(): HallScreen {
    const { isHidden } = this.#parts.settings.current.hallPlace
    const chosen = this.#place().display?.id
    const others = screen.getAllDisplays().filter(({ id }) => id !== this.#deskDisplay())
    const displays = others.map(({ id, size: { width, height } }) => ({ id, width, height, isChosen: id === chosen }))
    return { isOpen: this.#window !== null, isHidden, displays, told: this.#told }
  }

  /** As a person asks: on this display, or on the last one. */
  async open(display: number | null): Promise<HallScreen> {
    const found = screen.getAllDisplays().find(({ id }) => id === display)
    if (found) this.#keep({ display: { id: found.id, ...found.bounds } })
    this.#keep({ isWanted: true })
    this.#told = null
    this.#retries = retryBudget()
    await this.#stand()
    this.#parts.focusDesk()
    return this.state
  }

  close(): HallScreen {
    this.#keep({ isWanted: false })
    this.#told = null
    this.#drop()
    return this.state
  }

  /** Where it stood open when the desk was last left, and its display is there, it opens again. */
  async restore(): Promise<void> {
    await this.follow()
  }

  /** The displays have changed, or may have while the machine slept. */
  async follow(): Promise<void> {
    if (this.#isEnding || this.#parts.deskBounds() === null) return
    const { display } = this.#place()
    if (this.#window && this.#display !== null && display?.id !== this.#display.id) this.#end('display_gone')
    const isWanted = this.#parts.settings.current.hallPlace.isWanted && this.#told !== 'page_gone'
    // Filling a display changes it: where it stands already it is left alone, or this would go round.
    if (isWanted && display !== null && !isSame(display, this.#display)) {
      this.#told = null
      await this.#stand()
    }
    this.#parts.tell(this.state)
  }

  /** The program ends: what closes now is to stand again at the next start. */
  leave(): void {
    this.#isEnding = true
    this.#drop()
  }

  async #stand(): Promise<void> {
    const place = this.#place()
    const isNew = this.#window === null
    const window = this.#window ?? this.#make(place)
    this.#display = place.display
    if (place.display !== null) this.#keep({ display: place.display })
    if (!isNew) {
      window.setFullScreen(false)
      window.setBounds(place.bounds)
    }
    // Without the focus: whoever types at the desk goes on typing.
    window.showInactive()
    if (place.display !== null) window.setFullScreen(true)
    if (isNew) await this.#load(window)
  }

  #make({ bounds }: HallPlacing): BrowserWindow {
    const window = this.#parts.openWindow(bounds)
    window.removeMenu()
    window.webContents.on('before-input-event', (event, { type, key }) => {
      // It does nothing by keys but leave the whole display and fill it again.
      event.preventDefault()
      if (type !== 'keyDown') return
      if (key === 'F11') window.setFullScreen(!window.isFullScreen())
      if (key === 'Escape') window.setFullScreen(false)
    })
    window.webContents.on('render-process-gone', (_event, { reason }) => this.#comeBack(window, reason))
    window.on('closed', () => this.#closed(window))
    this.#window = window
    return window
  }

  /** By a person, at the window itself: what main closes is let go of before. */
  #closed(window: BrowserWindow): void {
    if (this.#window !== window) return
    this.#window = null
    this.#display = null
    if (this.#isEnding) return
    this.#keep({ isWanted: false })
    this.#parts.tell(this.state)
  }

  #comeBack(window: BrowserWindow, reason: string): void {
    this.#parts.log.write('hall.gone', { code: reason })
    if (this.#window !== window || reason === 'clean-exit') return
    // Not inside the event: the page that died is still being put away.
    if (this.#retries.take(performance.now())) setImmediate(() => void this.#load(window))
    else setImmediate(() => this.#end('page_gone'))
  }

  #end(told: NonNullable<HallScreen['told']>): void {
    this.#told = told
    this.#drop()
    this.#parts.tell(this.state)
  }

  #drop(): void {
    const window = this.#window
    this.#window = null
    this.#display = null
    window?.destroy()
  }

  #place(): HallPlacing {
    return placeHall(screen.getAllDisplays(), this.#deskDisplay(), this.#parts.settings.current.hallPlace.display)
  }

  #deskDisplay(): number {
    const bounds = this.#parts.deskBounds()
    return (bounds ? screen.getDisplayMatching(bounds) : screen.getPrimaryDisplay()).id
  }

  #keep(part: Partial<HallPlace>): void {
    const { settings, log } = this.#parts
    const hallPlace = { ...settings.current.hallPlace, ...part }
    settings.change({ hallPlace }).catch(error => void log.bug('settings', error))
  }

  async #load(window: BrowserWindow): Promise<void> {
    if (window.isDestroyed()) return
    await window.loadURL(pageUrl('hall')).catch(error => this.#parts.log.bug('hall', error))
  }
}

function isSame(one: KnownDisplay, other: KnownDisplay | null): boolean {
  return (['id', 'x', 'y', 'width', 'height'] as const).every(part => one[part] === other?.[part])
}
