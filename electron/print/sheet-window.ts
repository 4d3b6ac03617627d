import type { BrowserWindow } from 'electron'
import type { DrawnJob } from '#shared/ipc/documents.ts'
import { ExpectedError } from '#shared/result/result.ts'
import { pageUrl } from '../security/origin.ts'

/** A hidden window for one sheet: its page is loaded at once and asks for its job. */
export interface SheetWindow {
  readonly id: number
  readonly window: BrowserWindow
  readonly job: PromiseWithResolvers<DrawnJob>
  readonly rendered: PromiseWithResolvers<void>
  /** Rejects with whatever goes wrong first, at any stage: time is up, the page died, the page said so. */
  readonly broken: PromiseWithResolvers<never>
}

/** The window of the next sheet. */
export interface SpareWindow {
  /** Loads one, where none stands ready; one that is not needed for long is put away. */
  prepare(): void
  find(): SheetWindow | null
  /** The one that stands ready, or a new one. It is nobody else's from here on. */
  take(): SheetWindow
  /** Nothing stands ready from here on: a program that ends opens no windows. */
  leave(): void
}

export function spareWindow(openWindow: () => BrowserWindow, kept: number): SpareWindow {
  let spare: SheetWindow | null = null
  let idle: NodeJS.Timeout | undefined
  let isLeft = false

  const drop = () => {
    clearTimeout(idle)
    if (spare !== null) putAway(spare)
    spare = null
  }

  return {
    prepare: () => {
      drop()
      if (isLeft) return
      const next = begin(openWindow())
      spare = next
      // What breaks before it has a job is nobody's failure: the next sheet gets another window.
      next.broken.promise.catch(() => {
        if (spare === next) drop()
      })
      idle = setTimeout(drop, kept)
      idle.unref()
    },
    find: () => spare,
    take: () => {
      clearTimeout(idle)
      const taken = spare ?? begin(openWindow())
      spare = null
      return taken
    },
    leave: () => {
      isLeft = true
      drop()
    },
  }
}

/** Whatever stands in it is gone with it. */
export function putAway({ window }: SheetWindow): void {
  if (!window.isDestroyed()) window.destroy()
}

function begin(window: BrowserWindow): SheetWindow {
  const broken = Promise.withResolvers<never>()
  // It may break after the sheet is done with; nobody listens then.
  broken.promise.catch(() => undefined)
  const fail = () => broken.reject(new ExpectedError('sheet.failed'))
  window.webContents.on('render-process-gone', fail)
  window.webContents.on('destroyed', fail)
  window.loadURL(pageUrl('sheet')).catch(fail)
  const { id } = window.webContents
  return { id, window, job: Promise.withResolvers(), rendered: Promise.withResolvers(), broken }
}
