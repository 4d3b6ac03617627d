import { EventEmitter } from 'node:events'
import type { Readable, Writable } from 'node:stream'

export type Fields = Record<string, unknown>

type Waiting = { method: string; resolve: (value: never) => void; reject: (error: Error) => void }

type Message = {
  id?: number
  method?: string
  params?: Fields
  result?: unknown
  error?: { message: string }
  sessionId?: string
}

/**
 * Chromium's DevTools protocol over the two pipes of `--remote-debugging-pipe`. When this process dies, by whatever
 * cause, the pipes close and Chromium ends itself: nothing is left behind. Events are emitted by method name with
 * `(params, sessionId)`; `closed` is emitted once.
 */
export class Cdp extends EventEmitter {
  #next = 0
  #waiting = new Map<number, Waiting>()
  #parts: Buffer[] = []
  readonly #out: Writable
  closed = false

  constructor(out: Writable, input: Readable) {
    super()
    this.setMaxListeners(0)
    this.#out = out
    out.on('error', () => this.#close())
    input.on('data', (chunk: Buffer) => this.#read(chunk))
    input.on('close', () => this.#close())
    input.on('error', () => this.#close())
  }

  send<Result = Fields>(method: string, params: Fields = {}, sessionId?: string): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      if (this.closed) {
        reject(new Error(`${method}: the browser is gone`))
        return
      }
      const id = ++this.#next
      this.#waiting.set(id, { method, resolve: resolve as (value: never) => void, reject })
      this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  #read(chunk: Buffer): void {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      this.#parts.push(chunk.subarray(from, end))
      from = end + 1
      const text = Buffer.concat(this.#parts).toString('utf8')
      this.#parts = []
      this.#receive(JSON.parse(text) as Message)
    }
    if (from < chunk.length) this.#parts.push(chunk.subarray(from))
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      this.emit(message.method ?? '', message.params ?? {}, message.sessionId)
      return
    }
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
    else waiting?.resolve(message.result as never)
  }

  #close(): void {
    if (this.closed) return
    this.closed = true
    for (const { method, reject } of this.#waiting.values()) reject(new Error(`${method}: the browser is gone`))
    this.#waiting.clear()
    this.emit('closed')
  }
}
