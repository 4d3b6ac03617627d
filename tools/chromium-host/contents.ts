import { EventEmitter } from 'node:events'
import { fromPageAddress, toPageAddress } from './addresses.ts'
import { app } from './app.ts'
import type { Engine } from './engine.ts'
import type { Frame } from './frames.ts'
import { invoke, post } from './ipc.ts'
import { nativeTheme } from './native-theme.ts'
import { Page, type PageSettings } from './page.ts'
import { type PdfOptions, pdfParameters } from './pdf.ts'
import { preventable } from './prevented.ts'
import { type PrintOptions, printerInfos, takeJob } from './printers.ts'
import type { Session } from './session.ts'

type OpenDetails = { url: string; frameName: string; features: string; disposition: string; referrer: object }
type OpenHandler = (details: OpenDetails) => { action: 'allow' | 'deny' }
export type Where = {
  engine: () => Engine
  settings: (engine: Engine) => Promise<PageSettings>
  opened: (page: Page) => Promise<void>
}

let count = 0
const all = new Map<number, WebContents>()

/** `webContents` of a window. Its page is opened by the first load and again when Chromium lost it. */
export class WebContents extends EventEmitter {
  readonly id = ++count
  readonly session: Session
  readonly debugger = { isAttached: () => false }
  readonly #where: Where
  #page: Page | undefined
  #opening: Promise<Page> | undefined
  #openHandler: OpenHandler | undefined
  #wanted = ''
  #expected = new Set<string>()
  #zoom = 1
  #destroyed = false

  constructor(session: Session, where: Where) {
    super()
    this.session = session
    this.#where = where
    all.set(this.id, this)
    setImmediate(() => app.emit('web-contents-created', {}, this))
  }

  static getAllWebContents = (): WebContents[] => [...all.values()]
  static fromId = (id: number): WebContents | undefined => all.get(id)

  get page(): Page | undefined {
    return this.#page
  }

  get mainFrame(): Frame | null {
    return this.#page?.frames.main ?? null
  }

  get zoomFactor(): number {
    return this.#zoom
  }

  set zoomFactor(value: number) {
    this.#zoom = value
    this.#applyZoom()
  }

