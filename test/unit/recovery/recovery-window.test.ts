import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { expect, it, vi } from 'vitest'
import { RecoveryWindow } from '#electron/windows/recovery-window.ts'
import { memoryLog } from '../ipc/fake-windows.ts'

const PAGE = 'app://desk/recovery.html'
const STATIC = 'app://desk/failure.html'

class FakeWindow extends EventEmitter {
  readonly webContents = new EventEmitter()
  readonly loaded: string[] = []
  readonly destroy = vi.fn(() => void this.emit('closed'))
  fails = false
  loadURL = async (address: string): Promise<void> => {
    this.loaded.push(address)
    if (this.fails && address === PAGE) throw new Error('ERR_FAILED')
  }
  isDestroyed = () => false
}

async function opened(fails = false) {
  const fake = new FakeWindow()
  fake.fails = fails
  const onClosed = vi.fn()
  const log = memoryLog()
  const window = new RecoveryWindow({ openWindow: () => fake as unknown as BrowserWindow, log, onClosed, patience: 20 })
  await window.open()
  return { fake, window, onClosed, log }
}

it('a page that asks for what it shows stays', async () => {
  const { fake, window } = await opened()
  window.heard()
  await new Promise(pass => setTimeout(pass, 60))
  expect(fake.loaded).toEqual([PAGE])
})

it('a page that cannot be loaded gives way to the page without scripts', async () => {
  expect((await opened(true)).fake.loaded).toEqual([PAGE, STATIC])
})

it('a page that is loaded and says nothing gives way too', async () => {
  const { fake } = await opened()
  await expect.poll(() => fake.loaded).toEqual([PAGE, STATIC])
})

it('a page that dies comes back, and one that dies for ever ends on the page without scripts', async () => {
  const { fake } = await opened()
  for (let death = 0; death < 4; death++) {
    fake.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await new Promise(pass => setImmediate(pass))
  }
  expect(fake.loaded).toEqual([PAGE, PAGE, PAGE, PAGE, STATIC])
})

it('closed by a person it is told; let go of for an open desk it is not', async () => {
  const one = await opened()
  one.fake.emit('closed')
  expect(one.onClosed).toHaveBeenCalledOnce()
  const other = await opened()
  other.window.drop()
  expect(other.fake.destroy).toHaveBeenCalledOnce()
  expect(other.onClosed).not.toHaveBeenCalled()
})
