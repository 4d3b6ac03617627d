import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTRACT, INSTANCES } from '../../tools/chromium-host/contract.ts'
import { type Desk, isAlive, launchDesk, processGone, root } from './launch/launch.ts'

const run = promisify(execFile)
const main = path.join(root, 'test/fixtures/host-app/main.js')

type Api = {
  name: string
  nested: { list: number[] }
  call: <Result = unknown>(channel: string, ...args: unknown[]) => Promise<Result>
  post: (channel: string, ...args: unknown[]) => void
  add: (left: number, right: number) => number
  fail: () => never
  onNews: (listener: (...args: unknown[]) => void) => () => void
}
declare global {
  interface Window {
    hosted: Api
    found: object
    startWorker: () => Worker
  }
}

type Seen = {
  event: string
  url?: string
  reason?: string
  argv?: string[]
  dark?: boolean
  name?: string
  value?: unknown
}

function call<Result = unknown>(desk: Desk, channel: string, ...args: unknown[]): Promise<Result> {
  return desk.page.evaluate(([name, given]) => window.hosted.call(name as string, ...(given as unknown[])), [
    channel,
    args,
  ] as const) as Promise<Result>
}

/** What the fixture's main heard, once the wanted event is among it. */
async function heard(desk: Desk, event: string): Promise<Seen> {
  return await expect
    .poll(async () => (await call<Seen[]>(desk, 'seen')).find(each => each.event === event), { timeout: 10_000 })
    .toBeDefined()
    .then(async () => {
      const found = (await call<Seen[]>(desk, 'seen')).findLast(each => each.event === event)
      if (!found) throw new Error(`main forgot ${event}`)
      return found
    })
}

