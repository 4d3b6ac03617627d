import type { Action, ActionId, Cursor } from '#shared/change/action.ts'
import type { ArgsOf, ResultOf } from '#shared/ipc/contract.ts'
import { reaches } from './cursors.ts'

/** Actions a page, about: entities come whole. */
const PAGE = 500

/**
 * What is folded before its turn while a store far behind is filled: first what a desk needs to work, then whatever is
 * done meanwhile, so that it is on screen at once. The cursor stays where it is; the pages in their turn pass these over.
 */
export class HotRows {
  /** Head of the journal up to which all that is hot was brought; null: nothing yet. */
  private upTo: Cursor | null = null
  private readonly held = new Set<ActionId>()

  /** Whether a desk can work: what it needs first is in the store. */
  get areThere(): boolean {
    return this.upTo !== null
  }

  /** Whether the store holds this action before its turn. */
  holds(id: ActionId): boolean {
    return this.held.has(id)
  }

  /**
   * Brings what is missing up to this head of the journal. Reads the next page while one is folded. What breaks is to be
   * tried again as a whole: folding a page again changes nothing.
   */
  async bring(
    head: Cursor,
    read: (asked: ArgsOf<'journal.hot'>) => Promise<ResultOf<'journal.hot'>>,
    fold: (actions: readonly Action[]) => Promise<void>,
  ): Promise<void> {
    const { upTo: after } = this
    if (after !== null && reaches(after, head)) return
    const readFrom = (offset: number | null) => (offset === null ? null : read({ after, offset, limit: PAGE }))
    for (let page = await readFrom(0); page !== null; ) {
      const [next] = await Promise.all([readFrom(page.next), fold(page.actions)])
      for (const { id } of page.actions) this.held.add(id)
      page = next
    }
    this.upTo = head
  }
}
