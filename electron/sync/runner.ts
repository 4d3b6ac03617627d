import { setTimeout as pause } from 'node:timers/promises'
import { ExpectedError } from '#shared/result/result.ts'
import { afterFailure, type BackOff, NO_FAILURES } from '#shared/sync/back-off.ts'
import type { SyncStanding, SyncWhy } from '#shared/sync/status.ts'
import { runCycle } from './cycle.ts'
import { SyncFailure } from './database.ts'
import { type Exchange, SyncStopped } from './exchange.ts'
import { tellPresence } from './presence.ts'

/** How long the server is only listened to before a whole exchange is made again, in milliseconds. */
const WHOLE_EVERY = 10 * 60_000

/** How often the feed is held against what stands in the database, in milliseconds. */
const COMPARE_EVERY = 60 * 60_000

/** How often at most the server is told that all was exchanged, in milliseconds. */
const PRESENT_EVERY = 5 * 60_000

/** So long after an act others' are waited for, so that a call of many acts goes as one, in milliseconds. */
const GATHER = 150

/** How the exchange stands at this moment. Times in milliseconds of the wall. */
export interface RunnerState {
  readonly standing: Exclude<SyncStanding, 'alone'>
  readonly why: SyncWhy | null
  readonly agreedAt: number | null
  readonly nextAt: number | null
  readonly moved: { readonly taken: number; readonly sent: number }
}

/** What an exchange that goes on by itself is given. */
export interface Running {
  /** The parts of an exchange; `signal` and `progress` are the runner's. */
  readonly exchange: Omit<Exchange, 'signal' | 'progress' | 'held'>
  readonly told: () => void
  readonly reportBug: (error: unknown) => void
  readonly draw?: () => number
  /** What the machine's wires look like: where it changes, the next try is made at once. */
  readonly wires?: () => string
}

const LOOK_AT_WIRES = 2000

/** Exchanges with the office's server for as long as the desk stands open: after each act, when something comes, after each failure. */
export class Runner {
  readonly held: Exchange['held'] = new Map()
  #state: RunnerState = {
    standing: 'working',
    why: null,
    agreedAt: null,
    nextAt: null,
    moved: { taken: 0, sent: 0 },
  }
  readonly #running: Running
  readonly #stop = new AbortController()
  #woken = new AbortController()
  #failures: BackOff = NO_FAILURES
  #comparedAt = Number.NEGATIVE_INFINITY
  #presentAt = Number.NEGATIVE_INFINITY
  #going: Promise<void> | null = null

  constructor(running: Running) {
    this.#running = running
  }

  get state(): RunnerState {
    return this.#state
  }

  begin(): void {
    this.#going ??= this.#go().catch(error => this.#running.reportBug(error))
  }

  /** Something was written here, the machine woke, or a person asks: no waiting now. */
  wake(): void {
    this.#woken.abort()
  }

  /** Ends; what is under way is cancelled, and asked for again the next time. */
  async end(): Promise<void> {
    this.#stop.abort()
    this.#woken.abort()
    await this.#going
  }

  async #go(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      this.#woken = new AbortController()
      try {
        await this.#exchange()
        this.#failures = NO_FAILURES
        this.#tell({ standing: 'agreed', why: null, agreedAt: this.#now(), nextAt: null })
        await this.#listen()
      } catch (error) {
        if (this.#stop.signal.aborted) return
        await this.#failed(error)
      }
    }
  }

  async #exchange(): Promise<void> {
    const compare = this.#now() - this.#comparedAt > COMPARE_EVERY
    this.#tell({ standing: 'working', moved: { taken: 0, sent: 0 } })
    await runCycle(this.#parts(), { compare })
    if (compare) this.#comparedAt = this.#now()
    if (this.#now() - this.#presentAt < PRESENT_EVERY) return
    this.#presentAt = this.#now()
    await tellPresence(this.#parts())
  }

  #parts(): Exchange {
    return {
      ...this.#running.exchange,
      held: this.held,
      signal: this.#stop.signal,
      progress: ({ taken = 0, sent = 0 }) => {
        const { moved } = this.#state
        this.#tell({ moved: { taken: moved.taken + taken, sent: moved.sent + sent } })
      },
    }
  }

  /** Asks the server to tell when something is written, until it does, something is written here, or a while has passed. */
  async #listen(): Promise<void> {
    const { actions, memory } = this.#running.exchange
    const until = this.#now() + WHOLE_EVERY
    const signal = AbortSignal.any([this.#stop.signal, this.#woken.signal])
    while (this.#now() < until && !signal.aborted) {
      try {
        const page = await actions.changes({ since: memory.current.since, limit: 1, wait: true }, signal)
        if (page.documents.length > 0) return
      } catch (error) {
        if (!signal.aborted) throw error
      }
    }
    if (this.#woken.signal.aborted && !this.#stop.signal.aborted) await pause(GATHER)
  }

  async #failed(error: unknown): Promise<void> {
    if (error instanceof SyncStopped) {
      this.#tell({ standing: 'stopped', why: error.why, nextAt: null })
      return this.#sleep(null)
    }
    const why = whyOf(error)
    if (why === 'bug') this.#running.reportBug(error)
    const asked = error instanceof SyncFailure ? error.detail.retryAfter : undefined
    this.#failures = afterFailure(this.#failures, (this.#running.draw ?? Math.random)(), asked)
    this.#tell({ standing: 'waiting', why, nextAt: this.#now() + this.#failures.wait })
    await this.#sleep(this.#failures.wait)
  }

  /** Waits so many milliseconds (null: for as long as nobody asks), until it is woken or another wire is plugged in. */
  async #sleep(wait: number | null): Promise<void> {
    const { wires = () => '' } = this.#running
    const before = wires()
    const until = wait === null ? Number.POSITIVE_INFINITY : this.#now() + wait
    const signal = AbortSignal.any([this.#stop.signal, this.#woken.signal])
    while (this.#now() < until && !signal.aborted && wires() === before) {
      const left = Math.min(LOOK_AT_WIRES, until - this.#now())
      await pause(left, null, { signal }).catch(() => undefined)
    }
  }

  #tell(part: Partial<RunnerState>): void {
    this.#state = { ...this.#state, ...part }
    this.#running.told()
  }

  #now(): number {
    return this.#running.exchange.now()
  }
}

function whyOf(error: unknown): SyncWhy {
  if (error instanceof SyncFailure) return error.why
  const isOwn = error instanceof ExpectedError && /^(?:journal|keyring)\./.test(error.detail.code)
  return isOwn ? 'own_disk' : 'bug'
}