  setZoomFactor = (value: number): void => {
    this.zoomFactor = value
  }
  getZoomFactor = (): number => this.#zoom
  setVisualZoomLevelLimits = async (): Promise<void> => {}
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.#openHandler = handler
  }
  getURL = (): string => this.mainFrame?.url ?? ''
  getTitle = (): string => ''
  isDestroyed = (): boolean => this.#destroyed
  isCrashed = (): boolean => this.#page === undefined && this.#wanted !== ''
  isLoading = (): boolean => this.#expected.size > 0
  openDevTools = (): void => {}
  closeDevTools = (): void => {}
  isDevToolsOpened = (): boolean => false
  setIgnoreMenuShortcuts = (): void => {}
  setBackgroundThrottling = (): void => {}
  getOSProcessId = (): number => this.#page?.engine.pid ?? 0
  focus = (): void => void this.#page?.send('Page.bringToFront').catch(() => undefined)

  send = (channel: string, ...args: unknown[]): void => {
    this.#page?.deliver(this.mainFrame, { kind: 'message', channel, args: structuredClone(args) })
  }

  /** Settles when the page has loaded; rejects when it could not, as Electron does. */
  async loadURL(url: string): Promise<void> {
    this.#wanted = url
    const page = await this.#open()
    const address = toPageAddress(url, this.session.protocol.handlers.keys())
    const loaded = new Promise<void>((resolve, reject) => {
      page.once('loaded', resolve)
      page.once('crashed', () => reject(new Error(`ERR_FAILED (-2) loading '${url}'`)))
      page.once('destroyed', () => reject(new Error(`ERR_ABORTED (-3) loading '${url}'`)))
      page.once('lost', () => reject(new Error(`ERR_FAILED (-2) loading '${url}'`)))
    })
    loaded.catch(() => undefined)
    const key = fromPageAddress(address)
    this.#expected.add(key)
    try {
      const { errorText } = await page.send<{ errorText?: string }>('Page.navigate', { url: address })
      if (errorText) throw new Error(`${errorText.replace('net::', '')} (-2) loading '${url}'`)
      await loaded
    } catch (error) {
      this.emit('did-fail-load', {}, -2, String(error), url, true, -1, -1)
      throw error
    } finally {
      this.#expected.delete(key)
    }
  }

  /** Anew at the place where the page is: to load an address with a fragment would only move within the page. */
  reload = (): void => {
    if (this.#page) this.#page.send('Page.reload').catch(() => undefined)
    else if (this.#wanted) this.loadURL(this.#wanted).catch(() => undefined)
  }
  reloadIgnoringCache = (): void => this.reload()
  stop = (): void => {}

  async printToPDF(options: PdfOptions = {}): Promise<Buffer> {
    const page = await this.#open()
    const { data } = await page.send<{ data: string }>('Page.printToPDF', pdfParameters(options))
    return Buffer.from(data, 'base64')
  }

  /** A silent job goes to a printer a test has given; there is no other, and no dialog of the system. */
  print(options: PrintOptions = {}, callback: (success: boolean, reason: string) => void = () => {}): void {
    const { pageSize } = options
    // Electron refuses it before anything is printed.
    if (typeof pageSize === 'object' && Math.min(pageSize.width, pageSize.height) < 353) {
      throw new Error('height and width properties must be minimum 352 microns.')
    }
    takeJob(options, given => this.printToPDF(given)).then(
      reason => callback(reason === '', reason),
      error => callback(false, String(error)),
    )
  }

  getPrintersAsync = async (): Promise<ReturnType<typeof printerInfos>> => printerInfos()

  async executeJavaScript(code: string): Promise<unknown> {
    const page = await this.#open()
    const { result, exceptionDetails } = await page.send<{
      result: { value: unknown }
      exceptionDetails?: { text: string }
    }>('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.text)
    return result.value
  }

  #open(): Promise<Page> {
    if (this.#destroyed) return Promise.reject(new Error('Object has been destroyed'))
    this.#opening ??= this.#openPage().catch(error => {
      this.#opening = undefined
      throw error
    })
    return this.#opening
  }

  async #openPage(): Promise<Page> {
    const engine = this.#where.engine()
    const page = await Page.open(engine, await this.#where.settings(engine), this.id)
    this.#page = page
    this.#follow(page)
    await nativeTheme.applyTo(page)
    await this.#where.opened(page)
    return page
  }

  #follow(page: Page): void {
    page.on('loaded', () => {
      this.#applyZoom()
      this.emit('did-finish-load', {})
      this.emit('did-stop-loading', {})
    })
    page.on('dom-ready', () => this.emit('dom-ready', {}))
    page.on('navigated', (frame: Frame) =>
      this.emit(frame.parent ? 'did-frame-navigate' : 'did-navigate', {}, frame.url, 200, 'OK'),
    )
    page.on('said', said =>
      this.emit(
        'console-message',
        { ...said, frame: this.mainFrame },
        said.level,
        said.message,
        said.lineNumber,
        said.sourceId,
      ),
    )
    page.on('notice', (notice, frame: Frame | null) => this.#notice(notice, frame))
    page.on('send', ({ channel, args }, frame: Frame | null) => post({ contents: this, frame }, channel, args))
    page.on('invoke', ({ id, channel, args }, frame: Frame | null) => void this.#answer(page, frame, id, channel, args))
    page.on('crashed', details => this.#gone(details))
    page.on('lost', () => {
      this.#page = undefined
      this.#opening = undefined
      this.#gone({ reason: 'killed', exitCode: 9 })
    })
    page.on('destroyed', () => this.emit('page-closed'))
  }

  #gone(details: { reason: string; exitCode: number }): void {
    this.emit('render-process-gone', {}, details)
    app.emit('render-process-gone', {}, this, details)
  }

  async #answer(page: Page, frame: Frame | null, id: number, channel: string, args: unknown[]): Promise<void> {
    try {
      page.deliver(frame, {
        kind: 'result',
        id,
        ok: true,
        value: await invoke({ contents: this, frame }, channel, args),
      })
    } catch (error) {
      page.deliver(frame, { kind: 'result', id, ok: false, error: (error as Error).message })
    }
  }

  #notice(notice: { name: string; url?: string; frameName?: string; features?: string }, frame: Frame | null): void {
    const url = fromPageAddress(notice.url ?? '')
    if (notice.name === 'open') this.askToOpen(url, notice.frameName, notice.features)
    else if (notice.name === 'foreign-link') this.#guard(url, frame, false)
    else this.emit('window-notice', notice.name)
  }

  /** The open handler hears of every new window; none is ever opened (a desk denies, and so does the stand-in). */
  askToOpen(url: string, frameName = '', features = ''): void {
    const disposition = features ? 'new-window' : 'foreground-tab'
    this.#openHandler?.({
      url,
      frameName,
      features,
      disposition,
      referrer: { url: this.getURL(), policy: 'no-referrer' },
    })
  }

  /** Whether a document may be fetched for a frame of ours: main's own loads, or what no guard refused. */
  allowsNavigation = (frameId: string, url: string, redirected: boolean): boolean => {
    const frame = this.#page?.frames.find(frameId) ?? null
    if (!frame?.parent && this.#expected.has(url)) return true
    return this.#guard(url, frame, redirected)
  }

  #guard(url: string, frame: Frame | null, redirected: boolean): boolean {
    const isMainFrame = !frame?.parent
    const names = redirected ? ['will-redirect'] : ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])]
    return names.every(name => {
      const event = preventable({ url, isMainFrame, isSameDocument: false, frame, initiator: frame })
      this.emit(name, event, url, false, isMainFrame)
      return !event.defaultPrevented
    })
  }

  #applyZoom(): void {
    if (this.#zoom === 1 && this.#page === undefined) return
    const expression = `document.documentElement.style.zoom = ${this.#zoom === 1 ? "''" : this.#zoom}`
    this.#page?.send('Runtime.evaluate', { expression }).catch(() => undefined)
  }

  /** Opens the page anew where the window now belongs (a hidden window that is shown on a screen). */
  async move(): Promise<void> {
    const before = this.#page
    if (!before) return
    this.#page = undefined
    this.#opening = undefined
    await before.close()
    await this.loadURL(this.#wanted)
  }

  close = (): void => this.destroy()

  destroy(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    all.delete(this.id)
    void this.#page?.close()
    this.#opening?.then(page => page.close()).catch(() => undefined)
    this.emit('destroyed')
  }
}

export function findContentsByFrame(engine: Engine, frameId: string): WebContents | undefined {
  return [...all.values()].find(each => each.page?.engine === engine && each.page.frames.find(frameId))
}
