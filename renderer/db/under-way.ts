interface Page {
  readonly ended: Promise<void>
  readonly done: () => void
  readonly failed: () => void
}

/** Pages that were sent to the store worker and are not known to be on the disk. */
export class UnderWay {
  private readonly pages = new Map<number, Page>()
  private next = 1

  /** One more: its number, and when it is there. `ended` rejects where it did not come there. */
  add(): { readonly number: number; readonly ended: Promise<void> } {
    const number = this.next
    this.next += 1
    const { promise: ended, resolve, reject } = Promise.withResolvers<void>()
    // Heard by who waits; until then it must not count as nobody's.
    ended.catch(() => undefined)
    this.pages.set(number, { ended, done: resolve, failed: () => reject(new Error('page not folded')) })
    return { number, ended }
  }

  done(number: number): void {
    this.pages.get(number)?.done()
    this.pages.delete(number)
  }

  failAll(): void {
    for (const page of this.pages.values()) page.failed()
    this.pages.clear()
  }

  /** Done when no more than so many are under way. Rejects as `ended`. */
  async until(most: number): Promise<void> {
    while (this.pages.size > most) await this.pages.values().next().value?.ended
  }
}