describe('a window of the host', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await launchDesk({ main })
  })
  afterAll(() => desk.close())

  test('stands on a secure origin with the preload there before the first script, and no way to main but it', async () => {
    expect(desk.page.url()).toBe('https://desk.app.localhost/index.html')
    expect(await desk.page.evaluate(() => window.found)).toEqual({
      desk: 'object',
      toMain: 'undefined',
      deliver: 'undefined',
      secure: true,
    })
    const reachable = await desk.page.evaluate(() =>
      Object.getOwnPropertyNames(window).filter(name => /qabyldau|bridge|toMain|deliver|ipc|runPreload/i.test(name)),
    )
    expect(reachable).toEqual([])
  })

  test('serves pages, styles, code, a module worker and fetch by the scheme handler, with status and headers', async () => {
    expect(await desk.page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)).toBe('rgb(1, 2, 3)')
    const fetched = await desk.page.evaluate(async () => {
      const response = await fetch('/echo?q=ә', { method: 'POST', body: 'сәлем' })
      return { status: response.status, own: response.headers.get('x-own'), body: await response.json() }
    })
    expect(fetched).toEqual({
      status: 201,
      own: 'kept',
      body: { url: 'app://desk/echo?q=%D3%99', method: 'POST', body: 'сәлем' },
    })
    expect(await desk.page.evaluate(async () => (await fetch('/missing.css')).status)).toBe(404)
    const worker = await desk.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const started = window.startWorker()
          started.onmessage = ({ data }) => resolve(data)
          started.onerror = () => reject(new Error('worker'))
        }),
    )
    expect(worker).toEqual([42, 201, { url: 'app://desk/echo', method: 'POST', body: 'b' }])
  })

  test('keeps what the structured clone keeps, both ways, and refuses functions', async () => {
    const kept = await desk.page.evaluate(async () => {
      const bytes = new Uint8Array([1, 2, 255])
      const loop: { self?: unknown } = {}
      loop.self = loop
      const given = {
        bytes,
        date: new Date(5),
        map: new Map([[1, { deep: 2n }]]),
        set: new Set(['a']),
        none: undefined,
        zero: -0,
        nan: Number.NaN,
        list: new Array<number>(1).concat(1),
        loop,
        error: new RangeError('r'),
        text: '\ud800ә',
        buffer: bytes.buffer,
      }
      const back = await window.hosted.call<typeof given>('echo', given)
      return [
        back.bytes instanceof Uint8Array && [...back.bytes].join() === '1,2,255',
        back.date instanceof Date && back.date.getTime() === 5,
        back.map.get(1)?.deep === 2n,
        back.set.has('a'),
        'none' in back && back.none === undefined,
        Object.is(back.zero, -0) && Number.isNaN(back.nan),
        back.list[1] === 1 && back.list.length === 2,
        back.loop.self === back.loop,
        back.error instanceof Error && back.error.message === 'r',
        back.text === '\ud800ә',
        back.buffer instanceof ArrayBuffer && back.buffer.byteLength === 3,
      ]
    })
    expect(kept).toEqual(Array(11).fill(true))
    const refused = await desk.page.evaluate(() =>
      Promise.all(
        [() => 1, Symbol('s'), { deep: [() => 1] }, new Blob(['x']), document.body].map(each =>
          window.hosted.call('echo', each).then(String, error => error.message),
        ),
      ),
    )
    expect(refused.map(message => /clone|unsupported/.test(message))).toEqual(Array(5).fill(true))
    await expect(call(desk, 'give-function')).rejects.toThrow(/could not be cloned/)
  })

  test('carries a few megabytes unharmed', async () => {
    const same = await desk.page.evaluate(async () => {
      const bytes = Uint8Array.from({ length: 5_000_000 }, (_, at) => at % 251)
      const back = await window.hosted.call<Uint8Array>('echo', bytes)
      return back.length === bytes.length && back.every((each, at) => each === bytes[at])
    })
    expect(same).toBe(true)
  })

  test('tells errors of a handler as Electron does', async () => {
    await expect(call(desk, 'fail')).rejects.toThrow("Error invoking remote method 'fail': RangeError: too far")
    await expect(call(desk, 'nobody')).rejects.toThrow("No handler registered for 'nobody'")
  })

  test('exposes a frozen copy, wrapped functions, errors with their message only', async () => {
    const api = await desk.page.evaluate(() => {
      const error = (() => {
        try {
          return window.hosted.fail()
        } catch (caught) {
          return caught as Error & { secret?: string }
        }
      })()
      const assign = (act: () => void) => {
        try {
          act()
          return 'assigned'
        } catch (caught) {
          return (caught as Error).name
        }
      }
      const changed = assign(() => {
        window.hosted.nested.list.push(3)
      })
      return {
        sum: window.hosted.add(1, 2),
        frozen: Object.isFrozen(window.hosted) && Object.isFrozen(window.hosted.nested.list),
        changed,
        message: error.message,
        kind: error.name,
        secret: error.secret,
      }
    })
    expect(api).toEqual({
      sum: 3,
      frozen: true,
      changed: 'TypeError',
      message: 'only the message',
      kind: 'Error',
      secret: undefined,
    })
  })

  test('sends both ways and stops when the listener is taken off', async () => {
    const news = await desk.page.evaluate(
      () =>
        new Promise(resolve => {
          const stop = window.hosted.onNews((value, map) => {
            stop()
            resolve([value, (map as Map<string, number>).get('a')])
          })
          window.hosted.post('note', 'сәлем')
        }),
    )
    expect(news).toEqual(['сәлем', 1])
    expect(await heard(desk, 'note')).toMatchObject({ value: 'сәлем' })
  })

  test('names the sender, and knows a sub-frame', async () => {
    expect(await call(desk, 'who')).toEqual({
      url: 'app://desk/index.html',
      origin: 'app://desk',
      sub: false,
      top: 'app://desk/index.html',
      same: true,
      contents: 1,
    })
  })

  test('makes the content policy effective', async () => {
    const blocked = await desk.page.evaluate(async () => {
      const script = document.createElement('script')
      let assigned = 'text accepted'
      try {
        script.textContent = 'window.injected = true'
      } catch {
        assigned = 'text refused'
      }
      // A text node goes round the trusted types; the policy for scripts still stands.
      script.append('window.injected = true')
      document.body.append(script)
      const image = new Image()
      const failed = new Promise(resolve => {
        image.onerror = () => resolve('blocked')
        image.onload = () => resolve('loaded')
      })
      image.src = 'https://example.com/a.png'
      return [assigned, await failed, 'injected' in window]
    })
    expect(blocked).toEqual(['text refused', 'blocked', false])
  })

  test('answers nothing outside the scheme: the machine is never left', async () => {
    const tried = await desk.page.evaluate(async () => {
      const violation = new Promise<string>(resolve =>
        document.addEventListener('securitypolicyviolation', event => resolve(event.blockedURI), { once: true }),
      )
      await fetch('https://example.com/x').catch(() => undefined)
      return await violation
    })
    expect(tried).toContain('https://example.com')
    // Without the page's own policy in the way, the host itself refuses.
    const other = await desk.page.evaluate(async () => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const inside = frame.contentWindow as unknown as typeof globalThis
      return await inside.fetch('https://other.app.localhost:1/').then(
        () => 'answered',
        () => 'refused',
      )
    })
    expect(other).toBe('refused')
  })

  test('asks the guards: a refused link leaves the page where it is, an allowed one is followed', async () => {
    await desk.page.click('#outside')
    expect(await heard(desk, 'will-navigate')).toMatchObject({ url: 'https://example.com/' })
    await desk.page.click('#mail')
    await expect.poll(() => heard(desk, 'will-navigate')).toMatchObject({ url: 'mailto:a@example.com' })
    expect(desk.page.url()).toBe('https://desk.app.localhost/index.html')
    await desk.page.click('#inside')
    await desk.page.waitForURL('**/other.html')
    expect(await call(desk, 'who')).toMatchObject({ url: 'app://desk/other.html' })
    await desk.page.goBack()
  })

  test('opens no window: the handler is asked, the page gets null', async () => {
    await desk.page.click('#blank')
    expect(await heard(desk, 'open')).toMatchObject({ url: 'https://example.com/new' })
    expect(await desk.page.evaluate(() => window.open('/other.html'))).toBeNull()
    await expect.poll(() => heard(desk, 'open')).toMatchObject({ url: 'app://desk/other.html' })
    expect(desk.page.context().pages()).toHaveLength(1)
  })

  test('refuses permissions and downloads', async () => {
    const states = await desk.page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
        'persistent-storage',
      ] as PermissionName[]
      return await Promise.all(names.map(async name => (await navigator.permissions.query({ name })).state))
    })
    expect(states).toEqual(Array(7).fill('denied'))
    const media = await desk.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(String, error => error.name),
    )
    // A machine without a microphone says that there is none.
    expect(['NotAllowedError', 'NotFoundError']).toContain(media)
    expect(await desk.control('permission', 'geolocation')).toEqual({ request: false, check: false, device: null })
    await desk.page.click('#download')
    expect(await heard(desk, 'download')).toMatchObject({ name: 'list.csv' })
  })

  test('has every name of its contract', async () => {
    expect(await call(desk, 'missing', CONTRACT, INSTANCES)).toEqual([])
  })

  test('tells the application about itself', async () => {
    const about = await call(desk, 'app')
    expect(about).toEqual({
      version: '1.2.3',
      name: 'HostApp',
      packaged: false,
      ready: true,
      userData: desk.userData,
      electron: null,
      type: null,
      screens: 1,
    })
  })

  test('lets a test answer dialogs; unanswered they are cancelled', async () => {
    await desk.answerNextDialog({ filePaths: ['/a.xlsx'] })
    expect(await call(desk, 'open')).toEqual({ canceled: false, filePaths: ['/a.xlsx'] })
    expect(await call(desk, 'open')).toEqual({ canceled: true, filePaths: [] })
    await desk.answerNextDialog({ filePath: '/b.csv' })
    expect(await call(desk, 'save')).toEqual({ canceled: false, filePath: '/b.csv' })
    await desk.answerNextDialog({ response: 1 })
    expect(await call(desk, 'ask')).toEqual({ response: 1, checkboxChecked: false })
    expect(await desk.control<{ kind: string }[]>('dialogs')).toHaveLength(4)
  })

  test('lets a test read and click the menu, lock the screen, darken the system', async () => {
    expect(await desk.menu()).toMatchObject([
      { label: 'File', submenu: [{ id: 'note', label: 'Note', accelerator: 'Ctrl+N' }, { role: 'quit' }] },
    ])
    await desk.clickMenu('note')
    await heard(desk, 'menu')
    await desk.control('power', 'lock-screen', 900)
    await heard(desk, 'lock-screen')
    await call(desk, 'theme', 'dark')
    expect(await heard(desk, 'theme')).toMatchObject({ dark: true })
    await expect.poll(() => desk.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true)
  })

  test('lets a test plug displays in and out', async () => {
    const first = { x: 0, y: 0, width: 1366, height: 768 }
    await desk.control('displays', [first, { x: 1366, y: 0, width: 1920, height: 1080 }])
    expect(await heard(desk, 'display-added')).toMatchObject({ value: 2 })
    expect(await call(desk, 'app')).toMatchObject({ screens: 2 })
    await desk.control('displays', [{ ...first, width: 1280 }])
    expect(await heard(desk, 'display-removed')).toMatchObject({ value: 2 })
    expect(await heard(desk, 'display-metrics-changed')).toMatchObject({ value: 1 })
    await desk.control('displays', [first])
  })

  test('seals text, and says that no key store stands behind it', async () => {
    expect(await call(desk, 'seal', 'құпия')).toBe('құпия')
    const sealed = await desk.page.evaluate(async () =>
      new TextDecoder().decode(await window.hosted.call<Uint8Array>('sealed', 'құпия')),
    )
    expect(sealed).not.toContain('құпия')
    expect(desk.stderr().match(/NOT FOR THE DATA OF PEOPLE/g)).toHaveLength(1)
    await expect(call(desk, 'external')).rejects.toThrow(/not used/)
  })

  test('prints a hidden window to PDF in the size asked for', async () => {
    expect(await pageSize({ pageSize: 'A4' })).toEqual([595, 842])
    expect(await pageSize({ pageSize: 'A3', landscape: true })).toEqual([1191, 842])
    expect(await pageSize({ pageSize: { width: 4, height: 6 }, margins: { marginType: 'none' } })).toEqual([288, 432])
    await expect(call(desk, 'pdf', { pageSize: 'B9' })).rejects.toThrow(/Invalid pageSize/)
    await expect.poll(() => desk.page.context().pages().length).toBe(1)
  })

  test('has no printer of its own; one that a test names gets the page as PDF, or fails as told', async () => {
    expect(await call(desk, 'printers')).toEqual([])
    const job = { silent: true, deviceName: 'Counter', pageSize: { width: 58_000, height: 100_000 } }
    const refused = { success: false, reason: 'Invalid deviceName provided' }
    expect(await call(desk, 'print', job)).toEqual(refused)
    await desk.control(
      'printers',
      [
        { name: 'Counter', standard: true },
        { name: 'Broken', fails: true },
      ],
      desk.userData,
    )
    expect(await call(desk, 'printers')).toMatchObject([{ name: 'Counter' }, { name: 'Broken' }])
    expect(await call(desk, 'print', { ...job, deviceName: 'Broken' })).toMatchObject({ success: false })
    expect(await call(desk, 'print', job)).toEqual({ success: true, reason: '' })
    const printed = await desk.control<{ printer: string; file: string }[]>('printed')
    expect(printed.map(each => each.printer)).toEqual(['Counter'])
    const { stdout } = await run('pdfinfo', [printed[0]?.file ?? ''])
    expect(stdout).toMatch(/Pages: +1/)
    const small = { ...job, pageSize: { width: 300, height: 300 } }
    await expect(call(desk, 'print', small)).rejects.toThrow(/minimum 352 microns/)
  })

  async function pageSize(options: object): Promise<number[]> {
    const bytes = await desk.page.evaluate(
      async given => [...(await window.hosted.call<Uint8Array>('pdf', given))],
      options,
    )
    const file = path.join(desk.userData, 'sheet.pdf')
    await writeFile(file, Buffer.from(bytes))
    const { stdout } = await run('pdfinfo', [file])
    const [, width, height] = /Page size: +([\d.]+) x ([\d.]+)/.exec(stdout) ?? []
    // Paper is given in hundredths of an inch: within two points of the true size.
    return [width, height].map(each => nearest(Number(each)))
  }

  function nearest(points: number): number {
    return [288, 432, 595, 842, 1191].find(each => Math.abs(each - points) <= 2) ?? points
  }

  test('zooms and reloads', async () => {
    await call(desk, 'zoom', 1.5)
    await expect.poll(() => desk.page.evaluate(() => document.documentElement.style.zoom)).toBe('1.5')
    await desk.page.evaluate(() => {
      Object.assign(window, { before: true })
      location.hash = '#/place'
    })
    await call(desk, 'reload').catch(() => undefined)
    await expect.poll(() => desk.page.evaluate(() => 'before' in window)).toBe(false)
    expect(await desk.page.evaluate(() => location.hash)).toBe('#/place')
    await expect.poll(() => desk.page.evaluate(() => document.documentElement.style.zoom)).toBe('1.5')
  })
})

