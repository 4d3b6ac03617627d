import { hostname } from 'node:os'
import path from 'node:path'
import { app, ipcMain, Menu, nativeTheme, powerMonitor, protocol, screen, session } from 'electron'
import type { Language } from '#shared/application/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { finishSwap } from '../backup/swap.ts'
import { type LogFields, openLog } from '../diagnostics/log.ts'
import { ReportWriter } from '../diagnostics/report.ts'
import { translator } from '../i18n.ts'
import { eventSender } from '../ipc/events.ts'
import { type Door, handleAll } from '../ipc/handle.ts'
import type { GuardedServices, ServiceContext, Services } from '../ipc/services.ts'
import { shellServices } from '../ipc/shell-services.ts'
import { nodeFiles } from '../journal/file-system.ts'
import { printersOf } from '../print/printers.ts'
import { type SheetPrinter, sheetPrinter } from '../print/sheet.ts'
import { type PageKind, SCHEME } from '../security/origin.ts'
import { refuseEverything } from '../security/permissions.ts'
import { openSettings, type SettingsStore } from '../settings/settings.ts'
import { beginInstaller } from '../update/begin-installer.ts'
import { ownStoreOf } from '../update/profiles.ts'
import { placeWindow } from './bounds.ts'
import { DeskWindow } from './desk-window.ts'
import { Ending } from './ending.ts'
import { failurePage } from './failure.ts'
import { FileDialogs } from './files.ts'
import { HallWindow } from './hall-window.ts'
import { menuTemplate } from './menu.ts'
import { messages } from './messages.ts'
import { openWindow } from './open.ts'
import { type Bounds, SHEET_BOUNDS } from './options.ts'
import { Recovery } from './recovery.ts'
import { RecoveryWindow } from './recovery-window.ts'
import { WindowRegistry } from './registry.ts'
import { fileSaver, markOf } from './save-file.ts'
import { serveAssets } from './serve.ts'
import type { Seams } from './start.ts'

/** Built main lies in `dist/app/main`, its neighbours are the preload and the pages. */
const BUILT = path.join(import.meta.dirname, '..')

