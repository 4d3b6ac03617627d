import { existsSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'

type Manifest = { name?: string; productName?: string; version?: string }

/** A window on a screen, or pages nobody sees? `QABYLDAU_HEADLESS=1` forces the second. */
export const headed =
  process.env.QABYLDAU_HEADLESS !== '1' &&
  Boolean(
    process.env.DISPLAY || process.env.WAYLAND_DISPLAY || process.platform === 'win32' || process.platform === 'darwin',
  )

/** Tests speak to the host over the channel of the child process (control.ts). */
export const controlled = process.env.QABYLDAU_HOST_CONTROL === '1' && typeof process.send === 'function'

/** Windows of tests that are too many to be run with the preload in frames; Electron's `nodeIntegrationInSubFrames`. */
export const preloadInFrames = process.env.QABYLDAU_HOST_PRELOAD_IN_FRAMES === '1'

export const appPath = findAppPath(path.dirname(path.resolve(process.argv[1] ?? '.')))
export const manifest: Manifest = JSON.parse(readFileSync(path.join(appPath, 'package.json'), 'utf8')) as Manifest
export const appName = manifest.productName ?? manifest.name ?? 'app'

function findAppPath(from: string): string {
  if (existsSync(path.join(from, 'package.json'))) return from
  const above = path.dirname(from)
  if (above === from) throw new Error('no package.json above the main script')
  return findAppPath(above)
}

/** Folders as Electron names them, for this system. */
export function defaultPaths(): Map<string, string> {
  const home = homedir()
  const appData = appDataFolder(home)
  const userData = argument('--user-data-dir=') ?? path.join(appData, appName)
  return new Map([
    ['home', home],
    ['appData', appData],
    ['userData', path.resolve(userData)],
    ['temp', tmpdir()],
    ['logs', path.join(path.resolve(userData), 'logs')],
    ['crashDumps', path.join(path.resolve(userData), 'crashes')],
    ['documents', personalFolder(home, appData, 'DOCUMENTS', 'Documents')],
    ['downloads', personalFolder(home, appData, 'DOWNLOAD', 'Downloads')],
    ['desktop', personalFolder(home, appData, 'DESKTOP', 'Desktop')],
    ['exe', process.execPath],
    ['module', process.execPath],
  ])
}

function argument(start: string): string | undefined {
  return process.argv.find(each => each.startsWith(start))?.slice(start.length)
}

function appDataFolder(home: string): string {
  if (process.platform === 'win32') return process.env.APPDATA ?? path.join(home, 'AppData', 'Roaming')
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Application Support')
  return process.env.XDG_CONFIG_HOME || path.join(home, '.config')
}

/** On Linux the folder may carry a name in the person's language: `user-dirs.dirs` says which. */
function personalFolder(home: string, config: string, key: string, name: string): string {
  const file = path.join(config, 'user-dirs.dirs')
  const lines = process.platform === 'linux' && existsSync(file) ? readFileSync(file, 'utf8') : ''
  const value = new RegExp(`^XDG_${key}_DIR="(.+)"`, 'm').exec(lines)?.[1]
  return value ? value.replace('$HOME', home) : path.join(home, name)
}
