import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Cdp, Fields } from './cdp.ts'
import { decode, encode } from './codec.js'
import type { Engine } from './engine.ts'
import { type Frame, FrameTree } from './frames.ts'
import { preloadInFrames } from './surroundings.ts'

const WORLD = 'qabyldau-bridge'
const HANDSHAKE = 'qabyldau-handshake'

type FromPage =
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'notice'; name: string; url?: string; frameName?: string; features?: string }

export type PageSettings = {
  preload: string | undefined
  inFrames: boolean
  width: number
  height: number
  browserContextId: string | undefined
}

function source(name: string): string {
  return readFileSync(path.join(import.meta.dirname, name), 'utf8').replaceAll(/^export /gm, '')
}

function preloadSource({ preload, inFrames }: PageSettings): string {
  const text = preload ? readFileSync(preload, 'utf8') : ''
  const process = {
    platform: globalThis.process.platform,
    arch: globalThis.process.arch,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    versions: {},
  }
  const settings = JSON.stringify({ handshake: HANDSHAKE, inFrames: inFrames || preloadInFrames, process })
  return `(() => {\n${source('page/preload-runtime.js')}\nrunPreload(function (require, module, exports, process) {${text}\n}, ${settings})\n})()`
}

function bridgeSource(): string {
  const before = `const HANDSHAKE = '${HANDSHAKE}'; const toMain = globalThis.toMain;`
  return `(() => {\n${before}\n${source('codec.js')}\n${source('page/bridge.js')}\n})()`
}

/**
 * One living page of Chromium: its frames, its bridge to main, its events (`loaded`, `dom-ready`, `navigated`, `said`,
 * `notice`, `invoke`, `send`, `crashed`, `destroyed`). A window keeps its WebContents while pages come and go under it.
 */
export class Page extends EventEmitter {
  readonly engine: Engine
  readonly targetId: string
  readonly frames: FrameTree
  readonly #cdp: Cdp
  #sessionId = ''
  #offs: (() => void)[] = []

  private constructor(engine: Engine, cdp: Cdp, targetId: string, processId: number) {
    super()
    this.engine = engine
    this.#cdp = cdp
    this.targetId = targetId
    this.frames = new FrameTree(processId)
    this.frames.attach(targetId, undefined)
  }

  static async open(engine: Engine, settings: PageSettings, processId: number): Promise<Page> {
    const cdp = await engine.connection()
    const targetId = await engine.openTarget(
      { width: settings.width, height: settings.height },
      settings.browserContextId,
    )
    const page = new Page(engine, cdp, targetId, processId)
    await page.#attach(settings)
    return page
  }

  send<Result = Fields>(method: string, params: Fields = {}): Promise<Result> {
    return this.#cdp.send<Result>(method, params, this.#sessionId)
  }

