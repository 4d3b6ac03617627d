import type { Cursor } from '#shared/change/action.ts'
import type { EventOf } from '#shared/ipc/contract.ts'
import { furthest, reaches } from './cursors.ts'
import type { JournalPage } from './folder.ts'

/** What main told together with the news that the journal moved: it need not be asked for. */
export class Told {
  private pages: JournalPage[] = []

  /** Heard from main. */
  add({ head, told }: EventOf<'journal.moved'>): void {
    if (told !== null) this.pages.push({ actions: told.actions, from: told.after, next: head })
  }

  /** What was told for a store that is gone is not folded into the next. */
  clear(): void {
    this.pages = []
  }

  /** All that joins on to the cursor, as one page; null: the journal is to be read. The rest is forgotten. */
  take(after: Cursor): JournalPage | null {
    let page = null as JournalPage | null
    for (const { actions, from, next } of this.pages) {
      const at: Cursor = page?.next ?? after
      if (reaches(at, next)) continue
      if (!reaches(at, from)) break
      page = { actions: page ? [...page.actions, ...actions] : actions, from: after, next: furthest(at, next) }
    }
    this.clear()
    return page
  }
}
