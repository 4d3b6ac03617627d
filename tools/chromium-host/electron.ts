// The stand-in for the module `electron`, over an installed Chromium. What is here, and how it differs: contract.md.
import { app } from './app.ts'
import { WebContents } from './contents.ts'
import { listenToTest } from './control.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc.ts'
import { Menu, MenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { safeStorage } from './safe-storage.ts'
import { protocol, session } from './session.ts'
import { powerMonitor, screen, shell } from './system.ts'
import { BrowserWindow } from './window.ts'

listenToTest()

const webContents = WebContents

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
}

// biome-ignore lint/style/noDefaultExport: `import electron from 'electron'` works in Electron.
export default {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents,
}