describe('frames that carry the preload', () => {
  test('are known to main as sub-frames', async () => {
    const desk = await launchDesk({ main, env: { QABYLDAU_HOST_PRELOAD_IN_FRAMES: '1' } })
    try {
      const who = await desk.page.evaluate(async () => {
        const frame = document.createElement('iframe')
        const loaded = new Promise(resolve => frame.addEventListener('load', resolve))
        frame.src = '/frame.html'
        document.body.append(frame)
        await loaded
        return await (frame.contentWindow as Window).hosted.call('who')
      })
      expect(who).toEqual({
        url: 'app://desk/frame.html',
        origin: 'app://desk',
        sub: true,
        top: 'app://desk/index.html',
        same: false,
        contents: 1,
      })
    } finally {
      await desk.close()
    }
  })
})

describe('processes of the host', () => {
  test('a store survives a restart, a quit ends everything', async () => {
    const userData = await mkdtemp(path.join(tmpdir(), 'desk-'))
    try {
      const first = await launchDesk({ main, userData })
      await first.page.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const opened = indexedDB.open('kept', 1)
            opened.onupgradeneeded = () => opened.result.createObjectStore('rows')
            opened.onerror = () => reject(opened.error)
            opened.onsuccess = () => {
              const write = opened.result.transaction('rows', 'readwrite')
              write.objectStore('rows').put('Әлия', 1)
              write.oncomplete = () => resolve()
            }
          }),
      )
      expect(await first.quit()).toBe(0)
      await processGone(first.browserPid)
      await first.close()
      const second = await launchDesk({ main, userData })
      const kept = await second.page.evaluate(
        () =>
          new Promise(resolve => {
            const opened = indexedDB.open('kept', 1)
            opened.onsuccess = () => {
              const read = opened.result.transaction('rows').objectStore('rows').get(1)
              read.onsuccess = () => resolve(read.result)
            }
          }),
      )
      await second.close()
      expect(kept).toBe('Әлия')
    } finally {
      await rm(userData, { recursive: true, force: true, maxRetries: 10 })
    }
  })

  test('a second start on the same data is refused and the first hears of it; a dead owner does not block', async () => {
    const first = await launchDesk({ main })
    try {
      const second = await launchDesk({ main, userData: first.userData, args: ['--hello'], window: false })
      expect(await second.exited).toEqual({ code: 0, signal: null })
      const news = await heard(first, 'second-instance')
      expect(news.argv).toContain('--hello')
      process.kill(first.mainPid, 'SIGKILL')
      await first.exited
      const third = await launchDesk({ main, userData: first.userData })
      expect(await call(third, 'who')).toMatchObject({ url: 'app://desk/index.html' })
      await third.close()
    } finally {
      await first.close()
    }
  })

  test('killing main takes Chromium along', async () => {
    const desk = await launchDesk({ main })
    try {
      const pids = [desk.browserPid, ...(await desk.rendererPids())]
      process.kill(desk.mainPid, 'SIGKILL')
      await desk.exited
      await expect.poll(() => pids.filter(isAlive), { timeout: 10_000 }).toEqual([])
    } finally {
      await desk.close()
    }
  })

  test('killing the page process is told, and a reload brings the page back', async () => {
    const desk = await launchDesk({ main })
    try {
      const pids = await desk.rendererPids()
      for (const pid of pids) process.kill(pid, 'SIGKILL')
      await expect
        .poll(async () => (await desk.rendererPids()).some(pid => !pids.includes(pid)), { timeout: 15_000 })
        .toBe(true)
      await desk.reconnect()
      expect(await heard(desk, 'gone')).toMatchObject({ reason: 'killed' })
      expect(await heard(desk, 'app-gone')).toMatchObject({ reason: 'killed' })
    } finally {
      await desk.close()
    }
  })

  test('killing Chromium is told, and a reload starts it again', async () => {
    const desk = await launchDesk({ main })
    try {
      process.kill(desk.browserPid, 'SIGKILL')
      await expect
        .poll(async () => (await desk.control<{ pid?: number }>('browser')).pid !== desk.browserPid, {
          timeout: 15_000,
        })
        .toBe(true)
      await desk.reconnect()
      expect(await call(desk, 'who')).toMatchObject({ url: 'app://desk/index.html' })
      expect(await heard(desk, 'gone')).toMatchObject({ reason: 'killed' })
    } finally {
      await desk.close()
    }
  })

  test('exit passes its code on', async () => {
    const desk = await launchDesk({ main })
    try {
      await call(desk, 'exit', 3).catch(() => undefined)
      expect(await desk.exited).toEqual({ code: 3, signal: null })
    } finally {
      await desk.close()
    }
  })
})

