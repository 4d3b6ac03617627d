import type { AtDesk } from './at-desk.ts'

/** What a piece of work took: presses (a capital is two), fields that were typed or chosen. */
export interface Effort {
  readonly keys: number
  readonly fields: number
}

const SECONDS_PER_KEY = 0.25
/** To look up, to ask and to hear the answer. */
const SECONDS_PER_FIELD = 1.2

/** How long a person needs for it, seconds. */
export function secondsOf({ keys, fields }: Effort): number {
  return keys * SECONDS_PER_KEY + fields * SECONDS_PER_FIELD
}

/** Two hands on the keyboard of a desk: nothing else is touched, and every press is counted. */
export class Hands {
  readonly #at: AtDesk
  #effort: Effort = { keys: 0, fields: 0 }

  constructor(at: AtDesk) {
    this.#at = at
  }

  /** Presses keys one after another; of a combination each key is a press. */
  async press(...combinations: readonly string[]): Promise<void> {
    for (const combination of combinations) {
      this.#add(combination.split('+').length, 0)
      await this.#at.page.keyboard.press(combination)
    }
  }

  /** Types a text in the layout it needs: every letter of both alphabets has a key there. */
  async type(text: string): Promise<void> {
    this.#add(
      [...text].reduce((sum, letter) => sum + pressesOf(letter), 0),
      0,
    )
    await this.#at.page.keyboard.type(text)
  }

  /** Types into the field that has the focus and presses Enter, which goes on. */
  async fill(text: string): Promise<void> {
    this.#add(0, 1)
    await this.type(text)
    await this.press('Enter')
  }

  /** Chooses in the field that has the focus by keys. */
  async choose(...keys: readonly string[]): Promise<void> {
    this.#add(0, 1)
    await this.press(...keys)
  }

  /** The effort since the last time it was asked. */
  taken(): Effort {
    const taken = this.#effort
    this.#effort = { keys: 0, fields: 0 }
    return taken
  }

  #add(keys: number, fields: number): void {
    this.#effort = { keys: this.#effort.keys + keys, fields: this.#effort.fields + fields }
  }
}

/** Capitals and most signs need Shift. */
function pressesOf(letter: string): number {
  return /[\p{L}\d .\-/]/u.test(letter) && letter === letter.toLowerCase() ? 1 : 2
}
