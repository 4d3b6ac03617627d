import type { BrowserWindowConstructorOptions } from 'electron'
import type { PageKind } from '../security/origin.ts'

/** Where and how large the desk's window was, in device-independent pixels. */
export interface Bounds {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
}

/** Sheets are rendered unseen, in a window of about an A4 page. */
export const SHEET_BOUNDS: Bounds = { width: 1000, height: 1400 }

/** The options of every window. There is no other place where a window gets its rights. */
export function windowOptions(
  kind: PageKind,
  setting: { preload: string; packaged: boolean; visible: boolean; bounds: Bounds; title: string },
): BrowserWindowConstructorOptions {
  const isForPerson = kind === 'desk' || kind === 'recovery'
  return {
    ...setting.bounds,
    ...(isForPerson ? { minWidth: 960, minHeight: 640 } : {}),
    title: setting.title,
    show: setting.visible,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: setting.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      safeDialogs: true,
      navigateOnDragDrop: false,
      // A sheet is rendered in a window nobody sees; its timers must run.
      backgroundThrottling: isForPerson,
      devTools: !setting.packaged,
    },
  }
}
