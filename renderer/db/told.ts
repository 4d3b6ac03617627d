import type { Cursor } from '#shared/change/action.ts'
import type { EventOf } from '#shared/ipc/contract.ts'
import { furthest, reaches } from './cursors.ts'
import type { JournalPage } from './folder.ts'

type ToldPage = JournalPage & Required<Pick<JournalPage, 'begun'>>

/** What main told together with the news that the journal moved: it need not be asked for. */
export class Told {
  private pages: ToldPage[] = []

  /** Heard from main. */
  add({ head, told }: EventOf<'journal.moved'>): void {
    if (told === null) return
    const { actions, begun, after: from } = told
    this.pages.push({ actions, begun, from, next: head })
  }

  hasSome(): boolean {
    return this.pages.length > 0
  }

  /** What was told for a store that is gone is not folded into the next. */
  clear(): void {
    this.pages = []
  }

  /** All that joins on to the cursor, as one page; null: the journal is to be read. The rest is forgotten. */
  take(after: Cursor): ToldPage | null {
    let page = null as ToldPage | null
    for (const { actions, from, next, begun } of this.pages) {
      const at: Cursor = page?.next ?? after
      if (reaches(at, next)) continue
      if (!reaches(at, from)) break
      page = {
        actions: [...(page?.actions ?? []), ...actions],
        from: after,
        next: furthest(at, next),
        // Said of where it begins: of one that was read in part nothing is known.
        begun: [...(page?.begun ?? []), ...(reaches(from, at) ? begun : [])],
      }
    }
    this.clear()
    return page
  }
}
