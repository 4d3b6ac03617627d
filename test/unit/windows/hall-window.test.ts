import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Settings } from '#electron/settings/settings.ts'
import { HallWindow } from '#electron/windows/hall-window.ts'
import type { HallScreen } from '#shared/hall/model.ts'
import { memoryLog } from '../ipc/fake-windows.ts'

const PAGE = 'app://desk/hall.html'
const DESK = { x: 0, y: 0, width: 1366, height: 768 }
const HALL = { x: 1366, y: 0, width: 1920, height: 1080 }

const shown = vi.hoisted(() => ({ displays: [] as object[], heard: new Map<string, () => void>() }))
vi.mock('electron', () => ({
  screen: {
    getAllDisplays: () => shown.displays,
    getPrimaryDisplay: () => shown.displays[0],
    getDisplayMatching: () => shown.displays[0],
    on: (event: string, listener: () => void) => shown.heard.set(event, listener),
  },
}))

function plug(...areas: (typeof DESK)[]): void {
  shown.displays = areas.map((bounds, at) => ({ id: at + 1, bounds, workArea: bounds, size: bounds }))
}

class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter()
  readonly loaded: string[] = []
  readonly done: string[] = []
  isFull = false
  loadURL = async (address: string) => void this.loaded.push(address)
  isDestroyed = () => false
  removeMenu = () => undefined
  isFullScreen = () => this.isFull
  setFullScreen = (on: boolean) => {
    this.isFull = on
  }
  setBounds = (bounds: object) => void this.done.push(JSON.stringify(bounds))
  showInactive = () => void this.done.push('shown')
  destroy = () => {
    this.done.push('destroyed')
    this.emit('closed')
  }
  crash(reason = 'crashed'): Promise<void> {
    this.webContents.emit('render-process-gone', {}, { reason })
    return new Promise(resolve => setImmediate(resolve))
  }
  press(key: string): boolean {
    const preventDefault = vi.fn()
    this.webContents.emit('before-input-event', { preventDefault }, { type: 'keyDown', key })
    return preventDefault.mock.calls.length > 0
  }
}

function make(hallPlace: Settings['hallPlace'] = { isWanted: false, isHidden: false, display: null }) {
  const windows: FakeWindow[] = []
  const settings = {
    current: { hallPlace } as Settings,
    change: async (part: Partial<Settings>) => void Object.assign(settings.current, part),
  }
  const told: HallScreen[] = []
  const openWindow = vi.fn((_bounds: object) => {
    windows.push(new FakeWindow())
    return windows.at(-1) as unknown as BrowserWindow
  })
  const focusDesk = vi.fn()
  const hall = new HallWindow({
    openWindow,
    deskBounds: () => DESK,
    focusDesk,
    settings,
    log: memoryLog(),
    tell: state => told.push(state),
  })
  const change = async (event: string) => {
    shown.heard.get(event)?.()
    await new Promise(resolve => setImmediate(resolve))
  }
  return { hall, windows, settings, told, openWindow, focusDesk, change }
}

beforeEach(() => plug(DESK, HALL))

describe('the window of the hall', () => {
  it('fills the second display and leaves the keyboard to the desk', async () => {
    const { hall, windows, openWindow, focusDesk, settings } = make()
    const state = await hall.open(null)
    expect(openWindow.mock.calls).toEqual([[HALL]])
    expect(windows[0]).toMatchObject({ isFull: true, loaded: [PAGE], done: ['shown'] })
    expect(focusDesk).toHaveBeenCalledOnce()
    expect(state).toMatchObject({ isOpen: true, told: null, displays: [{ id: 2, isChosen: true }] })
    expect(settings.current.hallPlace).toMatchObject({ isWanted: true, display: { id: 2 } })
  })

  it('with one display only it is a small window, and never fills it by itself', async () => {
    plug(DESK)
    const { hall, windows, openWindow } = make()
    await hall.open(null)
    expect(openWindow.mock.calls[0]?.[0]).toMatchObject({ width: 640, height: 360 })
    expect(windows[0]?.isFull).toBe(false)
  })

  it('when its display goes it closes, the desk is told, and with the display it is back', async () => {
    const { hall, windows, told, change } = make()
    await hall.open(null)
    plug(DESK)
    await change('display-removed')
    expect(windows[0]?.done).toContain('destroyed')
    expect(told.at(-1)).toMatchObject({ isOpen: false, told: 'display_gone' })
    plug(DESK, HALL)
    await change('display-added')
    expect(windows).toHaveLength(2)
    expect(told.at(-1)).toMatchObject({ isOpen: true, told: null })
  })

  it('a change of a display that is not its own leaves it alone: filling a display tells of one too', async () => {
    const { hall, windows, change } = make()
    await hall.open(null)
    await change('display-metrics-changed')
    expect(windows[0]?.done).toEqual(['shown'])
    plug(DESK, { ...HALL, width: 3840, height: 2160 })
    await change('display-metrics-changed')
    expect(windows[0]?.done).toContain(JSON.stringify({ ...HALL, width: 3840, height: 2160 }))
    expect(windows[0]?.isFull).toBe(true)
  })

  it('a page that crashes comes back; one that crashes for ever is closed and told', async () => {
    const { hall, windows, told, change } = make()
    await hall.open(null)
    for (let crash = 0; crash < 3; crash++) await windows[0]?.crash()
    expect(windows[0]?.loaded).toEqual([PAGE, PAGE, PAGE, PAGE])
    await windows[0]?.crash()
    expect(told.at(-1)).toMatchObject({ isOpen: false, told: 'page_gone' })
    await change('display-added')
    expect(windows).toHaveLength(1)
    await hall.open(null)
    expect(windows).toHaveLength(2)
  })

  it('closed by hand it stays closed; closed with the desk it stands again at the next start', async () => {
    const first = make()
    await first.hall.open(null)
    first.windows[0]?.emit('closed')
    expect(first.told.at(-1)?.isOpen).toBe(false)
    expect(first.settings.current.hallPlace.isWanted).toBe(false)
    const second = make()
    await second.hall.open(null)
    second.hall.leave()
    expect(second.settings.current.hallPlace.isWanted).toBe(true)
    const third = make(second.settings.current.hallPlace)
    await third.hall.restore()
    expect(third.windows).toHaveLength(1)
    expect(third.focusDesk).not.toHaveBeenCalled()
  })

  it('hears no key but F11 and Escape, and these only of how much of the display it fills', async () => {
    const { hall, windows } = make()
    await hall.open(null)
    expect(['a', 'F5', 'Tab', 'w'].map(key => windows[0]?.press(key))).toEqual([true, true, true, true])
    expect(windows[0]?.isFull).toBe(true)
    windows[0]?.press('Escape')
    expect(windows[0]?.isFull).toBe(false)
    windows[0]?.press('F11')
    expect(windows[0]?.isFull).toBe(true)
    expect(windows[0]?.done).toEqual(['shown'])
  })
})