describe('a host on a screen', () => {
  let screen: ChildProcess
  let display: string
  beforeAll(async () => {
    // Xvfb picks a free number and tells it.
    screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    display = await new Promise(resolve =>
      screen.stdio[3]?.once('data', number => resolve(`:${String(number).trim()}`)),
    )
  })
  afterAll(async () => {
    screen.kill()
    await once(screen, 'exit')
  })

  test('opens one window without tabs; a hidden one prints without appearing', async () => {
    const desk = await launchDesk({ main, env: { DISPLAY: display, QABYLDAU_HEADLESS: '' } })
    try {
      expect(await call(desk, 'who')).toMatchObject({ url: 'app://desk/index.html' })
      const { width, height, chrome } = await desk.page.evaluate(() => ({
        width: outerWidth,
        height: outerHeight,
        chrome: outerHeight - innerHeight,
      }))
      expect([width, height]).toEqual([900, 700])
      // A window with tabs and an address bar takes more than 80 pixels.
      expect(chrome).toBeLessThan(60)
      const pdf = await desk.page.evaluate(async () => [
        ...(await window.hosted.call<Uint8Array>('pdf', { pageSize: 'A4' })),
      ])
      expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-')
      expect(desk.page.context().pages()).toHaveLength(1)
      expect(await desk.quit()).toBe(0)
    } finally {
      await desk.close()
    }
  })

  test('a window closed by the person ends the desk', async () => {
    const desk = await launchDesk({ main, env: { DISPLAY: display, QABYLDAU_HEADLESS: '' } })
    try {
      await desk.page.close()
      expect(await desk.exited).toEqual({ code: 0, signal: null })
    } finally {
      await desk.close()
    }
  })
})