/** One run of the program: its windows, words and files, around the services of the desk. */
export class Shell {
  readonly #batch: readonly string[] | null
  readonly #userData = app.getPath('userData')
  readonly #diagnostics = path.join(this.#userData, 'desk-diagnostics')
  readonly #log = openLog(this.#diagnostics, () => new Date())
  readonly #reports = new ReportWriter(this.#diagnostics, app.getVersion(), this.#log)
  readonly #windows = new WindowRegistry()
  readonly #files = new FileDialogs(
    this.#windows,
    app.getPath('documents'),
    () => this.#translate,
    fileSaver(nodeFiles, markOf(hostname(), this.#userData)),
  )
  readonly #sheets: SheetPrinter = sheetPrinter(() => this.#open('sheet', false, SHEET_BOUNDS), this.#log)
  readonly #send = eventSender(this.#windows)
  readonly #ending = new Ending(error => void this.#log.bug('end', error))
  #settings: SettingsStore | null = null
  #desk: DeskWindow | null = null
  #recovery: Recovery | null = null
  #dataAccepted = false
  #bugTold = false
  #storeDropped = false

  constructor(batch: readonly string[] | null) {
    this.#batch = batch
    this.#ending.add(() => this.#writeLast())
    app.on('before-quit', () => this.#sheets.leave())
  }

  /** Settings, services, window. What goes wrong on the way is told on the page of a failed start. */
  async run<Desk extends GuardedServices>(seams: Seams<Desk>): Promise<void> {
    refuseEverything(session.defaultSession)
    protocol.handle(
      SCHEME,
      serveAssets(path.join(BUILT, 'renderer'), () => this.#failurePage()),
    )
    // Before anything of the desk is read: what was decided about its data is done first.
    let isSwapped = await this.#finishSwap()
    const settings = await openSettings(path.join(this.#userData, 'desk-data'), () => this.#dataAccepted)
    this.#settings = settings
    const desk = this.#deskWindow(settings)
    this.#desk = desk
    const hall = this.#hallWindow(settings, desk)
    this.#refresh()
    const host = process.versions.electron ? 'electron' : 'chromium'
    this.#log.write('program.started', { version: app.getVersion(), host })
    const context = this.#context(settings, host)
    const begin = async () => {
      // The desk as it was is not worked at either: what it wrote would go with it at the next start.
      if (!isSwapped) await finishSwap(this.#userData)
      isSwapped = true
      const services = await seams.createServices(context)
      // A folder that was refused is not written to, its settings included.
      this.#dataAccepted = true
      const audited = services.audited({ ...services, ...this.#ownServices(settings, hall) })
      return { services, served: { services: audited, demand: services.demand } }
    }
    const beginning = begin()
    this.#ending.after(beginning)
    const shut = this.#openChannels(beginning.then(({ served }) => served))
    // The page of the desk is read beside its data; what it asks waits.
    const opening = this.#batch === null ? desk.open(true) : null
    try {
      const { services } = await beginning
      await opening
      if (this.#batch === null) return await hall.restore()
      const openDesk = () => desk.open(false)
      this.#exit(await seams.runBatch({ context, services, argv: this.#batch, openDesk }))
    } catch (error) {
      if (this.#batch !== null) return this.#endBatch(error)
      shut()
      const opened = async () => {
        const { served } = await begin()
        return async () => {
          this.#openChannels(served)
          this.#recovery = null
          await desk.open(true)
          await hall.restore()
        }
      }
      const drop = desk.release()
      await this.#recover(seams, context, opened, error)
      drop()
    }
  }

  /** False: what was decided could not be done, and the start is a failed one. */
  async #finishSwap(): Promise<boolean> {
    try {
      await finishSwap(this.#userData)
      return true
    } catch (error) {
      this.#log.bug('restore', error)
      return false
    }
  }

  focus(): void {
    if (this.#recovery) this.#recovery.focus()
    else this.#desk?.focus()
  }

  /** An exception nobody expected: noted, reported, told once. The journal never acknowledged what it has not. */
  tellBug(error: unknown): void {
    const id = this.#log.bug('main', error)
    const report = this.#reports.write('main.bug', { id }, new Date())
    if (this.#batch !== null) this.#exit(1)
    else if (!this.#bugTold && app.isReady()) messages.bug(this.#translate, id, report)
    this.#bugTold = true
  }

  /** For `will-quit`: before the program ends the journal and the settings are closed. */
  endOnce(event: { preventDefault(): void }): void {
    this.#ending.holdBack(event, () => app.quit())
  }

  #exit(code: number): void {
    void this.#ending.run().then(() => app.exit(code))
  }

  async #writeLast(): Promise<void> {
    await this.#settings?.change({}).catch(error => this.#log.bug('settings', error))
    this.#log.write('program.ended')
  }

  #context(settings: SettingsStore, host: 'electron' | 'chromium'): ServiceContext {
    return {
      host,
      version: app.getVersion(),
      store: ownStoreOf(process.versions.electron),
      packaged: app.isPackaged,
      userData: this.#userData,
      dataFolder: path.join(this.#userData, 'desk-data'),
      assetsFolder: path.join(app.getAppPath(), 'assets'),
      settings,
      log: this.#log,
      send: this.#send,
      language: () => this.#language,
      batch: this.#batch,
      chooseTable: caller => this.#files.chooseTable(caller),
      chooseCalendar: caller => this.#files.chooseCalendar(caller),
      choosePackage: caller => this.#files.choosePackage(caller),
      beginInstaller: file => this.#beginInstaller(file),
      choosePaper: caller => this.#files.choosePaper(caller),
      chooseBackup: caller => this.#files.chooseBackup(caller),
      chooseExchange: (caller, kind) => this.#files.chooseExchange(caller, kind),
      chooseFolder: (caller, purpose) => this.#files.chooseFolder(caller, purpose),
      restart: () => {
        app.relaunch()
        app.quit()
      },
      saveFile: (caller, kind, fileName, bytes) => this.#files.save(caller, kind, fileName, bytes),
      saveInFolder: (caller, files) => this.#files.saveInFolder(caller, files),
      printSheet: job => this.#sheets.print(job),
      printSheetOn: (job, printer, before) => this.#sheets.printOn(job, printer, before),
      listPrinters: caller => printersOf(this.#windows.findById(caller.window)?.contents ?? null),
      hallIsOpen: () => this.#windows.all('hall').length > 0,
      reloadPages: () => this.#reloadPages(),
      onQuit: task => this.#ending.add(task),
    }
  }

  /** What is begun waits for the program to end: the page gets its answer first. */
  async #beginInstaller(file: string): Promise<'started' | 'told'> {
    const begun = await beginInstaller(file)
    if (begun === 'started') setImmediate(() => app.quit())
    else this.#files.letReveal(file)
    return begun
  }

  #reloadPages(): void {
    for (const { contents } of this.#windows.all('desk')) contents.reload()
    for (const { contents } of this.#windows.all('sheet')) contents.close()
  }

  #ownServices(settings: SettingsStore, hall: HallWindow) {
    return shellServices({
      settings,
      hall,
      sheets: this.#sheets,
      log: this.#log,
      saveFile: (caller, kind, fileName, bytes) => this.#files.save(caller, kind, fileName, bytes),
      reveal: file => this.#files.reveal(file),
      writeReport: (event, fields) => this.#report(event, fields),
      findContents: window => this.#windows.findById(window)?.contents ?? null,
      dropStore: () => this.#dropStore(),
      refresh: () => this.#refresh(),
    })
  }

  /**
   * Chromium keeps all stores of an origin in one folder: where that is damaged, not even a new store opens. The journal
   * has everything, so the folder goes. Once a run: what does not help must not go round.
   */
  async #dropStore(): Promise<void> {
    if (this.#storeDropped) throw new ExpectedError('store.cannot_open')
    this.#storeDropped = true
    this.#log.write('store.dropped')
    await session.defaultSession.clearStorageData({ storages: ['indexdb'] })
  }

  #deskWindow(settings: SettingsStore): DeskWindow {
    return new DeskWindow({
      openWindow: (visible, bounds) => this.#open('desk', visible, bounds),
      settings,
      log: this.#log,
      writeReport: event => this.#report(event),
      onClosed: () => {
        if (this.#batch === null) app.quit()
      },
    })
  }

  #hallWindow(settings: SettingsStore, desk: DeskWindow): HallWindow {
    const hall = new HallWindow({
      openWindow: bounds => this.#open('hall', false, bounds),
      // A batch has no screen.
      deskBounds: () => (this.#batch === null ? desk.bounds : null),
      focusDesk: () => desk.focus(),
      settings,
      log: this.#log,
      tell: state => this.#send('hall.told', state),
    })
    powerMonitor.on('resume', () => void hall.follow())
    app.on('before-quit', () => hall.leave())
    return hall
  }

  #open(kind: PageKind, visible: boolean, bounds: Bounds) {
    const preload = path.join(BUILT, 'preload', 'preload.cjs')
    const title = this.#translate('window.title')
    return openWindow(kind, { preload, packaged: app.isPackaged, visible, bounds, title }, this.#windows)
  }

  #openChannels(served: Door<Services>['served']): () => void {
    return handleAll(ipcMain, { served, windows: this.#windows, log: this.#log })
  }

  #endBatch(error: unknown): void {
    const expected = error instanceof ExpectedError ? error.detail : null
    if (expected === null) this.#log.bug('start', error)
    const code = expected?.code ?? 'unexpected'
    this.#log.write('program.refused', { code })
    process.stderr.write(`${code}\n`)
    this.#exit(1)
  }

  /** The page of a start that failed; it goes when a start that is tried from it succeeds. */
  async #recover(
    { createRecovery }: Pick<Seams, 'createRecovery'>,
    context: ServiceContext,
    begin: () => Promise<() => Promise<void>>,
    error: unknown,
  ): Promise<void> {
    const areas = screen.getAllDisplays().map(display => display.workArea)
    const window = new RecoveryWindow({
      openWindow: () => this.#open('recovery', true, placeWindow(context.settings.current.window, areas)),
      log: this.#log,
      onClosed: () => app.quit(),
    })
    const recovery = new Recovery(
      {
        ...{ context, createRecovery, window, begin, ipc: ipcMain, windows: this.#windows, log: this.#log },
        speak: language => this.#changeLanguage(language),
        writeReport: (event, fields) => this.#report(event, fields),
      },
      error,
    )
    this.#recovery = recovery
    await recovery.open()
  }

  #failurePage(): string {
    const failure = this.#recovery?.failure ??
      this.#desk?.failure ?? { stage: 'page', code: 'unexpected', params: {}, report: null }
    return failurePage(failure, this.#language, this.#translate)
  }

  #report(event: string, fields: LogFields = {}): string | null {
    return this.#reports.write(event, fields, new Date())
  }

  get #language(): Language {
    return this.#settings?.current.language ?? 'kk'
  }

  get #translate() {
    return translator(this.#language)
  }

  /** Menu and frame in the language and the theme of this moment. */
  #refresh(): void {
    nativeTheme.themeSource = this.#settings?.current.theme ?? 'system'
    const t = this.#translate
    const template = menuTemplate(t, this.#language, {
      command: command => this.#send('menu.command', { command }),
      setLanguage: language => void this.#changeLanguage(language),
      report: () => messages.report(this.#translate, this.#report('report.asked')),
      about: () => messages.about(this.#translate, app.getVersion()),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  async #changeLanguage(language: Language): Promise<void> {
    await this.#settings?.change({ language }).catch(error => this.#log.bug('settings', error))
    this.#refresh()
    this.#send('language.changed', { language })
  }
}
