/** What must be done before the program may end: the journal closed, the settings written. */
export class Ending {
  readonly #tasks: (() => Promise<void>)[] = []
  readonly #reportBug: (error: unknown) => void
  #under: Promise<unknown> = Promise.resolve()
  #running: Promise<void> | null = null
  #settled = false

  constructor(reportBug: (error: unknown) => void) {
    this.#reportBug = reportBug
  }

  /** The last added is done first. */
  add(task: () => Promise<void>): void {
    this.#tasks.unshift(task)
  }

  /** The tasks wait for this: what is still being opened is closed once it stands open, or not at all. */
  after(work: Promise<unknown>): void {
    this.#under = work
  }

  /** Does the tasks once, one after another; a task that fails is noted and does not keep the others from being done. */
  run(): Promise<void> {
    this.#running ??= this.#runTasks()
    return this.#running
  }

  /**
   * For `will-quit`: prevented until the tasks have settled, however often the system asks meanwhile - closing the
   * window asks twice, and the second time must not cut the first one off.
   */
  holdBack(event: { preventDefault(): void }, quit: () => void): void {
    if (this.#settled) return
    event.preventDefault()
    const isFirst = this.#running === null
    const ended = this.run()
    if (isFirst) void ended.then(quit)
  }

  async #runTasks(): Promise<void> {
    await this.#under.catch(() => undefined)
    for (const task of this.#tasks.splice(0)) {
      try {
        await task()
      } catch (error) {
        this.#reportBug(error)
      }
    }
    this.#settled = true
  }
}
