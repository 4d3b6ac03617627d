import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
import { expect, it, vi } from 'vitest'
import { sheetPrinter } from '#electron/print/sheet.ts'
import type { SheetJob } from '#shared/ipc/documents.ts'
import { memoryLog } from '../ipc/fake-windows.ts'

const GOOD = Buffer.from('%PDF-1.4\n/MediaBox [0 0 595.92 842.88]\n%%EOF\n')
const jobNamed = (name: string) =>
  ({ kind: 'report', paper: 'A4', language: 'kk', data: { name } }) as unknown as SheetJob
const caller = (window: number) => ({ window, page: 'sheet', load: 1 }) as const

let count = 0

class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new EventEmitter(), {
    id: ++count,
    printToPDF: vi.fn(async () => GOOD),
    print: vi.fn(),
  })
  readonly loadURL = vi.fn(async (_address: string) => {})
  destroyed = false
  isDestroyed(): boolean {
    return this.destroyed
  }
  destroy(): void {
    this.destroyed = true
  }
}

function printer(timeout = 1000, kept = 60_000) {
  const windows: FakeWindow[] = []
  const log = memoryLog()
  const sheets = sheetPrinter(
    () => {
      const window = new FakeWindow()
      windows.push(window)
      return window as unknown as BrowserWindow
    },
    log,
    { timeout, kept },
  )
  // A window is opened when the line before it is done: a few turns of the queue, no time.
  const opened = async (index: number): Promise<FakeWindow> => {
    for (let turn = 0; turn < 20 && !windows[index]; turn++) await Promise.resolve()
    const window = windows[index]
    if (!window) throw new Error('not opened')
    return window
  }
  return { sheets, windows, opened, log }
}

it('a sheet is loaded, asks for its job, says it is ready and is printed; its window is put away', async () => {
  const { sheets, opened } = printer()
  const job = jobNamed('a')
  const printed = sheets.print(job)
  const window = await opened(0)
  expect(window.loadURL.mock.calls).toEqual([['app://desk/sheet.html']])
  expect(await sheets.jobOf(caller(window.webContents.id))).toBe(job)
  expect(window.webContents.printToPDF).not.toHaveBeenCalled()
  sheets.ready(caller(window.webContents.id))
  expect(await printed).toBe(GOOD)
  expect(window.webContents.printToPDF.mock.calls).toEqual([
    [expect.objectContaining({ pageSize: 'A4', preferCSSPageSize: true, printBackground: true })],
  ])
  expect(window.destroyed).toBe(true)
})

it('sheets are printed one at a time, and one that failed does not hold up the next', async () => {
  const { sheets, windows, opened } = printer()
  const first = sheets.print(jobNamed('first'))
  const second = sheets.print(jobNamed('second'))
  first.catch(() => undefined)
  const one = await opened(0)
  expect(windows).toHaveLength(1)
  sheets.failed(caller(one.webContents.id))
  await expect(first).rejects.toMatchObject({ detail: { code: 'sheet.failed' } })
  const two = await opened(1)
  sheets.ready(caller(two.webContents.id))
  await second
  expect(windows.map(window => window.destroyed)).toEqual([true, true, false])
})

it('only the window of the running sheet gets its job', async () => {
  const { sheets, opened } = printer()
  const printed = sheets.print(jobNamed('a'))
  const { id } = (await opened(0)).webContents
  expect(() => sheets.jobOf(caller(id + 1))).toThrow('sheet.no_job')
  expect(() => sheets.ready(caller(id + 1))).toThrow('sheet.no_job')
  sheets.ready(caller(id))
  await printed
  expect(() => sheets.jobOf(caller(id))).toThrow('sheet.no_job')
})

it('no window shows two sheets: the next one waits loaded in a window of its own, and gets its own job alone', async () => {
  const { sheets, windows, opened } = printer()
  const first = sheets.print(jobNamed('first'))
  const one = await opened(0)
  sheets.ready(caller(one.webContents.id))
  await first
  const two = await opened(1)
  expect(two.loadURL.mock.calls).toEqual([['app://desk/sheet.html']])
  const asked = sheets.jobOf(caller(two.webContents.id))
  const given = vi.fn()
  void asked.then(given)
  await new Promise(setImmediate)
  expect(given).not.toHaveBeenCalled()
  const job = jobNamed('second')
  const second = sheets.print(job)
  expect(await asked).toBe(job)
  expect(() => sheets.jobOf(caller(one.webContents.id))).toThrow('sheet.no_job')
  sheets.ready(caller(two.webContents.id))
  await second
  expect(windows.map(window => window.destroyed)).toEqual([true, true, false])
})

