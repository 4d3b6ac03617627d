import type { WebContents } from 'electron'
import type { PageKind } from '../security/origin.ts'

/** A window main itself opened. `load` grows with every load of its page. */
export interface OwnWindow {
  readonly id: number
  readonly page: PageKind
  readonly contents: WebContents
  readonly load: number
}

/** The windows main opened: a message from any other is refused, events go to these only. */
export class WindowRegistry {
  readonly #windows = new Map<number, { page: PageKind; contents: WebContents; load: number }>()

  /** Remembers a window until it is destroyed. */
  add(contents: WebContents, page: PageKind): void {
    const { id } = contents
    const entry = { page, contents, load: 0 }
    this.#windows.set(id, entry)
    // Of the main frame only, and not for a place within the same page.
    contents.on('did-navigate', () => {
      entry.load++
    })
    contents.once('destroyed', () => this.#windows.delete(id))
  }

  /** The window of these very contents, or null when main did not open it or it is gone. */
  find(contents: WebContents): OwnWindow | null {
    if (contents.isDestroyed()) return null
    const entry = this.#windows.get(contents.id)
    return entry?.contents === contents ? { id: contents.id, ...entry } : null
  }

  findById(id: number): OwnWindow | null {
    const entry = this.#windows.get(id)
    return entry && !entry.contents.isDestroyed() ? { id, ...entry } : null
  }

  /** The living windows of a kind. */
  all(page: PageKind): OwnWindow[] {
    return [...this.#windows].flatMap(([id, entry]) =>
      entry.page === page && !entry.contents.isDestroyed() ? [{ id, ...entry }] : [],
    )
  }
}
