import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { execPath } from 'node:process'
import { createInterface } from 'node:readline'
import { Told, type Word } from './areas/area.ts'

/** Whether calls of the system can be disturbed here: only where strace is. */
export const canTrace = process.platform === 'linux' && existsSync('/usr/bin/strace')

const WORKER = path.join(import.meta.dirname, 'traced-worker.ts')

/** One call of the system, disturbed: the Nth of its name on the thread that does the files' work. */
export interface Disturbed {
  readonly call: string
  /** A code of the system, or KILL. */
  readonly fault: string
  readonly at: number
  /** From the Nth on. */
  readonly lasting?: boolean
}

type Heard = Word | { ready: true } | { ended: true }

/** A process that does the work of areas, one after another, until it is killed. */
export class Worker {
  readonly #child: ChildProcess
  readonly #gone: Promise<'gone'>
  #words: Word[] = []
  #next: (heard: 'ready' | 'ended') => void = () => undefined
  readonly #ready: Promise<unknown>

  constructor(scratch: string) {
    const env = { ...process.env, UV_THREADPOOL_SIZE: '1', NODE_COMPILE_CACHE: path.join(scratch, 'compiled') }
    this.#child = spawn(execPath, [WORKER], { stdio: ['pipe', 'pipe', 'inherit'], env })
    this.#gone = new Promise(resolve => this.#child.once('close', () => resolve('gone')))
    this.#ready = this.#heard()
    const lines = createInterface({ input: this.#child.stdout as NodeJS.ReadableStream })
    lines.on('line', line => {
      const said = JSON.parse(line) as Heard
      if ('fact' in said) this.#words.push(said)
      else this.#next('ready' in said ? 'ready' : 'ended')
    })
  }

  /** Does the work of an area with one call disturbed. `isHit`: there was such a call. */
  async work(area: string, folder: string, disturbed: Disturbed, scratch: string) {
    const thread = this.#thread()
    if (thread === null) throw new Error('no thread that does the work of files')
    this.#words = []
    const tracer = await traced(thread, disturbed, path.join(scratch, 'trace'))
    const ended = this.#heard()
    this.#child.stdin?.write(`${JSON.stringify({ area, folder })}\n`)
    const end = await Promise.race([ended, this.#gone])
    await tracer.stop()
    return { told: new Told(this.#words), isHit: end === 'gone' || tracer.isHit() }
  }

  async end(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#gone
  }

  #heard(): Promise<'ready' | 'ended'> {
    return new Promise(resolve => {
      this.#next = resolve
    })
  }

  /** Whether it can still be given work: one that was killed after its last word cannot. */
  async isAlive(): Promise<boolean> {
    await Promise.race([this.#ready, this.#gone])
    return this.#thread() !== null
  }

  /** The one thread of the pool; null: the process has ended. */
  #thread(): number | null {
    const tasks = `/proc/${this.#child.pid}/task`
    if (!existsSync(tasks)) return null
    const nameOf = (task: string) => readFileSync(`${tasks}/${task}/comm`, 'utf8')
    return Number(readdirSync(tasks).find(task => nameOf(task).startsWith('libuv-worker')) ?? 0) || null
  }
}

/** strace on one thread, injecting from now on. */
async function traced(thread: number, { call, fault, at, lasting = false }: Disturbed, log: string) {
  const what = fault === 'KILL' ? 'signal=KILL' : `error=${fault}`
  const inject = `inject=${call}:${what}:when=${at}${lasting ? '+' : ''}`
  const args = ['-p', String(thread), '-o', log, '-e', `trace=${call}`, '-e', inject]
  const child = spawn('/usr/bin/strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const gone = new Promise<void>(resolve => child.once('close', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    child.stderr?.on('data', chunk => {
      said += String(chunk)
      if (said.includes('attached')) resolve()
    })
    void gone.then(() => reject(new Error(`strace ended: ${said}`)))
  })
  return {
    stop: async () => {
      child.kill('SIGTERM')
      await gone
    },
    isHit: () => readFileSync(log, 'utf8').includes('(INJECTED)'),
  }
}
