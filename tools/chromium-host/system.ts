import { spawn } from 'node:child_process'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import { controlled, headed } from './surroundings.ts'

/** What was handed to the system; a test reads it instead of a program opening. */
export const opened: string[] = []

const OPENERS: Partial<Record<NodeJS.Platform, string>> = { win32: 'explorer.exe', darwin: 'open', linux: 'xdg-open' }

function openWithSystem(file: string): void {
  opened.push(file)
  const opener = OPENERS[process.platform]
  if (!headed || controlled || !opener) return
  spawn(opener, [file], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

export const shell = {
  openPath: async (file: string): Promise<string> => {
    openWithSystem(file)
    return ''
  },
  showItemInFolder: (file: string): void => openWithSystem(path.dirname(file)),
  /** A desk opens nothing outside: calling this is a mistake of the product. */
  openExternal: async (): Promise<void> => {
    throw new Error('shell.openExternal is not used by this application')
  },
  beep: (): void => {},
}

const AREA = { x: 0, y: 0, width: 1366, height: 768 }
const DISPLAY = {
  id: 1,
  label: '',
  bounds: AREA,
  workArea: AREA,
  size: { width: 1366, height: 768 },
  workAreaSize: { width: 1366, height: 768 },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
}
let displays = [DISPLAY]

/** Screens: one of 1366 × 768 unless a test says otherwise (control.ts); the stand-in cannot ask the system. */
class Screen extends EventEmitter {
  getAllDisplays = () => displays
  getPrimaryDisplay = () => displays[0] ?? DISPLAY
  getCursorScreenPoint = () => ({ x: 0, y: 0 })

  getDisplayNearestPoint = ({ x, y }: { x: number; y: number }) =>
    displays.find(
      ({ bounds }) => x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height,
    ) ?? this.getPrimaryDisplay()

  getDisplayMatching = ({ x, y, width, height }: typeof AREA) =>
    this.getDisplayNearestPoint({ x: x + width / 2, y: y + height / 2 })

  pretendDisplays(areas: (typeof AREA)[]): void {
    const before = displays
    displays = areas.map((bounds, at) => {
      const size = { width: bounds.width, height: bounds.height }
      return { ...DISPLAY, id: at + 1, bounds, workArea: bounds, size, workAreaSize: size }
    })
    for (const gone of before.slice(displays.length)) this.emit('display-removed', {}, gone)
    for (const added of displays.slice(before.length)) this.emit('display-added', {}, added)
    for (const [at, { bounds }] of displays.slice(0, before.length).entries()) {
      if (JSON.stringify(bounds) === JSON.stringify(before[at]?.bounds)) continue
      this.emit('display-metrics-changed', {}, displays[at], ['bounds', 'workArea'])
    }
  }
}

export const screen = new Screen()

/** Power and lock events come from a test only; Chromium tells nobody. */
class PowerMonitor extends EventEmitter {
  idleSeconds = 0
  getSystemIdleTime = (): number => this.idleSeconds
  getSystemIdleState = (threshold: number): string => (this.idleSeconds >= threshold ? 'idle' : 'active')
  isOnBatteryPower = (): boolean => false
}

export const powerMonitor = new PowerMonitor()
