import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { expect, it, vi } from 'vitest'
import type { Settings, SettingsStore } from '#electron/settings/settings.ts'
import { DeskWindow } from '#electron/windows/desk-window.ts'
import { USUAL_HALL } from '#shared/hall/model.ts'
import { memoryLog } from '../ipc/fake-windows.ts'

vi.mock('electron', () => ({
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1366, height: 728 } }] },
}))

const PAGE = 'app://desk/index.html'
const FAILURE = 'app://desk/failure.html'

class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter()
  readonly loaded: string[] = []
  readonly maximize = vi.fn()
  readonly destroy = vi.fn(() => this.emit('closed'))
  loadURL = async (address: string): Promise<void> => {
    this.loaded.push(address)
  }
  isDestroyed = () => false
  isMaximized = () => true
  isMinimized = () => false
  getNormalBounds = () => ({ x: 5, y: 6, width: 1000, height: 700 })
  crash(reason: string): Promise<void> {
    this.webContents.emit('render-process-gone', {}, { reason })
    return new Promise(resolve => setImmediate(resolve))
  }
}

function make(kept: Settings['window'] = null) {
  const fake = new FakeWindow()
  const log = memoryLog()
  const current = {
    language: 'kk',
    theme: 'system',
    floorMegabytes: 500,
    talon: { shape: 'A5', printer: null },
    looked: null,
    window: kept,
    backup: { folder: null, checked: null },
    hall: USUAL_HALL,
    hallPlace: { isWanted: false, isHidden: false, display: null },
  } as const
  const settings = { current, change: vi.fn(async () => {}) } satisfies SettingsStore
  const openWindow = vi.fn(() => fake as unknown as BrowserWindow)
  const onClosed = vi.fn()
  const writeReport = vi.fn(() => '/report.txt')
  const desk = new DeskWindow({ openWindow, settings, log, writeReport, onClosed })
  return { desk, fake, log, settings, openWindow, onClosed, writeReport }
}

it('a page that crashed comes back by itself, and the log says why', async () => {
  const { desk, fake, log } = make()
  await desk.open(true)
  await fake.crash('oom')
  expect(fake.loaded).toEqual([PAGE, PAGE])
  expect(log.lines).toEqual(['["page.gone",{"code":"oom"}]'])
})

it('a page that crashes for ever ends on the failure page with a report, not in a loop', async () => {
  const { desk, fake, writeReport } = make()
  await desk.open(true)
  for (let crash = 0; crash < 4; crash++) await fake.crash('crashed')
  expect(fake.loaded).toEqual([PAGE, PAGE, PAGE, PAGE, FAILURE])
  expect(desk.failure).toEqual({ stage: 'page', code: 'page.gone_again', params: {}, report: '/report.txt' })
  expect(writeReport).toHaveBeenCalledOnce()
})

it('a page that ends in good order is not brought back', async () => {
  const { desk, fake } = make()
  await desk.open(true)
  await fake.crash('clean-exit')
  expect(fake.loaded).toEqual([PAGE])
})

it('a page that cannot be loaded is noted and does not throw', async () => {
  const { desk, fake, log } = make()
  fake.loadURL = async () => {
    throw new Error('ERR_FAILED')
  }
  await desk.open(true)
  expect(log.lines).toEqual(['["window.bug",{},"Error"]'])
})

it('a start that failed shows the failure page only: the desk page is never loaded', async () => {
  const { desk, fake } = make()
  await desk.fail({ stage: 'start', code: 'start.disk_full', params: {}, report: null })
  expect(fake.loaded).toEqual([FAILURE])
})

it('opens where it was and keeps where it is when it is closed', async () => {
  const { desk, fake, openWindow, settings, onClosed } = make({ x: 1, y: 2, width: 900, height: 600, maximized: true })
  await desk.open(true)
  expect(openWindow.mock.calls).toEqual([[true, { x: 1, y: 2, width: 900, height: 600 }]])
  expect(fake.maximize).toHaveBeenCalledOnce()
  fake.emit('close')
  expect(settings.change.mock.calls).toEqual([[{ window: { x: 5, y: 6, width: 1000, height: 700, maximized: true } }]])
  fake.emit('closed')
  expect(onClosed).toHaveBeenCalledOnce()
})

it('a page that hangs is noted', async () => {
  const { desk, fake, log } = make()
  await desk.open(true)
  fake.emit('unresponsive')
  expect(log.lines).toEqual(['["page.unresponsive",{}]'])
})

it('a window that is let go of goes later, and neither its end nor its death is of the desk', async () => {
  const { desk, fake, onClosed } = make()
  await desk.open(true)
  const drop = desk.release()
  expect(desk.bounds).toBeNull()
  await fake.crash('oom')
  expect(fake.loaded).toEqual([PAGE])
  drop()
  expect(fake.destroy).toHaveBeenCalledOnce()
  expect(onClosed).not.toHaveBeenCalled()
})
