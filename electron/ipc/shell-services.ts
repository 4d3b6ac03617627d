import { randomBytes } from 'node:crypto'
import type { WebContents } from 'electron'
import type { Language } from '#shared/application/model.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { placesIn } from '../diagnostics/exception.ts'
import type { Log, LogFields } from '../diagnostics/log.ts'
import type { SheetPrinter } from '../print/sheet.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { HallWindow } from '../windows/hall-window.ts'
import type { ServiceContext, ShellServices } from './services.ts'

/** What the shell's own channels rest on. */
export interface ShellParts {
  readonly settings: SettingsStore
  readonly sheets: SheetPrinter
  readonly log: Log
  readonly hall: Pick<HallWindow, 'state' | 'open' | 'close'>
  readonly saveFile: ServiceContext['saveFile']
  /** Shows a file that was saved in this run in the system's folder window; false for any other path. */
  readonly reveal: (path: string) => boolean
  readonly writeReport: (event: string, fields: LogFields) => string | null
  readonly findContents: (window: number) => WebContents | null
  /** Deletes what Chromium keeps of the lists. Throws `store.cannot_open` where it was done before in this run. */
  readonly dropStore: () => Promise<void>
  /** Language or theme changed: menu and frame follow. */
  readonly refresh: () => void
}

export function shellServices(parts: ShellParts): ShellServices {
  const { settings, sheets, hall } = parts
  return {
    'app.setLanguage': async ({ language }: { language: Language }) => {
      await settings.change({ language })
      parts.refresh()
      return {}
    },
    'app.diagnostics': async ({ code, detail }, caller) => {
      const fields: LogFields = { id: randomBytes(4).toString('hex'), code, at: placesIn(detail) }
      parts.log.write('page.exception', fields)
      if (caller.page === 'sheet') sheets.failed(caller)
      const path = parts.writeReport('page.exception', fields)
      if (path === null) throw new ExpectedError('diagnostics.not_written')
      return { path }
    },
    'app.reload': async ({ dropStore }, caller) => {
      if (dropStore) await parts.dropStore()
      setImmediate(() => parts.findContents(caller.window)?.reload())
      return {}
    },
    'settings.get': async () => {
      const { floorMegabytes, theme, talon, looked } = settings.current
      return { floorMegabytes, theme, talon, looked }
    },
    'settings.set': async asked => {
      await settings.change(asked)
      parts.refresh()
      return {}
    },
    'sheet.save': async ({ job, fileName }, caller) => parts.saveFile(caller, 'pdf', fileName, await sheets.print(job)),
    'sheet.job': async (_nothing, caller) => ({ job: await sheets.jobOf(caller) }),
    'sheet.ready': async (_nothing, caller) => {
      sheets.ready(caller)
      return {}
    },
    'hall.screen': async () => hall.state,
    'hall.open': async ({ display }) => hall.open(display),
    'hall.close': async () => hall.close(),
    'file.reveal': async ({ path }) => {
      if (!parts.reveal(path)) throw new ExpectedError('file.not_saved_here')
      return {}
    },
  }
}