it.each<[string, (window: FakeWindow) => unknown]>([
  ['dies', window => window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })],
  ['is closed as the desk is locked', window => window.webContents.emit('destroyed')],
])('a window that %s before it has a sheet fails none', async (_what, end) => {
  const { sheets, windows, opened, log } = printer()
  const first = sheets.print(jobNamed('first'))
  sheets.ready(caller((await opened(0)).webContents.id))
  await first
  end(await opened(1))
  await new Promise(setImmediate)
  expect(windows[1]?.destroyed).toBe(true)
  const second = sheets.print(jobNamed('second'))
  sheets.ready(caller((await opened(2)).webContents.id))
  expect(await second).toBe(GOOD)
  expect(log.lines).toEqual([])
})

it('a window that is not needed for long is put away', async () => {
  const { sheets, windows, opened } = printer(1000, 10)
  const first = sheets.print(jobNamed('first'))
  sheets.ready(caller((await opened(0)).webContents.id))
  await first
  await vi.waitFor(() => expect(windows.map(window => window.destroyed)).toEqual([true, true]))
})

it('a program that ends opens no window', async () => {
  const { sheets, windows, opened } = printer()
  const first = sheets.print(jobNamed('first'))
  sheets.ready(caller((await opened(0)).webContents.id))
  await first
  sheets.leave()
  expect(windows.map(window => window.destroyed)).toEqual([true, true])
  const last = sheets.print(jobNamed('last'))
  sheets.ready(caller((await opened(2)).webContents.id))
  await last
  expect(windows).toHaveLength(3)
})

it('a sheet that never gets ready is given up', async () => {
  const { sheets, windows, log } = printer(20)
  await expect(sheets.print(jobNamed('a'))).rejects.toMatchObject({ detail: { code: 'sheet.timeout' } })
  expect(windows[0]?.destroyed).toBe(true)
  expect(log.lines).toEqual(['["sheet.failed",{"code":"sheet.timeout"}]'])
})

it('a print that never returns is given up', async () => {
  const { sheets, windows, opened } = printer(20)
  const printed = sheets.print(jobNamed('a'))
  printed.catch(() => undefined)
  const window = await opened(0)
  window.webContents.printToPDF.mockReturnValue(new Promise(() => {}))
  sheets.ready(caller(window.webContents.id))
  await expect(printed).rejects.toMatchObject({ detail: { code: 'sheet.timeout' } })
  expect(windows[0]?.destroyed).toBe(true)
})

it('a sheet whose page dies fails at once', async () => {
  const { sheets, opened } = printer()
  const printed = sheets.print(jobNamed('a'))
  printed.catch(() => undefined)
  const window = await opened(0)
  window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  await expect(printed).rejects.toMatchObject({ detail: { code: 'sheet.failed' } })
})

it('a PDF on other paper is not given away', async () => {
  const { sheets, opened } = printer()
  const printed = sheets.print({ ...jobNamed('a'), paper: 'A3' } as SheetJob)
  printed.catch(() => undefined)
  const window = await opened(0)
  sheets.ready(caller(window.webContents.id))
  await expect(printed).rejects.toMatchObject({ detail: { code: 'sheet.bad_pdf', params: { reason: 'paper' } } })
  expect(window.destroyed).toBe(true)
})

type Print = (options: object, done: (taken: boolean) => void) => void
const printed = (how: Print) => async (window: FakeWindow) => void window.webContents.print.mockImplementation(how)

it('a sheet for a printer is checked and handed over as PDF first, then sent without a dialog', async () => {
  const { sheets, opened } = printer()
  const order: string[] = []
  const sent = sheets.printOn(jobNamed('a'), 'Counter', async pdf => void order.push(pdf === GOOD ? 'kept' : 'other'))
  const window = await opened(0)
  await printed((options, done) => {
    order.push(JSON.stringify(options))
    done(true)
  })(window)
  sheets.ready(caller(window.webContents.id))
  expect(await sent).toBe(true)
  expect(order[0]).toBe('kept')
  expect(JSON.parse(order[1] ?? '')).toMatchObject({
    silent: true,
    deviceName: 'Counter',
    pageSize: 'A4',
    margins: { marginType: 'none' },
  })
  expect(window.destroyed).toBe(true)
})

it.each<[string, Print]>([
  ['is refused', (_options, done) => done(false)],
  [
    'throws at once',
    () => {
      throw new Error('Invalid deviceName provided')
    },
  ],
  ['is never answered', () => undefined],
])('a job that %s counts as not printed', async (_what, how) => {
  const { sheets, opened } = printer(200)
  const sent = sheets.printOn(jobNamed('a'), 'Counter', async () => undefined)
  const window = await opened(0)
  await printed(how)(window)
  sheets.ready(caller(window.webContents.id))
  expect(await sent).toBe(false)
})

it('what cannot be kept is not printed', async () => {
  const { sheets, opened } = printer()
  const sent = sheets.printOn(jobNamed('a'), 'Counter', async () => {
    throw new Error('disk')
  })
  sent.catch(() => undefined)
  const window = await opened(0)
  sheets.ready(caller(window.webContents.id))
  await expect(sent).rejects.toThrow('disk')
  expect(window.webContents.print).not.toHaveBeenCalled()
})
