import { BrowserWindow } from 'electron'
import { guardNavigation } from '../security/navigation.ts'
import type { PageKind } from '../security/origin.ts'
import { type Bounds, windowOptions } from './options.ts'
import type { WindowRegistry } from './registry.ts'

/** Opens a window and guards it before it loads anything. The one place where windows are made. */
export function openWindow(
  kind: PageKind,
  setting: { preload: string; packaged: boolean; visible: boolean; bounds: Bounds; title: string },
  windows: WindowRegistry,
): BrowserWindow {
  const window = new BrowserWindow(windowOptions(kind, setting))
  windows.add(window.webContents, kind)
  guardNavigation(window.webContents, kind)
  // The title is the program's: a page could put a person's name there, for the taskbar and every onlooker.
  window.on('page-title-updated', event => event.preventDefault())
  return window
}