  async #attach(settings: PageSettings): Promise<void> {
    const { sessionId } = await this.#cdp.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId: this.targetId,
      flatten: true,
    })
    this.#sessionId = sessionId
    this.#listen()
    await Promise.all([
      this.send('Page.enable'),
      this.send('Runtime.enable'),
      this.send('Log.enable'),
      this.send('Runtime.addBinding', { name: 'toMain', executionContextName: WORLD }),
      // In this order: the preload's side listens before the bridge greets it.
      this.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadSource(settings) }),
      this.send('Page.addScriptToEvaluateOnNewDocument', { worldName: WORLD, source: bridgeSource() }),
    ])
  }

  #on<Params>(event: string, listener: (params: Params) => void): void {
    const mine = (params: Params, sessionId: string) => {
      if (sessionId === this.#sessionId) listener(params)
    }
    this.#cdp.on(event, mine)
    this.#offs.push(() => this.#cdp.off(event, mine))
  }

  #onEngine<Value>(event: string, listener: (value: Value) => void): void {
    this.engine.on(event, listener)
    this.#offs.push(() => this.engine.off(event, listener))
  }

  #listen(): void {
    const { frames } = this
    this.#on('Page.frameAttached', (it: { frameId: string; parentFrameId: string }) =>
      frames.attach(it.frameId, it.parentFrameId),
    )
    this.#on(
      'Page.frameDetached',
      (it: { frameId: string; reason: string }) => it.reason !== 'swap' && frames.detach(it.frameId),
    )
    this.#on('Page.frameNavigated', (it: { frame: { id: string; url: string } }) =>
      this.emit('navigated', frames.navigated(it.frame)),
    )
    this.#on('Page.navigatedWithinDocument', (it: { frameId: string; url: string }) => {
      const frame = frames.find(it.frameId)
      if (frame) frame.pageUrl = it.url
    })
    this.#on('Runtime.executionContextCreated', (it: { context: { id: number; name: string } }) =>
      frames.context(it.context, WORLD),
    )
    this.#on('Runtime.executionContextDestroyed', (it: { executionContextId: number }) =>
      frames.contextGone(it.executionContextId),
    )
    this.#on('Runtime.executionContextsCleared', () => frames.contextsCleared())
    this.#on('Runtime.bindingCalled', (it: { payload: string; executionContextId: number }) =>
      this.#receive(it.payload, it.executionContextId),
    )
    this.#on('Page.loadEventFired', () => this.emit('loaded'))
    this.#on('Page.domContentEventFired', () => this.emit('dom-ready'))
    this.#on('Runtime.consoleAPICalled', (it: Fields) => this.emit('said', fromConsole(it)))
    this.#on('Runtime.exceptionThrown', (it: { exceptionDetails: Fields }) =>
      this.emit('said', fromException(it.exceptionDetails)),
    )
    this.#on('Log.entryAdded', (it: { entry: Fields }) =>
      this.emit('said', {
        level: it.entry.level,
        message: it.entry.text,
        lineNumber: it.entry.lineNumber ?? 0,
        sourceId: it.entry.url ?? '',
      }),
    )
    this.#onEngine('target-crashed', (it: { targetId: string; status: string; errorCode: number }) => {
      if (it.targetId === this.targetId)
        this.emit('crashed', { reason: it.status === 'killed' ? 'killed' : 'crashed', exitCode: it.errorCode })
    })
    this.#onEngine('target-destroyed', (targetId: string) => targetId === this.targetId && this.#end('destroyed'))
    this.#onEngine('gone', () => this.#end('lost'))
  }

  #receive(payload: string, world: number): void {
    const frame = this.frames.findByWorld(world) ?? null
    const message = decode(payload) as FromPage
    if (message.kind === 'notice') this.emit('notice', message, frame)
    else this.emit(message.kind, message, frame)
  }

  /** Into the bridge of a frame; what has no bridge (yet, or no longer) hears nothing, as in Electron. */
  deliver(frame: Frame | null | undefined, message: object): void {
    const text = encode(message)
    if (frame?.world === undefined) return
    const call = {
      functionDeclaration: 'text => deliver(text)',
      executionContextId: frame.world,
      arguments: [{ value: text }],
    }
    this.send('Runtime.callFunctionOn', { ...call }).catch(() => undefined)
  }

  #end(how: 'destroyed' | 'lost'): void {
    for (const off of this.#offs.splice(0)) off()
    this.emit(how)
  }

  /** Closes the page; nobody is told. */
  async close(): Promise<void> {
    for (const off of this.#offs.splice(0)) off()
    await this.#cdp.send('Target.closeTarget', { targetId: this.targetId }).catch(() => undefined)
  }
}

type Said = { level: unknown; message: string; lineNumber: number; sourceId: string }

function fromConsole(it: Fields): Said {
  const values = it.args as { value?: unknown; description?: string }[]
  const message = values
    .map(each => (each.value === undefined ? (each.description ?? '') : String(each.value)))
    .join(' ')
  const level = it.type === 'warning' || it.type === 'error' || it.type === 'debug' ? it.type : 'info'
  return { level, message, lineNumber: 0, sourceId: '' }
}

function fromException(details: Fields): Said {
  const { description } = (details.exception ?? {}) as { description?: string }
  return {
    level: 'error',
    message: `Uncaught ${description ?? String(details.text)}`,
    lineNumber: Number(details.lineNumber ?? 0),
    sourceId: String(details.url ?? ''),
  }
}
