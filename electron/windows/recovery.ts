import type { IpcMain } from 'electron'
import { ExpectedError } from '#shared/result/result.ts'
import type { Log, LogFields } from '../diagnostics/log.ts'
import { handleRecovery } from '../ipc/handle.ts'
import type { CreateRecovery, RecoveryShell, StartFailure } from '../ipc/services.ts'
import { systemCode } from '../journal/file-system.ts'
import type { Failure } from './failure.ts'
import type { RecoveryWindow } from './recovery-window.ts'
import type { WindowRegistry } from './registry.ts'

export interface RecoveryParts extends Pick<RecoveryShell, 'context' | 'speak' | 'writeReport'> {
  readonly createRecovery: CreateRecovery
  readonly window: RecoveryWindow
  readonly ipc: Pick<IpcMain, 'handle' | 'removeHandler'>
  readonly windows: WindowRegistry
  readonly log: Log
  /** Makes the services of the desk; what it answers opens the desk's channels and its window. Throws what the first start threw. */
  readonly begin: () => Promise<() => Promise<void>>
}

/** A start that failed, from its page to a desk that stands open after all. */
export class Recovery {
  readonly #parts: RecoveryParts
  #failure: StartFailure
  #isShown = false
  #end: () => void = () => undefined

  constructor(parts: RecoveryParts, error: unknown) {
    this.#parts = parts
    this.#failure = failureOf(error, parts)
  }

  /** As the page without scripts tells it. */
  get failure(): Failure {
    const { error, report } = this.#failure
    return { stage: 'start', code: error?.code ?? 'unexpected', params: error?.params ?? {}, report }
  }

  async open(): Promise<void> {
    const { createRecovery, window, ipc, windows, log, ...shell } = this.#parts
    const services = createRecovery({
      ...shell,
      failure: () => this.#failure,
      again: () => this.#again(),
      heard: () => this.#heard(),
    })
    this.#end = handleRecovery(ipc, { services, windows, log })
    await window.open()
  }

  focus(): void {
    this.#parts.window.focus()
  }

  #heard(): void {
    const { window, log } = this.#parts
    window.heard()
    if (!this.#isShown) log.write('recovery.shown')
    this.#isShown = true
  }

  async #again(): Promise<boolean> {
    const { begin, window, log } = this.#parts
    log.write('recovery.again')
    try {
      const show = await begin()
      // Two doors on one channel cannot be: this one is shut before the desk opens its own.
      this.#end()
      // After the answer has left: its page goes with the window.
      setImmediate(() => void show().finally(() => window.drop()))
      return true
    } catch (error) {
      this.#failure = failureOf(error, this.#parts)
      return false
    }
  }
}

function failureOf(error: unknown, { log, writeReport }: Pick<RecoveryParts, 'log' | 'writeReport'>): StartFailure {
  const expected = error instanceof ExpectedError ? error.detail : null
  const fields: LogFields = { code: expected?.code ?? 'unexpected' }
  if (expected === null) fields.id = log.bug('start', error)
  log.write('program.refused', fields)
  return { error: expected, system: systemCode(error), report: writeReport('program.refused', fields) }
}
