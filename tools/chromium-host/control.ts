import { app } from './app.ts'
import { decode, encode } from './codec.js'
import { type Answer, answerNextDialog, asked } from './dialog.ts'
import { shownEngine } from './engines.ts'
import { Menu, type MenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { pretendPrinters, printedJobs } from './printers.ts'
import { session } from './session.ts'
import { controlled } from './surroundings.ts'
import { opened, powerMonitor, screen } from './system.ts'
import { BrowserWindow } from './window.ts'

type Verb = (...args: never[]) => unknown

function describe(item: MenuItem): object {
  const { id, label, role, type, accelerator, enabled, visible, checked, submenu } = item
  return { id, label, role, type, accelerator, enabled, visible, checked, submenu: submenu?.items.map(describe) }
}

function findItem(items: MenuItem[], name: string): MenuItem | undefined {
  return items
    .map(item => (item.id === name || item.label === name ? item : findItem(item.submenu?.items ?? [], name)))
    .find(Boolean)
}

/** The request handler answers by a callback, the others by their result. */
function askPermission(
  permission: string,
): Promise<{ request: boolean | null; check: boolean | null; device: boolean | null }> {
  const { answers } = session.defaultSession
  const call = (name: string, ...args: unknown[]) =>
    (answers.get(name) as ((...args: unknown[]) => unknown) | null | undefined)?.(...args)
  const contents = BrowserWindow.getAllWindows()[0]?.webContents ?? null
  const details = { requestingUrl: contents?.getURL() ?? '', isMainFrame: true }
  const request = answers.get('permission-request')
    ? new Promise<boolean>(resolve => void call('permission-request', contents, permission, resolve, details))
    : Promise.resolve(null)
  const check = (call('permission-check', contents, permission, details.requestingUrl, details) ?? null) as
    | boolean
    | null
  const device = (call('device-permission', { deviceType: permission, origin: details.requestingUrl, device: {} }) ??
    null) as boolean | null
  return request.then(answered => ({ request: answered, check, device }))
}

/** What a test may ask of the host, by name. */
const verbs: Record<string, Verb> = {
  browser: async () => {
    await shownEngine().connection()
    return { pid: shownEngine().pid, port: shownEngine().debuggingPort() }
  },
  refuse: async () => shownEngine().refuse(await shownEngine().connection()),
  rendererPids: () => shownEngine().rendererPids(),
  windows: () =>
    BrowserWindow.getAllWindows().map(each => ({
      id: each.id,
      title: each.getTitle(),
      url: each.webContents.getURL(),
      visible: each.isVisible(),
      bounds: each.getBounds(),
      targetId: each.webContents.page?.targetId,
    })),
  closeWindow: (id: number) => BrowserWindow.fromId(id)?.close(),
  setBounds: (id: number, bounds: object) => BrowserWindow.fromId(id)?.setBounds(bounds),
  answerNextDialog: (answer: Answer) => answerNextDialog(answer),
  dialogs: () => asked,
  menu: () => Menu.getApplicationMenu()?.items.map(describe) ?? [],
  clickMenu: (name: string) => {
    const item = findItem(Menu.getApplicationMenu()?.items ?? [], name)
    if (!item) throw new Error(`no menu entry ${name}`)
    item.click()
  },
  power: (event: string, idleSeconds?: number) => {
    powerMonitor.idleSeconds = idleSeconds ?? powerMonitor.idleSeconds
    powerMonitor.emit(event)
  },
  displays: (areas: { x: number; y: number; width: number; height: number }[]) => screen.pretendDisplays(areas),
  systemDark: (dark: boolean) => nativeTheme.pretendSystem(dark),
  printers: (given: { name: string; standard?: boolean; fails?: boolean }[], folder: string) =>
    pretendPrinters(given, folder),
  printed: () => printedJobs(),
  permission: askPermission,
  opened: () => opened,
  activate: () => app.emit('activate', {}, false),
  quit: () => app.quit(),
}

/** Answers a test's driver over the channel of the child process; does nothing for a person's start. */
export function listenToTest(): void {
  if (!controlled) return
  process.on('message', (text: string) => {
    const { id, verb, args } = decode(text) as { id: number; verb: string; args: never[] }
    const answer = (fields: object) => process.connected && process.send?.(encode({ id, ...fields }))
    Promise.resolve()
      .then(() => verbs[verb]?.(...args))
      .then(value => answer({ value: structuredClone(value) }))
      .catch(error => answer({ error: (error as Error).message }))
  })
  // A test that died leaves nothing behind.
  process.on('disconnect', () => app.exit(1))
  process.channel?.unref()
}
