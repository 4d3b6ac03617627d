import type { Action } from '#shared/change/action.ts'

/** So much goes with the news that the journal moved; what is more is read page by page. */
export const MOST_TOLD = 20
const MOST_BYTES = 64 * 1024

/** What was appended and not told yet, as long as it is little. */
export class Appended {
  #actions: Action[] = []
  #bytes = 0

  /** What a call appended, and how many bytes it is. */
  add(actions: readonly Action[], bytes: number): void {
    this.#bytes += bytes
    this.#actions = this.#bytes > MOST_BYTES ? [] : [...this.#actions, ...actions].slice(0, MOST_TOLD + 1)
  }

  /** Others' records came between: the pages read what is new. */
  addOthers(): void {
    this.#bytes = MOST_BYTES + 1
    this.#actions = []
  }

  /** All since it was last taken, or null where that is nothing or much. Who is erased in it is read from the journal. */
  take(): Action[] | null {
    const actions = this.#actions
    const isFit = actions.length > 0 && actions.length <= MOST_TOLD && this.#bytes <= MOST_BYTES
    this.#actions = []
    this.#bytes = 0
    return isFit && actions.every(({ type }) => type !== 'subject.erased') ? actions : null
  }
}
