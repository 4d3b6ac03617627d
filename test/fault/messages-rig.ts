import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { DeskSide } from '#electron/desk/services.ts'
import { createServices } from '#electron/desk/services.ts'
import { openLog } from '#electron/diagnostics/log.ts'
import { ReportWriter } from '#electron/diagnostics/report.ts'
import { answer, type Door } from '#electron/ipc/handle.ts'
import type { MessageEvent } from '#electron/ipc/sender.ts'
import type { ServiceContext, Services } from '#electron/ipc/services.ts'
import { shellServices } from '#electron/ipc/shell-services.ts'
import { sheetPrinter } from '#electron/print/sheet.ts'
import { type PageKind, pageUrl } from '#electron/security/origin.ts'
import { openSettings } from '#electron/settings/settings.ts'
import { WindowRegistry } from '#electron/windows/registry.ts'
import type { HallScreen } from '#shared/hall/model.ts'
import type { Channel } from '#shared/ipc/contract.ts'
import type { Result } from '#shared/result/result.ts'
import { FakeContents } from '#test/unit/ipc/fake-windows.ts'

const NO_HALL: HallScreen = { isOpen: false, isHidden: false, displays: [], told: null }

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Page >>\nendobj\n%%EOF')

/** The whole of main behind its door, on a folder of its own: the real services of desk and shell, without a window. */
export interface DeskBehindDoor {
  readonly side: DeskSide
  readonly folder: string
  readonly contents: Readonly<Record<PageKind, FakeContents>>
  /** Exceptions nobody expected, with where they were thrown. */
  readonly bugs: readonly string[]
  ask(channel: Channel, event: MessageEvent, args: readonly unknown[]): Promise<Result<unknown>>
  /** Asks as the desk's page does; throws the code of a refusal. */
  call<T>(channel: Channel, args?: object): Promise<T>
  from(page: PageKind): MessageEvent
  /** Every file of the data and what tells that it was written, but for `except`. */
  fingerprint(except: RegExp): string
  /** All that diagnostics hold: the log, the older ones, the reports. */
  diagnostics(): string
  end(): Promise<void>
}

export async function deskBehindDoor(): Promise<DeskBehindDoor> {
  const userData = mkdtempSync(path.join(os.tmpdir(), 'fuzz-'))
  const folder = path.join(userData, 'desk-data')
  const settings = await openSettings(folder, () => true)
  await settings.change({ floorMegabytes: 50 })
  const diagnostics = path.join(userData, 'desk-diagnostics')
  const bugs: string[] = []
  const written = openLog(diagnostics, () => new Date())
  const log: typeof written = {
    ...written,
    bug(area, error, fields) {
      bugs.push(`${fields?.channel ?? area}: ${error instanceof Error ? error.stack : String(error)}`)
      return written.bug(area, error, fields)
    },
  }
  const reports = new ReportWriter(diagnostics, '0.1.0', log)
  const windows = new WindowRegistry()
  const contents = {
    desk: new FakeContents(1),
    sheet: new FakeContents(2),
    hall: new FakeContents(3),
    recovery: new FakeContents(4),
  }
  for (const page of ['desk', 'sheet', 'hall', 'recovery'] as const) windows.add(contents[page].asContents(), page)
  const ending: (() => Promise<void>)[] = []
  const saveFile = async () => ({ state: 'canceled' as const })
  const context = {
    ...{ host: 'chromium', version: '0.1.0', userData, dataFolder: folder, assetsFolder: path.join(userData, 'none') },
    ...{ settings, log, batch: null, saveFile, saveInFolder: saveFile },
    send: () => undefined,
    language: () => settings.current.language,
    ...{
      chooseTable: async () => null,
      chooseCalendar: async () => null,
      choosePaper: async () => null,
      chooseFolder: async () => null,
      chooseBackup: async () => null,
      chooseExchange: async () => null,
      choosePackage: async () => null,
      beginInstaller: async () => 'told' as const,
    },
    printSheet: async () => PDF,
    printSheetOn: async (_job: unknown, _printer: unknown, before: (pdf: Uint8Array) => Promise<void>) => {
      await before(PDF)
      return false
    },
    store: { folder: 'profile', engine: 0 },
    listPrinters: async () => [],
    hallIsOpen: () => true,
    reloadPages: () => undefined,
    restart: () => undefined,
    onQuit: (task: () => Promise<void>) => void ending.push(task),
  } as unknown as ServiceContext
  const side = (await unwatched(() => createServices(context))) as DeskSide
  const shell = shellServices({
    ...{
      settings,
      log,
      saveFile,
      findContents: () => null,
      refresh: () => undefined,
      dropStore: async () => undefined,
    },
    // Its window is never opened: it has no job for anybody.
    sheets: { ...sheetPrinter(() => undefined as never, log), print: async () => PDF },
    hall: { state: NO_HALL, open: async () => NO_HALL, close: () => NO_HALL },
    reveal: () => false,
    writeReport: (event, fields) => reports.write(event, fields, new Date()),
  })
  const services = side.audited({ ...side, ...shell } as unknown as Services)
  const door: Door = { served: { services, demand: side.demand }, windows, log }
  const from = (page: PageKind): MessageEvent => ({
    sender: contents[page].asContents(),
    senderFrame: { url: pageUrl(page), parent: null },
  })
  const ask = (channel: Channel, event: MessageEvent, args: readonly unknown[]) => answer(channel, event, args, door)
  return {
    ...{ side, folder, contents, bugs, ask, from },
    async call<T>(channel: Channel, args: object = {}) {
      const answered = await ask(channel, from('desk'), [args])
      if (!answered.ok) throw new Error(`${channel}: ${answered.error.code} ${JSON.stringify(answered.error.params)}`)
      return answered.value as T
    },
    fingerprint: except => fingerprintOf(folder, except),
    diagnostics: () =>
      filesUnder(diagnostics)
        .map(file => readFileSync(file, 'utf8'))
        .join('\n'),
    async end() {
      for (const task of ending.toReversed()) await task()
      await rm(userData, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}

/** What a desk looks at by itself now and then writes too (a copy that is due): here only what is asked may write. */
async function unwatched<T>(work: () => Promise<T>): Promise<T> {
  const every = globalThis.setInterval
  globalThis.setInterval = (() => every(() => undefined, 3_600_000).unref()) as unknown as typeof setInterval
  try {
    return await work()
  } finally {
    globalThis.setInterval = every
  }
}

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name))
      .sort()
  } catch {
    return []
  }
}

function fingerprintOf(folder: string, except: RegExp): string {
  return filesUnder(folder)
    .map(file => path.relative(folder, file))
    .filter(file => !except.test(file))
    .map(file => {
      const { size, mtimeNs, ino } = statSync(path.join(folder, file), { bigint: true })
      return `${file} ${size} ${mtimeNs} ${ino}`
    })
    .join('\n')
}
