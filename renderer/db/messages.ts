import type { Cursor } from '#shared/change/action.ts'
import type { Sentinel } from '#shared/ipc/contract.ts'
import type { AppError } from '#shared/result/result.ts'
import type { JournalPage } from './folder.ts'
import type { SentAnswer } from './known-rows.ts'
import type { RebuildReason } from './open-store.ts'

/** What the page says to the store worker. */
export type ToWorker =
  | {
      readonly kind: 'open'
      readonly storeKey: Uint8Array
      readonly indexKey: Uint8Array
      readonly sentinel: Sentinel | null
      readonly head: Cursor
    }
  /**
   * A page, by its number. `opening`: of which store it was read, as `opened` numbered it; `attempt`: how many had failed by then, as
   * `failed` said. For one that was built anew meanwhile, or behind one that failed meanwhile, it is passed over.
   */
  | {
      readonly kind: 'fold'
      readonly number: number
      readonly opening: number
      readonly attempt: number
      readonly page: JournalPage
      readonly atEnd: boolean
    }
  | {
      readonly kind: 'query'
      readonly id: number
      readonly name: string
      readonly params: unknown
      readonly live: boolean
    }
  | { readonly kind: 'unsubscribe'; readonly id: number }

/** What the store worker says to the page. */
export type FromWorker =
  /** A store is open and may be folded into from `cursor`. Said again when it had to be built anew while in use. */
  | {
      readonly kind: 'opened'
      readonly opening: number
      readonly cursor: Cursor
      readonly rebuilt: RebuildReason | null
    }
  /** The page of this number is on the disk, or waits for more of its kind. */
  | { readonly kind: 'folded'; readonly number: number; readonly cursor: Cursor }
  | { readonly kind: 'mark'; readonly sentinel: Sentinel; readonly rebuilt: RebuildReason | null }
  | ({ readonly kind: 'answer'; readonly id: number } & SentAnswer)
  | { readonly kind: 'refusal'; readonly id: number; readonly error: AppError }
  /** Nothing that is under way to the store is known to be there. `attempt`: with which its pages are sent again; absent: as before. */
  | { readonly kind: 'failed'; readonly error: AppError; readonly attempt?: number }

/** The end of a wire the worker or the page holds; a plain pair of functions in tests. */
export interface Wire<Sent, Heard> {
  readonly send: (message: Sent, transfer?: Transferable[]) => void
  readonly listen: (listener: (message: Heard) => void) => void
}
