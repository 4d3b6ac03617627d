import { createHash } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export type News = { argv: string[]; workingDirectory: string; additionalData: unknown }

type Owner = { pid: number; born: string; address: string }

/** `sun_path` of the smallest system, less a margin. */
const SOCKET_PATH_BYTES = 100
const TELL_LIMIT_MS = 3_000

/** One process per user data folder. The second tells the first what it was started with, and is refused. */
export class InstanceLock {
  readonly #file: string
  readonly #address: string
  readonly #onNews: (news: News) => void
  #server: Server | undefined
  held = false
  /** Settles when the first instance has heard of us (or cannot). */
  told: Promise<void> = Promise.resolve()

  constructor(folder: string, onNews: (news: News) => void) {
    this.#file = path.join(folder, 'instance-lock')
    this.#address = addressFor(path.resolve(folder))
    this.#onNews = onNews
  }

  take(news: News): boolean {
    if (this.held) return true
    const mine = `${this.#file}-${process.pid}`
    writeFileSync(
      mine,
      JSON.stringify({ pid: process.pid, born: bornAt(process.pid), address: this.#address } satisfies Owner),
    )
    try {
      const owner = this.#claim(mine)
      if (owner) this.told = tell(owner.address, news)
      else this.#listen()
      this.held = owner === undefined
      return this.held
    } finally {
      rmSync(mine, { force: true })
    }
  }

  /** The living owner, or undefined when the lock is now ours. A link either appears whole or fails: no half-written lock. */
  #claim(mine: string): Owner | undefined {
    for (;;) {
      try {
        linkSync(mine, this.#file)
        return undefined
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
        const text = existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : ''
        const owner = parseOwner(text)
        if (owner && owner.born === bornAt(owner.pid)) return owner
        this.#putAside(text)
      }
    }
  }

  /** Takes a dead owner's lock away, unless a living one replaced it meanwhile. */
  #putAside(expected: string): void {
    const aside = `${this.#file}-stale-${process.pid}`
    try {
      renameSync(this.#file, aside)
      if (readFileSync(aside, 'utf8') !== expected) linkSync(aside, this.#file)
    } catch {
      // Another process was faster: the next round sees its lock.
    }
    rmSync(aside, { force: true })
  }

  #listen(): void {
    rmSync(this.#address, { force: true })
    this.#server = createServer({ allowHalfOpen: true }, socket => {
      let text = ''
      socket.on('data', chunk => {
        text += chunk.toString()
      })
      socket.on('end', () => {
        socket.end()
        this.#onNews(JSON.parse(text) as News)
      })
      socket.on('error', () => socket.destroy())
    })
    this.#server.on('error', () => undefined)
    this.#server.listen(this.#address).unref()
  }

  release(): void {
    if (!this.held) return
    this.held = false
    this.#server?.close()
    rmSync(this.#file, { force: true })
    if (process.platform !== 'win32') rmSync(this.#address, { force: true })
  }
}

/** Beside the lock, where it goes with the folder; a socket's path may not be long, then among the temporary files. */
function addressFor(folder: string): string {
  const name = `qabyldau-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}-${process.pid}`
  const beside = path.join(folder, 'instance-socket')
  return Buffer.byteLength(beside) < SOCKET_PATH_BYTES ? beside : path.join(tmpdir(), `${name}.sock`)
}

function parseOwner(text: string): Owner | undefined {
  try {
    return JSON.parse(text) as Owner
  } catch {
    return undefined
  }
}

/** When a process was started, so that a reused pid is not taken for the old owner; empty when there is no such process. */
function bornAt(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19] ?? ''
    process.kill(pid, 0)
    return 'alive'
  } catch {
    return ''
  }
}

function tell(address: string, news: News): Promise<void> {
  return new Promise(resolve => {
    const socket = connect(address, () => socket.end(JSON.stringify(news)))
    const done = () => resolve()
    socket.setTimeout(TELL_LIMIT_MS, () => socket.destroy())
    socket.on('error', done).on('close', done)
    socket.resume()
  })
}
