import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { _electron, type ElectronApplication } from 'playwright-core'
import type { Desk, DialogAnswer, LaunchOptions, MenuEntry } from './launch.ts'

/**
 * The same desk on a real Electron (`QABYLDAU_HOST=electron`), where its binary is present. Written after Playwright's
 * documentation and NEVER RUN so far: no machine of ours could have the binary.
 */
export async function launchElectron(options: LaunchOptions & { userData: string; temporary: boolean }): Promise<Desk> {
  const main = options.main ?? 'dist/app/main/main.js'
  const executablePath = createRequire(import.meta.url)('electron') as unknown as string
  const env = { ...(process.env as Record<string, string>), TZ: 'Asia/Oral', ...options.env }
  const running = await _electron.launch({
    executablePath,
    args: [main, `--user-data-dir=${options.userData}`, ...(options.args ?? [])],
    env,
  })
  const child = running.process()
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', chunk => {
    stdout += String(chunk)
  })
  child.stderr?.on('data', chunk => {
    stderr += String(chunk)
  })
  await scriptDialogs(running, options.answers ?? [])
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>(resolve =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  )
  return {
    page: await running.firstWindow(),
    userData: options.userData,
    mainPid: child.pid ?? 0,
    // Electron's main process is the browser process.
    browserPid: child.pid ?? 0,
    rendererPids: () =>
      running.evaluate(({ app }) => app.getAppMetrics().flatMap(each => (each.type === 'Tab' ? [each.pid] : []))),
    answerNextDialog: answer => scriptDialogs(running, [answer]),
    menu: () => readMenu(running),
    clickMenu: name =>
      running.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), name),
    control: verb => Promise.reject(new Error(`${verb}: only the Chromium host has a control channel`)),
    reconnect: () => running.firstWindow(),
    pageOf: async part => {
      const found = running.windows().find(each => each.url().includes(part))
      return found ?? (await running.waitForEvent('window', each => each.url().includes(part)))
    },
    stderr: () => stderr,
    stdout: () => stdout,
    exited,
    quit: async () => {
      await running.evaluate(({ app }) => app.quit())
      return (await exited).code
    },
    close: async () => {
      await running.close()
      if (options.temporary) await rm(options.userData, { recursive: true, force: true })
    },
  }
}

/** Electron's dialogs are native: in main they are replaced by a queue of answers. */
async function scriptDialogs(running: ElectronApplication, answers: DialogAnswer[]): Promise<void> {
  await running.evaluate(({ dialog }, added) => {
    const kept = globalThis as unknown as { answers?: DialogAnswer[] }
    kept.answers = [...(kept.answers ?? []), ...added]
    const next = () => kept.answers?.shift() ?? null
    const open = async () => {
      const filePaths = next()?.filePaths ?? []
      return { canceled: filePaths.length === 0, filePaths }
    }
    const save = async () => {
      const filePath = next()?.filePath ?? ''
      return { canceled: filePath === '', filePath }
    }
    const ask = async () => ({ response: next()?.response ?? 0, checkboxChecked: false })
    Object.assign(dialog, { showOpenDialog: open, showSaveDialog: save, showMessageBox: ask })
  }, answers)
}

function readMenu(running: ElectronApplication): Promise<MenuEntry[]> {
  return running.evaluate(({ Menu }) => {
    const describe = (items: Electron.MenuItem[]): MenuEntry[] =>
      items.map(({ id, label, enabled, checked, submenu }) => ({
        id,
        label,
        enabled,
        checked,
        ...(submenu ? { submenu: describe(submenu.items) } : {}),
      }))
    return describe(Menu.getApplicationMenu()?.items ?? [])
  })
}
