import { type Action, type ActionId, actionId, type InstallationId } from '#shared/change/action.ts'

/** So much goes with the news that the journal moved; what is more is read page by page. */
export const MOST_TOLD = 20
const MOST_BYTES_TOLD = 64 * 1024

/** Some thousand records: as far as an import is ahead of the lists. Beyond it the oldest go, and are read from the disk. */
const MOST_BYTES = 4 * 1024 * 1024

/** Milliseconds after which nothing is held that no page has read: none stands open, or it is not entered. */
const FORGOTTEN_AFTER = 10_000

interface Held {
  readonly action: Action
  /** Of its record. */
  readonly bytes: number
}

/**
 * What was appended here a moment ago and nobody has taken yet: little of it goes with the news that the journal moved, the rest
 * with the pages that are read then, and is not read back from the disk. Taken once, and not kept beyond an erasure.
 */
export class Appended {
  readonly #held = new Map<ActionId, Held>()
  #bytes = 0
  /** Actions since it was last told; null: with something among them that is to be read. */
  #untold: number | null = 0
  #forgetting: NodeJS.Timeout | null = null

  /** What a call appended, and how many bytes each record is. */
  add(actions: readonly Action[], bytes: readonly number[]): void {
    if (actions.some(({ type }) => type === 'subject.erased')) {
      this.forget()
      return
    }
    for (const [n, action] of actions.entries()) {
      this.#held.set(action.id, { action, bytes: bytes[n] ?? 0 })
      this.#bytes += bytes[n] ?? 0
    }
    for (const id of this.#held.keys()) {
      if (this.#bytes <= MOST_BYTES) break
      this.#take(id)
    }
    if (this.#untold !== null) this.#untold += actions.length
    this.#forgetting ??= setTimeout(() => this.#drop(), FORGOTTEN_AFTER).unref()
    this.#forgetting.refresh()
  }

  /** Others' records came between, or the journal has no longer what a person was: all is to be read from it. */
  forget(): void {
    this.#drop()
    this.#untold = null
  }

  /** All since it was last told, or null where that is nothing or much. */
  tell(): Action[] | null {
    const untold = this.#untold ?? 0
    this.#untold = 0
    if (untold === 0 || untold > MOST_TOLD) return null
    const last = [...this.#held.values()].slice(-untold)
    if (last.length < untold || last.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES_TOLD) return null
    for (const { action } of last) this.#take(action.id)
    return last.map(({ action }) => action)
  }

  /** Actions of a chain from a sequence to another one, as far as they are held without a gap. */
  take(installation: InstallationId, first: number, last: number): Action[] {
    const actions: Action[] = []
    for (let sequence = first; sequence <= last; sequence++) {
      const action = this.#take(actionId(installation, sequence))
      if (action === null) break
      actions.push(action)
    }
    return actions
  }

  #drop(): void {
    this.#held.clear()
    this.#bytes = 0
  }

  #take(id: ActionId): Action | null {
    const held = this.#held.get(id)
    if (held === undefined) return null
    this.#held.delete(id)
    this.#bytes -= held.bytes
    return held.action
  }
}
