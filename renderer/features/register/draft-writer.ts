import type { Result } from '#shared/result/result.ts'

/** A change is written at the latest so many milliseconds after it was typed. */
export const WRITE_WITHIN = 250

/** What the writer uses of the page and of main. */
export interface DraftWires {
  readonly save: (value: string) => Promise<Result<unknown>>
  readonly later: (work: () => void, milliseconds: number) => unknown
  readonly onSaved: (result: Result<unknown>) => void
}

/**
 * Keeps one draft: changes of a moment go in one write, writes follow one another, and the last change is always written.
 * After `end` nothing is written any more: a draft that was registered must not come back.
 */
export class DraftWriter {
  private readonly wires: DraftWires
  private waiting: (() => string) | null = null
  private timed = false
  private writing: Promise<void> | null = null
  private ended = false
  private replacing = false

  constructor(wires: DraftWires) {
    this.wires = wires
  }

  /** Something was typed; `value` is asked for when it is written. */
  change(value: () => string): void {
    if (this.ended) return
    this.waiting = value
    if (this.timed) return
    this.timed = true
    this.wires.later(() => {
      this.timed = false
      void this.flush()
    }, WRITE_WITHIN)
  }

  /** Writes at once what waits. Resolves once all of it was written, or was refused. */
  async flush(): Promise<void> {
    while (this.writing !== null) await this.writing
    const value = this.waiting
    if (value === null || this.ended) return
    this.waiting = null
    this.writing = this.write(value())
    await this.writing
  }

  /** Nothing more is written. Resolves once a write under way has ended. */
  async end(): Promise<void> {
    this.ended = true
    this.waiting = null
    while (this.writing !== null) await this.writing
  }

  /**
   * Does the act that takes the place of the draft. What waits is written first, so that a kill leaves what was sent; nothing
   * is written while the act runs, and after a success nothing more. False where it was refused, and where one runs already: a second press must not bring back what the first has ended.
   */
  async replaceBy(act: () => Promise<boolean>): Promise<boolean> {
    if (this.ended || this.replacing) return false
    this.replacing = true
    let done = false
    try {
      await this.flush()
      await this.end()
      done = await act()
    } finally {
      this.replacing = false
      if (!done) this.goOn()
    }
    return done
  }

  /** Goes on after an `end` that came to nothing. */
  goOn(): void {
    this.ended = false
  }

  private async write(value: string): Promise<void> {
    const result = await this.wires.save(value)
    this.writing = null
    this.wires.onSaved(result)
  }
}
